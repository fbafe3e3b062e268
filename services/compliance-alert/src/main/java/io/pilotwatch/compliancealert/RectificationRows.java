package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Rectification;
import io.pilotwatch.contracts.AlertEvent.OfRectification;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.AlertEvent.RectificationAnswered;
import io.pilotwatch.contracts.AlertEvent.RectificationOrdered;
import io.pilotwatch.contracts.AlertEvent.RectificationReturned;
import io.pilotwatch.platform.DatabaseFailure;
import io.pilotwatch.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Rectifications and their history. Whoever changes one holds the lock on its pilot's facts. */
@ApplicationScoped
class RectificationRows {

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final DataSource database;

    RectificationRows(DataSource database) {
        this.database = database;
    }

    Optional<Rectification> find(UUID id) {
        return read("select * from rectification where rectification_id = ?", RectificationRow::read, id).stream()
                .findFirst();
    }

    /** Up to {@code most} of a pilot, oldest first, after the given one. */
    List<Rectification> list(String pilotId, UUID after, int most) {
        return read(
                "select * from rectification where pilot_id = ? and rectification_id > ? order by rectification_id limit ?",
                RectificationRow::read,
                pilotId,
                after,
                most);
    }

    /** All that ever happened to one, oldest first. */
    List<RectificationView.Step> history(UUID id) {
        return read(
                "select * from rectification_history where rectification_id = ? order by revision",
                row -> new RectificationView.Step(
                        row.getLong("revision"),
                        row.getString("what"),
                        Sql.instant(row, "at"),
                        row.getString("by"),
                        row.getString("text"),
                        RectificationRow.evidenceIds(row)),
                id);
    }

    /** Writes it as it stands, and one line of its history. */
    void save(Rectification rectification, OfRectification event, Instant now) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(RectificationRow.UPSERT);
                var insert = connection.prepareStatement(
                        "insert into rectification_history"
                                + " (rectification_id, revision, what, at, by, text, evidence_ids) values (?, ?, ?, ?, ?, ?, ?)")) {
            RectificationRow.fill(upsert, rectification);
            upsert.executeUpdate();
            fill(connection, insert, event, now);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void fill(Connection connection, PreparedStatement insert, OfRectification event, Instant now)
            throws SQLException {
        var r = event.rectification();
        var evidence = event instanceof RectificationAnswered ? r.evidenceIds() : List.of();
        insert.setObject(1, UUID.fromString(r.rectificationId()));
        insert.setLong(2, event.revision());
        insert.setString(3, event.getClass().getSimpleName());
        insert.setObject(4, now.atOffset(ZoneOffset.UTC));
        insert.setString(5, event.by());
        insert.setString(6, text(event));
        insert.setArray(7, connection.createArrayOf("text", evidence.toArray()));
    }

    /** What the person wrote. */
    private static String text(OfRectification event) {
        return switch (event) {
            case RectificationOrdered e -> e.rectification().demand();
            case RectificationAnswered e -> e.rectification().answer();
            case RectificationReturned e -> e.reason();
            case RectificationAccepted e -> e.note();
        };
    }

    private <T> List<T> read(String query, Reader<T> reader, Object... parameters) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (var found = select.executeQuery()) {
                var all = new ArrayList<T>();
                while (found.next()) {
                    all.add(reader.read(found));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
