package io.pilotwatch.local;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.SslConfigs;

/** The broker's process; ready when it answers and holds every topic and right. */
record Kafka(Settings settings) implements Component {

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Port> ports() {
        List<Port> ports = new ArrayList<>(List.of(Port.KAFKA_SERVICES, Port.KAFKA_OPERATOR, Port.KAFKA_CONTROLLER));
        if (settings.kafkaOpen()) {
            ports.addFirst(Port.KAFKA);
        }
        return ports;
    }

    @Override
    public Launch prepare() throws Exception {
        KafkaCertificates.of(settings).make();
        // The quick compiler alone: half the processor time at the start, and a broker mostly copies bytes.
        return OwnJava.launch(
                settings,
                "kafka-broker",
                List.of(
                        "-Xms128m",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED"));
    }

    @Override
    public boolean ready() throws Exception {
        if (!listens()) {
            return false;
        }
        try (Admin admin = operator(settings, 3000)) {
            return KafkaAccess.of(settings).isEstablished(admin);
        } catch (ExecutionException _) {
            return false;
        }
    }

    /** Asked first because it is cheap: an admin client that finds nobody keeps a thread busy for seconds. */
    private boolean listens() throws IOException {
        try (Socket _ = new Socket("127.0.0.1", settings.port(Port.KAFKA_OPERATOR))) {
            return true;
        }
    }

    /** The one who may do everything: who has the broker's own certificate. */
    static Admin operator(Settings settings, int patienceMillis) {
        KafkaCertificates certificates = KafkaCertificates.of(settings);
        Map<String, Object> config = new HashMap<>();
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + settings.port(Port.KAFKA_OPERATOR));
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patienceMillis);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patienceMillis);
        config.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SSL");
        config.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
        config.put(
                SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                certificates.authority().toString());
        config.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, "PEM");
        config.put(
                SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, certificates.broker().toString());
        return Admin.create(config);
    }
}
