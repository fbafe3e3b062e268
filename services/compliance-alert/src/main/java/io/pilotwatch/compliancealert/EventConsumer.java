package io.pilotwatch.compliancealert;

import io.pilotwatch.platform.Envelope;
import io.pilotwatch.platform.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of pilots and milestones: folds the events into facts, and the alerts follow. */
@ApplicationScoped
class EventConsumer implements Inbox.Handler {

    private final Inbox inbox;
    private final Hearing hearing;

    EventConsumer(Inbox inbox, Hearing hearing) {
        this.inbox = inbox;
        this.hearing = hearing;
    }

    @Incoming("events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.accept(records, this::handle);
    }

    @Override
    public void handle(List<Envelope> heard) {
        hearing.heard(heard);
    }
}
