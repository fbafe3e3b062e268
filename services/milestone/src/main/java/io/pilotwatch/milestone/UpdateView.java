package io.pilotwatch.milestone;

import io.pilotwatch.contracts.MilestoneEvent.Deviation;
import io.pilotwatch.contracts.MilestoneEvent.Issue;
import io.pilotwatch.contracts.MilestoneEvent.Risk;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.core.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An update as answered.
 *
 * @param revision of the milestone after it
 * @param percent 0 to 100
 * @param forecastDate programme day that it named; null where it named none
 * @param selfRating GREEN, AMBER or RED; NOT_RATED where the team gave none
 * @param ratingReason null where the team gave none
 * @param by the account that sent it
 */
public record UpdateView(
        UUID updateId,
        String pilotId,
        String milestoneId,
        long revision,
        int percent,
        @Nullable LocalDate forecastDate,
        @Nullable String note,
        Named selfRating,
        @Nullable String ratingReason,
        List<Deviation> deviations,
        List<Risk> risks,
        List<Issue> issues,
        Instant recordedAt,
        String by) {

    static UpdateView of(EntryRow row) {
        var situation = row.situation == null ? Situation.UNTOLD : row.situation;
        return new UpdateView(
                row.updateId,
                row.pilotId,
                row.milestoneId,
                row.revision,
                row.percent,
                row.forecast,
                row.note,
                new Named(situation.selfRating().name(), situation.selfRating().text()),
                situation.ratingReason(),
                situation.deviations(),
                situation.risks(),
                situation.issues(),
                row.recordedAt,
                row.byAccount);
    }
}
