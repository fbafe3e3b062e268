package io.pilotwatch.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Events on the wire: CloudEvents 1.0 in Kafka's binary mode, attributes as {@code ce_} headers, JSON as the value. */
@ApplicationScoped
public class Wire {

    /** A record that nobody will ever be able to read; its message says why. */
    public static final class Unreadable extends Exception {
        Unreadable(String why) {
            super(why);
        }
    }

    private final ObjectMapper mapper;
    private final String source;

    Wire(ObjectMapper mapper, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.source = "urn:pilotwatch:" + service;
        // An added optional field is free: an older consumer passes over it.
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    byte[] value(Event event) {
        try {
            return mapper.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The headers of an event; {@code causedBy} is the event it follows from, or null. */
    Map<String, String> headers(Envelope envelope, Envelope causedBy, Instant recorded) {
        var type = EventType.of(envelope.event());
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", envelope.id());
        headers.put("ce_source", source);
        headers.put("ce_type", type.wireType());
        headers.put("ce_subject", envelope.event().pilotId());
        headers.put("ce_time", envelope.time().toString());
        headers.put("ce_dataschema", type.schema());
        headers.put("ce_sequence", Long.toString(envelope.event().revision()));
        headers.put("ce_correlationid", envelope.correlationId());
        headers.put("ce_causationid", causedBy == null ? envelope.id() : causedBy.id());
        headers.put("ce_recordedtime", recorded.toString());
        if (envelope.traceparent() != null) {
            headers.put("ce_traceparent", envelope.traceparent());
        }
        headers.put("content-type", "application/json");
        return headers;
    }

    /** What a record says; empty when its type is unknown here, which is no fault: a newer service may say more. */
    public Optional<Envelope> read(ConsumerRecord<String, byte[]> record) throws Unreadable {
        var wireType = required(record.headers(), "ce_type");
        var id = required(record.headers(), "ce_id");
        var type = EventType.ofWireType(wireType);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        try {
            var event = mapper.readValue(
                    record.value() == null ? new byte[0] : record.value(),
                    type.get().record());
            if (event == null || event.pilotId() == null || !event.pilotId().equals(record.key())) {
                throw new Unreadable("the key is not the pilot id");
            }
            var time =
                    OffsetDateTime.parse(required(record.headers(), "ce_time")).toInstant();
            return Optional.of(new Envelope(
                    id,
                    time,
                    header(record.headers(), "ce_correlationid").orElse(id),
                    header(record.headers(), "ce_traceparent").orElse(null),
                    event,
                    new String(record.value(), StandardCharsets.UTF_8)));
        } catch (DateTimeException e) {
            throw new Unreadable("ce_time: " + e.getMessage());
        } catch (IOException e) {
            throw new Unreadable(
                    e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage());
        }
    }

    static Optional<String> header(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(h -> h.value() == null ? "" : new String(h.value(), StandardCharsets.UTF_8));
    }

    private static String required(Headers headers, String name) throws Unreadable {
        return header(headers, name)
                .filter(v -> !v.isBlank())
                .orElseThrow(() -> new Unreadable("header " + name + " is missing"));
    }
}
