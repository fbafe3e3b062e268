package io.pilotwatch.platform;

import io.pilotwatch.contracts.Topic;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * The one door for events. A polled batch is handled in one transaction, which first writes down the ids: the database
 * decides what is new, and a repeat does nothing. Offsets are committed after the transaction.
 *
 * <p>Two kinds of failure. Theirs (the database is away): the same batch again, for ever, in place. The message's: the
 * batch is split until the bad record stands alone, and that one goes to its dead-letter topic with the reason.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final long LONGEST_PAUSE_MILLIS = 5000;

    private final InboxRows rows;
    private final Outbox outbox;
    private final Wire wire;
    private final Ids ids;
    private final EventMeters meters;

    Inbox(InboxRows rows, Outbox outbox, Wire wire, Ids ids, EventMeters meters) {
        this.rows = rows;
        this.outbox = outbox;
        this.wire = wire;
        this.ids = ids;
        this.meters = meters;
    }

    /**
     * Lets a batch in. Returns when each record is handled, known already, skipped or dead-lettered, and never throws for
     * any of these.
     *
     * @param handler is given the new events in their order, inside the transaction
     */
    public void accept(ConsumerRecords<String, byte[]> records, Consumer<List<Envelope>> handler) {
        var batch = StreamSupport.stream(records.spliterator(), false).toList();
        meters.begin(batch);
        accept(batch, handler);
        meters.end(batch);
    }

    private void accept(List<ConsumerRecord<String, byte[]>> batch, Consumer<List<Envelope>> handler) {
        try {
            meters.count(untilTheDatabaseIsThere(() -> handle(batch, handler)));
        } catch (Stopping e) {
            throw e;
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                LOG.errorf(e, "dead letter: %s", batch.getFirst().key());
                untilTheDatabaseIsThere(() -> giveUp(batch.getFirst(), String.valueOf(e.getMessage())));
                meters.deadLettered(batch.getFirst());
            } else {
                accept(batch.subList(0, batch.size() / 2), handler);
                accept(batch.subList(batch.size() / 2, batch.size()), handler);
            }
        }
    }

    private EventMeters.Batch handle(List<ConsumerRecord<String, byte[]>> batch, Consumer<List<Envelope>> handler) {
        var read = new LinkedHashMap<ConsumerRecord<String, byte[]>, Envelope>();
        var deadLetters = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var record : batch) {
            try {
                wire.read(record).ifPresent(envelope -> read.put(record, envelope));
            } catch (Wire.Unreadable e) {
                deadLetter(record, e.getMessage());
                deadLetters.add(record);
            }
        }
        var fresh = rows.firstSeen(read.values().stream().map(Envelope::id).toList());
        if (!fresh.isEmpty()) {
            handler.accept(inOrder(read.values(), fresh));
        }
        rows.advance(batch);
        return new EventMeters.Batch(read, fresh, deadLetters, batch.size() - read.size() - deadLetters.size());
    }

    /** Each new event once, even where one poll brought it twice. */
    private static List<Envelope> inOrder(Iterable<Envelope> read, Set<String> fresh) {
        var left = new HashSet<>(fresh);
        var events = new ArrayList<Envelope>();
        for (var envelope : read) {
            if (left.remove(envelope.id())) {
                events.add(envelope);
            }
        }
        return events;
    }

    private boolean giveUp(ConsumerRecord<String, byte[]> record, String reason) {
        rows.advance(List.of(record));
        return deadLetter(record, reason);
    }

    /** Through the outbox like everything else that this service says, so it is neither lost nor said without reason. */
    private boolean deadLetter(ConsumerRecord<String, byte[]> record, String reason) {
        var headers = new LinkedHashMap<String, String>();
        record.headers()
                .forEach(h ->
                        headers.put(h.key(), h.value() == null ? "" : new String(h.value(), StandardCharsets.UTF_8)));
        headers.put("dead-letter-reason", reason);
        headers.put("dead-letter-consumer", meters.consumer());
        headers.put("dead-letter-topic", record.topic());
        headers.put("dead-letter-partition", Integer.toString(record.partition()));
        headers.put("dead-letter-offset", Long.toString(record.offset()));
        // A dead letter is let in once too: the same record may be polled again after a crash.
        var seenAs = "dead-letter:%s:%d:%d".formatted(record.topic(), record.partition(), record.offset());
        if (rows.firstSeen(List.of(seenAs)).isEmpty()) {
            return false;
        }
        outbox.insert(List.of(new Outbox.Row(
                ids.next(),
                deadLetterTopic(record.topic()),
                record.key() == null ? "none" : record.key(),
                headers.getOrDefault("ce_type", "none"),
                record.value() == null ? new byte[0] : record.value(),
                headers,
                record.partition())));
        return true;
    }

    private static String deadLetterTopic(String topic) {
        return Arrays.stream(Topic.values())
                .filter(t -> t.wireName().equals(topic))
                .map(Topic::deadLetterName)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no topic of ours: " + topic));
    }

    /** Retry stands outside the transaction: each try is a new one. */
    private static <T> T untilTheDatabaseIsThere(Callable<T> work) {
        for (long pause = 100; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                return QuarkusTransaction.requiringNew().call(work);
            } catch (RuntimeException e) {
                if (!DatabaseFailure.isTheirs(e)) {
                    throw e;
                }
                LOG.warnf("inbox: the database does not answer (%s); trying again in %d ms", e.getMessage(), pause);
                pause(pause);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopping();
        }
    }

    /** The process ends while it waits for the database: no record is at fault. */
    private static final class Stopping extends RuntimeException {}
}
