package io.pilotwatch.reporting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * What the last comparison of the views with the journal came to, for Prometheus: {@code pilotwatch_reporting_rebuild_equal}
 * is 1 where nothing differed, 0 where something did and -1 as long as nobody compared,
 * {@code pilotwatch_reporting_rebuild_differences} tells how much did, and
 * {@code pilotwatch_reporting_rebuild_last_timestamp_seconds} when that was, by the wall clock; 0: never.
 */
@Startup
@ApplicationScoped
class RebuildMeters {

    private record Checked(Instant at, long differences) {}

    private volatile Checked last = new Checked(Instant.EPOCH, -1);

    RebuildMeters(MeterRegistry metrics) {
        Gauge.builder("pilotwatch.reporting.rebuild.equal", this, RebuildMeters::equal)
                .description("1: the views are what the journal says; 0: they are not; -1: nobody compared")
                .register(metrics);
        Gauge.builder("pilotwatch.reporting.rebuild.differences", this, m -> Math.max(0, m.last.differences()))
                .description("How many differences there were")
                .register(metrics);
        Gauge.builder(
                        "pilotwatch.reporting.rebuild.last.timestamp.seconds",
                        this,
                        m -> m.last.at().toEpochMilli() / 1000.0)
                .description("When that was compared; 0: never")
                .register(metrics);
    }

    /** They were compared. */
    void checked(Instant at, long differences) {
        last = new Checked(at, differences);
    }

    private int equal() {
        return last.differences() < 0 ? -1 : last.differences() == 0 ? 1 : 0;
    }
}
