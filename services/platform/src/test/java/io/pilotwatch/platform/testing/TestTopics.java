package io.pilotwatch.platform.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The other services' side of the topics, for a test of one service: says events as they would, and hears what it says. */
public final class TestTopics {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private TestTopics() {}

    /** Says an event that happened at this instant, under a new id, and waits until the broker has it. */
    public static String send(Event event, Instant time) {
        var id = UUID.randomUUID().toString();
        send(event, time, id);
        return id;
    }

    /** Says an event under this id, so that a repeat can be said. */
    public static void send(Event event, Instant time, String id) {
        send(EventType.of(event).topic().wireName(), event.pilotId(), value(event), headers(event, time, id));
    }

    /** The record that a consumer polls of such an event, for a test that is its own broker. */
    public static ConsumerRecord<String, byte[]> polled(
            Event event, Instant time, String id, int partition, long offset) {
        var topic = EventType.of(event).topic().wireName();
        var record = new ConsumerRecord<>(topic, partition, offset, event.pilotId(), value(event));
        headers(event, time, id)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static byte[] value(Event event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> headers(Event event, Instant time, String id) {
        var type = EventType.of(event);
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", "urn:pilotwatch:test");
        headers.put("ce_type", type.wireType());
        headers.put("ce_subject", event.pilotId());
        headers.put("ce_time", time.toString());
        headers.put("ce_dataschema", type.schema());
        headers.put("ce_sequence", Long.toString(event.revision()));
        headers.put("ce_correlationid", id);
        headers.put("ce_causationid", id);
        headers.put("ce_recordedtime", time.toString());
        headers.put("content-type", "application/json");
        return headers;
    }

    /** Says anything, such as a record that nobody can read. */
    public static void send(String topic, String key, byte[] value, Map<String, String> headers) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a topic from its beginning until {@code enough} says so of this key's records, or 20 seconds have passed. */
    public static List<ConsumerRecord<String, byte[]>> read(
            String topic, String key, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(p -> new TopicPartition(topic, p))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!enough.test(found) && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    /** The value of a CloudEvents or other header; null where it is absent. */
    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The event in a record. */
    public static Event event(ConsumerRecord<String, byte[]> record) {
        try {
            return MAPPER.readValue(
                    record.value(),
                    EventType.ofWireType(header(record, "ce_type"))
                            .orElseThrow()
                            .record());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String broker() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
