package io.pilotwatch.intake;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotState;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * One line of a history.
 *
 * @param version of the application or pilot after it
 * @param event what was told of it; null where nobody was, as of a draft
 * @param state in which it was left
 * @param reason in the words of whoever did it; null where none was given
 * @param by the account; null where the system did by itself
 * @param at in the programme's zone
 */
public record EntryView(
        long version,
        @Nullable EventType event,
        Named state,
        @Nullable String reason,
        @Nullable String by,
        OffsetDateTime at) {

    static EntryView of(EntryRow row, ZoneId zone) {
        var text = switch (row.subject) {
            case APPLICATION -> ApplicationState.valueOf(row.state).text();
            case PILOT -> PilotState.valueOf(row.state).text();
        };
        return new EntryView(
                row.version,
                row.event,
                new Named(row.state, text),
                row.reason,
                row.byAccount,
                row.recordedAt.atZone(zone).toOffsetDateTime());
    }
}
