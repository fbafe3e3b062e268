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

    private volatile long backlog;
    private volatile double oldestTimestamp;
    private volatile double oldestAge;

    OutboxGauges(MeterRegistry metrics) {
        metrics.gauge("pilotwatch.outbox.backlog", this, g -> g.backlog);
        metrics.gauge("pilotwatch.outbox.oldest.timestamp.seconds", this, g -> g.oldestTimestamp);
        metrics.gauge("pilotwatch.outbox.oldest.age.seconds", this, g -> g.oldestAge);
    }

    void sample(Connection connection) throws SQLException {
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
