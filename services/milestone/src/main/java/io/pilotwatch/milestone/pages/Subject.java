package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.MilestoneStep;
import io.pilotwatch.milestone.TaskBookView;
import io.pilotwatch.milestone.decision.Waiting.Key;
import io.pilotwatch.milestone.report.ReportView;
import java.util.List;

/**
 * What one page lets a lead decide on; of the last four only what its kind has.
 *
 * @param waits whether there is anything to decide on still
 * @param name what it is about; null for a task book
 * @param facts of a milestone
 * @param progress that a report tells of
 */
record Subject(
        Key key,
        Head head,
        boolean waits,
        @Nullable Text name,
        @Nullable TaskBookView book,
        List<Goal> goals,
        List<PlanDifference> changes,
        @Nullable ClaimFacts.Facts facts,
        @Nullable ReportView report,
        List<Standings.Standing> progress) {

    /** The kind's code. */
    public String kind() {
        return key.kind().name();
    }

    /** What it is decided by. */
    public Text title() {
        return key.kind().text();
    }

    /** Where the decision is sent to. */
    public String action() {
        return "/milestone/decisions/" + key.path();
    }

    /** Where else one can read it. */
    public String reading() {
        return switch (key.kind()) {
            case TASK_BOOK, CHANGE -> head.path() + "/task-book";
            case CLAIM, EXTENSION -> head.path() + "/milestones/" + key.item();
            case REPORT -> head.path() + "/reports/" + key.item();
        };
    }

    /** Whether this account agreed first to a critical milestone, so that another has to. */
    public boolean isForAnother(String account) {
        return facts != null
                && key.kind() == io.pilotwatch.milestone.decision.Waiting.Kind.CLAIM
                && account.equals(facts.milestone().firstAcceptedBy());
    }

    /** What the team said with what it asks for; null where nothing. */
    @Nullable
    public MilestoneStep asked() {
        if (facts == null) {
            return null;
        }
        var event = key.kind() == io.pilotwatch.milestone.decision.Waiting.Kind.CLAIM
                ? EventType.MILESTONE_CLAIMED
                : EventType.EXTENSION_REQUESTED;
        return facts.steps().stream()
                .filter(step -> step.event() == event)
                .findFirst()
                .orElse(null);
    }

    /** Whether a yes needs a reason too. */
    public boolean alwaysNeedsReason() {
        return key.kind().alwaysNeedsReason();
    }
}
