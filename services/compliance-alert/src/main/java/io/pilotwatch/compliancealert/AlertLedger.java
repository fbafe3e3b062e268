package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.platform.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The pilot's chain of what became of its alerts, raised, delivered, acknowledged, cleared, as signed receipts: who knew
 * what when can be proved later without us, and nobody can take one out of the middle. Deliveries add theirs themselves.
 */
@ApplicationScoped
class AlertLedger {

    /** Said where no person did it. */
    private static final String NOBODY = "compliance-alert";

    private final Ledger ledger;

    AlertLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    void add(List<? extends OfAlert> events) {
        ledger.addAll(events.stream().map(AlertLedger::entry).toList());
    }

    private static Ledger.Entry entry(OfAlert event) {
        var kind = EventType.of(event).wireType().replaceFirst("^io\\.pilotwatch\\.(.*)\\.v1$", "$1");
        return new Ledger.Entry(
                event.pilotId(),
                kind,
                "/compliance-alert/api/v1/alerts/" + event.alert().alertId(),
                event,
                event.by() == null ? NOBODY : event.by());
    }
}
