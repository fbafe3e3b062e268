package io.pilotwatch.compliancealert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.DatabaseFailure;
import io.pilotwatch.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The facts as rows: columns for what is asked for, JSON for the rest. */
@ApplicationScoped
class FactsRows {

    /** What to do about rows that somebody else has locked. */
    enum OthersRows {
        /** Leave them: whoever has them evaluates them. */
        SKIP("order by next_check_at limit ? for update skip locked"),
        /** Wait for them, in the order in which everybody locks. */
        AWAIT("order by pilot_id limit ? for update");

        private final String clause;

        OthersRows(String clause) {
            this.clause = clause;
        }
    }

    private final DataSource database;
    private final ObjectMapper mapper;

    FactsRows(DataSource database, ObjectMapper mapper) {
        this.database = database;
        // A row may have been written by a newer version of this service.
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** The facts of one pilot, as they are now. */
    Optional<Facts> find(String pilotId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select facts from pilot_facts where pilot_id = ?")) {
            select.setString(1, pilotId);
            return read(select).stream().findFirst();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * A pilot and when its alerts are compared with its facts.
     *
     * @param judgedAt as of when they were last; null for never
     * @param nextCheckAt when they are to be again; null for never
     */
    record Scheduled(
            Facts facts,
            @Nullable Instant judgedAt,
            @Nullable Instant nextCheckAt) {}

    /** Up to {@code most} pilots by id, after this one. */
    List<Scheduled> after(String pilotId, int most) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select facts, judged_at, next_check_at from pilot_facts where pilot_id > ?"
                                + " order by pilot_id limit ?")) {
            select.setString(1, pilotId);
            select.setInt(2, most);
            try (var found = select.executeQuery()) {
                var page = new ArrayList<Scheduled>();
                while (found.next()) {
                    page.add(new Scheduled(
                            facts(found.getString(1)),
                            Sql.instant(found, "judged_at"),
                            Sql.instant(found, "next_check_at")));
                }
                return page;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The facts of these pilots, locked in id order; empty ones for a pilot that is new. */
    Map<String, Facts> lock(Collection<String> pilotIds) {
        var sorted = pilotIds.stream().sorted().toArray(String[]::new);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into pilot_facts (pilot_id, facts) select id, jsonb_build_object('pilotId', id,"
                                + " 'milestones', '{}'::jsonb, 'flags', '{}'::jsonb) from unnest(?) id"
                                + " order by id on conflict do nothing");
                var select = connection.prepareStatement(
                        "select facts from pilot_facts where pilot_id = any(?) order by pilot_id for update")) {
            insert.setArray(1, connection.createArrayOf("text", sorted));
            insert.executeUpdate();
            select.setArray(1, connection.createArrayOf("text", sorted));
            return read(select).stream().collect(Collectors.toMap(Facts::pilotId, Function.identity()));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Pilots of which a rule may change its mind by now, locked. */
    List<Facts> lockDue(Instant now, int most, OthersRows others) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select facts from pilot_facts where next_check_at <= ? " + others.clause)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setInt(2, most);
            return read(select);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Pilots that were last screened by an older vocabulary, locked; those that others have locked are left for later. */
    List<Facts> lockToScreen(String version, int most) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select facts from pilot_facts where screened_by < ?"
                        + " order by screened_by, pilot_id limit ? for update skip locked")) {
            select.setString(1, version);
            select.setInt(2, most);
            return read(select);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** All texts of these pilots, whose rows are locked, are screened by this vocabulary. */
    void screened(Collection<String> pilotIds, String version) {
        screened("update pilot_facts set screened_by = ? where pilot_id = any(?)", pilotIds, version);
    }

    /** A text of these pilots, whose rows are locked, was screened by this vocabulary, and by no newer one. */
    void screenedAtMost(Collection<String> pilotIds, String version) {
        screened(
                "update pilot_facts set screened_by = ? where pilot_id = any(?) and screened_by > ?",
                pilotIds,
                version,
                version);
    }

    private void screened(String sql, Collection<String> pilotIds, String version, String... more) {
        if (pilotIds.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, version);
            update.setArray(2, connection.createArrayOf("text", pilotIds.toArray()));
            for (int i = 0; i < more.length; i++) {
                update.setString(3 + i, more[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * As of when to judge pilots whose rows are locked: now, but no earlier than any of them was judged before, by a replica
     * whose clock is ahead of ours. Otherwise one would take back what the other has raised.
     */
    Instant noEarlier(Instant now, Collection<String> pilotIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select greatest(?, max(judged_at)) as as_of from pilot_facts where pilot_id = any(?)")) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setArray(2, connection.createArrayOf("text", pilotIds.toArray()));
            try (var found = select.executeQuery()) {
                found.next();
                return Sql.instant(found, "as_of");
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Writes when a pilot whose row is locked is to be looked at again; null for never. */
    void reschedule(String pilotId, @Nullable Instant nextCheck) {
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement("update pilot_facts set next_check_at = ? where pilot_id = ?")) {
            update.setObject(1, nextCheck == null ? null : nextCheck.atOffset(ZoneOffset.UTC));
            update.setString(2, pilotId);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Writes facts of rows that are locked.
     *
     * @param judgedAt as of when their alerts were compared with them
     * @param nextChecks by pilot; none where no rule can change its mind by itself
     */
    void save(List<Facts> pilots, Instant judgedAt, Map<String, Instant> nextChecks) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update pilot_facts set organisation = ?, region = ?,"
                        + " synthetic = ?, fields = ?, delegates = ?, facts = ?::jsonb, judged_at = ?,"
                        + " next_check_at = ? where pilot_id = ?")) {
            for (var facts : pilots) {
                fill(connection, update, facts);
                var next = nextChecks.get(facts.pilotId());
                update.setObject(7, judgedAt.atOffset(ZoneOffset.UTC));
                update.setObject(8, next == null ? null : next.atOffset(ZoneOffset.UTC));
                update.setString(9, facts.pilotId());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void fill(Connection connection, PreparedStatement update, Facts facts) throws SQLException {
        var pilot = facts.pilot() == null ? null : facts.pilot().pilot();
        update.setString(1, pilot == null ? null : pilot.organisation());
        update.setString(2, pilot == null ? null : pilot.region());
        update.setObject(3, pilot == null ? null : pilot.synthetic(), Types.BOOLEAN);
        update.setArray(4, pilot == null ? null : texts(connection, pilot.fields()));
        update.setArray(5, pilot == null ? null : texts(connection, pilot.delegates()));
        update.setString(6, json(facts));
    }

    private static Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private List<Facts> read(PreparedStatement select) throws SQLException {
        try (var found = select.executeQuery()) {
            var pilots = new ArrayList<Facts>();
            while (found.next()) {
                pilots.add(facts(found.getString(1)));
            }
            return pilots;
        }
    }

    private Facts facts(String json) {
        try {
            return mapper.readValue(json, Facts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts that cannot be read", e);
        }
    }

    private String json(Facts facts) {
        try {
            return mapper.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
