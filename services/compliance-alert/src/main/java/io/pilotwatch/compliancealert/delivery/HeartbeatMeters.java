package io.pilotwatch.compliancealert.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.contracts.Programme;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code pilotwatch_heartbeat_last_timestamp_seconds{regulator}}: when a daily report last reached anybody at the agency, by
 * the wall clock, as known at most fifteen seconds ago; 0 until the first does, and for an agency that nobody subscribed
 * for, so that silence is seen.
 */
@Startup
@ApplicationScoped
class HeartbeatMeters {

    private final HeartbeatRows rows;
    private volatile Map<String, Instant> last = Map.of();

    HeartbeatMeters(HeartbeatRows rows, Programme programme, MeterRegistry metrics) {
        this.rows = rows;
        leads(programme)
                .forEach(agency -> Gauge.builder("pilotwatch.heartbeat.last.timestamp.seconds", () -> last(agency))
                        .description("When a daily report last reached the agency; 0: never")
                        .tag("regulator", agency)
                        .register(metrics));
    }

    /** A scrape costs no query. */
    @Scheduled(every = "15s")
    void look() {
        last = rows.lastReached();
    }

    private double last(String agency) {
        var at = last.get(agency);
        return at == null ? 0 : at.toEpochMilli() / 1000.0;
    }

    private static Stream<String> leads(Programme programme) {
        return Stream.concat(
                        Stream.of(programme.office()),
                        programme.fields().stream().map(Programme.Field::lead))
                .distinct();
    }
}
