package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneExtended;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReturned;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.milestone.core.Milestone.Cancelled;
import io.pilotwatch.milestone.core.Milestone.Claimed;
import io.pilotwatch.milestone.core.Milestone.InProgress;
import io.pilotwatch.milestone.core.Milestone.Planned;
import io.pilotwatch.milestone.core.Milestone.Reached;
import java.time.LocalDate;

/** What each input makes of a milestone in each state: one function an input, one case a state. */
public final class Progress {

    private static final int FORECAST_YEARS = 10;

    private Progress() {}

    /** Decides any input. */
    public static Decision<Milestone> decide(Programme programme, Milestone milestone, Input input, Act act) {
        return switch (input) {
            case Input.Update update -> update(programme, milestone, update, act);
            case Input.Claim claim -> claim(milestone, claim, act);
            case Input.Accept accept -> accept(milestone, accept, act);
            case Input.Return back -> return_(milestone, back, act);
            case Input.Extend extend -> extend(programme, milestone, extend, act);
        };
    }

    /** The team reports. The percentage may fall: that is shown, not forbidden. */
    static Decision<Milestone> update(Programme programme, Milestone milestone, Input.Update in, Act act) {
        return switch (milestone) {
            case Planned m -> updated(programme, m, 0, null, in, act);
            case InProgress m -> updated(programme, m, m.percent(), m.forecast(), in, act);
            case Claimed _ -> Decision.refused(Refusal.MILESTONE_AWAITS_DECISION);
            case Reached _ -> Decision.refused(Refusal.MILESTONE_ALREADY_REACHED);
            case Cancelled _ -> Decision.refused(Refusal.MILESTONE_CANCELLED);
        };
    }

    private static Decision<Milestone> updated(
            Programme programme, Milestone m, int previousPercent, LocalDate before, Input.Update in, Act act) {
        if (in.forecast() != null && !isPlausible(programme, in.forecast(), act.day())) {
            return Decision.refused(Refusal.FORECAST_NOT_PLAUSIBLE);
        }
        var forecast = in.forecast() == null ? before : in.forecast();
        var next = new InProgress(m.plan(), m.revision() + 1, in.percent(), forecast);
        var update = new MilestoneEvent.Update(in.updateId(), in.percent(), previousPercent, in.forecast(), in.note());
        return Decision.decided(
                next, new MilestoneUpdated(act.pilotId(), next.revision(), next.told(), update, act.by()));
    }

    private static boolean isPlausible(Programme programme, LocalDate forecast, LocalDate today) {
        return !forecast.isBefore(programme.start()) && !forecast.isAfter(today.plusYears(FORECAST_YEARS));
    }

    /** The team says that all is done; what was never reported on may be claimed too. */
    static Decision<Milestone> claim(Milestone milestone, Input.Claim in, Act act) {
        return switch (milestone) {
            case Planned m -> claimed(m, null, in, act);
            case InProgress m -> claimed(m, m.forecast(), in, act);
            case Claimed _ -> Decision.refused(Refusal.MILESTONE_AWAITS_DECISION);
            case Reached _ -> Decision.refused(Refusal.MILESTONE_ALREADY_REACHED);
            case Cancelled _ -> Decision.refused(Refusal.MILESTONE_CANCELLED);
        };
    }

    private static Decision<Milestone> claimed(Milestone m, LocalDate forecast, Input.Claim in, Act act) {
        var next = new Claimed(m.plan(), m.revision() + 1, forecast);
        return Decision.decided(
                next, new MilestoneClaimed(act.pilotId(), next.revision(), next.told(), in.note(), act.by()));
    }

    /** The lead regulator agrees. Lateness is counted now, against the due day of now, and stays. */
    static Decision<Milestone> accept(Milestone milestone, Input.Accept in, Act act) {
        return switch (milestone) {
            case Claimed m -> {
                var next = new Reached(
                        m.plan(),
                        m.revision() + 1,
                        m.forecast(),
                        act.day(),
                        Milestone.daysLate(m.plan().due(), act.day()));
                yield Decision.decided(
                        next, new MilestoneReached(act.pilotId(), next.revision(), next.told(), in.note(), act.by()));
            }
            case Planned _, InProgress _ -> Decision.refused(Refusal.MILESTONE_NOT_CLAIMED);
            case Reached _ -> Decision.refused(Refusal.MILESTONE_ALREADY_REACHED);
            case Cancelled _ -> Decision.refused(Refusal.MILESTONE_CANCELLED);
        };
    }

    /** The lead regulator does not agree. The claim's 100 percent stays what was last reported until the team says otherwise. */
    static Decision<Milestone> return_(Milestone milestone, Input.Return in, Act act) {
        return switch (milestone) {
            case Claimed m -> {
                var next = new InProgress(m.plan(), m.revision() + 1, 100, m.forecast());
                yield Decision.decided(
                        next,
                        new MilestoneReturned(act.pilotId(), next.revision(), next.told(), in.reason(), act.by()));
            }
            case Planned _, InProgress _ -> Decision.refused(Refusal.MILESTONE_NOT_CLAIMED);
            case Reached _ -> Decision.refused(Refusal.MILESTONE_ALREADY_REACHED);
            case Cancelled _ -> Decision.refused(Refusal.MILESTONE_CANCELLED);
        };
    }

    /** The lead regulator grants a later day, to anything that is still open. The first promise stays beside it. */
    static Decision<Milestone> extend(Programme programme, Milestone milestone, Input.Extend in, Act act) {
        var plan = milestone.plan().extendedTo(in.newDue());
        var revision = milestone.revision() + 1;
        return switch (milestone) {
            case Planned m -> extended(programme, m, new Planned(plan, revision), in, act);
            case InProgress m ->
                extended(programme, m, new InProgress(plan, revision, m.percent(), m.forecast()), in, act);
            case Claimed m -> extended(programme, m, new Claimed(plan, revision, m.forecast()), in, act);
            case Reached _ -> Decision.refused(Refusal.MILESTONE_ALREADY_REACHED);
            case Cancelled _ -> Decision.refused(Refusal.MILESTONE_CANCELLED);
        };
    }

    private static Decision<Milestone> extended(
            Programme programme, Milestone m, Milestone next, Input.Extend in, Act act) {
        var due = m.plan().due();
        if (!in.newDue().isAfter(due)) {
            return Decision.refused(Refusal.NEW_DUE_NOT_LATER);
        }
        if (in.newDue().isAfter(programme.deadline())) {
            return Decision.refused(Refusal.NEW_DUE_AFTER_DEADLINE);
        }
        return Decision.decided(
                next, new MilestoneExtended(act.pilotId(), next.revision(), next.told(), due, in.reason(), act.by()));
    }
}
