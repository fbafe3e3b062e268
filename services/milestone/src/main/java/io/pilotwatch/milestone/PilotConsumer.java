package io.pilotwatch.milestone;

import io.pilotwatch.contracts.PilotEvent.RegisterEvent;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Envelope;
import io.pilotwatch.platform.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from intake which pilots there are and who may reach them. */
@ApplicationScoped
class PilotConsumer {

    private final Inbox inbox;
    private final PilotRows pilots;
    private final Programme programme;

    PilotConsumer(Inbox inbox, PilotRows pilots, Programme programme) {
        this.inbox = inbox;
        this.pilots = pilots;
        this.programme = programme;
    }

    @Incoming("events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.accept(records, this::handle);
    }

    /** One row a pilot, however often a batch names it; in id order, so that two batches never wait for each other. */
    private void handle(List<Envelope> events) {
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
    }

    private PilotRow row(RegisterEvent heard) {
        var pilot = heard.pilot();
        var kind = programme
                .kind(pilot.kind())
                .orElseThrow(() -> new IllegalArgumentException("no kind " + pilot.kind() + " in the programme"));
        return PilotRow.of(heard.revision(), pilot, kind.coversFields());
    }
}
