package io.pilotwatch.reporting;

import io.pilotwatch.platform.Envelope;
import io.pilotwatch.platform.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears everything that the other services say. */
@ApplicationScoped
class EventConsumer {

    private final Inbox inbox;
    private final JournalRows journal;
    private final PilotRows pilots;

    EventConsumer(Inbox inbox, JournalRows journal, PilotRows pilots) {
        this.inbox = inbox;
        this.journal = journal;
        this.pilots = pilots;
    }

    @Incoming("events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.accept(records, this::handle);
    }

    private void handle(List<Envelope> events) {
        journal.add(events);
        pilots.fold(events);
    }
}
