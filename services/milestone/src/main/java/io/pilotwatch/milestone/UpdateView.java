package io.pilotwatch.milestone;

import io.pilotwatch.contracts.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An update as answered: the receipt that its sender gets, and what the list shows.
 *
 * @param revision of the milestone after it
 * @param percent 0 to 100
 * @param forecastDate programme day that it named; null where it named none
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
        Instant recordedAt,
        String by) {

    static UpdateView of(EntryRow row) {
        return new UpdateView(
                row.updateId,
                row.pilotId,
                row.milestoneId,
                row.revision,
                row.percent,
                row.forecast,
                row.note,
                row.recordedAt,
                row.byAccount);
    }
}
