package io.pilotwatch.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Envelope;
import io.pilotwatch.reporting.PilotReports.Folded;
import io.pilotwatch.reporting.core.PilotReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The journal: every event as it was said. Rows are only ever added. */
@ApplicationScoped
class JournalRows {

    /** An event of the journal and when it happened. */
    record Entry(String eventId, Instant happenedAt, Event event) {}

    /** What this version can read: a newer one may have been here before it. */
    private static final String[] KNOWN =
            Arrays.stream(EventType.values()).map(EventType::wireType).toArray(String[]::new);

    private record Row(
            String eventId,
            String topic,
            String pilotId,
            String type,
            long revision,
            Instant happenedAt,
            JsonNode payload) {}

    private final Sql sql;
    private final JournalMonths months;
    private final Programme programme;

    JournalRows(Sql sql, JournalMonths months, Programme programme) {
        this.sql = sql;
        this.months = months;
        this.programme = programme;
    }

    /** Writes events down, in their order. */
    void add(List<Envelope> events) {
        months.makeFor(events);
        sql.write("""
                insert into journal (event_id, topic, pilot_id, type, revision, happened_at, payload)
                select event_id, topic, pilot_id, type, revision, happened_at, payload
                from jsonb_to_recordset(?::jsonb) as event(event_id text, topic text, pilot_id text, type text,
                    revision bigint, happened_at timestamptz, payload jsonb)""", events.stream().map(this::row).toList());
    }

    /** How many events there are, added up from what each pilot knows of itself: the journal is long. */
    long count() {
        return sql.read("select coalesce(sum(revision), 0) from pilot", row -> row.getLong(1))
                .getFirst();
    }

    /**
     * The latest events of a pilot up to the end of a day, newest first, after the event with this id; empty for all.
     *
     * @param types only of these wire types
     */
    List<Entry> latest(String pilotId, LocalDate day, String[] types, String after, int limit) {
        return sql.read("""
                select event_id, happened_at, type, payload from journal
                where pilot_id = ? and happened_at < ? and type = any (?)
                    and (? = '' or (happened_at, position) < (
                        select happened_at, position from journal where pilot_id = ? and event_id = ?))
                order by happened_at desc, position desc limit ?""", this::entry, pilotId, endOf(day), types, after, pilotId, after, limit);
    }

    /** All events of a pilot up to the end of a day, in the order in which they happened. */
    List<Entry> all(String pilotId, LocalDate day) {
        return sql.read("""
                select event_id, happened_at, type, payload from journal
                where pilot_id = ? and happened_at < ? and type = any (?)
                order by happened_at, position""", this::entry, pilotId, endOf(day), KNOWN);
    }

    /** Each event of these pilots, one pilot after the other, in the order in which they happened; inside a transaction. */
    void each(String[] pilotIds, Consumer<Entry> taker) {
        sql.each("""
                select event_id, happened_at, type, payload from journal
                where pilot_id = any (?) and type = any (?)
                order by pilot_id, happened_at, position""", row -> taker.accept(entry(row)), pilotIds, KNOWN);
    }

    /** A pilot's report as of the end of a day; none where nothing was known of it. */
    Optional<Folded> reportAsOf(String pilotId, LocalDate day) {
        var events = all(pilotId, day);
        var report = PilotReport.empty(pilotId);
        for (var entry : events) {
            report = PilotReport.fold(report, entry.event(), entry.happenedAt());
        }
        return events.isEmpty() ? Optional.empty() : Optional.of(new Folded(0, events.size(), report));
    }

    private OffsetDateTime endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(programme.zone()).toOffsetDateTime();
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
                envelope.said() == null ? sql.json(event) : sql.said(envelope.said()));
    }

    private Entry entry(ResultSet row) throws SQLException {
        var type = EventType.ofWireType(row.getString("type")).orElseThrow();
        return new Entry(
                row.getString("event_id"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                sql.value(row.getString("payload"), type.record()));
    }
}
