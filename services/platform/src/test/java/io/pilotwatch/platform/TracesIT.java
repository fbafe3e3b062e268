package io.pilotwatch.platform;

import static io.pilotwatch.platform.testing.TestTopics.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/** The context of an act goes through the outbox and the inbox, and what is logged on the way says of whom it is. */
@QuarkusTest
class TracesIT {

    private static final String TOPIC = Topic.PILOTS.wireName();
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SAID_IN = "00-" + TRACE + "-b7ad6b7169203331-01";

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    Wire wire;

    @Test
    void whatFollowsFromAnEventIsSaidInTheSpanInWhichItWasHandled() {
        var pilot = freshPilot();
        var seen = new ArrayList<String>();

        inbox.accept(poll(record(pilot, 1, SAID_IN)), events -> {
            seen.add(events.getFirst().traceparent());
            outbox.add(List.of(event(pilot, 2)), events.getFirst());
        });

        assertTrue(seen.getFirst().startsWith("00-" + TRACE + "-"), seen::toString);
        assertNotEquals(SAID_IN, seen.getFirst());
        var sent = TestTopics.read(TOPIC, pilot, found -> found.size() == 1).getFirst();
        assertEquals(seen.getFirst(), header(sent, "ce_traceparent"));
    }

    @Test
    void aContextThatCannotBeReadBeginsATraceInsteadOfFailing() {
        var pilot = freshPilot();
        var seen = new ArrayList<String>();

        inbox.accept(
                poll(record(pilot, 1, "00-nonsense")),
                events -> seen.add(events.getFirst().traceparent()));

        assertEquals(1, seen.size());
        assertTrue(seen.getFirst().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"), seen::toString);
    }

    @Test
    void whileEventsOfOnePilotAreHandledTheLogSaysOfWhichAndOfSeveralItSaysNone() {
        var one = freshPilot();
        var other = freshPilot();
        var seen = new ArrayList<Object>();

        inbox.accept(poll(record(one, 1, SAID_IN)), events -> seen.add(MDC.get("pilotId")));
        inbox.accept(poll(record(one, 2, SAID_IN), record(other, 1, SAID_IN)), events -> seen.add(MDC.get("pilotId")));

        assertEquals(one, seen.getFirst());
        assertNull(seen.getLast());
        assertNull(MDC.get("pilotId"));
    }

    @Test
    void aDeadLetterIsLoggedWithItsPilot() {
        var pilot = freshPilot();
        var logged = new ArrayList<ExtLogRecord>();
        var listener = listener(logged);
        var log = Logger.getLogger(Inbox.class.getName());
        log.addHandler(listener);
        try {
            inbox.accept(poll(record(pilot, 1, SAID_IN)), events -> {
                throw new IllegalStateException("not to be had");
            });
        } finally {
            log.removeHandler(listener);
        }

        assertEquals(
                List.of(pilot),
                logged.stream().map(one -> one.getMdc("pilotId")).toList());
    }

    private static Handler listener(List<ExtLogRecord> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord told) {
                var whole = ExtLogRecord.wrap(told);
                whole.copyMdc();
                logged.add(whole);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private ConsumerRecord<String, byte[]> record(String pilot, long revision, String traceparent) {
        var id = UUID.randomUUID().toString();
        var event = event(pilot, revision);
        var record = new ConsumerRecord<>(TOPIC, 0, System.nanoTime(), pilot, wire.value(event));
        wire.headers(new Envelope(id, Instant.EPOCH, id, traceparent, event), null, Instant.EPOCH)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    @SafeVarargs
    private static ConsumerRecords<String, byte[]> poll(ConsumerRecord<String, byte[]>... records) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), List.of(records)), Map.of());
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
