package io.pilotwatch.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.contracts.EventType;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What goes out, sampled each second (see {@link Pressure}), so that a scrape costs no query and every replica knows it:
 *
 * <ul>
 *   <li>{@code pilotwatch_outbox_backlog}, {@code pilotwatch_outbox_oldest_timestamp_seconds} and its age: about how much
 *       waits, and since when, by the database's own clock, since the programme clock may stand still; 0 where nothing waits
 *   <li>{@code pilotwatch_relay_last_timestamp_seconds}: when this process, as the one that sends, last left nothing behind
 *       of a round, by the wall clock. 0 in a replica that only stands by: take the maximum over replicas
 *   <li>{@code pilotwatch_events_sent_total{type}}: records that the broker has taken, repeats included
 * </ul>
 */
@Startup
@ApplicationScoped
class OutboxGauges {

    /** Up to here each is counted; above, positions tell about how many there are, so that a look costs the same at any length. */
    private static final int COUNTED = 10_000;

    private static final String WAITING = """
            select case when p.highest - p.lowest < %d
                        then (select count(*) from outbox where position between p.lowest and p.highest)
                        else coalesce(p.highest - p.lowest + 1, 0) end,
                   coalesce(extract(epoch from o.created_at), 0),
                   coalesce(extract(epoch from clock_timestamp() - o.created_at), 0)
            from (select min(position) as lowest, max(position) as highest from outbox) p
                 left join outbox o on o.position = p.lowest""".formatted(COUNTED);

    private static final String DEAD_LETTER = "dead_letter";

    private volatile long backlog;
    private volatile double oldestTimestamp;
    private volatile double oldestAge;
    private volatile double lastRound;
    private volatile Instant lastSent;
    private final MeterRegistry metrics;
    private final WallClock wall;
    private final DeadLetterGauges deadLetters;

    OutboxGauges(
            MeterRegistry metrics,
            WallClock wall,
            DeadLetterGauges deadLetters,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.metrics = metrics;
        this.wall = wall;
        this.deadLetters = deadLetters;
        gauge("outbox.backlog", "Events that wait to be sent", g -> g.backlog);
        gauge("outbox.oldest.timestamp.seconds", "Since when the oldest waits; 0: none does", g -> g.oldestTimestamp);
        gauge("outbox.oldest.age.seconds", "For how long the oldest has waited", g -> g.oldestAge);
        gauge("relay.last.timestamp.seconds", "When the relay last sent all that it took", g -> g.lastRound);
        Arrays.stream(EventType.values())
                .filter(type -> type.topic().owner().equals(service))
                .map(type -> type.record().getSimpleName())
                .forEach(this::sent);
        sent(DEAD_LETTER);
    }

    /** The broker has taken a record of that topic and wire type. */
    void sent(String topic, String wireType) {
        var type = EventType.ofWireType(wireType)
                .filter(t -> t.topic().wireName().equals(topic))
                .map(t -> t.record().getSimpleName());
        sent(type.orElse(DEAD_LETTER)).increment();
        lastSent = wall.now();
    }

    /** When this process last sent a record, by the wall clock; null where it sent none. */
    Instant lastSent() {
        return lastSent;
    }

    /** All that was taken from the outbox has gone out, or there was nothing. */
    void roundDone() {
        lastRound = wall.now().toEpochMilli() / 1000.0;
    }

    /** About how many wait. */
    long backlog() {
        return backlog;
    }

    /** Looks again; its cost does not grow with what waits. */
    void sample(Connection connection) throws SQLException {
        deadLetters.sample(connection);
        try (var select = connection.prepareStatement(WAITING);
                var found = select.executeQuery()) {
            found.next();
            backlog = found.getLong(1);
            oldestTimestamp = found.getDouble(2);
            oldestAge = found.getDouble(3);
        }
    }

    private void gauge(String name, String description, ToDoubleFunction<OutboxGauges> value) {
        Gauge.builder("pilotwatch." + name, this, value)
                .description(description)
                .register(metrics);
    }

    private Counter sent(String type) {
        return Counter.builder("pilotwatch.events.sent")
                .description("Events that the broker has taken")
                .tag("type", type)
                .register(metrics);
    }
}
