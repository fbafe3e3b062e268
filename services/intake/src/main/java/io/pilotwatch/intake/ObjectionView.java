package io.pilotwatch.intake;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.intake.core.Objection;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;

/**
 * An objection to an application.
 *
 * @param by the account that raised it, for the programme office only
 * @param raisedAt in the programme's zone
 * @param reason why it was upheld or dismissed; null while it is open
 */
public record ObjectionView(
        UUID objectionId,
        String text,
        @Nullable String by,
        OffsetDateTime raisedAt,
        Objection.State state,
        @Nullable String reason) {

    static ObjectionView of(ObjectionRow row, boolean named, ZoneId zone) {
        return new ObjectionView(
                row.objectionId,
                row.text,
                named ? row.byAccount : null,
                row.raisedAt.atZone(zone).toOffsetDateTime(),
                row.state,
                row.settledReason);
    }
}
