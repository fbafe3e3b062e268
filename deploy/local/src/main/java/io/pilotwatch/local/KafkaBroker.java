package io.pilotwatch.local;

import io.pilotwatch.contracts.Topic;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** The real Kafka in this JVM: one node, broker and controller in one, on loopback; runs until it is told to stop. */
final class KafkaBroker {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";
    private static final String PROXIED = "PROXIED";

    /** Where the broker listens for what a proxy on 127.0.0.1 passes on, at the proxy's own port: loopback, too. */
    private static final String BEHIND_PROXY = "127.0.0.2";

    /** Always the same, so that a format that was killed half-way can simply be repeated. */
    private static final String CLUSTER = "cGlsb3R3YXRjaC1sb2NhbA";

    private final Settings settings;

    KafkaBroker(Settings settings) {
        this.settings = settings;
    }

    void run() throws Exception {
        format();
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties()), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop-broker"));
        server.startup();
        createTopics();
        System.out.println("The broker listens on " + Kafka.bootstrap(settings) + " and holds " + topics());
        server.awaitShutdown();
    }

    /** Every topic of the contracts and its dead letters. */
    static List<String> topics() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(topic.wireName(), topic.deadLetterName()))
                .toList();
    }

    private Path files() {
        return settings.data().resolve("kafka");
    }

    private void format() throws Exception {
        new Formatter()
                .setPrintStream(System.out)
                .setNodeId(NODE)
                .setClusterId(CLUSTER)
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(files().toString())
                .addDirectory(files().toString())
                .setIgnoreFormatted(true)
                .run();
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(whereItIs());
        properties.putAll(howItKeeps());
        return properties;
    }

    private Map<String, String> whereItIs() {
        String listener = "PLAINTEXT://" + Kafka.bootstrap(settings);
        String controller = "127.0.0.1:" + settings.port(Port.KAFKA_CONTROLLER);
        boolean proxy = settings.kafkaProxy() != 0;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE),
                "controller.quorum.voters",
                NODE + "@" + controller,
                "controller.listener.names",
                CONTROLLER,
                "listeners",
                listener + "," + CONTROLLER + "://" + controller + (proxy ? "," + proxied(BEHIND_PROXY) : ""),
                "advertised.listeners",
                listener + (proxy ? "," + proxied("127.0.0.1") : ""),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT," + PROXIED + ":PLAINTEXT",
                "log.dirs",
                files().toString());
    }

    /** Whoever comes through the proxy must be sent back to it, or its second connection would go past it. */
    private String proxied(String host) {
        return PROXIED + "://" + host + ":" + settings.kafkaProxy();
    }

    /** Everything for ever, once, and nothing that was not asked for. */
    private static Map<String, String> howItKeeps() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "log.retention.ms", "-1",
                "log.retention.bytes", "-1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                // A consumer that comes back after weeks must find where it was.
                "offsets.retention.minutes", "5256000",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "group.initial.rebalance.delay.ms", "0");
    }

    private void createTopics() throws Exception {
        Map<String, String> forEver = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Kafka.bootstrap(settings)))) {
            List<NewTopic> wanted = topics().stream()
                    .map(name -> new NewTopic(name, Topic.PARTITIONS, (short) 1).configs(forEver))
                    .toList();
            for (var creation : admin.createTopics(wanted).values().values()) {
                try {
                    creation.get(30, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }
}
