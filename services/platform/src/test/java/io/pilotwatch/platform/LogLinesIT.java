package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.Topic;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

/** The console writes what came from outside into lines of ours alone. */
@QuarkusTest
class LogLinesIT {

    private static final String TOPIC = Topic.PILOTS.wireName();

    @Inject
    Inbox inbox;

    @Inject
    Wire wire;

    @Test
    void aKeyAndAReasonThatHoldLineBreaksAddNoLine() {
        var marker = "forged-" + UUID.randomUUID();
        var hostile = "BP-1\n" + marker + "\r" + marker + "\u2028" + marker + "\u001b[2K";
        var poll = new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), List.of(record(hostile))), Map.of());

        var written = whileListening(() -> inbox.accept(poll, events -> {
            throw new IllegalStateException(hostile);
        }));

        assertTrue(written.contains(marker), written);
        assertEquals(
                List.of(),
                Arrays.stream(written.split("\\R"))
                        .filter(line -> line.startsWith(marker))
                        .toList());
        assertTrue(written.indexOf('\u001b') < 0, written);
    }

    private ConsumerRecord<String, byte[]> record(String pilot) {
        var application = new Application(pilot, "special-field", List.of("tax"), "示例单位-001", "", "", true);
        var event = new ApplicationSubmitted(pilot, 1, application, "it");
        var id = UUID.randomUUID().toString();
        var record = new ConsumerRecord<>(TOPIC, 0, System.nanoTime(), pilot, wire.value(event));
        wire.headers(new Envelope(id, Instant.EPOCH, id, null, event), null, Instant.EPOCH)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** What the console writes of what the inbox logs meanwhile. */
    private static String whileListening(Runnable work) {
        var told = new ArrayList<ExtLogRecord>();
        var listener = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord record) {
                told.add(record);
            }
        };
        var log = Logger.getLogger(Inbox.class.getName());
        log.addHandler(listener);
        try {
            work.run();
        } finally {
            log.removeHandler(listener);
        }
        var console = all(Logger.getLogger("").getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .findFirst()
                .orElseThrow();
        var written = new StringBuilder();
        for (LogRecord one : told) {
            assertTrue(console.getFilter().isLoggable(one));
            written.append(console.getFormatter().format(one));
        }
        return written.toString();
    }

    private static Stream<Handler> all(Handler[] handlers) {
        return Arrays.stream(handlers)
                .flatMap(handler -> handler instanceof ExtHandler several
                        ? Stream.concat(Stream.of(handler), all(several.getHandlers()))
                        : Stream.of(handler));
    }
}
