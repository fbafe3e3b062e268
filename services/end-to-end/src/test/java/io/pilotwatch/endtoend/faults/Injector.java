package io.pilotwatch.endtoend.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pilotwatch.endtoend.faults.Injected.Poison;
import io.pilotwatch.endtoend.faults.World.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Somebody who has the broker's address and no manners: puts records into the topics that are there already, old ones after
 * new ones, and such as nobody can handle. Keeps account of what went where.
 */
final class Injector implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAMPLES = "/io/pilotwatch/contracts/samples/";
    private static final String UPDATED = "io.pilotwatch.milestone.updated.v1";
    private static final String NOBODY = "BP-999999";
    private static final int RECENT = 10;
    private static final int ALMOST_TOO_LARGE = 1_048_000;

    /** Who hears each topic. */
    private static final Map<String, Set<String>> HEARD_BY = Map.of(
            "pilotwatch.pilots.v1", Set.of("milestone", "compliance-alert", "reporting"),
            "pilotwatch.milestones.v1", Set.of("intake", "compliance-alert", "reporting"),
            "pilotwatch.alerts.v1", Set.of("intake", "milestone", "reporting"));

    /** Who looks into an update; intake passes over it. */
    private static final Map<String, String> OF_UPDATES = Map.of("compliance-alert", "", "reporting", "");

    private final Random random;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Injected injected = Injected.nothing();
    private int poisoned;

    Injector(String broker, long seed) {
        random = new Random(seed);
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        // Longer than the broker is ever away: what went where has to be known for sure.
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        900_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        900_000),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    Injected injected() {
        return injected;
    }

    /** So many exact copies of what was said last, and as many of what was said long before. */
    void copies(int each) {
        for (int i = 0; i < each; i++) {
            copy(true);
            copy(false);
        }
    }

    private void copy(boolean recent) {
        var partition = anyPartition();
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        if (end == 0) {
            return;
        }
        long offset = recent ? Math.max(0, end - 1 - random.nextInt(RECENT)) : random.nextLong((end + 1) / 2);
        var place = new Place(partition.topic(), partition.partition(), offset);
        if (injected.poison().stream().noneMatch(poison -> poison.place().equals(place))) {
            var copy = send(copyOf(at(partition, offset)));
            (recent ? injected.duplicates() : injected.reordered()).add(copy);
        }
    }

    private TopicPartition anyPartition() {
        var topic = TopicReader.TOPICS.get(random.nextInt(TopicReader.TOPICS.size()));
        var partitions = consumer.partitionsFor(topic);
        return new TopicPartition(topic, random.nextInt(partitions.size()));
    }

    private ConsumerRecord<String, byte[]> at(TopicPartition partition, long offset) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        while (true) {
            var polled = consumer.poll(Duration.ofSeconds(1));
            if (!polled.isEmpty()) {
                return polled.iterator().next();
            }
        }
    }

    private static ProducerRecord<String, byte[]> copyOf(ConsumerRecord<String, byte[]> record) {
        return new ProducerRecord<>(
                record.topic(), record.partition(), null, record.key(), record.value(), record.headers());
    }

    /** One record of each kind that nobody can handle. */
    void poison(String pilot) {
        var sample = sample("MilestoneUpdated", pilot);
        var text = sample.toString();
        var topic = "pilotwatch.milestones.v1";
        everywhere("unreadable", topic, pilot, headers(UPDATED), bytes(text.substring(0, text.length() / 2)), "");
        everywhere(
                "no JSON object",
                "pilotwatch.alerts.v1",
                pilot,
                headers("io.pilotwatch.alert.raised.v1"),
                bytes("[]"),
                "");
        everywhere("empty", "pilotwatch.pilots.v1", pilot, headers("io.pilotwatch.pilot.approved.v1"), null, "");
        everywhere("without a type", topic, pilot, without("ce_type"), bytes(text), "header ce_type is missing");
        everywhere("without an id", topic, pilot, without("ce_id"), bytes(text), "header ce_id is missing");
        everywhere("without a time", topic, pilot, without("ce_time"), bytes(text), "header ce_time is missing");
        everywhere(
                "under another's key",
                topic,
                pilot + "0",
                headers(UPDATED),
                bytes(text),
                "the key is not the pilot id");
        everywhere("almost too large", topic, pilot, headers(UPDATED), large(), "");
        poison(
                "without its milestone",
                topic,
                pilot,
                headers(UPDATED),
                bytes(brokenIn("milestone", pilot)),
                OF_UPDATES);
        poison(
                "with a character that cannot be kept",
                topic,
                pilot,
                headers(UPDATED),
                bytes(withNul(pilot)),
                OF_UPDATES);
        // A pilot may be approved later: nobody gives it up, nobody shows it.
        var unknown = bytes(sample("MilestoneUpdated", NOBODY).toString());
        poison("of a pilot that there is not", topic, NOBODY, headers(UPDATED), unknown, Map.of());
        // Somebody newer may say more: passed over.
        poison("of unknown type", topic, pilot, headers("io.pilotwatch.milestone.praised.v1"), bytes(text), Map.of());
    }

    /** So many records about one pilot, and so in one partition, of a type that nobody knows; returns when the broker has all. */
    void flood(String topic, String pilot, int count) {
        var value = bytes("{}");
        for (int i = 0; i < count; i++) {
            var record = new ProducerRecord<>(topic, pilot, value);
            headers("io.pilotwatch.milestone.praised.v1")
                    .forEach((name, said) -> record.headers().add(name, bytes(said)));
            producer.send(record);
        }
        producer.flush();
    }

    private void everywhere(
            String kind, String topic, String key, Map<String, String> headers, byte[] value, String reason) {
        var givenUpBy = new LinkedHashMap<String, String>();
        HEARD_BY.get(topic).forEach(service -> givenUpBy.put(service, reason));
        poison(kind, topic, key, headers, value, givenUpBy);
    }

    void poison(
            String kind,
            String topic,
            String key,
            Map<String, String> headers,
            byte[] value,
            Map<String, String> givenUpBy) {
        var record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, said) -> record.headers().add(name, bytes(said)));
        injected.poison().add(new Poison(kind, send(record), headers.getOrDefault("ce_id", ""), givenUpBy));
    }

    private Place send(ProducerRecord<String, byte[]> record) {
        try {
            RecordMetadata sent = producer.send(record).get();
            return new Place(sent.topic(), sent.partition(), sent.offset());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take it", e);
        }
    }

    Map<String, String> headers(String type) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", "poison-" + poisoned++);
        headers.put("ce_source", "urn:pilotwatch:nobody");
        headers.put("ce_type", type);
        headers.put("ce_time", "2022-03-01T00:00:00Z");
        headers.put("content-type", "application/json");
        return headers;
    }

    private Map<String, String> without(String header) {
        var headers = headers(UPDATED);
        headers.remove(header);
        return headers;
    }

    static ObjectNode sample(String event, String pilot) {
        try (var sample = Injector.class.getResourceAsStream(SAMPLES + event + ".sample.json")) {
            return ((ObjectNode) JSON.readTree(sample)).put("pilotId", pilot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String brokenIn(String field, String pilot) {
        return sample("MilestoneUpdated", pilot).putNull(field).toString();
    }

    private static String withNul(String pilot) {
        var event = sample("MilestoneUpdated", pilot);
        event.withObject("/update").put("note", "a\0b");
        return event.toString();
    }

    /** The broker takes it, and would take nothing more. */
    private static byte[] large() {
        var letters = new byte[ALMOST_TOO_LARGE];
        Arrays.fill(letters, (byte) 'a');
        return letters;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        consumer.close();
    }
}
