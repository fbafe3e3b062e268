package io.pilotwatch.milestone.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.platform.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The reports as they stand, and how they came to. Only ever added. */
@ApplicationScoped
class ReportRows {

    private static final String LAST = "select distinct on (pilot_id, report_id) revision, event, report, note,"
            + " by_account, recorded_at, pilot_id from report_entry where pilot_id = any(?)"
            + " order by pilot_id, report_id, revision desc";

    private static final String INSERT = "insert into report_entry (pilot_id, report_id, revision, period, event,"
            + " report, note, by_account, recorded_at) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)";

    private final DataSource database;
    private final ObjectMapper mapper;

    ReportRows(DataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** Each of the pilot's reports by what befell it last. */
    List<ReportRow> of(String pilotId) {
        return of(List.of(pilotId)).getOrDefault(pilotId, List.of());
    }

    /** The same of each of these pilots that has any. */
    Map<String, List<ReportRow>> of(Collection<String> pilotIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(LAST)) {
            select.setArray(1, connection.createArrayOf("text", pilotIds.toArray()));
            var rows = new HashMap<String, List<ReportRow>>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    rows.computeIfAbsent(found.getString(7), id -> new ArrayList<>())
                            .add(row(found));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private ReportRow row(ResultSet found) throws SQLException {
        try {
            return new ReportRow(
                    found.getLong(1),
                    EventType.valueOf(found.getString(2)),
                    mapper.readValue(found.getString(3), RecordEvent.Report.class),
                    found.getString(4),
                    found.getString(5),
                    found.getObject(6, OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(String pilotId, ReportRow row) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, pilotId);
            insert.setObject(2, UUID.fromString(row.report().reportId()));
            insert.setLong(3, row.revision());
            insert.setString(4, row.report().period());
            insert.setString(5, row.event().name());
            insert.setString(6, mapper.writeValueAsString(row.report()));
            insert.setString(7, row.note());
            insert.setString(8, row.by());
            insert.setObject(9, row.recordedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
