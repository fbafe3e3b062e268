package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Rectification;
import io.pilotwatch.compliancealert.core.Rectification.Accepted;
import io.pilotwatch.compliancealert.core.Rectification.Answer;
import io.pilotwatch.compliancealert.core.Rectification.Answered;
import io.pilotwatch.compliancealert.core.Rectification.Order;
import io.pilotwatch.compliancealert.core.Rectification.Ordered;
import io.pilotwatch.contracts.RectificationState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A rectification as a row. */
final class RectificationRow {

    static final String UPSERT = "insert into rectification (rectification_id, pilot_id, revision, demand, ordered_on,"
            + " due, state, answer, evidence_ids, answered_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (rectification_id) do update set revision = excluded.revision, state = excluded.state,"
            + " answer = excluded.answer, evidence_ids = excluded.evidence_ids, answered_on = excluded.answered_on";

    private RectificationRow() {}

    static Rectification read(ResultSet row) throws SQLException {
        var order = new Order(
                row.getString("rectification_id"),
                row.getString("pilot_id"),
                row.getString("demand"),
                row.getObject("ordered_on", LocalDate.class),
                row.getObject("due", LocalDate.class));
        var text = row.getString("answer");
        var answer =
                text == null ? null : new Answer(text, evidenceIds(row), row.getObject("answered_on", LocalDate.class));
        var revision = row.getLong("revision");
        return switch (RectificationState.valueOf(row.getString("state"))) {
            case ORDERED -> new Ordered(order, revision, answer);
            case ANSWERED -> new Answered(order, revision, answer);
            case ACCEPTED -> new Accepted(order, revision, answer);
        };
    }

    static void fill(PreparedStatement upsert, Rectification r) throws SQLException {
        var told = r.told();
        upsert.setObject(1, UUID.fromString(told.rectificationId()));
        upsert.setString(2, told.pilotId());
        upsert.setLong(3, r.revision());
        upsert.setString(4, told.demand());
        upsert.setObject(5, told.orderedOn());
        upsert.setObject(6, told.due());
        upsert.setString(7, told.state().name());
        upsert.setString(8, told.answer());
        upsert.setArray(
                9,
                upsert.getConnection().createArrayOf("text", told.evidenceIds().toArray()));
        upsert.setObject(10, r.answer() == null ? null : r.answer().on());
    }

    static List<String> evidenceIds(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("evidence_ids").getArray());
    }
}
