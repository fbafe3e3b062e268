package io.pilotwatch.milestone.report;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.milestone.UpdateResource.Deviation;
import io.pilotwatch.milestone.UpdateResource.Issue;
import io.pilotwatch.milestone.UpdateResource.Risk;
import io.pilotwatch.milestone.report.core.Input;
import io.pilotwatch.platform.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a team writes in a report. Anything may be missing from a draft; to hand it in, a summary and a self-rating are
 * needed, a reason where that is AMBER or RED, and a title unless the report is periodic.
 *
 * @param title at most 200 characters
 * @param nextPlan what comes in the next period
 */
public record Writing(
        @Nullable @Words @Size(max = 200) String title,
        @Nullable @Words String summary,
        @Nullable Rating selfRating,
        @Nullable @Words String ratingReason,
        @Nullable @Words String nextPlan,
        @Nullable @Size(max = MOST) List<@NotNull @Valid Deviation> deviations,
        @Nullable @Size(max = MOST) List<@NotNull @Valid Risk> risks,
        @Nullable @Size(max = MOST) List<@NotNull @Valid Issue> issues) {

    /** The most deviations, risks or issues of a report. */
    public static final int MOST = 20;

    /** With empty lists where none were given. */
    public Input.Content content() {
        return new Input.Content(
                title,
                summary,
                selfRating,
                ratingReason,
                nextPlan,
                given(deviations).stream()
                        .map(d -> new MilestoneEvent.Deviation(d.what(), d.cause(), d.correction()))
                        .toList(),
                given(risks).stream()
                        .map(r -> new MilestoneEvent.Risk(r.what(), r.level(), r.response()))
                        .toList(),
                given(issues).stream()
                        .map(i -> new MilestoneEvent.Issue(i.what(), i.needs()))
                        .toList());
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
