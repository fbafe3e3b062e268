package io.pilotwatch.platform;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.Topic;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What Prometheus is told of events that go out and come in. */
@QuarkusTest
class FlowMetersIT {

    private static final String TOPIC = Topic.MILESTONES.wireName();

    /** Older than anything else that this test's process handles. */
    private static final long SENT_AT_MILLIS = 1_000_000_000L;

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    Wire wire;

    @Inject
    MeterRegistry metrics;

    @Test
    void aSentEventIsCountedAndTheRelaysRoundIsNoted() {
        var before = sent("ApplicationSubmitted");
        var round =
                metrics.get("pilotwatch.relay.last.timestamp.seconds").gauge().value();

        QuarkusTransaction.requiringNew().run(() -> outbox.add(List.of(event("XX-" + UUID.randomUUID()))));

        await().until(() -> sent("ApplicationSubmitted") > before);
        await().until(() ->
                metrics.get("pilotwatch.relay.last.timestamp.seconds").gauge().value() > round);
    }

    @Test
    void aBatchIsInHandUntilItIsDoneWith() {
        var whileHandled = new ArrayList<Double>();

        inbox.accept(poll(record()), events -> whileHandled.add(of("oldest")));

        assertEquals(List.of(SENT_AT_MILLIS / 1000.0), whileHandled);
        assertEquals(0, of("oldest"));
        assertTrue(of("handled") >= SENT_AT_MILLIS / 1000.0);
    }

    /** The message's failure: it is put aside, and with that it is out of hand too. */
    @Test
    void whatIsPutAsideIsOutOfHand() {
        inbox.accept(poll(record()), events -> {
            throw new IllegalStateException("not to be had");
        });

        assertEquals(0, of("oldest"));
        await().until(() -> sent("dead_letter") > 0);
    }

    private double of(String which) {
        return metrics.get("pilotwatch.inbox." + which + ".timestamp.seconds")
                .tag("topic", TOPIC)
                .gauge()
                .value();
    }

    private double sent(String type) {
        return metrics.find("pilotwatch.events.sent").tag("type", type).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static ConsumerRecords<String, byte[]> poll(ConsumerRecord<String, byte[]> record) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), List.of(record)), Map.of());
    }

    private ConsumerRecord<String, byte[]> record() {
        var pilot = "XX-" + UUID.randomUUID();
        var id = UUID.randomUUID().toString();
        var headers = new RecordHeaders();
        new HashMap<>(wire.headers(new Envelope(id, Instant.EPOCH, id, null, event(pilot)), null, Instant.EPOCH))
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                TOPIC,
                0,
                System.nanoTime(),
                SENT_AT_MILLIS,
                TimestampType.CREATE_TIME,
                -1,
                -1,
                pilot,
                wire.value(event(pilot)),
                headers,
                Optional.empty());
    }

    private static ApplicationSubmitted event(String pilot) {
        return new ApplicationSubmitted(
                pilot, 1, new Application(pilot, "special-field", List.of("tax"), "示例单位-001", "", "", true), "it");
    }
}
