package io.pilotwatch.platform;

import static io.pilotwatch.platform.testing.TestTopics.header;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The outbox to the real broker and the inbox on the real database. */
@QuarkusTest
class EventFlowIT {

    private static final String TOPIC = Topic.PILOTS.wireName();
    private static final int LAST_PARTITION = Topic.PARTITIONS - 1;

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    Wire wire;

    @Test
    void whatIsAddedInATransactionIsSentOnceItCommits() {
        var pilot = freshPilot();

        QuarkusTransaction.requiringNew().run(() -> outbox.add(List.of(event(pilot, 1))));

        var sent = TestTopics.read(TOPIC, pilot, found -> found.size() == 1);
        assertEquals(event(pilot, 1), TestTopics.event(sent.getFirst()));
        assertEquals("io.pilotwatch.application.submitted.v1", header(sent.getFirst(), "ce_type"));
        assertEquals("urn:pilotwatch:platform", header(sent.getFirst(), "ce_source"));
        assertEquals(pilot, header(sent.getFirst(), "ce_subject"));
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        var pilot = freshPilot();

        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.add(List.of(event(pilot, 1)));
                    throw new IllegalStateException("after the add");
                }));
        QuarkusTransaction.requiringNew().run(() -> outbox.add(List.of(event(pilot, 2))));

        var sent = TestTopics.read(TOPIC, pilot, found -> !found.isEmpty());
        assertEquals(
                List.of(event(pilot, 2)), sent.stream().map(TestTopics::event).toList());
    }

    @Test
    void onePilotsEventsKeepTheirOrder() {
        var pilot = freshPilot();

        for (long batch = 0; batch < 20; batch++) {
            var first = batch * 100;
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.add(LongStream.range(first, first + 100)
                            .mapToObj(revision -> event(pilot, revision))
                            .toList()));
        }

        var sent = TestTopics.read(TOPIC, pilot, found -> found.size() == 2000);
        assertEquals(
                LongStream.range(0, 2000).boxed().toList(),
                sent.stream().map(r -> TestTopics.event(r).revision()).toList());
    }

    @Test
    void aRepeatIsHandledOnceWithinAPollAndAcrossPolls() {
        var pilot = freshPilot();
        var record = record(pilot, event(pilot, 1), UUID.randomUUID().toString(), 0);
        var handled = new ArrayList<Event>();

        inbox.accept(poll(record, record), events -> events.forEach(e -> handled.add(e.event())));
        inbox.accept(poll(record), events -> events.forEach(e -> handled.add(e.event())));

        assertEquals(List.of(event(pilot, 1)), handled);
    }

    /** Trap table: one bad record of a batch goes to the dead letters alone, on its own, the highest partition. */
    @Test
    void deadLetterTopicWithFewerPartitions() {
        var pilot = freshPilot();
        var records = IntStream.range(0, 20)
                .mapToObj(i -> record(pilot, event(pilot, i), UUID.randomUUID().toString(), i))
                .toList();
        var handled = new ArrayList<Long>();

        inbox.accept(poll(records), events -> {
            if (events.stream().anyMatch(e -> e.event().revision() == 13)) {
                throw new IllegalStateException("thirteen is not to be had");
            }
            events.forEach(e -> handled.add(e.event().revision()));
        });

        assertEquals(LongStream.range(0, 20).filter(i -> i != 13).boxed().toList(), handled);
        var dead = TestTopics.read(Topic.PILOTS.deadLetterName(), pilot, found -> !found.isEmpty());
        assertEquals(1, dead.size());
        assertEquals(LAST_PARTITION, dead.getFirst().partition());
        assertTrue(header(dead.getFirst(), "dead-letter-reason").contains("thirteen"));
        assertArrayEquals(records.get(13).value(), dead.getFirst().value());
    }

    /** The database is away in the midst of a batch: the same batch again, in place, and not by way of another topic. */
    @Test
    void retryTopicReorders() {
        var pilot = freshPilot();
        var records = IntStream.range(0, 20)
                .mapToObj(i -> record(pilot, event(pilot, i), UUID.randomUUID().toString(), i))
                .toList();
        var later = record(pilot, event(pilot, 20), UUID.randomUUID().toString(), 20);
        var tries = new AtomicInteger();
        var handled = new ArrayList<Long>();
        Consumer<List<Envelope>> handler = events -> {
            if (tries.incrementAndGet() <= 2) {
                throw new DatabaseFailure(new SQLException("the connection is gone", "08006"));
            }
            events.forEach(e -> handled.add(e.event().revision()));
        };

        inbox.accept(poll(records), handler);
        inbox.accept(poll(later), handler);

        assertEquals(LongStream.rangeClosed(0, 20).boxed().toList(), handled);
        assertEquals(4, tries.get());
    }

    @Test
    void whatNobodyCanReadIsDeadLetteredOnceAndTheRestGoesOn() {
        var pilot = freshPilot();
        var broken = new ConsumerRecord<>(
                TOPIC, LAST_PARTITION, 1_000_000L + System.nanoTime(), pilot, "{".getBytes(StandardCharsets.UTF_8));
        headers(pilot, UUID.randomUUID().toString())
                .forEach((n, v) -> broken.headers().add(n, v.getBytes(StandardCharsets.UTF_8)));
        var good = record(pilot, event(pilot, 2), UUID.randomUUID().toString(), 2);
        var handled = new ArrayList<Event>();

        inbox.accept(poll(broken, good), events -> events.forEach(e -> handled.add(e.event())));
        inbox.accept(poll(broken), events -> events.forEach(e -> handled.add(e.event())));

        assertEquals(List.of(event(pilot, 2)), handled);
        var next = freshPilot();
        QuarkusTransaction.requiringNew().run(() -> outbox.add(List.of(event(next, 1))));
        TestTopics.read(TOPIC, next, found -> !found.isEmpty());
        assertEquals(
                1,
                TestTopics.read(Topic.PILOTS.deadLetterName(), pilot, found -> !found.isEmpty())
                        .size());
    }

    @SafeVarargs
    private static ConsumerRecords<String, byte[]> poll(ConsumerRecord<String, byte[]>... records) {
        return poll(List.of(records));
    }

    private static ConsumerRecords<String, byte[]> poll(List<ConsumerRecord<String, byte[]>> records) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, LAST_PARTITION), records), Map.of());
    }

    private ConsumerRecord<String, byte[]> record(String pilot, Event event, String id, int offset) {
        var record = new ConsumerRecord<>(TOPIC, LAST_PARTITION, System.nanoTime() + offset, pilot, wire.value(event));
        headers(pilot, id).forEach((n, v) -> record.headers().add(n, v.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private Map<String, String> headers(String pilot, String id) {
        var envelope = new Envelope(id, Instant.EPOCH, id, null, event(pilot, 1));
        return new HashMap<>(wire.headers(envelope, null, Instant.EPOCH));
    }

    private static String freshPilot() {
        return "XX-" + UUID.randomUUID();
    }

    private static Event event(String pilot, long revision) {
        return new ApplicationSubmitted(
                pilot,
                revision,
                new Application(pilot, "special-field", List.of("tax"), "示例单位-001", "", "", true),
                "it");
    }
}
