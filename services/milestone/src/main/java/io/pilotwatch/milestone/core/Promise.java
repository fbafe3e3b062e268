package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.PlannedMilestone;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * What a task book promises of a milestone.
 *
 * @param baselineDue programme day promised first; never changes
 * @param due programme day that counts now
 * @param requestedDue the later day for which the team asks; null without such a request
 * @param deadlineVersion 1, and one more with each extension
 * @param weight share of the task book in percent
 * @param criterion by what one will know that it is reached; null where the plan states none
 * @param dependsOn ids of the milestones that must be reached before it is claimed
 */
public record Promise(
        String milestoneId,
        Text title,
        LocalDate baselineDue,
        LocalDate due,
        @Nullable LocalDate requestedDue,
        int deadlineVersion,
        int weight,
        boolean critical,
        @Nullable Text criterion,
        List<String> dependsOn) {

    /** As a plan proposes it. */
    static Promise of(PlannedMilestone p) {
        return new Promise(
                p.milestoneId(),
                p.title(),
                p.due(),
                p.due(),
                null,
                1,
                p.weight(),
                p.critical(),
                p.criterion(),
                p.dependsOn());
    }

    /** As it was told. */
    static Promise of(MilestoneEvent.Milestone m) {
        return new Promise(
                m.milestoneId(),
                m.title(),
                m.baselineDue(),
                m.due(),
                m.requestedDue(),
                m.deadlineVersion(),
                m.weight(),
                m.critical(),
                m.criterion(),
                m.dependsOn());
    }

    /** As a plan would propose it now. */
    PlannedMilestone planned() {
        return new PlannedMilestone(milestoneId, title, due, weight, critical, criterion, dependsOn);
    }

    /** As a plan proposes it anew; its days stay. */
    Promise as(PlannedMilestone p) {
        return new Promise(
                milestoneId,
                p.title(),
                baselineDue,
                due,
                requestedDue,
                deadlineVersion,
                p.weight(),
                p.critical(),
                p.criterion(),
                p.dependsOn());
    }

    /** With a later day asked for. */
    Promise asking(LocalDate newDue) {
        return with(due, newDue, deadlineVersion);
    }

    /** With nothing asked for. */
    Promise settled() {
        return with(due, null, deadlineVersion);
    }

    /** With the day asked for as the one that counts. */
    Promise extended() {
        return with(requestedDue, null, deadlineVersion + 1);
    }

    private Promise with(LocalDate nextDue, LocalDate nextRequested, int nextVersion) {
        return new Promise(
                milestoneId,
                title,
                baselineDue,
                nextDue,
                nextRequested,
                nextVersion,
                weight,
                critical,
                criterion,
                dependsOn);
    }
}
