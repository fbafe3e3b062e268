package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.MilestoneEvent.Deviation;
import io.pilotwatch.contracts.MilestoneEvent.Issue;
import io.pilotwatch.contracts.MilestoneEvent.Risk;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Rating;
import java.util.List;

/**
 * How the team sees its work.
 *
 * @param selfRating NOT_RATED where it gives none
 * @param ratingReason null where it gives none
 */
public record Situation(
        Rating selfRating,
        @Nullable String ratingReason,
        List<Deviation> deviations,
        List<Risk> risks,
        List<Issue> issues) {

    /** Nothing was said of it. */
    public static final Situation UNTOLD = new Situation(Rating.NOT_RATED, null, List.of(), List.of(), List.of());

    /** Whether the rating needs a reason and has none. */
    boolean lacksReason() {
        return selfRating.needsReason() && (ratingReason == null || ratingReason.isBlank());
    }
}
