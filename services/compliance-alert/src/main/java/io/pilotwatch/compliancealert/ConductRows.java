package io.pilotwatch.compliancealert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.compliancealert.core.Conduct.Change;
import io.pilotwatch.compliancealert.core.ConductState;
import io.pilotwatch.compliancealert.core.Flag;
import io.pilotwatch.platform.DatabaseFailure;
import io.pilotwatch.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Flags as rows, and their history. Whoever writes one holds the lock on its pilot's facts. */
@ApplicationScoped
class ConductRows {

    /**
     * One thing that happened to a flag.
     *
     * @param flag as it was from then on
     */
    record Step(long revision, String what, Instant at, Flag flag) {}

    private static final String UPSERT = "insert into conduct_flag"
            + " (flag_id, pilot_id, category, outcome, state, revision, flag) values (?, ?, ?, ?, ?, ?, ?::jsonb)"
            + " on conflict (flag_id) do update set outcome = excluded.outcome, state = excluded.state,"
            + " revision = excluded.revision, flag = excluded.flag";

    private final DataSource database;
    private final ObjectMapper mapper;

    ConductRows(DataSource database, ObjectMapper mapper) {
        this.database = database;
        // A row may have been written by a newer version of this service.
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Writes flags as they stand, and of each change that counts a line of history. */
    void save(List<Change> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(UPSERT);
                var insert = connection.prepareStatement("insert into conduct_flag_history"
                        + " (flag_id, revision, what, at, flag) values (?, ?, ?, ?, ?::jsonb)")) {
            for (var change : changes) {
                fill(upsert, change.after());
                upsert.addBatch();
                if (change.counts()) {
                    fill(insert, change, now);
                    insert.addBatch();
                }
            }
            upsert.executeBatch();
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** All that ever happened to one, oldest first. */
    List<Step> history(String flagId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select * from conduct_flag_history where flag_id = ? order by revision")) {
            select.setString(1, flagId);
            try (var found = select.executeQuery()) {
                var steps = new ArrayList<Step>();
                while (found.next()) {
                    steps.add(new Step(
                            found.getLong("revision"),
                            found.getString("what"),
                            Sql.instant(found, "at"),
                            read(found.getString("flag"))));
                }
                return steps;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** A pilot's flags as they were known at that instant. */
    SortedMap<String, Flag> asOf(String pilotId, Instant at) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select distinct on (flag_id) flag_id, h.flag"
                        + " from conduct_flag_history h join conduct_flag using (flag_id)"
                        + " where pilot_id = ? and at <= ? order by flag_id, h.revision desc")) {
            select.setString(1, pilotId);
            select.setObject(2, at.atOffset(ZoneOffset.UTC));
            try (var found = select.executeQuery()) {
                var flags = new TreeMap<String, Flag>();
                while (found.next()) {
                    flags.put(found.getString(1), read(found.getString(2)));
                }
                return flags;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    Flag read(String json) {
        try {
            return mapper.readValue(json, Flag.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a flag that cannot be read", e);
        }
    }

    private void fill(PreparedStatement upsert, Flag flag) throws SQLException {
        var told = flag.flag();
        upsert.setString(1, told.flagId());
        upsert.setString(2, told.pilotId());
        upsert.setString(3, told.category());
        upsert.setString(4, told.outcome().name());
        upsert.setString(5, flag.state().name());
        upsert.setLong(6, flag.changes());
        upsert.setString(7, json(flag));
    }

    private void fill(PreparedStatement insert, Change change, Instant now) throws SQLException {
        var flag = change.after();
        insert.setString(1, flag.flag().flagId());
        insert.setLong(2, flag.changes());
        insert.setString(3, what(change));
        insert.setObject(4, now.atOffset(ZoneOffset.UTC));
        insert.setString(5, json(flag));
    }

    private static String what(Change change) {
        var state = change.after().state();
        return state == ConductState.FOUND && change.before() != null ? "FOUND_AGAIN" : state.name();
    }

    private String json(Flag flag) {
        try {
            return mapper.writeValueAsString(flag);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
