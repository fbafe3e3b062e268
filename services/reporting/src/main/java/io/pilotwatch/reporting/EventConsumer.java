package io.pilotwatch.reporting;

import io.pilotwatch.platform.Envelope;
import io.pilotwatch.platform.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears everything that the other services say. */
@ApplicationScoped
class EventConsumer implements Inbox.Handler {

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

    @Override
    public void handle(List<Envelope> events) {
        var kept = events.stream().map(EventConsumer::asKept).toList();
        journal.add(kept);
        pilots.fold(kept);
    }

    /** The journal knows microseconds: what is folded now must be what is folded from it again. */
    private static Envelope asKept(Envelope e) {
        return new Envelope(
                e.id(),
                e.time().truncatedTo(ChronoUnit.MICROS),
                e.correlationId(),
                e.traceparent(),
                e.event(),
                e.said());
    }
}
