package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Alerting;
import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Outbox;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.function.LongConsumer;

/** Loads, decides once, saves and tells, in the caller's transaction. */
@ApplicationScoped
class Acknowledgements {

    private final AlertRows rows;
    private final Outbox outbox;
    private final Clock clock;

    Acknowledgements(AlertRows rows, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param condition refuses another revision than the caller means */
    @Transactional(TxType.MANDATORY)
    void acknowledge(String alertId, @Nullable String note, String by, LongConsumer condition) {
        var tracked = rows.lock(alertId).orElseThrow(() -> Problem.notFound(alertId));
        condition.accept(tracked.revision());
        switch (Alerting.acknowledge(tracked, note, by)) {
            case Refused<?>(var refusal) -> throw Problem.of(refusal);
            case Decided<?>(var next, var events) -> {
                var told = events.stream().map(AlertEvent.class::cast).toList();
                rows.save(told, clock.instant());
                outbox.add(List.copyOf(told));
            }
        }
    }
}
