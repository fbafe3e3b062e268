package io.pilotwatch.reporting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** What the latest check of the views came to, on whichever replica; a scrape costs no query. */
@Singleton
@Startup
class RebuildMetrics {

    private static final int NEVER = -1;

    private final RebuildRows rows;
    private volatile Rebuild latest;

    RebuildMetrics(MeterRegistry metrics, RebuildRows rows) {
        this.rows = rows;
        Gauge.builder("pilotwatch.reporting.rebuild.equal", () -> latest(r -> r.equal() ? 1 : 0, NEVER))
                .description("Whether the live views said what the journal says: 1, or 0; -1 before the first check")
                .register(metrics);
        Gauge.builder(
                        "pilotwatch.reporting.rebuild.last.timestamp.seconds",
                        () -> latest(r -> r.endedAt().getEpochSecond(), 0))
                .description("When that was checked; 0 before the first check")
                .register(metrics);
        Gauge.builder("pilotwatch.reporting.rebuild.differences", () -> latest(Rebuild::differences, 0))
                .description("In how many fields the live views differed")
                .register(metrics);
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        latest = rows.latestCheck().orElse(null);
    }

    private double latest(ToDoubleFunction<Rebuild> figure, double none) {
        var rebuild = latest;
        return rebuild == null ? none : figure.applyAsDouble(rebuild);
    }
}
