package io.pilotwatch.milestone.report;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.milestone.UpdateResource.Deviation;
import io.pilotwatch.milestone.UpdateResource.Issue;
import io.pilotwatch.milestone.UpdateResource.Risk;
import io.pilotwatch.milestone.report.core.Input;
import io.pilotwatch.platform.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A report for which nobody waits; the rest as in {@link Writing}.
 *
 * @param kind AD_HOC or INCIDENT
 */
public record NewReport(
        @NotNull ReportKind kind,
        @NotBlank @Words @Size(max = 200) String title,
        @NotBlank @Words String summary,
        @NotNull Rating selfRating,
        @Nullable @Words String ratingReason,
        @Nullable @Words String nextPlan,
        @Nullable @Size(max = Writing.MOST) List<@NotNull @Valid Deviation> deviations,
        @Nullable @Size(max = Writing.MOST) List<@NotNull @Valid Risk> risks,
        @Nullable @Size(max = Writing.MOST) List<@NotNull @Valid Issue> issues) {

    /** What is decided on. */
    public Input.Content content() {
        return new Writing(title, summary, selfRating, ratingReason, nextPlan, deviations, risks, issues).content();
    }
}
