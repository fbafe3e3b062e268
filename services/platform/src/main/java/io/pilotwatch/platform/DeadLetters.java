package io.pilotwatch.platform;

import io.pilotwatch.contracts.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts a record aside that cannot be handled: for the operator's desk and, with its reason, to its dead-letter topic. */
@ApplicationScoped
class DeadLetters {

    private static final int LONGEST_REASON = 2000;

    /** Bytes of a record that any broker takes, with what is said about it: by default its limit is a megabyte. */
    private static final int LARGEST = 900_000;

    private static final int MOST_HEADERS = 50;

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
        outbox.insert(List.of(row(record, headers, reason)));
    }

    private Outbox.Row row(ConsumerRecord<String, byte[]> record, Map<String, String> headers, String reason) {
        var key = record.key() == null ? "none" : RecordColumns.storable(record.key());
        var value = record.value() == null ? new byte[0] : record.value();
        long size = size(key, value, headers);
        var fits = size <= LARGEST;
        var sent = fits ? headers : attributes(headers);
        if (!fits) {
            // It lies at the desk as it came. A row that the broker never takes would stop every one behind it.
            sent.put("dead-letter-left-out", size + " bytes");
        }
        sent.put("dead-letter-reason", reason);
        sent.put("dead-letter-consumer", consumer);
        sent.put("dead-letter-topic", record.topic());
        sent.put("dead-letter-partition", Integer.toString(record.partition()));
        sent.put("dead-letter-offset", Long.toString(record.offset()));
        return new Outbox.Row(
                ids.next(),
                deadLetterTopic(record.topic()),
                fits || key.length() <= LONGEST_REASON ? key : "none",
                sent.getOrDefault("ce_type", "none"),
                fits ? value : new byte[0],
                sent,
                record.partition());
    }

    private static long size(String key, byte[] value, Map<String, String> headers) {
        return value.length
                + bytes(key)
                + headers.entrySet().stream()
                        .mapToLong(header -> bytes(header.getKey()) + bytes(header.getValue()))
                        .sum();
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What of an event's envelope is of an ordinary length. */
    private static Map<String, String> attributes(Map<String, String> headers) {
        var attributes = new LinkedHashMap<String, String>();
        headers.entrySet().stream()
                .filter(h -> h.getKey().startsWith("ce_") && bytes(h.getKey()) + bytes(h.getValue()) <= LONGEST_REASON)
                .limit(MOST_HEADERS)
                .forEach(h -> attributes.put(h.getKey(), h.getValue()));
        return attributes;
    }

    /** What a failure says, and where it says nothing, what it was. */
    static String reason(Throwable failure) {
        var said = failure.getMessage();
        return reason(said == null || said.isBlank() ? failure.toString() : said);
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
