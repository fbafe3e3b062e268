package io.pilotwatch.milestone;

import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.PilotEvent.RegisterEvent;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.milestone.report.Rectifications;
import io.pilotwatch.platform.Envelope;
import io.pilotwatch.platform.Inbox;
import io.pilotwatch.platform.Ledger;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Learns from intake which pilots there are, who may reach them, and what they submitted before they were; and from
 * compliance-alert which ones rectify.
 */
@ApplicationScoped
class PilotConsumer implements Inbox.Handler {

    private final Inbox inbox;
    private final PilotRows pilots;
    private final Programme programme;
    private final Ledger ledger;
    private final Rectifications rectifications;

    PilotConsumer(Inbox inbox, PilotRows pilots, Programme programme, Ledger ledger, Rectifications rectifications) {
        this.inbox = inbox;
        this.pilots = pilots;
        this.programme = programme;
        this.ledger = ledger;
        this.rectifications = rectifications;
    }

    @Incoming("events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.accept(records, this::handle);
    }

    /** One row a pilot, however often a batch names it; in id order, so that two batches never wait for each other. */
    @Override
    public void handle(List<Envelope> events) {
        takeReceipts(events);
        var newest = new TreeMap<String, RegisterEvent>();
        for (var envelope : events) {
            if (envelope.event() instanceof RegisterEvent heard) {
                newest.merge(
                        heard.pilotId(),
                        heard,
                        BinaryOperator.maxBy((a, b) -> Long.compare(a.revision(), b.revision())));
            }
        }
        pilots.learn(newest.values().stream().map(this::row).toList());
        rectifications.learn(events);
    }

    /** Nobody can submit anything for a pilot that is not known, so its application's receipts always come first. */
    private void takeReceipts(List<Envelope> events) {
        var approvals = new TreeMap<String, PilotApproved>();
        for (var envelope : events) {
            if (envelope.event() instanceof PilotApproved approved) {
                approvals.put(approved.pilotId(), approved);
            }
        }
        approvals.values().forEach(approved -> ledger.take(approved.pilotId(), approved.receipts()));
    }

    private PilotRow row(RegisterEvent heard) {
        var pilot = heard.pilot();
        var kind = programme
                .kind(pilot.kind())
                .orElseThrow(() -> new IllegalArgumentException("no kind " + pilot.kind() + " in the programme"));
        return PilotRow.of(heard.revision(), pilot, kind.coversFields());
    }
}
