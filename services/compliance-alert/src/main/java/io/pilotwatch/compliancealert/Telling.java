package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Notices;
import io.pilotwatch.compliancealert.core.Tally;
import io.pilotwatch.compliancealert.core.Tracked;
import io.pilotwatch.compliancealert.delivery.Deliveries;
import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.Programme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The one way in which an alert changes, whoever changes it: its row, its history, the chain of receipts, what is to be
 * delivered, and the tally, in one transaction. The caller puts the events into the outbox, since it knows their cause.
 */
@ApplicationScoped
class Telling {

    private final AlertRows rows;
    private final AlertLedger ledger;
    private final Deliveries deliveries;
    private final TallyRows tally;
    private final Programme programme;

    Telling(AlertRows rows, AlertLedger ledger, Deliveries deliveries, TallyRows tally, Programme programme) {
        this.rows = rows;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.tally = tally;
        this.programme = programme;
    }

    /** @param known the alerts before these events, at least those that the events are of */
    @Transactional(TxType.MANDATORY)
    void tell(List<? extends OfAlert> events, Collection<Tracked> known, Instant now) {
        if (events.isEmpty()) {
            return;
        }
        rows.save(events, now);
        ledger.add(events);
        deliveries.plan(Notices.of(events, programme), now);
        tally.add(Tally.of(events, known));
    }
}
