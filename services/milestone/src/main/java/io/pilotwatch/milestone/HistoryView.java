package io.pilotwatch.milestone;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.core.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One thing that was done to a milestone.
 *
 * @param revision of the milestone after it
 * @param updateId of an update only, like forecast and situation
 * @param percent 0 to 100, as the milestone has it afterwards, like due and requestedDue
 * @param forecast programme day that an update named; null where it named none
 * @param note what was said with it; null where nothing
 * @param by the account
 */
public record HistoryView(
        long revision,
        EventType event,
        @Nullable UUID updateId,
        int percent,
        LocalDate due,
        @Nullable LocalDate requestedDue,
        @Nullable LocalDate forecast,
        Situation situation,
        @Nullable String note,
        String by,
        Instant recordedAt) {

    static HistoryView of(EntryRow row) {
        return new HistoryView(
                row.revision,
                row.event,
                row.updateId,
                row.percent,
                row.due,
                row.requestedDue,
                row.forecast,
                row.situation == null ? Situation.UNTOLD : row.situation,
                row.note,
                row.byAccount,
                row.recordedAt);
    }
}
