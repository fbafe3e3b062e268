package io.pilotwatch.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.contracts.EventType;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code pilotwatch_dead_letters_waiting{consumer,type}}: for how many an operator has yet to decide. Every replica tells
 * the same: take the maximum.
 */
@Startup
@ApplicationScoped
class DeadLetterGauges {

    private volatile Map<String, Long> waiting = Map.of();

    DeadLetterGauges(MeterRegistry metrics, @ConfigProperty(name = "quarkus.application.name") String consumer) {
        for (var type : EventType.values()) {
            gauge(metrics, consumer, EventMeters.label(type));
        }
        gauge(metrics, consumer, EventMeters.OTHER);
    }

    /** Sampled with what goes out, so that a scrape costs no query. */
    void sample(Connection connection) throws SQLException {
        var counted = new HashMap<String, Long>();
        try (var select = connection.prepareStatement(
                        "select event_type, count(*) from dead_letter where state = 'WAITING' group by event_type");
                var found = select.executeQuery()) {
            while (found.next()) {
                counted.merge(EventMeters.label(found.getString(1)), found.getLong(2), Long::sum);
            }
        }
        waiting = counted;
    }

    private void gauge(MeterRegistry metrics, String consumer, String type) {
        Gauge.builder("pilotwatch.dead.letters.waiting", () -> waiting.getOrDefault(type, 0L))
                .description("Events put aside for which an operator has yet to decide")
                .tag("consumer", consumer)
                .tag("type", type)
                .register(metrics);
    }
}
