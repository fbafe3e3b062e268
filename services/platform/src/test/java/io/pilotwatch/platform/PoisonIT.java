package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What somebody without manners can put into a topic stops nothing that comes behind it. */
@QuarkusTest
class PoisonIT {

    private static final String TOPIC = Topic.PILOTS.wireName();
    private static final int PARTITION = 7;
    private static final String TYPE = "io.pilotwatch.application.submitted.v1";

    /** The broker takes a megabyte, and takes this; with a reason beside it, it would not. */
    private static final int AS_LARGE_AS_CAN_BE = 1_048_000;

    @Inject
    Inbox inbox;

    @Inject
    InboxRows positions;

    @Inject
    Outbox outbox;

    @Inject
    DeadLetterDesk desk;

    @Test
    void aRecordTooLargeToBeSentOnLiesWholeAtTheDeskAndStopsNobody() {
        var pilot = pilot();
        var record = new ConsumerRecord<>(TOPIC, PARTITION, System.nanoTime(), pilot, new byte[AS_LARGE_AS_CAN_BE]);
        record.headers().add("ce_type", TYPE.getBytes(StandardCharsets.UTF_8));

        inbox.accept(poll(record), _ -> {});

        var sent = TestTopics.read(Topic.PILOTS.deadLetterName(), pilot, found -> !found.isEmpty())
                .getFirst();

        assertTrue(TestTopics.header(sent, "dead-letter-left-out").startsWith("104"));
        assertEquals(TYPE, TestTopics.header(sent, "ce_type"));
        assertEquals(0, sent.value().length);
        assertEquals(AS_LARGE_AS_CAN_BE, wholeAtTheDesk(sent));
        QuarkusTransaction.requiringNew().run(() -> outbox.add(List.of(event(pilot))));
        assertEquals(
                List.of(event(pilot)),
                TestTopics.read(TOPIC, pilot, found -> !found.isEmpty()).stream()
                        .map(TestTopics::event)
                        .toList());
    }

    private int wholeAtTheDesk(ConsumerRecord<String, byte[]> sent) {
        var offset = Long.parseLong(TestTopics.header(sent, "dead-letter-offset"));
        var letter = desk.find(null, null, Long.MAX_VALUE, Page.LARGEST).stream()
                .filter(one -> one.offset() == offset && sent.key().equals(one.key()))
                .findFirst()
                .orElseThrow();
        return desk.open(letter.id()).value().length;
    }

    @Test
    void aFailureWithoutAWordIsNamed() {
        var record = record(System.nanoTime());

        inbox.accept(poll(record), _ -> {
            throw new UnsupportedOperationException();
        });

        var letter = desk.find(null, null, Long.MAX_VALUE, 1).getFirst();
        assertEquals(record.key(), letter.key());
        assertEquals("java.lang.UnsupportedOperationException", letter.reason());
    }

    /** Put to sleep with a batch in its hands, a replica lets it in when another one is far ahead. */
    @Test
    void aReplicaThatWakesUpLateTurnsNothingBack() {
        var early = record(System.nanoTime());
        var late = record(early.offset() + 10);
        inbox.accept(poll(early), _ -> {});
        inbox.accept(poll(late), _ -> {});

        inbox.accept(poll(early), _ -> {
            throw new IllegalStateException("handled twice");
        });

        assertEquals(late.offset() + 1, positions.positions().get(new TopicPartition(TOPIC, PARTITION)));
    }

    private static ConsumerRecords<String, byte[]> poll(ConsumerRecord<String, byte[]> record) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, PARTITION), List.of(record)), Map.of());
    }

    private static ConsumerRecord<String, byte[]> record(long offset) {
        return TestTopics.polled(
                event(pilot()), Instant.EPOCH, UUID.randomUUID().toString(), PARTITION, offset);
    }

    private static String pilot() {
        return "XX-" + UUID.randomUUID();
    }

    private static ApplicationSubmitted event(String pilot) {
        return new ApplicationSubmitted(
                pilot, 1, new Application(pilot, "special-field", List.of("tax"), "示例单位-001", "", "", true), "it");
    }
}
