package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.FactsRows.OthersRows;
import io.pilotwatch.platform.Outbox;
import io.pilotwatch.platform.ProgrammeClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/**
 * Looks for deadlines that passed without an event. Its cost follows what is due, not what exists; what one run missed the
 * next one finds; runs at once, here or in another replica, share the work.
 */
@ApplicationScoped
class Sweep {

    private static final int BATCH = 200;

    private final FactsRows rows;
    private final Evaluation evaluation;
    private final Outbox outbox;
    private final AlertMeters meters;
    private final Clock clock;

    Sweep(FactsRows rows, Evaluation evaluation, Outbox outbox, AlertMeters meters, Clock clock) {
        this.rows = rows;
        this.evaluation = evaluation;
        this.outbox = outbox;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(every = "${pilotwatch.sweep.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void asTimePasses() {
        sweep(OthersRows.SKIP);
    }

    /** Whoever stepped the clock is told that all due alerts are raised, so rows that others have are waited for. */
    void afterStep(@Observes ProgrammeClock.Stepped stepped) {
        sweep(OthersRows.SKIP);
        sweep(OthersRows.AWAIT);
    }

    /** Until nothing is due: each batch in a transaction of its own. */
    void sweep(OthersRows others) {
        while (QuarkusTransaction.requiringNew().call(() -> batch(others)) > 0) {
            continue;
        }
        meters.swept();
    }

    private int batch(OthersRows others) {
        var due = rows.lockDue(clock.instant(), BATCH, others);
        if (!due.isEmpty()) {
            outbox.add(evaluation.evaluate(due));
        }
        return due.size();
    }
}
