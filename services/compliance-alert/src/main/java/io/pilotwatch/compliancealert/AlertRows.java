package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Breach;
import io.pilotwatch.compliancealert.core.Tracked;
import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Alerts and their history as rows; written in sets, since one step of the clock may raise many. */
@ApplicationScoped
class AlertRows {

    private static final String UPSERT = "insert into alert (alert_id, pilot_id, rule, subject, deadline_version,"
            + " revision, severity, level, threshold, state, text_zh, text_en, expected_at, raised_at, late_detected)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (alert_id) do update set"
            + " revision = excluded.revision, severity = excluded.severity, level = excluded.level,"
            + " threshold = excluded.threshold, state = excluded.state, text_zh = excluded.text_zh,"
            + " text_en = excluded.text_en, expected_at = excluded.expected_at, raised_at = excluded.raised_at,"
            + " late_detected = excluded.late_detected";

    private final DataSource database;

    AlertRows(DataSource database) {
        this.database = database;
    }

    /** What {@code Alerting.compare} needs of these pilots, locked: an acknowledgement under way is waited for. */
    List<Tracked> lockForComparison(Map<String, List<Breach>> breaches) {
        var ids = new ArrayList<String>();
        breaches.forEach((pilotId, holding) -> holding.forEach(b -> ids.add(b.alertId(pilotId))));
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select * from alert where pilot_id = any(?)"
                        + " and (state <> 'CLEARED' or alert_id = any(?)) order by alert_id for update")) {
            select.setArray(
                    1, connection.createArrayOf("text", breaches.keySet().toArray()));
            select.setArray(2, connection.createArrayOf("text", ids.toArray()));
            return read(select);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** One alert, locked. */
    Optional<Tracked> lock(String alertId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select * from alert where alert_id = ? for update")) {
            select.setString(1, alertId);
            return read(select).stream().findFirst();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Writes what the events say: the alert as it stands, and one line of its history. */
    void save(Collection<? extends AlertEvent> events, Instant now) {
        var steps = events.stream().map(HistoryRow::of).toList();
        if (steps.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(UPSERT);
                var insert = connection.prepareStatement(HistoryRow.INSERT)) {
            for (var step : steps) {
                fill(upsert, step.alert(), step.revision());
                upsert.addBatch();
                step.fill(insert, now);
                insert.addBatch();
            }
            upsert.executeBatch();
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void fill(PreparedStatement upsert, Alert alert, long revision) throws SQLException {
        upsert.setString(1, alert.alertId());
        upsert.setString(2, alert.pilotId());
        upsert.setString(3, alert.rule());
        upsert.setString(4, alert.subject());
        upsert.setLong(5, alert.deadlineVersion());
        upsert.setLong(6, revision);
        upsert.setString(7, alert.severity().name());
        upsert.setInt(8, alert.level());
        upsert.setInt(9, alert.threshold());
        upsert.setString(10, alert.state().name());
        upsert.setString(11, alert.text().zh());
        upsert.setString(12, alert.text().en());
        upsert.setObject(13, alert.expectedAt().atOffset(ZoneOffset.UTC));
        upsert.setObject(14, alert.raisedAt().atOffset(ZoneOffset.UTC));
        upsert.setBoolean(15, alert.lateDetected());
    }

    private static List<Tracked> read(PreparedStatement select) throws SQLException {
        try (var found = select.executeQuery()) {
            var alerts = new ArrayList<Tracked>();
            while (found.next()) {
                alerts.add(read(found));
            }
            return alerts;
        }
    }

    /** The alert of a row that has all columns of the table. */
    static Tracked read(ResultSet row) throws SQLException {
        var alert = new Alert(
                row.getString("alert_id"),
                row.getString("pilot_id"),
                row.getString("rule"),
                row.getString("subject"),
                row.getLong("deadline_version"),
                Severity.valueOf(row.getString("severity")),
                row.getInt("level"),
                row.getInt("threshold"),
                AlertState.valueOf(row.getString("state")),
                new Text(row.getString("text_zh"), row.getString("text_en")),
                instant(row, "expected_at"),
                instant(row, "raised_at"),
                row.getBoolean("late_detected"),
                List.of(),
                null);
        return new Tracked(alert, row.getLong("revision"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
