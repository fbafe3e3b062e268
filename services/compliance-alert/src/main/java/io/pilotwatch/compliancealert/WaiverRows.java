package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.AlertWaived;
import io.pilotwatch.contracts.AlertEvent.AlertWaiverEnded;
import io.pilotwatch.contracts.AlertEvent.Waiver;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** Waivers as rows, for who looks at those of many pilots; the facts, which the rules ask, have the same. */
@ApplicationScoped
class WaiverRows {

    private final DataSource database;

    WaiverRows(DataSource database) {
        this.database = database;
    }

    /** Writes what the event says of a waiver; its pilot's row is locked. */
    void save(AlertEvent event) {
        switch (event) {
            case AlertWaived e -> insert(e.waiver(), e.revision());
            case AlertWaiverEnded e -> end(e);
            default -> throw new IllegalArgumentException("says nothing of a waiver: " + event);
        }
    }

    private void insert(Waiver waiver, long revision) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into waiver (waiver_id, pilot_id, revision, rule, subject, reason, by, until)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, UUID.fromString(waiver.waiverId()));
            insert.setString(2, waiver.pilotId());
            insert.setLong(3, revision);
            insert.setString(4, waiver.rule());
            insert.setString(5, waiver.subject());
            insert.setString(6, waiver.reason());
            insert.setString(7, waiver.by());
            insert.setObject(8, utc(waiver.until()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void end(AlertWaiverEnded event) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update waiver set revision = ?, ended_at = ?, ended_by = ?,"
                        + " ended_because = ? where waiver_id = ?")) {
            update.setLong(1, event.revision());
            update.setObject(2, utc(event.waiver().endedAt()));
            update.setString(3, event.by());
            update.setString(4, event.reason());
            update.setObject(5, UUID.fromString(event.waiver().waiverId()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
