package io.pilotwatch.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pilotwatch.contracts.EventType;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What the next version says: of each update an optional field more, which costs no new version of the event, and the same as
 * an event of a new version, which nobody knows yet. It also writes the column that it has added.
 */
@Alternative
@Priority(1)
@Singleton
class NextOutbox extends Outbox {

    private static final String UPDATED = EventType.MILESTONE_UPDATED.wireType();

    private final ObjectMapper mapper;
    private final Ids ids;
    private final Sql sql;

    NextOutbox(DataSource database, Wire wire, ObjectMapper mapper, Clock clock, Ids ids, Sql sql) {
        super(database, wire, mapper, clock, ids);
        this.mapper = mapper;
        this.ids = ids;
        this.sql = sql;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    void insert(List<Row> rows) {
        super.insert(rows.stream()
                .flatMap(row -> row.type().equals(UPDATED) ? asSaidNext(row) : Stream.of(row))
                .toList());
    }

    private Stream<Row> asSaidNext(Row row) {
        var event = tree(row.payload());
        sql.write(
                "update milestone set channel = 'next' where pilot_id = ? and milestone_id = ?",
                row.key(),
                event.at("/milestone/milestoneId").asText());
        event.put("channel", "next");
        var id = ids.next();
        var type = UPDATED.replace(".v1", ".v2");
        var headers = new HashMap<>(row.headers());
        headers.put("ce_id", id.toString());
        headers.put("ce_type", type);
        return Stream.of(
                new Row(row.id(), row.topic(), row.key(), UPDATED, bytes(event), row.headers(), null),
                new Row(id, row.topic(), row.key(), type, bytes(event), headers, null));
    }

    private ObjectNode tree(byte[] payload) {
        try {
            return (ObjectNode) mapper.readTree(payload);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] bytes(ObjectNode event) {
        try {
            return mapper.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
