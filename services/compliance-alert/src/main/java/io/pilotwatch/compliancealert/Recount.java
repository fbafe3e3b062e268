package io.pilotwatch.compliancealert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.compliancealert.core.Proof;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.WallClock;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Proves from time to time that no alert is missing and none is too many: every pilot's alerts are compared with its facts
 * once more, and the tally with the history, all as of one moment. {@code pilotwatch_recount_differences} is 0 where all
 * adds up, and {@code pilotwatch_recount_last_timestamp_seconds} tells when that was looked at last, by the wall clock.
 */
@Startup
@ApplicationScoped
class Recount {

    private static final Logger LOG = Logger.getLogger(Recount.class);
    private static final int MOST_SHOWN = 50;

    private final RecountRows rows;
    private final Programme programme;
    private final Clock clock;
    private final WallClock wall;
    private volatile RecountView last;

    Recount(RecountRows rows, Programme programme, Clock clock, MeterRegistry metrics, WallClock wall) {
        this.rows = rows;
        this.programme = programme;
        this.clock = clock;
        this.wall = wall;
        Gauge.builder("pilotwatch.recount.differences", this, r -> r.last == null ? 0 : r.last.differences())
                .description("Alerts that are missing, too many or wrong, as last counted")
                .register(metrics);
        Gauge.builder("pilotwatch.recount.last.timestamp.seconds", this, Recount::lastSeconds)
                .description("When that was last counted; 0 before the first time")
                .register(metrics);
    }

    /** The last result; null before the first. */
    RecountView last() {
        return last;
    }

    @Scheduled(
            every = "${pilotwatch.recount.every}",
            delayed = "${pilotwatch.recount.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void fromTimeToTime() {
        var view = recount();
        if (view.differences() > 0) {
            LOG.errorf("recount: %d differences, such as %s", view.differences(), view.examples());
        }
    }

    /** Looks at everything; its cost follows the number of pilots and of all that ever happened to alerts. */
    RecountView recount() {
        var found = new ArrayList<String>();
        var counted = rows.inOneMoment(() -> {
            found.addAll(rows.tallyDifferences());
            return rows.eachPilot(pilot -> found.addAll(differences(pilot)));
        });
        last = new RecountView(
                wall.now(), counted, found.size(), List.copyOf(found.subList(0, Math.min(MOST_SHOWN, found.size()))));
        return last;
    }

    private double lastSeconds() {
        return last == null ? 0 : last.at().toEpochMilli() / 1000.0;
    }

    /**
     * As of now, or of when a replica whose clock is ahead of ours judged it. A pilot that is due is not behind: the sweep is
     * on its way.
     */
    private List<String> differences(RecountRows.Pilot pilot) {
        var scheduled = pilot.scheduled();
        var asOf = Stream.of(clock.instant(), scheduled.judgedAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
        var isDue = scheduled.nextCheckAt() != null && !scheduled.nextCheckAt().isAfter(asOf);
        return isDue ? List.of() : Proof.differences(scheduled.facts(), pilot.alerts(), programme, asOf);
    }
}
