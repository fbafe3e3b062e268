package io.pilotwatch.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pilotwatch.contracts.EventType;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What came in: {@code pilotwatch_events_total} by consumer, type and outcome, and how old it was by then. */
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

    EventMeters(MeterRegistry metrics, @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.metrics = metrics;
        this.consumer = consumer;
        // From the broker's record to the committed transaction, both by the wall clock: the programme clock may be
        // stepped.
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
    }

    String consumer() {
        return consumer;
    }

    /** What became of one batch; {@code skipped} counts events of a type that this version does not know. */
    record Batch(
            Map<ConsumerRecord<String, byte[]>, Envelope> read,
            Set<String> fresh,
            List<ConsumerRecord<String, byte[]>> deadLetters,
            int skipped) {}

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
    }

    void deadLettered(ConsumerRecord<String, byte[]> record) {
        counter(
                        Wire.header(record.headers(), "ce_type")
                                .flatMap(EventType::ofWireType)
                                .map(t -> t.record().getSimpleName())
                                .orElse(OTHER),
                        Outcome.DEAD_LETTERED)
                .increment();
    }

    private Counter counter(String type, Outcome outcome) {
        return metrics.counter(
                "pilotwatch.events",
                "consumer",
                consumer,
                "type",
                type,
                "outcome",
                outcome.name().toLowerCase());
    }
}
