package io.pilotwatch.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Somebody who comes to the broker of a secured platform by a plain Kafka client, in this guise or that. */
record KafkaGuest(Map<String, Object> settings) {

    private static final int PATIENCE_MILLIS = 5000;

    /** A service with its own password. */
    static KafkaGuest service(RunningPlatform platform, String name) throws IOException {
        var password = Files.readString(platform.data().resolve("secrets/" + name + "/pilotwatch.kafka.password"));
        return at(platform, 9094)
                .with("security.protocol", "SASL_SSL")
                .with("ssl.truststore.type", "PEM")
                .with("ssl.truststore.location", authority(platform).toString())
                .with("sasl.mechanism", "SCRAM-SHA-512")
                .with("sasl.jaas.config", login(name, password));
    }

    /** Who may do everything. */
    static KafkaGuest operator(RunningPlatform platform) {
        return withoutCertificate(platform)
                .with("ssl.keystore.type", "PEM")
                .with(
                        "ssl.keystore.location",
                        platform.data().resolve("kafka-access/broker.pem").toString());
    }

    /** At the operator's door, with empty hands. */
    static KafkaGuest withoutCertificate(RunningPlatform platform) {
        return at(platform, 9095)
                .with("security.protocol", "SSL")
                .with("ssl.truststore.type", "PEM")
                .with("ssl.truststore.location", authority(platform).toString());
    }

    private static KafkaGuest at(RunningPlatform platform, int port) {
        return new KafkaGuest(Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + (port + RunningPlatform.SHIFT),
                "default.api.timeout.ms",
                PATIENCE_MILLIS,
                "request.timeout.ms",
                PATIENCE_MILLIS));
    }

    private static Path authority(RunningPlatform platform) {
        return platform.data().resolve("kafka-access/ca.pem");
    }

    static String login(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    KafkaGuest with(String name, Object value) {
        var changed = new HashMap<>(settings);
        changed.put(name, value);
        return new KafkaGuest(changed);
    }

    KafkaGuest without(String name) {
        var changed = new HashMap<>(settings);
        changed.remove(name);
        return new KafkaGuest(changed);
    }

    Admin admin() {
        return Admin.create(settings);
    }

    KafkaConsumer<String, byte[]> consumer(String group) {
        return new KafkaConsumer<>(
                with("group.id", group).with("auto.offset.reset", "earliest").settings(),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Says something on a topic, and waits for the broker's answer. */
    void say(String topic) throws ExecutionException, InterruptedException {
        var settings = without("default.api.timeout.ms")
                .with("max.block.ms", PATIENCE_MILLIS)
                .with("delivery.timeout.ms", 2 * PATIENCE_MILLIS)
                .settings();
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, "BP-001", new byte[] {1})).get();
        }
    }

    /** Takes these rights away. */
    Collection<AclBinding> revoke(AclBindingFilter filter) throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            return admin.deleteAcls(List.of(filter)).all().get();
        }
    }

    void grant(Collection<AclBinding> rights) throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            admin.createAcls(rights).all().get();
        }
    }
}
