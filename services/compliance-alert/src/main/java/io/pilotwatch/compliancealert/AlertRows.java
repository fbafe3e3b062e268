package io.pilotwatch.compliancealert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.compliancealert.core.Breach;
import io.pilotwatch.compliancealert.core.Tracked;
import io.pilotwatch.contracts.AlertEvent.Addressee;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.Mute;
import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Alerts and their history as rows; written in sets, since one step of the clock may raise many. */
@ApplicationScoped
class AlertRows {

    private static final String UPSERT = "insert into alert (alert_id, pilot_id, rule, subject, deadline_version,"
            + " revision, severity, level, threshold, state, text_zh, text_en, expected_at, raised_at, late_detected,"
            + " addressees, agencies, muted)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb) on conflict (alert_id) do update set"
            + " revision = excluded.revision, severity = excluded.severity, level = excluded.level,"
            + " threshold = excluded.threshold, state = excluded.state, text_zh = excluded.text_zh,"
            + " text_en = excluded.text_en, expected_at = excluded.expected_at, raised_at = excluded.raised_at,"
            + " late_detected = excluded.late_detected, addressees = excluded.addressees,"
            + " agencies = excluded.agencies, muted = excluded.muted";

    private static final TypeReference<List<Addressee>> ADDRESSEES = new TypeReference<>() {};

    private final DataSource database;
    private final ObjectMapper mapper;

    AlertRows(DataSource database, ObjectMapper mapper) {
        this.database = database;
        // A row may have been written by a newer version of this service.
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
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

    /** All of these pilots that are not cleared, as they are. */
    List<Tracked> notCleared(List<String> pilotIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select * from alert where pilot_id = any(?) and state <> 'CLEARED'")) {
            select.setArray(1, connection.createArrayOf("text", pilotIds.toArray()));
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
    void save(Collection<? extends OfAlert> events, Instant now) {
        var steps = events.stream().map(HistoryRow::of).toList();
        if (steps.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(UPSERT);
                var insert = connection.prepareStatement(HistoryRow.INSERT)) {
            // An alert may change twice at once; as it stands it is written once.
            var last = new LinkedHashMap<String, HistoryRow>();
            steps.forEach(step -> last.put(step.alert().alertId(), step));
            for (var step : last.values()) {
                fill(connection, upsert, step.alert(), step.revision());
                upsert.addBatch();
            }
            for (var step : steps) {
                step.fill(insert, now);
                insert.addBatch();
            }
            upsert.executeBatch();
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void fill(Connection connection, PreparedStatement upsert, Alert alert, long revision) throws SQLException {
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
        upsert.setString(16, json(alert.addressees()));
        upsert.setArray(17, connection.createArrayOf("text", agencies(alert)));
        upsert.setString(18, alert.muted() == null ? null : json(alert.muted()));
    }

    /** Who may see it for its own sake: its addressees, and those to whom it was escalated. */
    private static String[] agencies(Alert alert) {
        return alert.addressees().stream()
                .flatMap(a -> Stream.concat(Stream.of(a.agency()), a.escalatedTo().stream()))
                .distinct()
                .toArray(String[]::new);
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Tracked> read(PreparedStatement select) throws SQLException {
        try (var found = select.executeQuery()) {
            var alerts = new ArrayList<Tracked>();
            while (found.next()) {
                alerts.add(read(found));
            }
            return alerts;
        }
    }

    /** The alert of a row that has all columns of the table. */
    Tracked read(ResultSet row) throws SQLException {
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
                Sql.instant(row, "expected_at"),
                Sql.instant(row, "raised_at"),
                row.getBoolean("late_detected"),
                addressees(row.getString("addressees")),
                mute(row.getString("muted")));
        return new Tracked(alert, row.getLong("revision"));
    }

    private List<Addressee> addressees(String json) {
        try {
            return mapper.readValue(json, ADDRESSEES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("addressees that cannot be read", e);
        }
    }

    private @Nullable Mute mute(@Nullable String json) {
        try {
            return json == null ? null : mapper.readValue(json, Mute.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mute that cannot be read", e);
        }
    }
}
