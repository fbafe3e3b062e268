package io.pilotwatch.milestone.indicator;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Every value that was recorded, and every one that corrected it. Only ever added. */
@ApplicationScoped
class IndicatorRows {

    /**
     * One word on a period.
     *
     * @param reason null for the first word
     */
    record ValueRow(
            String indicator,
            long revision,
            String period,
            BigDecimal value,
            @Nullable String note,
            List<UUID> evidenceIds,
            @Nullable String reason,
            String by,
            Instant recordedAt) {}

    private static final String SELECT = "select indicator, revision, period, value, note, evidence_ids, reason,"
            + " by_account, recorded_at from indicator_value where pilot_id = ? order by indicator, revision";

    private static final String INSERT = "insert into indicator_value (pilot_id, indicator, revision, period, value,"
            + " note, evidence_ids, reason, by_account, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource database;

    IndicatorRows(DataSource database) {
        this.database = database;
    }

    /** All that was said of a pilot's indicators, each one's in the order in which it was said. */
    List<ValueRow> of(String pilotId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setString(1, pilotId);
            var rows = new ArrayList<ValueRow>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static ValueRow row(ResultSet found) throws SQLException {
        return new ValueRow(
                found.getString(1),
                found.getLong(2),
                found.getString(3),
                found.getBigDecimal(4),
                found.getString(5),
                List.of((UUID[]) found.getArray(6).getArray()),
                found.getString(7),
                found.getString(8),
                found.getObject(9, OffsetDateTime.class).toInstant());
    }

    void add(String pilotId, ValueRow row) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, pilotId);
            insert.setString(2, row.indicator());
            insert.setLong(3, row.revision());
            insert.setString(4, row.period());
            insert.setBigDecimal(5, row.value());
            insert.setString(6, row.note());
            insert.setArray(
                    7, connection.createArrayOf("uuid", row.evidenceIds().toArray()));
            insert.setString(8, row.reason());
            insert.setString(9, row.by());
            insert.setObject(10, row.recordedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
