package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledged;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * One line of an alert's history: what an event did to it.
 *
 * @param by the account that acted; null where the facts did it
 * @param text of the alert when it was raised, the reason when it was cleared
 * @param note what the person wrote
 */
record HistoryRow(
        Alert alert,
        long revision,
        String what,
        @Nullable String by,
        @Nullable Text text,
        @Nullable String note) {

    static final String INSERT = "insert into alert_history (alert_id, revision, what, at, by, severity, level,"
            + " late_detected, text_zh, text_en, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static HistoryRow of(AlertEvent event) {
        var what = event.getClass().getSimpleName();
        return switch (event) {
            case AlertRaised e ->
                new HistoryRow(e.alert(), e.revision(), what, null, e.alert().text(), null);
            case AlertCleared e -> new HistoryRow(e.alert(), e.revision(), what, null, e.reason(), null);
            case AlertAcknowledged e -> new HistoryRow(e.alert(), e.revision(), what, e.by(), null, e.note());
            default -> throw new IllegalArgumentException("no alert: " + event);
        };
    }

    void fill(PreparedStatement insert, Instant at) throws SQLException {
        insert.setString(1, alert.alertId());
        insert.setLong(2, revision);
        insert.setString(3, what);
        insert.setObject(4, at.atOffset(ZoneOffset.UTC));
        insert.setString(5, by);
        insert.setString(6, alert.severity().name());
        insert.setInt(7, alert.level());
        insert.setBoolean(8, alert.lateDetected());
        insert.setString(9, text == null ? null : text.zh());
        insert.setString(10, text == null ? null : text.en());
        insert.setString(11, note);
    }
}
