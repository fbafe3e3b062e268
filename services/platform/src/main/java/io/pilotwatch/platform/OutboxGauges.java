package io.pilotwatch.platform;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * How much waits in the outbox and since when. Sampled by the relay as it goes, so a scrape costs no query; the age comes
 * from the database's own clock, since the programme clock may stand still.
 */
@ApplicationScoped
class OutboxGauges {

    private static final long EVERY_NANOS = 1_000_000_000L;

    private volatile long backlog;
    private volatile double oldestTimestamp;
    private volatile double oldestAge;
    private long sampledNanos = System.nanoTime() - EVERY_NANOS;

    OutboxGauges(MeterRegistry metrics) {
        metrics.gauge("pilotwatch.outbox.backlog", this, g -> g.backlog);
        metrics.gauge("pilotwatch.outbox.oldest.timestamp.seconds", this, g -> g.oldestTimestamp);
        metrics.gauge("pilotwatch.outbox.oldest.age.seconds", this, g -> g.oldestAge);
    }

    /** At most once a second: counting a long backlog before each of its batches would slow down its draining. */
    void sample(Connection connection) throws SQLException {
        if (System.nanoTime() - sampledNanos < EVERY_NANOS) {
            return;
        }
        sampledNanos = System.nanoTime();
        try (var select =
                        connection.prepareStatement("select count(*), coalesce(extract(epoch from min(created_at)), 0),"
                                + " coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) from outbox");
                var found = select.executeQuery()) {
            found.next();
            backlog = found.getLong(1);
            oldestTimestamp = found.getDouble(2);
            oldestAge = found.getDouble(3);
        }
    }
}
