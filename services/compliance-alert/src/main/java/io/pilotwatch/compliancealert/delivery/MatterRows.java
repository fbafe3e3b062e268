package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Matter;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.Sql.Array;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Of whom alerts speak, from the facts. */
@ApplicationScoped
class MatterRows {

    private record Found(String alertId, Matter matter) {}

    private final Sql sql;

    MatterRows(Sql sql) {
        this.sql = sql;
    }

    /** By alert id. */
    Map<String, Matter> of(List<Alert> alerts) {
        return sql
                .read(
                        "select a.alert_id, p.pilot_id, p.organisation, p.synthetic, p.fields,"
                                + " p.facts #>> array['milestones', a.subject, 'milestone', 'due'] as due"
                                + " from unnest(?::text[], ?::text[], ?::text[]) as a(alert_id, pilot_id, subject)"
                                + " join pilot_facts p on p.pilot_id = a.pilot_id",
                        MatterRows::read,
                        Array.of("text", alerts, Alert::alertId),
                        Array.of("text", alerts, Alert::pilotId),
                        Array.of("text", alerts, Alert::subject))
                .stream()
                .collect(Collectors.toMap(Found::alertId, Found::matter, (one, same) -> one));
    }

    private static Found read(ResultSet row) throws SQLException {
        var due = row.getString("due");
        return new Found(
                row.getString("alert_id"),
                new Matter(
                        row.getString("pilot_id"),
                        row.getString("organisation"),
                        row.getBoolean("synthetic"),
                        Sql.texts(row, "fields"),
                        due == null ? null : LocalDate.parse(due)));
    }
}
