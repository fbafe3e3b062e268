package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.DigestRows.Making;
import io.pilotwatch.compliancealert.delivery.DigestRows.Waiting;
import io.pilotwatch.compliancealert.delivery.Occasions.Occasion;
import io.pilotwatch.compliancealert.delivery.core.Hours;
import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.ProgrammeClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * At the start of each working day, puts what was collected for a subscription into one message. Days that were missed are
 * caught up by one, which says that it is late. It is planned here and sent as everything is.
 */
@ApplicationScoped
class DigestJob {

    /** What the sweep raises at a step belongs to the day that the step reaches. */
    static final int AFTER_THE_SWEEP = Interceptor.Priority.APPLICATION + 1000;

    private final DigestRows rows;
    private final Occasions occasions;
    private final Hours hours;
    private final Clock clock;

    DigestJob(
            DigestRows rows,
            Occasions occasions,
            Programme programme,
            Clock clock,
            @ConfigProperty(name = "pilotwatch.digest.at") LocalTime at) {
        this.rows = rows;
        this.occasions = occasions;
        this.hours = new Hours(at, programme);
        this.clock = clock;
    }

    @Scheduled(every = "${pilotwatch.digest.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void asTimePasses() {
        at(clock.instant());
    }

    void afterStep(@Observes @Priority(AFTER_THE_SWEEP) ProgrammeClock.Stepped stepped) {
        asTimePasses();
    }

    /** What is due by then. */
    void at(Instant now) {
        QuarkusTransaction.requiringNew().run(() -> make(now));
    }

    private void make(Instant now) {
        var day = hours.lastWorkingDay(now);
        var waiting = rows.open(day);
        var making = waiting.stream().map(w -> making(w, now)).toList();
        if (!making.isEmpty()) {
            occasions.keep(
                    making.stream()
                            .map(m -> new Occasion(m.noticeId(), Kind.DIGEST, m.agency()))
                            .toList(),
                    now);
            occasions.plan(making.stream()
                    .map(m -> Occasions.to(m.subscriptionId(), m.noticeId()))
                    .toList());
            rows.make(making, day);
        }
    }

    private Making making(Waiting waiting, Instant now) {
        var last = hours.lastWorkingDay(now);
        var first = hours.nextWorkingDay(waiting.oldest());
        var expected = first.isBefore(last) ? first : last;
        return new Making(
                waiting.subscriptionId(), waiting.agency(), occasions.newId(), expected, hours.isLate(expected, now));
    }
}
