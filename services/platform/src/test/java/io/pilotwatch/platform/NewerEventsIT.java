package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.Topic;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a newer version says is not lost on an older one. */
@QuarkusTest
class NewerEventsIT {

    private static final String TOPIC = Topic.PILOTS.wireName();
    private static final String KNOWN = "io.pilotwatch.application.submitted.v1";
    private static final String NEWER = "io.pilotwatch.application.submitted.v2";

    @Inject
    Inbox inbox;

    @Inject
    NewerEvents newer;

    @Inject
    DeadLetterDesk desk;

    @Inject
    Heard heard;

    @Inject
    Wire wire;

    @Inject
    Sql sql;

    @Inject
    Scheduler scheduler;

    /** It would let in what a test is about to. */
    @BeforeEach
    void nobodyElseLooks() {
        scheduler.pause();
    }

    @AfterEach
    void theHandlerWorks() {
        heard.by(events -> {});
        scheduler.resume();
    }

    @Test
    void anEventOfAnUnknownTypeIsPassedOverAndKeptAsItCame() {
        var record = record(NEWER, "{\"pilotId\": \"XX\", \"whatever\": 1.50}");
        var handled = new CopyOnWriteArrayList<Envelope>();

        inbox.accept(poll(record), handled::addAll);
        inbox.accept(poll(record), handled::addAll);

        assertEquals(List.of(), handled);
        assertEquals(1, kept(record).size());
        assertArrayEquals(record.value(), kept(record).getFirst());
    }

    @Test
    void whatAVersionBeforeDidNotKnowIsLetInOnceByTheOneThatKnows() {
        var record = record(KNOWN, null);
        keptByTheVersionBefore(record);
        var handled = new CopyOnWriteArrayList<Envelope>();
        heard.by(handled::addAll);

        newer.letIn();
        newer.letIn();

        assertEquals(
                List.of(record.key()),
                handled.stream().map(e -> e.event().pilotId()).toList());
        assertEquals(List.of(), kept(record));
        // It is known by its id, as if it had never been put aside.
        inbox.accept(poll(record), handled::addAll);
        assertEquals(1, handled.size());
    }

    /** Otherwise it would stand in the way of all that come after it. */
    @Test
    void whatCannotBeHandledEvenNowIsADeadLetter() {
        var bad = record(KNOWN, null);
        var good = record(KNOWN, null);
        keptByTheVersionBefore(bad);
        keptByTheVersionBefore(good);
        var handled = new CopyOnWriteArrayList<String>();
        heard.by(events -> {
            handled.add(events.getFirst().event().pilotId());
            if (handled.getLast().equals(bad.key())) {
                throw new IllegalStateException("not even now");
            }
        });

        newer.letIn();

        assertEquals(List.of(bad.key(), good.key()), handled);
        assertEquals(List.of(), kept(bad));
        assertEquals(
                List.of("not even now"),
                desk.find(null, null, Long.MAX_VALUE, Page.LARGEST).stream()
                        .filter(letter -> letter.offset() == bad.offset())
                        .map(DeadLetter::reason)
                        .toList());
    }

    /** The database is away, or so it seems: nothing is given up. */
    @Test
    void whileTheDatabaseIsAwayItStaysWhereItIs() {
        var record = record(KNOWN, null);
        keptByTheVersionBefore(record);
        heard.by(events -> {
            throw new DatabaseFailure(new SQLTransientConnectionException("away"));
        });

        assertThrows(DatabaseFailure.class, newer::letIn);

        assertEquals(1, kept(record).size());
        heard.by(events -> {});
        newer.letIn();
        assertEquals(List.of(), kept(record));
    }

    @Test
    void theEventIsHandedOnWordForWordWithWhatANewerVersionAdded() {
        var said = "{\"pilotId\":\"%s\",\"revision\":1,\"application\":{\"pilotId\":\"%s\"},\"channel\":\"next\"}";
        var pilot = "XX-" + UUID.randomUUID();
        var record = record(pilot, KNOWN, said.formatted(pilot, pilot));
        var handled = new CopyOnWriteArrayList<Envelope>();

        inbox.accept(poll(record), handled::addAll);

        assertEquals(said.formatted(pilot, pilot), handled.getFirst().said());
        assertEquals(pilot, handled.getFirst().event().pilotId());
    }

    private List<byte[]> kept(ConsumerRecord<String, byte[]> record) {
        return sql.read(
                "select value from newer_event where record_offset = ?", row -> row.getBytes(1), record.offset());
    }

    private void keptByTheVersionBefore(ConsumerRecord<String, byte[]> record) {
        var headers = RecordColumns.headers(record);
        sql.write(
                "insert into newer_event (topic, partition, record_offset, record_key, event_type, headers, value)"
                        + " values (?, ?, ?, ?, ?, jsonb_object(?, ?), ?)",
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                headers.get("ce_type"),
                List.copyOf(headers.keySet()),
                List.copyOf(headers.values()),
                record.value());
    }

    private ConsumerRecord<String, byte[]> record(String type, String value) {
        return record("XX-" + UUID.randomUUID(), type, value);
    }

    private ConsumerRecord<String, byte[]> record(String pilot, String type, String value) {
        var event = new ApplicationSubmitted(
                pilot, 1, new Application(pilot, "special-field", List.of("tax"), "示例单位-001", "", "", true), "it");
        var id = UUID.randomUUID().toString();
        var record = new ConsumerRecord<>(
                TOPIC,
                0,
                System.nanoTime(),
                pilot,
                value == null ? wire.value(event) : value.getBytes(StandardCharsets.UTF_8));
        wire.headers(new Envelope(id, Instant.EPOCH, id, null, event), null, Instant.EPOCH)
                .forEach((name, said) -> record.headers()
                        .add(name, (name.equals("ce_type") ? type : said).getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static ConsumerRecords<String, byte[]> poll(ConsumerRecord<String, byte[]> record) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), List.of(record)), Map.of());
    }
}
