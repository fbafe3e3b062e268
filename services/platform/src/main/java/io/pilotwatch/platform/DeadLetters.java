package io.pilotwatch.platform;

import io.pilotwatch.contracts.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts a record aside that cannot be handled: for the operator's desk and, with its reason, to its dead-letter topic. */
@ApplicationScoped
class DeadLetters {

    private static final int LONGEST_REASON = 2000;

    private final InboxRows seen;
    private final DeadLetterRows rows;
    private final Outbox outbox;
    private final Ids ids;
    private final String consumer;

    DeadLetters(
            InboxRows seen,
            DeadLetterRows rows,
            Outbox outbox,
            Ids ids,
            @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.seen = seen;
        this.rows = rows;
        this.outbox = outbox;
        this.ids = ids;
        this.consumer = consumer;
    }

    /**
     * Through the outbox like everything else that this service says, so it is neither lost nor said without reason; and
     * once, since the same record may be polled again after a crash.
     */
    @Transactional(TxType.MANDATORY)
    void add(ConsumerRecord<String, byte[]> record, String why) {
        var seenAs = "dead-letter:%s:%d:%d".formatted(record.topic(), record.partition(), record.offset());
        if (seen.firstSeen(List.of(seenAs)).isEmpty()) {
            return;
        }
        var headers = RecordColumns.headers(record);
        var reason = reason(why);
        rows.add(record, headers, reason);
        headers.put("dead-letter-reason", reason);
        headers.put("dead-letter-consumer", consumer);
        headers.put("dead-letter-topic", record.topic());
        headers.put("dead-letter-partition", Integer.toString(record.partition()));
        headers.put("dead-letter-offset", Long.toString(record.offset()));
        outbox.insert(List.of(new Outbox.Row(
                ids.next(),
                deadLetterTopic(record.topic()),
                record.key() == null ? "none" : RecordColumns.storable(record.key()),
                headers.getOrDefault("ce_type", "none"),
                record.value() == null ? new byte[0] : record.value(),
                headers,
                record.partition())));
    }

    /** As it can be kept and sent: a handler may say whole statements. */
    static String reason(String why) {
        var reason = RecordColumns.storable(String.valueOf(why));
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
    }

    private static String deadLetterTopic(String topic) {
        return Arrays.stream(Topic.values())
                .filter(t -> t.wireName().equals(topic))
                .map(Topic::deadLetterName)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no topic of ours: " + topic));
    }
}
