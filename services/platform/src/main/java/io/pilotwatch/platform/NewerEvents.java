package io.pilotwatch.platform;

import io.pilotwatch.contracts.EventType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Lets in what a version before this one heard and did not know. Looked for again and again, since that version may be at work
 * beside this one for a while; any order of arrival is right.
 */
@ApplicationScoped
class NewerEvents {

    private static final Logger LOG = Logger.getLogger(NewerEvents.class);
    private static final List<String> KNOWN =
            Arrays.stream(EventType.values()).map(EventType::wireType).toList();

    private final InboxRows rows;
    private final Readmission readmission;
    private final DeadLetters deadLetters;
    private final EventMeters meters;

    NewerEvents(InboxRows rows, Readmission readmission, DeadLetters deadLetters, EventMeters meters) {
        this.rows = rows;
        this.readmission = readmission;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void letIn() {
        while (letInNext()) {
            LOG.debug("one more is known now");
        }
    }

    /** Together with what the handler writes, or put aside for good: it is the record that is at fault. */
    private boolean letInNext() {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var next = next();
                next.ifPresent(record -> meters.again(record, readmission.letIn(record)));
                return next.isPresent();
            });
        } catch (RuntimeException e) {
            if (DatabaseFailure.isTheirs(e)) {
                throw e;
            }
            LOG.error("dead letter, of a type that is new here", e);
            QuarkusTransaction.requiringNew().run(() -> next().ifPresent(record -> giveUp(record, e)));
            return true;
        }
    }

    private Optional<ConsumerRecord<String, byte[]>> next() {
        return rows.takeNewer(KNOWN);
    }

    private void giveUp(ConsumerRecord<String, byte[]> record, RuntimeException why) {
        deadLetters.add(record, String.valueOf(why.getMessage()));
        meters.deadLettered(record);
    }
}
