package io.pilotwatch.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Topic;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What came in, by the wall clock, since the programme clock may be stepped:
 *
 * <ul>
 *   <li>{@code pilotwatch_events_total{consumer,type,outcome}}
 *   <li>{@code pilotwatch_event_age_seconds}: from the broker's record to the committed transaction
 *   <li>{@code pilotwatch_inbox_oldest_timestamp_seconds{topic}}: when the oldest record in hand was sent; 0 where none is.
 *       A batch that is tried again and again stays in hand, so its age grows until somebody looks
 *   <li>{@code pilotwatch_inbox_handled_timestamp_seconds{topic}}: when the newest record handled by this process was sent;
 *       0 before the first
 * </ul>
 */
@Startup
@ApplicationScoped
class EventMeters {

    private enum Outcome {
        HANDLED,
        REPEATED,
        SKIPPED,
        DEAD_LETTERED
    }

    private static final String OTHER = "other";

    private final MeterRegistry metrics;
    private final String consumer;
    private final Timer age;
    private final Map<String, Long> inHand = new ConcurrentHashMap<>();
    private final Map<String, Long> handled = new ConcurrentHashMap<>();

    EventMeters(MeterRegistry metrics, @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.metrics = metrics;
        this.consumer = consumer;
        this.age = Timer.builder("pilotwatch.event.age")
                .description("Time from sending to handling")
                .tag("consumer", consumer)
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10))
                .register(metrics);
        for (var outcome : Outcome.values()) {
            for (var type : EventType.values()) {
                counter(type.record().getSimpleName(), outcome);
            }
            counter(OTHER, outcome);
        }
        for (var topic : Topic.values()) {
            moment("oldest", "When the oldest record now in hand was sent; 0 where none is", topic, inHand);
            moment("handled", "When the newest record handled was sent; 0 before the first", topic, handled);
        }
    }

    /** A batch is taken in hand: what waits for it to be done waits since its oldest record. */
    void begin(Collection<ConsumerRecord<String, byte[]>> batch) {
        batch.forEach(record -> inHand.merge(record.topic(), record.timestamp(), Math::min));
    }

    /** It is out of hand, whatever became of each record. */
    void end(Collection<ConsumerRecord<String, byte[]>> batch) {
        batch.forEach(record -> {
            inHand.remove(record.topic());
            handled.merge(record.topic(), record.timestamp(), Math::max);
        });
    }

    /** What became of one batch; {@code skipped} counts events of a type that this version does not know. */
    record Batch(
            Map<ConsumerRecord<String, byte[]>, Envelope> read,
            Set<String> fresh,
            List<ConsumerRecord<String, byte[]>> deadLetters,
            int skipped,
            Traces.Handled traced) {}

    /** Called after the commit, so that a batch tried again is counted once. */
    void count(Batch batch) {
        var now = System.currentTimeMillis();
        var fresh = new HashSet<>(batch.fresh());
        batch.read().forEach((record, envelope) -> {
            var type = envelope.event().getClass().getSimpleName();
            counter(type, fresh.remove(envelope.id()) ? Outcome.HANDLED : Outcome.REPEATED)
                    .increment();
            age.record(Duration.ofMillis(Math.max(0, now - record.timestamp())));
        });
        batch.deadLetters().forEach(this::deadLettered);
        counter(OTHER, Outcome.SKIPPED).increment(batch.skipped());
        batch.traced().end();
    }

    void deadLettered(ConsumerRecord<String, byte[]> record) {
        counter(label(record), Outcome.DEAD_LETTERED).increment();
    }

    /** A dead letter was let in after all; how old it had become says nothing of this service's pace. */
    void again(ConsumerRecord<String, byte[]> record, boolean fresh) {
        counter(label(record), fresh ? Outcome.HANDLED : Outcome.REPEATED).increment();
    }

    private static String label(ConsumerRecord<String, byte[]> record) {
        return Wire.header(record.headers(), "ce_type")
                .flatMap(EventType::ofWireType)
                .map(type -> type.record().getSimpleName())
                .orElse(OTHER);
    }

    private Counter counter(String type, Outcome outcome) {
        return Counter.builder("pilotwatch.events")
                .description("Events that came in")
                .tag("consumer", consumer)
                .tag("type", type)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    private void moment(String which, String description, Topic topic, Map<String, Long> millis) {
        Gauge.builder(
                        "pilotwatch.inbox." + which + ".timestamp.seconds",
                        () -> millis.getOrDefault(topic.wireName(), 0L) / 1000.0)
                .description(description)
                .tag("topic", topic.wireName())
                .register(metrics);
    }
}
