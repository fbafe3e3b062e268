package io.pilotwatch.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Lets a record in that was put aside when it came: it goes through what {@link Inbox} has for every other. */
@ApplicationScoped
class Readmission {

    private final InboxRows rows;
    private final Wire wire;
    private final Instance<Inbox.Handler> handlers;

    Readmission(InboxRows rows, Wire wire, Instance<Inbox.Handler> handlers) {
        this.rows = rows;
        this.wire = wire;
        this.handlers = handlers;
    }

    /**
     * In the present transaction; throws whatever keeps it from being handled.
     *
     * @return whether its event was new
     */
    @Transactional(TxType.MANDATORY)
    boolean letIn(ConsumerRecord<String, byte[]> record) {
        try {
            var envelope = wire.read(record);
            if (envelope.isEmpty()
                    || rows.firstSeen(List.of(envelope.get().id())).isEmpty()) {
                return false;
            }
            handlers.get().handle(List.of(envelope.get()));
            return true;
        } catch (Wire.Unreadable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
