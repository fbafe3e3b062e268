package io.pilotwatch.intake;

import io.pilotwatch.intake.core.Facts;
import io.pilotwatch.platform.Envelope;
import io.pilotwatch.platform.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from milestone and compliance-alert what a pilot's state follows from. */
@ApplicationScoped
class FactsConsumer implements Inbox.Handler {

    private final Inbox inbox;
    private final PilotRows pilots;
    private final PilotDesk desk;

    FactsConsumer(Inbox inbox, PilotRows pilots, PilotDesk desk) {
        this.inbox = inbox;
        this.pilots = pilots;
        this.desk = desk;
    }

    @Incoming("events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.accept(records, this::handle);
    }

    /** Each pilot's events in their order. Nobody can tell of a pilot that is not in the register, since it is ours. */
    @Override
    public void handle(List<Envelope> events) {
        var heard = events.stream()
                .filter(envelope -> Facts.follow(envelope.event()))
                .collect(Collectors.groupingBy(envelope -> envelope.event().pilotId()));
        if (!heard.isEmpty()) {
            pilots.locked(heard.keySet()).forEach(row -> heard.get(row.pilotId).forEach(e -> desk.hear(row, e)));
        }
    }
}
