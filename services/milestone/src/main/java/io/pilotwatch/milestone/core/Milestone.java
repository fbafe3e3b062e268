package io.pilotwatch.milestone.core;

import static io.pilotwatch.contracts.MilestoneState.CANCELLED;
import static io.pilotwatch.contracts.MilestoneState.CLAIMED;
import static io.pilotwatch.contracts.MilestoneState.IN_PROGRESS;
import static io.pilotwatch.contracts.MilestoneState.PLANNED;
import static io.pilotwatch.contracts.MilestoneState.REACHED;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A milestone: one type a state, each with only what it has then. {@link #told} is what others may see of it. */
public sealed interface Milestone {

    /** What was promised. */
    Plan plan();

    /** 1 when the task book is filed, and one more with each decision. */
    long revision();

    /**
     * What was promised.
     *
     * @param baselineDue programme day promised first; never changes
     * @param due programme day that counts now
     * @param deadlineVersion 1, and one more with each extension
     * @param weight share of the task book in percent
     */
    record Plan(
            String milestoneId,
            Text title,
            LocalDate baselineDue,
            LocalDate due,
            int deadlineVersion,
            int weight,
            boolean critical) {

        Plan extendedTo(LocalDate newDue) {
            return new Plan(milestoneId, title, baselineDue, newDue, deadlineVersion + 1, weight, critical);
        }
    }

    /** Nothing was reported yet. */
    record Planned(Plan plan, long revision) implements Milestone {}

    /** The team has reported; {@code forecast} is the last day that it named, null while it named none. */
    record InProgress(
            Plan plan, long revision, int percent, @Nullable LocalDate forecast) implements Milestone {}

    /** The team says that all is done; the lead regulator decides. */
    record Claimed(Plan plan, long revision, @Nullable LocalDate forecast) implements Milestone {}

    /** The lead regulator agreed, on a programme day which was that many days after the due day of then. */
    record Reached(Plan plan, long revision, @Nullable LocalDate forecast, LocalDate reachedOn, int daysLate)
            implements Milestone {}

    /** Nothing is expected of it any more. */
    record Cancelled(
            Plan plan, long revision, int percent, @Nullable LocalDate forecast) implements Milestone {}

    /** Days from the due day to {@code day}; 0 when it is not due yet, or when nothing more is expected. */
    default int overdueOn(LocalDate day) {
        return switch (this) {
            case Planned _, InProgress _, Claimed _ -> daysLate(plan().due(), day);
            case Reached _, Cancelled _ -> 0;
        };
    }

    /** Whole days after the due day; 0 in time. */
    static int daysLate(LocalDate due, LocalDate day) {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(due, day)));
    }

    /** What others may see. */
    default MilestoneEvent.Milestone told() {
        return switch (this) {
            case Planned _ -> told(PLANNED, 0, null, null, null);
            case InProgress m -> told(IN_PROGRESS, m.percent, m.forecast, null, null);
            case Claimed m -> told(CLAIMED, 100, m.forecast, null, null);
            case Reached m -> told(REACHED, 100, m.forecast, m.reachedOn, m.daysLate);
            case Cancelled m -> told(CANCELLED, m.percent, m.forecast, null, null);
        };
    }

    private MilestoneEvent.Milestone told(
            MilestoneState state, int percent, LocalDate forecast, LocalDate reachedOn, Integer daysLate) {
        return new MilestoneEvent.Milestone(
                plan().milestoneId(),
                revision(),
                plan().title(),
                plan().baselineDue(),
                plan().due(),
                plan().deadlineVersion(),
                plan().weight(),
                plan().critical(),
                state,
                percent,
                forecast,
                reachedOn,
                daysLate);
    }

    /** The other way round: the milestone of which this was told. */
    static Milestone of(MilestoneEvent.Milestone m) {
        var plan = new Plan(
                m.milestoneId(), m.title(), m.baselineDue(), m.due(), m.deadlineVersion(), m.weight(), m.critical());
        return switch (m.state()) {
            case PLANNED -> new Planned(plan, m.revision());
            case IN_PROGRESS -> new InProgress(plan, m.revision(), m.percent(), m.forecast());
            case CLAIMED -> new Claimed(plan, m.revision(), m.forecast());
            case REACHED -> new Reached(plan, m.revision(), m.forecast(), m.reachedOn(), m.daysLate());
            case CANCELLED -> new Cancelled(plan, m.revision(), m.percent(), m.forecast());
        };
    }
}
