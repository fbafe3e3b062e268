package io.pilotwatch.platform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * The one door for events. A polled batch is handled in one transaction, which first writes down the ids: the database
 * decides what is new, and a repeat does nothing. Offsets are committed after the transaction.
 *
 * <p>Two kinds of failure. Theirs (the database is away, or so much waits to be sent that there is no room for more): the
 * same batch again, for ever, in place. The message's: the batch is split until the bad record stands alone, and that one goes to
 * its dead-letter topic with the reason, and to the operator's desk.
 */
@ApplicationScoped
public class Inbox {

    /** The one consumer of a service, as it is asked for a record that was given up before. */
    public interface Handler {
        /** Given new events in their order, inside the transaction. */
        void handle(List<Envelope> events);
    }

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final long SHORTEST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5000;

    private final InboxRows rows;
    private final DeadLetters deadLetters;
    private final Wire wire;
    private final EventMeters meters;
    private final Pressure pressure;

    Inbox(InboxRows rows, DeadLetters deadLetters, Wire wire, EventMeters meters, Pressure pressure) {
        this.rows = rows;
        this.deadLetters = deadLetters;
        this.wire = wire;
        this.meters = meters;
        this.pressure = pressure;
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
        untilThereIsRoom();
        accept(batch, handler);
        meters.end(batch);
    }

    private void accept(List<ConsumerRecord<String, byte[]>> batch, Consumer<List<Envelope>> handler) {
        try {
            meters.count(untilTheDatabaseIsThere(() -> handle(batch, handler)));
        } catch (Interrupted e) {
            throw e;
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                var record = batch.getFirst();
                var reason = DeadLetters.reason(e);
                Traces.gaveUp(record, reason);
                LogContext.of(Stream.of(record.key()), () -> LOG.errorf(e, "dead letter: %s", record.key()));
                untilTheDatabaseIsThere(() -> giveUp(record, reason));
                meters.deadLettered(record);
            } else {
                accept(batch.subList(0, batch.size() / 2), handler);
                accept(batch.subList(batch.size() / 2, batch.size()), handler);
            }
        }
    }

    private EventMeters.Batch handle(List<ConsumerRecord<String, byte[]>> batch, Consumer<List<Envelope>> handler) {
        var read = new LinkedHashMap<ConsumerRecord<String, byte[]>, Envelope>();
        var unreadable = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var record : batch) {
            try {
                wire.read(record).ifPresentOrElse(envelope -> read.put(record, envelope), () -> rows.keepNewer(record));
            } catch (Wire.Unreadable e) {
                deadLetters.add(record, e.getMessage());
                unreadable.add(record);
            }
        }
        var fresh = rows.firstSeen(read.values().stream().map(Envelope::id).toList());
        var traced = Traces.begin(inOrder(read.values(), fresh));
        if (!fresh.isEmpty()) {
            LogContext.during(traced.events(), handler);
        }
        rows.advance(batch);
        return new EventMeters.Batch(read, fresh, unreadable, batch.size() - read.size() - unreadable.size(), traced);
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

    private Void giveUp(ConsumerRecord<String, byte[]> record, String reason) {
        rows.advance(List.of(record));
        deadLetters.add(record, reason);
        return null;
    }

    /** What follows from an event must not be lost, and it is safe where it is: on the topic. */
    private void untilThereIsRoom() {
        for (boolean first = true; pressure.outboxIsFull(); first = false) {
            if (first) {
                LOG.warn("inbox: the outbox is full; waiting until some of it is sent");
            }
            pause(SHORTEST_PAUSE_MILLIS);
        }
    }

    /** Retry stands outside the transaction: each try is a new one. */
    private static <T> T untilTheDatabaseIsThere(Callable<T> work) {
        for (long pause = SHORTEST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
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
            throw new Interrupted();
        }
    }

    /** The process ends while it waits for the database: no record is at fault. */
    private static final class Interrupted extends RuntimeException {}
}
