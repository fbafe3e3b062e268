package io.pilotwatch.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What this service has to tell, kept in its own database until the broker has it. Events join the transaction that made
 * them true; {@link Relay} sends them afterwards, at least once, under the same id.
 */
@ApplicationScoped
public class Outbox {

    private static final String INSERT =
            "insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, partition)"
                    + " values (?, ?, ?, ?, ?, ?::jsonb, ?)";

    private final DataSource database;
    private final Wire wire;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final Ids ids;

    Outbox(DataSource database, Wire wire, ObjectMapper mapper, Clock clock, Ids ids) {
        this.database = database;
        this.wire = wire;
        this.mapper = mapper;
        this.clock = clock;
        this.ids = ids;
    }

    /** Tells events that begin a chain of their own, such as a person's act. */
    @Transactional(TxType.MANDATORY)
    public void add(List<? extends Event> events) {
        add(events, null);
    }

    /** Tells events that follow from {@code cause}, or from nobody's event when it is null. */
    @Transactional(TxType.MANDATORY)
    public void add(List<? extends Event> events, Envelope cause) {
        insert(events.stream().map(event -> row(event, cause)).toList());
    }

    private Row row(Event event, Envelope cause) {
        var id = ids.next();
        var now = clock.instant();
        var correlation = cause == null ? id.toString() : cause.correlationId();
        var envelope = new Envelope(id.toString(), now, correlation, traceparent(cause), event);
        var type = EventType.of(event);
        var headers = wire.headers(envelope, cause, now);
        return new Row(id, type.topic().wireName(), event.pilotId(), type.wireType(), wire.value(event), headers, null);
    }

    /** Rows go in as one batch; the trigger on the table wakes the relay at commit. */
    @Transactional(TxType.MANDATORY)
    void insert(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var row : rows) {
                insert.setObject(1, row.id());
                insert.setString(2, row.topic());
                insert.setString(3, row.key());
                insert.setString(4, row.type());
                insert.setBytes(5, row.payload());
                insert.setString(6, json(row.headers()));
                insert.setObject(7, row.partition(), Types.INTEGER);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Of the request that is answered, or else of the event that is handled. */
    private static String traceparent(Envelope cause) {
        return Traces.traceparent(Span.current().getSpanContext()).orElse(cause == null ? null : cause.traceparent());
    }

    private String json(Map<String, String> headers) {
        try {
            return mapper.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One record to send; {@code partition} is null where the key decides. */
    record Row(
            UUID id,
            String topic,
            String key,
            String type,
            byte[] payload,
            Map<String, String> headers,
            Integer partition) {}
}
