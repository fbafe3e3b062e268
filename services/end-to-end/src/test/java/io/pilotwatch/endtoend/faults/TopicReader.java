package io.pilotwatch.endtoend.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.endtoend.faults.World.Alert;
import io.pilotwatch.endtoend.faults.World.Letter;
import io.pilotwatch.endtoend.faults.World.Place;
import io.pilotwatch.endtoend.faults.World.Told;
import io.pilotwatch.endtoend.faults.World.Update;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topics from their beginning to where they end now, in no consumer group. */
final class TopicReader {

    static final List<String> TOPICS =
            List.of("pilotwatch.pilots.v1", "pilotwatch.milestones.v1", "pilotwatch.alerts.v1");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UPDATED = "io.pilotwatch.milestone.updated.v1";

    private TopicReader() {}

    static List<Told> told(String broker) {
        return read(broker, TOPICS, TopicReader::told);
    }

    static List<Letter> letters(String broker) {
        var topics = TOPICS.stream().map(topic -> topic + ".dead-letter").toList();
        return read(broker, topics, TopicReader::letter);
    }

    /** In the order of each partition. */
    static <T> List<T> read(String broker, List<String> topics, Function<ConsumerRecord<String, byte[]>, T> as) {
        var read = new ArrayList<Map.Entry<Place, T>>();
        try (var consumer = consumer(broker)) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(record -> read.add(Map.entry(place(record), as.apply(record))));
            }
        }
        return read.stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<Place, T> one) -> one.getKey().topic())
                        .thenComparing(one -> one.getKey().partition())
                        .thenComparing(one -> one.getKey().offset()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static KafkaConsumer<String, byte[]> consumer(String broker) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    static Place place(ConsumerRecord<String, byte[]> record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Told told(ConsumerRecord<String, byte[]> record) {
        var type = header(record, "ce_type");
        Update update = null;
        Alert alert = null;
        try {
            if (type.equals(UPDATED)) {
                update = update(JSON.readTree(record.value()));
            } else if (type.startsWith("io.pilotwatch.alert.")) {
                alert = alert(JSON.readTree(record.value()));
            }
        } catch (IOException | RuntimeException poison) {
            // Nobody can read it: it tells nothing.
        }
        return new Told(
                place(record), header(record, "ce_id"), type, record.key(), hash(record.value()), update, alert);
    }

    private static Update update(JsonNode event) {
        var update = event.path("update");
        return new Update(
                event.path("pilotId").asText(),
                event.at("/milestone/milestoneId").asText(),
                update.path("updateId").asText(),
                event.path("revision").asLong(),
                update.path("percent").asInt(),
                update.path("note").asText());
    }

    /** Null for an event about a waiver, which is no alert's. */
    private static Alert alert(JsonNode event) {
        return event.has("alert")
                ? alert(event.path("alert"), event.path("revision").asLong())
                : null;
    }

    private static Alert alert(JsonNode alert, long revision) {
        return new Alert(
                alert.path("alertId").asText(),
                alert.path("pilotId").asText(),
                alert.path("rule").asText(),
                alert.path("subject").asText(),
                revision,
                alert.path("level").asInt(),
                alert.path("state").asText(),
                Instant.parse(alert.path("raisedAt").asText()),
                alert.hasNonNull("muted"),
                StreamSupport.stream(alert.path("addressees").spliterator(), false)
                        .map(addressee -> addressee.path("agency").asText())
                        .toList());
    }

    private static Letter letter(ConsumerRecord<String, byte[]> record) {
        var place = new Place(
                header(record, "dead-letter-topic"),
                Integer.parseInt(header(record, "dead-letter-partition")),
                Long.parseLong(header(record, "dead-letter-offset")));
        return new Letter(header(record, "dead-letter-consumer"), place, header(record, "dead-letter-reason"));
    }

    static String hash(byte[] value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value == null ? new byte[0] : value);
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
