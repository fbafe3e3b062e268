package io.pilotwatch.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where things are and which ports they use, read once from the environment. The processes that the launcher starts
 * read the same environment and so come to the same answers.
 *
 * @param root the repository
 * @param data what survives a restart: databases, logs, pid files
 * @param clock the services' clock mode
 * @param seed what the replay's story grows from
 * @param kafkaOpen whether the broker also lets in anybody on this machine as its operator: for tests
 * @param kafkaProxy the port of a proxy in front of the broker; 0 where there is none
 */
public record Settings(
        Path root, Path data, Map<Port, Integer> ports, String clock, long seed, boolean kafkaOpen, int kafkaProxy) {

    public static final String DATA = "PILOTWATCH_DATA";
    public static final String ROOT = "PILOTWATCH_ROOT";
    public static final String KAFKA_OPEN = "PILOTWATCH_KAFKA_OPEN";
    public static final String KAFKA_PROXY = "PILOTWATCH_KAFKA_PROXY_PORT";

    /** As the environment says. */
    public static Settings from(Map<String, String> environment) {
        String root = environment.getOrDefault(ROOT, "");
        if (root.isBlank()) {
            throw new Trouble("PILOTWATCH_ROOT is not set; start this through the scripts in deploy/local.");
        }
        Path rootPath = Path.of(root).toAbsolutePath().normalize();
        String data = environment.getOrDefault(DATA, "");
        Path dataPath = data.isBlank() ? rootPath.resolve("deploy/local/.data") : Path.of(data);
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            ports.put(port, port.from(environment));
        }
        String clock = environment.getOrDefault("PILOTWATCH_CLOCK", "");
        return new Settings(
                rootPath,
                dataPath.toAbsolutePath().normalize(),
                ports,
                clock.isBlank() ? "stepped" : clock,
                seed(environment.getOrDefault("PILOTWATCH_SEED", "")),
                environment.getOrDefault(KAFKA_OPEN, "").equals("true"),
                kafkaProxy(environment.getOrDefault(KAFKA_PROXY, "")));
    }

    private static int kafkaProxy(String value) {
        return value.isBlank() ? 0 : Port.number(KAFKA_PROXY, value);
    }

    private static long seed(String value) {
        try {
            return value.isBlank() ? 2022 : Long.parseLong(value);
        } catch (NumberFormatException _) {
            throw new Trouble("PILOTWATCH_SEED is a whole number, not \"" + value + "\".");
        }
    }

    /** The same with a broker that tests can come to. */
    Settings openToTests() {
        return new Settings(root, data, ports, clock, seed, true, kafkaProxy);
    }

    /** Where it listens. */
    public int port(Port port) {
        return ports.get(port);
    }

    /** An address for programs on this machine; numeric, so that it never resolves to ::1, where nobody listens. */
    public URI local(Port port, String path) {
        return URI.create("http://127.0.0.1:" + port(port) + path);
    }

    /** What people type and what tokens name as their issuer. */
    String publicUrl() {
        return "http://localhost:" + port(Port.GATEWAY);
    }

    Path logs() {
        return data.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path run() {
        return data.resolve("run");
    }

    /** Which process of that name we started. */
    public PidFile pidFile(String name) {
        return new PidFile(run().resolve(name + ".pid"));
    }

    /** PostgreSQL's files. */
    Path postgres() {
        return data.resolve("postgres");
    }

    /** A folder for each service, in which a file is named as the setting that it holds. */
    Path secrets() {
        return data.resolve("secrets");
    }

    /** With which receipts are signed. */
    Path receiptKey() {
        return data.resolve("receipts/key.pem");
    }

    /** What the build leaves for the scripts: libraries, Keycloak, PostgreSQL. */
    Path target() {
        return root.resolve("deploy/local/target");
    }

    /** Who may do what at the broker. */
    Path kafkaAccess() {
        return root.resolve("charts/pilotwatch/files/kafka.yaml");
    }

    Path demonstration() {
        return root.resolve("deploy/local/demonstration");
    }
}
