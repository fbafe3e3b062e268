package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.local.Tokens;
import io.pilotwatch.local.replay.Form;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The whole of Pilotwatch as an operator runs it: real processes, started by {@code deploy/local/launch}. */
final class RunningPlatform implements AutoCloseable {

    static final int SHIFT = Launcher.SHIFT;

    /** Where each service tells its health and its metrics, before the shift. */
    static final Map<String, Integer> MANAGEMENT_PORTS =
            Map.of("intake", 9081, "milestone", 9082, "compliance-alert", 9083, "reporting", 9084);

    // The management port answers an upgrade to HTTP/2 with neither.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private String ending = "";
    private final Path data = Path.of("target/platform").toAbsolutePath();
    private final Map<String, String> environment = new TreeMap<>(Map.of("PILOTWATCH_KAFKA_OPEN", "true"));
    private final Launcher launcher = new Launcher(data, environment);

    private RunningPlatform() {
        environment.putAll(Collector.one().environment());
    }

    static RunningPlatform fresh() throws IOException, InterruptedException {
        return fresh(Map.of());
    }

    /** One whose launcher and services find this in their environment. */
    static RunningPlatform fresh(Map<String, String> environment) throws IOException, InterruptedException {
        var platform = new RunningPlatform();
        platform.environment.putAll(environment);
        platform.launch("up", "--detach", "--no-replay", "--fresh");
        return platform;
    }

    /** A fresh one that lives the programme through up to that day; returns when it has. */
    static RunningPlatform replayed(LocalDate until, Disturbance disturbance) throws Exception {
        var platform = new RunningPlatform();
        platform.launch("down");
        try (var other = Executors.newSingleThreadExecutor()) {
            var replay = other.submit(() -> platform.launch("up", "--detach", "--fresh", "--until=" + until));
            disturbance.during(replay, platform);
            platform.ending = ending(replay.get());
        }
        return platform;
    }

    /** Lives the programme through to its end, from where it stands. */
    void replayTheRest() throws IOException, InterruptedException {
        ending = ending(launch("up", "--detach"));
    }

    private static String ending(String said) {
        return said.substring(said.indexOf("Loaded"), said.indexOf("Who did"));
    }

    /** What the replay printed at its end. */
    String ending() {
        return ending;
    }

    /** What happens while the replay runs. */
    interface Disturbance {
        void during(Future<?> replay, RunningPlatform platform) throws Exception;
    }

    /** Starts whatever does not run. */
    void startWhatIsMissing() throws IOException, InterruptedException {
        launch("up", "--detach", "--no-replay");
    }

    /** As {@code kill -9}. */
    void kill(String component) throws IOException {
        launcher.kill(component);
    }

    void pause(String component) throws IOException, InterruptedException {
        launcher.pause(component);
    }

    void resume(String component) throws IOException, InterruptedException {
        launcher.resume(component);
    }

    /** Backs it up while it runs. */
    void backUp(Path folder) throws IOException, InterruptedException {
        launch("backup", folder.toString());
    }

    /** Everything is killed at once and the databases are gone, with the keys; what the broker wrote is still there. */
    void burnDown() throws IOException, InterruptedException {
        for (var component : List.of(
                "gateway", "reporting", "compliance-alert", "milestone", "intake", "keycloak", "kafka", "postgres")) {
            if (launcher.runs(component)) {
                kill(component);
            }
        }
        launch("down");
        for (var folder : List.of("postgres", "receipts", "secrets", "keycloak")) {
            delete(data.resolve(folder));
        }
    }

    /** A folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    /** What the restoring says. */
    String restore(Path folder) throws IOException, InterruptedException {
        return launch("restore", folder.toString());
    }

    String broker() {
        return "127.0.0.1:" + (9092 + SHIFT);
    }

    /** All that a topic holds. */
    List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(p -> new TopicPartition(topic.wireName(), p))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    /** The address of a service's database. */
    String database(String name) {
        return "jdbc:postgresql://127.0.0.1:" + (5432 + SHIFT) + "/" + name;
    }

    HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return send(request(user, path).GET());
    }

    JsonNode json(String user, String path) throws IOException, InterruptedException {
        return mapper.readTree(get(user, path).body());
    }

    HttpResponse<String> post(String user, String path, Object body) throws IOException, InterruptedException {
        return send(request(user, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(mapper.writeValueAsString(body))));
    }

    HttpResponse<String> put(String user, String path, String tag, Object body)
            throws IOException, InterruptedException {
        return send(request(user, path)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(BodyPublishers.ofString(mapper.writeValueAsString(body))));
    }

    /** What was done, when it is: anything but 201 is a failure. */
    JsonNode done(String user, String path, Object body) throws IOException, InterruptedException {
        var answer = post(user, path, body);
        assertEquals(201, answer.statusCode(), path + " as " + user + ": " + answer.body());
        return mapper.readTree(answer.body());
    }

    /** What was attached. */
    JsonNode attached(String user, String path, Form form) throws IOException, InterruptedException {
        var answer = send(request(user, path)
                .header("Content-Type", Form.contentType())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(form.bytes())));
        assertEquals(201, answer.statusCode(), path + " as " + user + ": " + answer.body());
        return mapper.readTree(answer.body());
    }

    /** The code with which it is refused; anything else is a failure. */
    String refused(int status, String user, String path, Object body) throws IOException, InterruptedException {
        var answer = post(user, path, body);
        assertEquals(status, answer.statusCode(), path + " as " + user + ": " + answer.body());
        return mapper.readTree(answer.body()).path("code").asText();
    }

    /** Steps every service's clock. */
    void stepTo(String instant) throws IOException, InterruptedException {
        for (int port = 9081; port <= 9084; port++) {
            var address = URI.create("http://127.0.0.1:" + (port + SHIFT) + "/q/clock");
            var answer = send(HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + token("operator"))
                    .PUT(BodyPublishers.ofString("{\"instant\":\"" + instant + "\"}")));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
        }
    }

    /** The programme day. */
    LocalDate today() throws IOException, InterruptedException {
        return clock(9081).atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    }

    /** Steps every service's clock to the morning of a day. */
    void stepTo(LocalDate day) throws IOException, InterruptedException {
        stepTo(day + "T09:00:00+08:00");
    }

    /** The programme clock of a service, by its management port. */
    Instant clock(int managementPort) throws IOException, InterruptedException {
        var answer =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (managementPort + SHIFT) + "/q/clock"))
                        .header("Authorization", "Bearer " + token("operator")));
        return OffsetDateTime.parse(
                        mapper.readTree(answer.body()).path("instant").asText())
                .toInstant();
    }

    /** A service's metrics, as Prometheus scrapes them. */
    String metrics(int managementPort) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (managementPort + SHIFT) + "/q/metrics"))
                        .header("Accept", "text/plain"))
                .body();
    }

    /** The names and labels of a service's own series. */
    Set<String> series(String service) throws IOException, InterruptedException {
        return metrics(MANAGEMENT_PORTS.get(service))
                .lines()
                .filter(line -> line.startsWith("pilotwatch_"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a service's audit log says of an account. */
    List<JsonNode> audited(String service, String account) throws IOException, InterruptedException {
        var address = "http://127.0.0.1:" + (MANAGEMENT_PORTS.get(service) + SHIFT) + "/q/audit?account=" + account;
        var entries = new ArrayList<JsonNode>();
        for (var line : send(HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + token("operator")))
                .body()
                .lines()
                .toList()) {
            entries.add(mapper.readTree(line).path("entry"));
        }
        return entries;
    }

    /** The portfolio, all but the time of asking. */
    JsonNode figures() throws IOException, InterruptedException {
        return withoutTime(json("viewer", "/reporting/api/v1/portfolio"));
    }

    /** The same as of the end of a day. */
    JsonNode figures(LocalDate day) throws IOException, InterruptedException {
        return withoutTime(json("viewer", "/reporting/api/v1/portfolio?asOf=" + day));
    }

    /** What it was at each month's end while the replay lived through it. */
    Map<LocalDate, JsonNode> monthEnds() throws IOException {
        var live = new TreeMap<LocalDate, JsonNode>();
        try (var files = Files.list(data.resolve("month-ends"))) {
            for (var file : files.toList()) {
                var day = LocalDate.parse(file.getFileName().toString().replace(".json", ""));
                live.put(day, withoutTime(mapper.readTree(file.toFile())));
            }
        }
        return live;
    }

    private static JsonNode withoutTime(JsonNode portfolio) {
        ((ObjectNode) portfolio).remove("asOf");
        return portfolio;
    }

    /** Has reporting fold its views again from the journal, and says what came of it. */
    JsonNode rebuilt() throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + (MANAGEMENT_PORTS.get("reporting") + SHIFT) + "/q/rebuild");
        var request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token("operator"));
        var begun = send(request.copy().POST(BodyPublishers.noBody()));
        assertEquals(200, begun.statusCode(), begun.body());
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> mapper.readTree(send(request.copy().GET()).body()),
                        rebuild -> !rebuild.path("endedAt").isNull());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        launch("down");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String user, String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + token(user));
    }

    static URI address(String path) {
        return URI.create("http://127.0.0.1:" + (8080 + SHIFT) + path);
    }

    /** What is kept: databases, logs, secrets. */
    Path data() {
        return data;
    }

    /** An access token; the command that prints one would start a Java for each. */
    String token(String user) {
        return tokens.computeIfAbsent(user, Tokens.of(launcher.settings())::forUser);
    }

    /** The same as a script gets it. */
    String printedToken(String user) throws IOException, InterruptedException {
        return launch("token", user).strip();
    }

    ProcessHandle process(String component) throws IOException {
        return launcher.process(component);
    }

    /** What the command that verifies ledgers says of one, by the keys that milestone serves. */
    Launcher.Verdict verified(JsonNode ledger) throws IOException, InterruptedException {
        var folder = Files.createDirectories(data.resolveSibling("ledgers"));
        var file = folder.resolve(UUID.randomUUID() + ".json");
        var keys = folder.resolve("jwks.json");
        Files.writeString(file, mapper.writeValueAsString(ledger));
        // Without a token: whoever holds a receipt may verify it.
        Files.writeString(
                keys,
                send(HttpRequest.newBuilder(address("/milestone/api/v1/receipts/jwks.json")))
                        .body());
        return launcher.run("verify-ledger", file.toString(), keys.toString());
    }

    /** Of a sample of the pilots in this state: each ledger verifies. */
    void ledgersAreWhole(String state) throws IOException, InterruptedException {
        var sample = json("office", "/intake/api/v1/pilots?synthetic=true&limit=5&state=" + state)
                .path("items");
        assertEquals(5, sample.size());
        for (var pilot : sample) {
            var path = "/milestone/api/v1/pilots/" + pilot.path("pilotId").asText() + "/ledger";
            var ledger = json("office", path);
            assertTrue(ledger.path("count").asInt() > 5, path);
            var verdict = verified(ledger);
            assertEquals(0, verdict.code(), verdict.said());
        }
    }

    private String launch(String... arguments) throws IOException, InterruptedException {
        return launcher.launch(arguments);
    }
}
