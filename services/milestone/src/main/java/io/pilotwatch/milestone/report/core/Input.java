package io.pilotwatch.milestone.report.core;

import io.pilotwatch.contracts.MilestoneEvent.Deviation;
import io.pilotwatch.contracts.MilestoneEvent.Issue;
import io.pilotwatch.contracts.MilestoneEvent.Risk;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.RecordEvent.Progress;
import java.util.List;

/** What may be done to a report. Submitting is the team's, the other two the lead regulator's. */
public sealed interface Input {

    /** What the team writes; anything may be missing from it until it is handed in. */
    record Content(
            @Nullable String title,
            @Nullable String summary,
            @Nullable Rating selfRating,
            @Nullable String ratingReason,
            @Nullable String nextPlan,
            List<Deviation> deviations,
            List<Risk> risks,
            List<Issue> issues) {}

    /**
     * It is handed in.
     *
     * @param reportId that it gets if it has none yet
     * @param milestones how far they are now
     */
    record Submit(String reportId, Content content, List<Progress> milestones) implements Input {}

    /** It is taken. */
    record Accept(@Nullable String note) implements Input {}

    /** It is given back. */
    record Return(String reason) implements Input {}
}
