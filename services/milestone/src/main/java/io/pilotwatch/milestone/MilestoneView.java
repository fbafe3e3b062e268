package io.pilotwatch.milestone;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.core.Milestone;
import java.time.LocalDate;
import java.util.List;

/**
 * A milestone as answered.
 *
 * @param revision also its ETag
 * @param baselineDue programme day promised first
 * @param due programme day that counts now
 * @param weight share of the task book in percent
 * @param criterion by what one will know that it is reached; null where the plan states none
 * @param dependsOn ids of the milestones that must be reached before it is claimed
 * @param percent 0 to 100, as last reported
 * @param forecast programme day last named by the team; null while it named none
 * @param claimedOn programme day of the claim that stands or was accepted; null without one
 * @param firstAcceptedBy the account that accepted the claim of a critical milestone first; null before that
 * @param reachedOn programme day of acceptance; null until reached
 * @param daysLate days from due to reachedOn; null until reached
 * @param overdue days past the due day at the present programme day; 0 in time or closed. A fact beside the state
 * @param requestedDue the later day for which the team has asked and on which nobody has decided; null without
 * @param extensions the later days that were granted, oldest first
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
        @Nullable Text criterion,
        List<String> dependsOn,
        Named state,
        int percent,
        @Nullable LocalDate forecast,
        @Nullable LocalDate claimedOn,
        @Nullable String firstAcceptedBy,
        @Nullable LocalDate reachedOn,
        @Nullable Integer daysLate,
        int overdue,
        @Nullable LocalDate requestedDue,
        List<ExtensionView> extensions) {

    static MilestoneView of(String pilotId, Milestone milestone, List<EntryRow> granted, Present present) {
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
                told.criterion(),
                told.dependsOn(),
                new Named(told.state().name(), told.state().text()),
                told.percent(),
                told.forecast(),
                told.claimedOn(),
                told.firstAcceptedBy(),
                told.reachedOn(),
                told.daysLate(),
                milestone.overdueOn(present.today()),
                told.requestedDue(),
                ExtensionView.of(told.baselineDue(), granted, present));
    }
}
