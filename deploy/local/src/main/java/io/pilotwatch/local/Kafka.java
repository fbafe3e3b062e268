package io.pilotwatch.local;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The broker's process; ready when it answers and holds every topic. */
record Kafka(Settings settings) implements Component {

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.KAFKA, Port.KAFKA_CONTROLLER);
    }

    @Override
    public Launch prepare() throws Exception {
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
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap(settings),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                3000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                3000))) {
            Set<String> topics = admin.listTopics().names().get(3, TimeUnit.SECONDS);
            return topics.containsAll(KafkaBroker.topics());
        }
    }

    /** Asked first because it is cheap: an admin client that finds nobody keeps a thread busy for seconds. */
    private boolean listens() throws IOException {
        try (Socket _ = new Socket("127.0.0.1", settings.port(Port.KAFKA))) {
            return true;
        }
    }

    static String bootstrap(Settings settings) {
        return "127.0.0.1:" + settings.port(Port.KAFKA);
    }
}
