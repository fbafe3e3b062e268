package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final Instant TIME = Instant.parse("2022-01-30T02:00:00Z");
    private static final ApplicationSubmitted EVENT = new ApplicationSubmitted(
            "BP-1001",
            1,
            new Application("BP-1001", "special-field", List.of("tax"), "示例单位-001", "北京市", "摘要", true),
            "team");
    private static final Envelope ENVELOPE = new Envelope("e-1", TIME, "c-1", null, EVENT);

    private final Wire wire = new Wire(
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS),
            "intake");

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        var value = wire.value(EVENT);

        var read = wire.read(record("BP-1001", value, headers()));

        assertEquals(
                new Envelope("e-1", TIME, "c-1", null, EVENT, new String(value, StandardCharsets.UTF_8)),
                read.orElseThrow());
    }

    @Test
    void theHeadersAreCloudEvents() {
        var headers = headers();

        assertEquals("1.0", headers.get("ce_specversion"));
        assertEquals("io.pilotwatch.application.submitted.v1", headers.get("ce_type"));
        assertEquals("urn:pilotwatch:intake", headers.get("ce_source"));
        assertEquals("BP-1001", headers.get("ce_subject"));
        assertEquals("1", headers.get("ce_sequence"));
        assertEquals("2022-01-30T02:00:00Z", headers.get("ce_time"));
        assertEquals("application/json", headers.get("content-type"));
    }

    @Test
    void anEventOfUnknownTypeIsNoFault() throws Exception {
        var headers = headers();
        headers.put("ce_type", "io.pilotwatch.pilot.approved.v2");

        assertTrue(wire.read(record("BP-1001", wire.value(EVENT), headers)).isEmpty());
    }

    @Test
    void anAddedFieldIsPassedOver() throws Exception {
        var json = new String(wire.value(EVENT), StandardCharsets.UTF_8).replaceFirst("\\{", "{\"added\":1,");

        assertTrue(wire.read(record("BP-1001", json.getBytes(StandardCharsets.UTF_8), headers()))
                .isPresent());
    }

    @Test
    void unreadableRecordsSayWhy() {
        var withoutType = headers();
        withoutType.remove("ce_type");
        var badTime = headers();
        badTime.put("ce_time", "yesterday");

        assertUnreadable("ce_type is missing", record("BP-1001", wire.value(EVENT), withoutType));
        assertUnreadable("ce_time", record("BP-1001", wire.value(EVENT), badTime));
        assertUnreadable("the key is not the pilot id", record("BP-1002", wire.value(EVENT), headers()));
        assertUnreadable("Unexpected", record("BP-1001", "{\"a".getBytes(StandardCharsets.UTF_8), headers()));
        assertUnreadable("No content", record("BP-1001", null, headers()));
        assertUnreadable("the key", record("BP-1001", "null".getBytes(StandardCharsets.UTF_8), headers()));
    }

    private void assertUnreadable(String why, ConsumerRecord<String, byte[]> record) {
        var refused = assertThrows(Wire.Unreadable.class, () -> wire.read(record));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    private Map<String, String> headers() {
        return new HashMap<>(wire.headers(ENVELOPE, null, TIME));
    }

    private static ConsumerRecord<String, byte[]> record(String key, byte[] value, Map<String, String> headers) {
        var record = new ConsumerRecord<>("pilotwatch.pilots.v1", 0, 0, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
