package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.reporting.core.PilotFacts.Milestone;
import java.time.LocalDate;
import java.util.List;

/**
 * How late a pilot's milestones are, the reached ones too: lateness is never erased.
 *
 * @param sumDays days late over all of them
 * @param maxDays days late of the latest
 * @param overdue open ones whose due day has passed; none once the pilot has ended
 * @param reachedLate reached after their due day
 */
public record Lateness(int sumDays, int maxDays, int overdue, int reachedLate) {

    /**
     * Of these milestones.
     *
     * @param countedTo programme day to which the days of open ones are counted
     * @param ended nothing more is expected of the pilot
     */
    static Lateness of(List<Milestone> milestones, LocalDate countedTo, boolean ended) {
        var days = milestones.stream()
                .mapToInt(m -> days(m.state(), m.due(), m.daysLate(), countedTo))
                .summaryStatistics();
        return new Lateness(
                Math.toIntExact(days.getSum()),
                Math.max(0, days.getMax()),
                ended ? 0 : count(milestones, countedTo, true),
                count(milestones, countedTo, false));
    }

    private static int count(List<Milestone> milestones, LocalDate countedTo, boolean open) {
        return (int) milestones.stream()
                .filter(m -> m.isOpen() == open)
                .filter(m -> days(m.state(), m.due(), m.daysLate(), countedTo) > 0)
                .count();
    }

    /** How late a milestone is: when reached, days after its due day; while open, days that it is overdue by then. */
    public static int days(MilestoneState state, LocalDate due, @Nullable Integer whenClosed, LocalDate countedTo) {
        if (state.isClosed()) {
            return whenClosed == null ? 0 : whenClosed;
        }
        return daysAfter(due, countedTo);
    }

    /** The same counted from the day that was promised first, so that an extension does not erase a missed promise. */
    public static int daysPastBaseline(
            MilestoneState state, LocalDate baselineDue, @Nullable LocalDate reachedOn, LocalDate countedTo) {
        var until = state.isClosed() ? reachedOn : countedTo;
        return until == null ? 0 : daysAfter(baselineDue, until);
    }

    private static int daysAfter(LocalDate due, LocalDate day) {
        return Math.toIntExact(Math.max(0, day.toEpochDay() - due.toEpochDay()));
    }
}
