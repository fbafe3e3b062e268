package io.pilotwatch.milestone;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.core.Milestone;
import java.time.LocalDate;

/**
 * A milestone as answered.
 *
 * @param revision also its ETag
 * @param baselineDue programme day promised first
 * @param due programme day that counts now
 * @param weight share of the task book in percent
 * @param percent 0 to 100, as last reported
 * @param forecast programme day last named by the team; null while it named none
 * @param reachedOn programme day of acceptance; null until reached
 * @param daysLate days from due to reachedOn; null until reached
 * @param overdue days past the due day at the present programme day; 0 in time or closed. A fact beside the state
 */
public record MilestoneView(
        String pilotId,
        String milestoneId,
        long revision,
        Text title,
        LocalDate baselineDue,
        LocalDate due,
        int deadlineVersion,
        int weight,
        boolean critical,
        Named state,
        int percent,
        @Nullable LocalDate forecast,
        @Nullable LocalDate reachedOn,
        @Nullable Integer daysLate,
        int overdue) {

    static MilestoneView of(String pilotId, Milestone milestone, LocalDate today) {
        var told = milestone.told();
        return new MilestoneView(
                pilotId,
                told.milestoneId(),
                told.revision(),
                told.title(),
                told.baselineDue(),
                told.due(),
                told.deadlineVersion(),
                told.weight(),
                told.critical(),
                new Named(told.state().name(), told.state().text()),
                told.percent(),
                told.forecast(),
                told.reachedOn(),
                told.daysLate(),
                milestone.overdueOn(today));
    }
}
