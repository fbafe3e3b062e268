package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneFirstAccepted;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReturned;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.milestone.core.Milestone.Cancelled;
import io.pilotwatch.milestone.core.Milestone.Claimed;
import io.pilotwatch.milestone.core.Milestone.FirstAccepted;
import io.pilotwatch.milestone.core.Milestone.InProgress;
import io.pilotwatch.milestone.core.Milestone.Planned;
import io.pilotwatch.milestone.core.Milestone.Reached;
import java.time.LocalDate;
import java.util.Set;

/** What each input makes of a milestone in each state: one function an input, one case a state. */
public final class Progress {

    private static final int FORECAST_YEARS = 10;

    private Progress() {}

    /** Decides any input; {@code reached} has the ids of the pilot's milestones that are reached. */
    public static Decision<Milestone> decide(
            Programme programme, Milestone milestone, Set<String> reached, Input input, Act act) {
        return switch (input) {
            case Input.Update update -> update(programme, milestone, update, act);
            case Input.Claim claim -> claim(milestone, reached, claim, act);
            case Input.Accept accept -> accept(milestone, accept, act);
            case Input.Return back -> return_(milestone, back, act);
            case Input.RequestExtension request -> Extensions.request(programme, milestone, request, act);
            case Input.GrantExtension grant -> Extensions.grant(milestone, grant, act);
            case Input.RefuseExtension refuse -> Extensions.refuse(milestone, refuse, act);
        };
    }

    /** The team reports. The percentage may fall: that is shown, not forbidden. */
    static Decision<Milestone> update(Programme programme, Milestone milestone, Input.Update in, Act act) {
        return switch (milestone) {
            case Planned m -> updated(programme, m, 0, null, in, act);
            case InProgress m -> updated(programme, m, m.percent(), m.forecast(), in, act);
            case Claimed _, FirstAccepted _ -> Decision.refused(Refusal.MILESTONE_AWAITS_DECISION);
            case Reached _ -> Decision.refused(Refusal.MILESTONE_ALREADY_REACHED);
            case Cancelled _ -> Decision.refused(Refusal.MILESTONE_CANCELLED);
        };
    }

    private static Decision<Milestone> updated(
            Programme programme, Milestone m, int previousPercent, LocalDate before, Input.Update in, Act act) {
        if (in.forecast() != null && !isPlausible(programme, in.forecast(), act.day())) {
            return Decision.refused(Refusal.FORECAST_NOT_PLAUSIBLE);
        }
        var situation = in.situation();
        if (situation.lacksReason()) {
            return Decision.refused(Refusal.RATING_REASON_MISSING);
        }
        var forecast = in.forecast() == null ? before : in.forecast();
        var next = new InProgress(m.promise(), m.revision() + 1, in.percent(), forecast);
        var update = new MilestoneEvent.Update(
                in.updateId(),
                in.percent(),
                previousPercent,
                in.forecast(),
                in.note(),
                situation.selfRating(),
                situation.ratingReason(),
                situation.deviations(),
                situation.risks(),
                situation.issues());
        return Decision.decided(
                next, new MilestoneUpdated(act.pilotId(), next.revision(), next.told(), update, act.by()));
    }

    private static boolean isPlausible(Programme programme, LocalDate forecast, LocalDate today) {
        return !forecast.isBefore(programme.start()) && !forecast.isAfter(today.plusYears(FORECAST_YEARS));
    }

    /** The team says that all is done; what was never reported on may be claimed too, but nothing before its turn. */
    static Decision<Milestone> claim(Milestone milestone, Set<String> reached, Input.Claim in, Act act) {
        return switch (milestone) {
            case Planned m -> claimed(m, null, reached, in, act);
            case InProgress m -> claimed(m, m.forecast(), reached, in, act);
            case Claimed _, FirstAccepted _ -> Decision.refused(Refusal.MILESTONE_AWAITS_DECISION);
            case Reached _ -> Decision.refused(Refusal.MILESTONE_ALREADY_REACHED);
            case Cancelled _ -> Decision.refused(Refusal.MILESTONE_CANCELLED);
        };
    }

    private static Decision<Milestone> claimed(
            Milestone m, LocalDate forecast, Set<String> reached, Input.Claim in, Act act) {
        if (!reached.containsAll(m.promise().dependsOn())) {
            return Decision.refused(Refusal.DEPENDENCIES_OPEN);
        }
        var next = new Claimed(m.promise(), m.revision() + 1, forecast, act.day());
        return Decision.decided(
                next, new MilestoneClaimed(act.pilotId(), next.revision(), next.told(), in.note(), act.by()));
    }

    /**
     * The lead regulator agrees: two persons, one after the other, where it is critical. While a later day is asked for
     * there is nothing to count lateness against, so that is decided first.
     */
    static Decision<Milestone> accept(Milestone milestone, Input.Accept in, Act act) {
        return switch (milestone) {
            case Claimed m
            when m.promise().requestedDue() != null -> Decision.refused(Refusal.EXTENSION_AWAITS_DECISION);
            case Claimed m when m.promise().critical() -> firstAccepted(m, in, act);
            case Claimed m -> reached(m, m.forecast(), m.claimedOn(), null, in, act);
            case FirstAccepted m
            when m.firstAcceptedBy().equals(act.by()) -> Decision.refused(Refusal.SECOND_PERSON_NEEDED);
            case FirstAccepted m -> reached(m, m.forecast(), m.claimedOn(), m.firstAcceptedBy(), in, act);
            case Planned _, InProgress _ -> Decision.refused(Refusal.MILESTONE_NOT_CLAIMED);
            case Reached _ -> Decision.refused(Refusal.MILESTONE_ALREADY_REACHED);
            case Cancelled _ -> Decision.refused(Refusal.MILESTONE_CANCELLED);
        };
    }

    private static Decision<Milestone> firstAccepted(Claimed m, Input.Accept in, Act act) {
        var next = new FirstAccepted(m.promise(), m.revision() + 1, m.forecast(), m.claimedOn(), act.by());
        return Decision.decided(
                next, new MilestoneFirstAccepted(act.pilotId(), next.revision(), next.told(), in.note(), act.by()));
    }

    /** Lateness is counted now, against the due day of now, and stays. */
    private static Decision<Milestone> reached(
            Milestone m, LocalDate forecast, LocalDate claimedOn, String firstAcceptedBy, Input.Accept in, Act act) {
        var daysLate = Milestone.daysLate(m.promise().due(), act.day());
        var next =
                new Reached(m.promise(), m.revision() + 1, forecast, claimedOn, firstAcceptedBy, act.day(), daysLate);
        return Decision.decided(
                next, new MilestoneReached(act.pilotId(), next.revision(), next.told(), in.note(), act.by()));
    }

    /** The lead regulator does not agree. The claim's 100 percent stays what was last reported until the team says otherwise. */
    static Decision<Milestone> return_(Milestone milestone, Input.Return in, Act act) {
        return switch (milestone) {
            case Claimed m -> returned(m, m.forecast(), in, act);
            case FirstAccepted m -> returned(m, m.forecast(), in, act);
            case Planned _, InProgress _ -> Decision.refused(Refusal.MILESTONE_NOT_CLAIMED);
            case Reached _ -> Decision.refused(Refusal.MILESTONE_ALREADY_REACHED);
            case Cancelled _ -> Decision.refused(Refusal.MILESTONE_CANCELLED);
        };
    }

    private static Decision<Milestone> returned(Milestone m, LocalDate forecast, Input.Return in, Act act) {
        var next = new InProgress(m.promise(), m.revision() + 1, 100, forecast);
        return Decision.decided(
                next, new MilestoneReturned(act.pilotId(), next.revision(), next.told(), in.note(), act.by()));
    }
}
