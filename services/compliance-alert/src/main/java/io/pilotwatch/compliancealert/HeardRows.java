package io.pilotwatch.compliancealert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.compliancealert.core.Posted;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.contracts.RecordEvent.OfEvidence;
import io.pilotwatch.platform.DatabaseFailure;
import io.pilotwatch.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The journal of what was heard, as rows; only ever added to. */
@ApplicationScoped
class HeardRows {

    /**
     * An event and when it happened.
     *
     * @param said word for word as it came; null where it did not come
     */
    record Heard(Event event, Instant at, @Nullable String said) {
        Heard(Event event, Instant at) {
            this(event, at, null);
        }
    }

    /** What this version can read: a newer one may have been here before it. */
    private static final Object[] KNOWN =
            Arrays.stream(EventType.values()).map(EventType::wireType).toArray();

    private final DataSource database;
    private final Sql sql;
    private final ObjectMapper mapper;
    private final Clock clock;

    HeardRows(DataSource database, Sql sql, ObjectMapper mapper, Clock clock) {
        this.database = database;
        this.sql = sql;
        // An event may have been said by a newer version of another service.
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.clock = clock;
    }

    /** Keeps them in their order; the rows of their pilots are locked. */
    void add(Collection<Heard> all) {
        var heardAt = clock.instant().atOffset(ZoneOffset.UTC);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into heard_event"
                                + " (pilot_id, type, payload, happened_at, heard_at, has_text) values (?, ?, ?::jsonb, ?, ?, ?)")) {
            for (var heard : all) {
                insert.setString(1, heard.event().pilotId());
                insert.setString(2, EventType.of(heard.event()).wireType());
                insert.setString(3, heard.said() == null ? mapper.writeValueAsString(heard.event()) : heard.said());
                insert.setObject(4, heard.at().atOffset(ZoneOffset.UTC));
                insert.setObject(5, heardAt);
                insert.setBoolean(6, !Posted.texts(heard.event()).isEmpty());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What had been heard of a pilot by that instant, in the order in which it was. */
    List<Heard> of(String pilotId, Instant until) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select type, payload, happened_at from heard_event"
                        + " where pilot_id = ? and heard_at <= ? and type = any(?) order by position")) {
            select.setString(1, pilotId);
            select.setObject(2, until.atOffset(ZoneOffset.UTC));
            select.setArray(3, connection.createArrayOf("text", KNOWN));
            try (var found = select.executeQuery()) {
                var all = new ArrayList<Heard>();
                while (found.next()) {
                    all.add(read(found));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** By pilot, everything in which a team wrote something, in the order in which it was heard. */
    Map<String, List<Heard>> texts(Collection<String> pilotIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select type, payload, happened_at from heard_event"
                        + " where has_text and pilot_id = any(?) and type = any(?) order by pilot_id, position")) {
            select.setArray(1, connection.createArrayOf("text", pilotIds.toArray()));
            select.setArray(2, connection.createArrayOf("text", KNOWN));
            try (var found = select.executeQuery()) {
                var texts = new HashMap<String, List<Heard>>();
                while (found.next()) {
                    var heard = read(found);
                    texts.computeIfAbsent(heard.event().pilotId(), id -> new ArrayList<>())
                            .add(heard);
                }
                return texts;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Whether it was heard of each of these that it is evidence of the pilot. */
    boolean areEvidence(String pilotId, Collection<String> evidenceIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(distinct payload #>> '{evidence,evidenceId}') from heard_event where pilot_id = ?"
                                + " and type = ? and payload #>> '{evidence,evidenceId}' = any(?)")) {
            select.setString(1, pilotId);
            select.setString(2, EventType.EVIDENCE_ATTACHED.wireType());
            select.setArray(3, connection.createArrayOf("text", evidenceIds.toArray()));
            try (var found = select.executeQuery()) {
                return found.next()
                        && found.getInt(1) == Set.copyOf(evidenceIds).size();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** All evidence that was heard of a pilot, latest first, as it was when it was last heard of. */
    List<Evidence> evidence(String pilotId) {
        var types = Stream.of(EventType.EVIDENCE_ATTACHED, EventType.EVIDENCE_VERIFIED)
                .map(EventType::wireType)
                .toList();
        var latest = new LinkedHashMap<String, Evidence>();
        sql.read(
                        "select type, payload, happened_at from heard_event where pilot_id = ? and type = any(?)"
                                + " order by position desc",
                        this::read,
                        pilotId,
                        types)
                .forEach(heard -> {
                    var evidence = ((OfEvidence) heard.event()).evidence();
                    latest.putIfAbsent(evidence.evidenceId(), evidence);
                });
        return List.copyOf(latest.values());
    }

    private Heard read(ResultSet row) throws SQLException {
        var type = EventType.ofWireType(row.getString(1)).orElseThrow();
        try {
            var event = mapper.readValue(row.getString(2), type.record());
            return new Heard(event, row.getObject(3, OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that cannot be read", e);
        }
    }
}
