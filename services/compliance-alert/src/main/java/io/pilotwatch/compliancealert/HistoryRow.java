package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledged;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledgementExpired;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.AlertCommented;
import io.pilotwatch.contracts.AlertEvent.AlertDismissed;
import io.pilotwatch.contracts.AlertEvent.AlertEscalated;
import io.pilotwatch.contracts.AlertEvent.AlertMuted;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.AlertEvent.AlertUnmuted;
import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * One line of an alert's history: what an event did to it.
 *
 * @param by the account that acted; null where the facts or time did it
 * @param agency whose acknowledgement it was, or to whom it was escalated
 * @param text of the alert when it was raised, the reason when it was muted or cleared
 * @param note what the person wrote
 */
record HistoryRow(
        Alert alert,
        long revision,
        String what,
        @Nullable String by,
        @Nullable String agency,
        @Nullable Text text,
        @Nullable String note) {

    static final String INSERT = "insert into alert_history (alert_id, revision, what, at, by, agency, severity, level,"
            + " muted, late_detected, text_zh, text_en, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static HistoryRow of(OfAlert event) {
        return switch (event) {
            case AlertRaised e -> row(e, null, null, e.alert().text(), null);
            case AlertAcknowledged e -> row(e, e.by(), e.agency(), null, e.note());
            case AlertAcknowledgementExpired e -> row(e, null, e.agency(), null, null);
            case AlertEscalated e -> row(e, null, e.to(), null, null);
            case AlertCommented e -> row(e, e.by(), null, null, e.comment());
            case AlertMuted e -> row(e, null, null, e.alert().muted().reason(), null);
            case AlertUnmuted e -> row(e, null, null, e.alert().text(), null);
            case AlertDismissed e -> row(e, e.by(), null, null, e.reason());
            case AlertCleared e -> row(e, null, null, e.reason(), null);
        };
    }

    private static HistoryRow row(
            OfAlert event, @Nullable String by, @Nullable String agency, @Nullable Text text, @Nullable String note) {
        var what = event.getClass().getSimpleName();
        return new HistoryRow(event.alert(), event.revision(), what, by, agency, text, note);
    }

    void fill(PreparedStatement insert, Instant at) throws SQLException {
        insert.setString(1, alert.alertId());
        insert.setLong(2, revision);
        insert.setString(3, what);
        insert.setObject(4, at.atOffset(ZoneOffset.UTC));
        insert.setString(5, by);
        insert.setString(6, agency);
        insert.setString(7, alert.severity().name());
        insert.setInt(8, alert.level());
        insert.setBoolean(9, alert.muted() != null);
        insert.setBoolean(10, alert.lateDetected());
        insert.setString(11, text == null ? null : text.zh());
        insert.setString(12, text == null ? null : text.en());
        insert.setString(13, note);
    }
}
