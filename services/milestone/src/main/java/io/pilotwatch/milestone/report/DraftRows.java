package io.pilotwatch.milestone.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.platform.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** What teams are still writing. */
@ApplicationScoped
class DraftRows {

    private static final String SAVE =
            "insert into report_draft (pilot_id, report, version, content, saved_by, saved_at)"
                    + " values (?, ?, ?, ?::jsonb, ?, ?) on conflict (pilot_id, report) do update set version ="
                    + " excluded.version, content = excluded.content, saved_by = excluded.saved_by, saved_at = excluded.saved_at";

    private final DataSource database;
    private final ObjectMapper mapper;

    DraftRows(DataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** The draft of a report; one of version 0 where nothing was ever saved. */
    DraftView of(String pilotId, String key) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select version, content, saved_by, saved_at"
                        + " from report_draft where pilot_id = ? and report = ?")) {
            select.setString(1, pilotId);
            select.setString(2, key);
            try (var found = select.executeQuery()) {
                if (!found.next()) {
                    return new DraftView(key, 0, null, null, null);
                }
                var content = found.getString(2);
                return new DraftView(
                        key,
                        found.getLong(1),
                        content == null ? null : mapper.readValue(content, Writing.class),
                        found.getString(3),
                        found.getObject(4, OffsetDateTime.class).toInstant());
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void save(String pilotId, DraftView draft) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(SAVE)) {
            upsert.setString(1, pilotId);
            upsert.setString(2, draft.key());
            upsert.setLong(3, draft.version());
            upsert.setString(4, mapper.writeValueAsString(draft.content()));
            upsert.setString(5, draft.savedBy());
            upsert.setObject(6, draft.savedAt().atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing is being written any more. The version goes on, so that one seen before never fits again. */
    void submitted(String pilotId, String key) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update report_draft set content = null,"
                        + " version = version + 1 where pilot_id = ? and report = ? and content is not null")) {
            update.setString(1, pilotId);
            update.setString(2, key);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
