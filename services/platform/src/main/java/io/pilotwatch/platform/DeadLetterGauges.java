package io.pilotwatch.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code pilotwatch_dead_letters_waiting{consumer}}: for how many an operator has yet to decide. Every replica tells the
 * same: take the maximum. Of which types they are stands on the desk; here it would cost a series each.
 */
@Startup
@ApplicationScoped
class DeadLetterGauges {

    private volatile long waiting;

    DeadLetterGauges(MeterRegistry metrics, @ConfigProperty(name = "quarkus.application.name") String consumer) {
        Gauge.builder("pilotwatch.dead.letters.waiting", () -> waiting)
                .description("Events put aside for which an operator has yet to decide")
                .tag("consumer", consumer)
                .register(metrics);
    }

    /** Sampled with what goes out, so that a scrape costs no query. */
    void sample(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select count(*) from dead_letter where state = 'WAITING'");
                var found = select.executeQuery()) {
            found.next();
            waiting = found.getLong(1);
        }
    }
}
