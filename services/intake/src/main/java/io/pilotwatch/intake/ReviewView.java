package io.pilotwatch.intake;

import io.pilotwatch.contracts.Nullable;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One expert's review.
 *
 * @param by the expert's account
 * @param scores 0 to 100 by criterion
 * @param score 0 to 100, weighted by the programme's criteria
 * @param inForce false where a later review of the same expert took its place
 * @param at in the programme's zone
 */
public record ReviewView(
        String by,
        Map<String, Integer> scores,
        int score,
        boolean supports,
        String opinion,
        boolean inForce,
        OffsetDateTime at) {

    static List<ReviewView> of(List<ReviewRow> reviews, ZoneId zone) {
        var inForce = ApplicationRows.inForce(reviews);
        return reviews.stream()
                .map(r -> new ReviewView(
                        r.byAccount,
                        r.byCriterion(),
                        r.score,
                        r.supports,
                        r.opinion,
                        inForce.contains(r),
                        r.givenAt.atZone(zone).toOffsetDateTime()))
                .toList();
    }

    /** The mean of those in force, to one decimal; null without any. */
    @Nullable
    static Double meanOf(List<ReviewRow> reviews) {
        OptionalDouble mean =
                ApplicationRows.inForce(reviews).stream().mapToInt(r -> r.score).average();
        return mean.isPresent() ? Math.round(mean.getAsDouble() * 10) / 10.0 : null;
    }
}
