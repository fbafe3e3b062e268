package io.pilotwatch.reporting.scheduled;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.WallClock;
import io.pilotwatch.reporting.scheduled.SendingRows.Claimed;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/**
 * Sends each subscribed report for each day on which it is due: at least once, and as a rule once. What failed is tried again
 * with growing waits to the end of the day, under the same Message-ID.
 */
@ApplicationScoped
class ReportJob {

    private static final Logger LOG = Logger.getLogger(ReportJob.class);

    private final Sendings sendings;
    private final ReportMail mail;
    private final Clock clock;
    private final WallClock wall;

    ReportJob(Sendings sendings, ReportMail mail, Clock clock, WallClock wall) {
        this.sendings = sendings;
        this.mail = mail;
        this.clock = clock;
        this.wall = wall;
    }

    @Scheduled(every = "${pilotwatch.reports.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void asTimePasses() {
        at(clock.instant());
    }

    /** What is due by then. */
    void at(Instant now) {
        sendings.open(now).ifPresent(this::send);
    }

    private void send(LocalDate today) {
        var since = wall.now();
        for (var next = sendings.claim(today, since); next.isPresent(); next = sendings.claim(today, since)) {
            sendings.keep(next.get(), errorOf(next.get()));
        }
    }

    /** Why it could not be made or sent; null where it was sent. One that cannot keeps up none of the others. */
    @Nullable
    private String errorOf(Claimed claimed) {
        try {
            mail.send(claimed);
            return null;
        } catch (RuntimeException e) {
            LOG.warnf(e, "report %s of %s", claimed.subscription().subscriptionId(), claimed.day());
            var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return reason.replaceAll("\\s+", " ").strip();
        }
    }
}
