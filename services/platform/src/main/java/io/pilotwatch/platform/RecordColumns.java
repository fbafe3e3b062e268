package io.pilotwatch.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as it stands in a table of records that were not handled when they came, as far as its headers are text. */
@ApplicationScoped
class RecordColumns {

    /** The columns that {@link #read} takes. */
    static final String NAMES = "topic, partition, record_offset, record_key, value, headers";

    /** What PostgreSQL takes in no text. */
    private static final char NUL = 0;

    private final ObjectMapper mapper;

    RecordColumns(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The record as it came. */
    ConsumerRecord<String, byte[]> read(ResultSet row) throws SQLException {
        var record = new ConsumerRecord<>(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("record_key"),
                row.getBytes("value"));
        try {
            mapper.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {})
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            return record;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For the column of that name. */
    String json(Map<String, String> headers) {
        try {
            return mapper.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers()
                .forEach(h -> headers.put(
                        storable(h.key()),
                        h.value() == null ? "" : storable(new String(h.value(), StandardCharsets.UTF_8))));
        return headers;
    }

    static String key(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? null : storable(record.key());
    }

    static String storable(String text) {
        return text.replace(NUL, '\uFFFD');
    }
}
