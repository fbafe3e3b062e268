package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.OverdueAlerts;
import io.pilotwatch.compliancealert.delivery.HeartbeatRows.Kept;
import io.pilotwatch.compliancealert.delivery.Occasions.Occasion;
import io.pilotwatch.compliancealert.delivery.core.Hours;
import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.platform.ProgrammeClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Tells each agency once a day what is overdue, or that nothing is, also on holidays: only what comes every day is missed
 * when it does not come. After an outage the last day's is made up for, not one for each day.
 */
@ApplicationScoped
class HeartbeatJob {

    private final HeartbeatRows rows;
    private final OverdueAlerts alerts;
    private final Occasions occasions;
    private final Hours hours;
    private final Clock clock;

    HeartbeatJob(HeartbeatRows rows, OverdueAlerts alerts, Occasions occasions, HeartbeatHours hours, Clock clock) {
        this.rows = rows;
        this.alerts = alerts;
        this.occasions = occasions;
        this.hours = hours.hours();
        this.clock = clock;
    }

    @Scheduled(every = "${pilotwatch.heartbeat.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void asTimePasses() {
        at(clock.instant());
    }

    void afterStep(@Observes @Priority(DigestJob.AFTER_THE_SWEEP) ProgrammeClock.Stepped stepped) {
        asTimePasses();
    }

    /** What is due by then. */
    void at(Instant now) {
        QuarkusTransaction.requiringNew().run(() -> tell(now));
    }

    private void tell(Instant now) {
        var day = hours.lastDay(now);
        var missing = rows.missing(day);
        if (!missing.isEmpty()) {
            keep(missing, day, now);
        }
        occasions.plan(rows.untold(day));
    }

    private void keep(List<String> agencies, LocalDate day, Instant now) {
        var overdue = alerts.of(agencies);
        var reports = agencies.stream()
                .map(agency -> new Kept(agency, occasions.newId(), overdue.getOrDefault(agency, List.of())))
                .toList();
        // Another replica may have been quicker; what it kept stands.
        var mine = rows.keep(reports, day);
        occasions.keep(
                reports.stream()
                        .filter(report -> mine.contains(report.agency()))
                        .map(report -> new Occasion(report.noticeId(), Kind.HEARTBEAT, report.agency()))
                        .toList(),
                now);
    }
}
