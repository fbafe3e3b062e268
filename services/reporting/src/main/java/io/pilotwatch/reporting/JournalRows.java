package io.pilotwatch.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.platform.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The journal: every event as it was said. Rows are only ever added. */
@ApplicationScoped
class JournalRows {

    /** An event of the journal and when it happened. */
    record Entry(String eventId, Instant happenedAt, Event event) {}

    private record Row(
            String eventId,
            String topic,
            String pilotId,
            String type,
            long revision,
            Instant happenedAt,
            JsonNode payload) {}

    private final Sql sql;

    JournalRows(Sql sql) {
        this.sql = sql;
    }

    /** Writes events down, in their order. */
    void add(List<Envelope> events) {
        sql.write("""
                insert into journal (event_id, topic, pilot_id, type, revision, happened_at, payload)
                select event_id, topic, pilot_id, type, revision, happened_at, payload
                from jsonb_to_recordset(?::jsonb) as event(event_id text, topic text, pilot_id text, type text,
                    revision bigint, happened_at timestamptz, payload jsonb)""", events.stream().map(this::row).toList());
    }

    /** The latest events of a pilot, newest first. */
    List<Entry> latest(String pilotId, int limit) {
        return sql.read("""
                select event_id, happened_at, type, payload from journal
                where pilot_id = ? order by happened_at desc, position desc limit ?""", this::entry, pilotId, limit);
    }

    private Row row(Envelope envelope) {
        var event = envelope.event();
        var type = EventType.of(event);
        return new Row(
                envelope.id(),
                type.topic().wireName(),
                event.pilotId(),
                type.wireType(),
                event.revision(),
                envelope.time(),
                sql.json(event));
    }

    private Entry entry(ResultSet row) throws SQLException {
        var type = EventType.ofWireType(row.getString("type")).orElseThrow();
        return new Entry(
                row.getString("event_id"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                sql.value(row.getString("payload"), type.record()));
    }
}
