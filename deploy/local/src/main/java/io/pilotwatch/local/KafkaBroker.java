package io.pilotwatch.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The real Kafka in this JVM: one node, broker and controller in one, on loopback; runs until it is told to stop. It has a
 * door for each kind of guest: the services say their password and may do what their rights say; the operator, which is
 * this launcher, and the controller show the broker's own certificate. For tests there can be a third that asks nothing.
 */
final class KafkaBroker {

    private static final int NODE = 1;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String SERVICES = "SERVICES";
    private static final String OPERATOR = "OPERATOR";
    private static final String CONTROLLER = "CONTROLLER";
    private static final String OPEN = "OPEN";
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
        KafkaAccess access = KafkaAccess.of(settings);
        try (Admin admin = Kafka.operator(settings, PATIENCE_MILLIS)) {
            access.establish(admin, SecretFiles.kafkaPasswords(settings, access.names()));
        }
        System.out.println(
                "The broker listens on " + door(SERVICES, Port.KAFKA_SERVICES) + " and holds " + access.topics());
        server.awaitShutdown();
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
        properties.putAll(whomItLetsIn());
        properties.putAll(howItKeeps());
        return properties;
    }

    private Map<String, String> whereItIs() {
        String doors = door(SERVICES, Port.KAFKA_SERVICES) + "," + door(OPERATOR, Port.KAFKA_OPERATOR)
                + (settings.kafkaOpen() ? "," + door(OPEN, Port.KAFKA) : "");
        boolean proxy = settings.kafkaProxy() != 0;
        String controller = door(CONTROLLER, Port.KAFKA_CONTROLLER);
        Map<String, String> where = new HashMap<>();
        where.put("process.roles", "broker,controller");
        where.put("node.id", String.valueOf(NODE));
        where.put("controller.quorum.voters", NODE + "@127.0.0.1:" + settings.port(Port.KAFKA_CONTROLLER));
        where.put("controller.listener.names", CONTROLLER);
        where.put("inter.broker.listener.name", OPERATOR);
        where.put("listeners", doors + "," + controller + (proxy ? "," + proxied(BEHIND_PROXY) : ""));
        where.put("advertised.listeners", doors + (proxy ? "," + proxied("127.0.0.1") : ""));
        where.put(
                "listener.security.protocol.map",
                "%s:SASL_SSL,%s:SASL_SSL,%s:SSL,%s:SSL,%s:PLAINTEXT"
                        .formatted(SERVICES, PROXIED, OPERATOR, CONTROLLER, OPEN));
        where.put("log.dirs", files().toString());
        return where;
    }

    private String door(String name, Port port) {
        return name + "://127.0.0.1:" + settings.port(port);
    }

    /** Nobody may do anything but by a right, except for whoever has the broker's own certificate. */
    private Map<String, String> whomItLetsIn() {
        KafkaCertificates certificates = KafkaCertificates.of(settings);
        Map<String, String> whom = new HashMap<>();
        whom.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        whom.put("allow.everyone.if.no.acl.found", "false");
        whom.put("super.users", "User:CN=broker" + (settings.kafkaOpen() ? ";User:ANONYMOUS" : ""));
        whom.put("ssl.keystore.type", "PEM");
        whom.put("ssl.keystore.location", certificates.broker().toString());
        whom.put("ssl.truststore.type", "PEM");
        whom.put("ssl.truststore.location", certificates.authority().toString());
        whom.put("listener.name.operator.ssl.client.auth", "required");
        whom.put("listener.name.controller.ssl.client.auth", "required");
        whom.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        for (String listener : List.of("services", "proxied")) {
            whom.put(
                    "listener.name." + listener + ".scram-sha-512.sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        }
        return whom;
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
}
