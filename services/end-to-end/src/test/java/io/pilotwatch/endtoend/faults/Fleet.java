package io.pilotwatch.endtoend.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.endtoend.Launcher;
import io.pilotwatch.local.App;
import io.pilotwatch.local.Port;
import io.pilotwatch.local.Settings;
import io.pilotwatch.local.Tokens;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Two processes of each service on one broker and one database, behind cables that can be cut. */
final class Fleet implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration SETTLING = Duration.ofMinutes(4);
    private static final Duration TOKEN_IS_USED_FOR = Duration.ofMinutes(25);

    private record Token(String value, Instant at) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final List<Replica> replicas = new ArrayList<>();
    // The broker tells those who come over the cable the cable's port, and listens for them at the same of 127.0.0.2.
    private final Cable brokerCable = Cable.to(port -> new InetSocketAddress("127.0.0.2", port));
    private final Launcher launcher = new Launcher(
            Path.of("target/platform").toAbsolutePath(),
            Map.of(Settings.KAFKA_OPEN, "true", Settings.KAFKA_PROXY, Integer.toString(brokerCable.port())));
    private final Settings settings = launcher.settings();
    private SmallDisk disk;

    private Fleet() {
        for (var app : App.values()) {
            for (int number = 1; number <= 2; number++) {
                replicas.add(Replica.of(app, number, launcher, brokerCable));
            }
        }
    }

    /** From empty data; returns when all are ready. */
    static Fleet fresh() throws IOException, InterruptedException {
        var fleet = new Fleet();
        try {
            fleet.start();
        } catch (IOException | InterruptedException | RuntimeException e) {
            fleet.close();
            throw e;
        }
        return fleet;
    }

    private void start() throws IOException, InterruptedException {
        disk = SmallDisk.at(launcher.data().resolve("small-disk"));
        // What a run left that was killed itself.
        replicas.forEach(Replica::kill);
        launcher.launch("infra", "--detach", "--fresh");
        for (var replica : replicas) {
            start(replica);
        }
        awaitWhole();
    }

    /** A replica that answers: {@code http://127.0.0.1:port}, to be followed by a path such as {@code /milestone/api/v1}. */
    URI api(String service) {
        return await().atMost(PATIENCE)
                .until(() -> of(service).filter(Replica::isReady).findFirst(), Optional::isPresent)
                .map(replica -> URI.create("http://127.0.0.1:" + replica.port()))
                .orElseThrow();
    }

    /** Where clients come in, over cables: one address a replica, whether it answers or not. */
    List<URI> doors(String service) {
        return of(service)
                .map(replica -> URI.create("http://127.0.0.1:" + replica.door().port()))
                .toList();
    }

    /** An access token that still holds for half an hour at least. */
    String token(String user) {
        return tokens.compute(
                        user,
                        (_, known) -> known != null
                                        && known.at().plus(TOKEN_IS_USED_FOR).isAfter(Instant.now())
                                ? known
                                : new Token(Tokens.of(settings).forUser(user), Instant.now()))
                .value();
    }

    /** The broker itself, past the cable. */
    String broker() {
        return "127.0.0.1:" + settings.port(Port.KAFKA);
    }

    /** The JDBC address of a service's database itself, past the cables. */
    String database(String name) {
        return "jdbc:postgresql://127.0.0.1:" + settings.port(Port.POSTGRES) + "/" + name;
    }

    /** By service: where its replicas tell their health and their metrics, and take an operator's calls. */
    Map<String, List<Integer>> managementPorts() {
        var ports = new TreeMap<String, List<Integer>>();
        for (var app : App.values()) {
            ports.put(
                    app.folder(), of(app.folder()).map(Replica::managementPort).toList());
        }
        return ports;
    }

    /** Moves the programme clock of all replicas of all services forwards to that instant. */
    void step(Instant instant) throws IOException, InterruptedException {
        for (var replica : replicas) {
            operate(replica, "/q/clock", ask -> ask.PUT(BodyPublishers.ofString("{\"instant\":\"" + instant + "\"}")));
        }
    }

    List<Replica> replicas() {
        return List.copyOf(replicas);
    }

    List<Replica> replicas(App app) {
        return of(app.folder()).toList();
    }

    /** Launches it, where it belongs. */
    void start(Replica replica) throws IOException {
        replica.start(replica == onSmallDisk() ? disk.by() : List.of());
    }

    /** The one replica whose files lie on a disk that can be filled. */
    Replica onSmallDisk() {
        return of("milestone").skip(1).findFirst().orElseThrow();
    }

    SmallDisk disk() {
        return disk;
    }

    /** Whether it wrote that since it was started last. */
    boolean wrote(Replica replica, String text) throws IOException {
        var own = replica == onSmallDisk() ? replica.process().flatMap(disk::log) : Optional.<Path>empty();
        return Files.readString(own.orElse(replica.log())).contains(text);
    }

    Launcher launcher() {
        return launcher;
    }

    /** What all services reach the broker by. */
    Cable brokerCable() {
        return brokerCable;
    }

    /** Starts what is dead of broker, database and identity provider, and returns when they answer. */
    void startInfrastructure() throws IOException, InterruptedException {
        launcher.launch("infra", "--detach");
    }

    /** Returns when every replica is ready. One that died meanwhile, as when its database did, is started as a cluster would. */
    void awaitWhole() {
        for (var replica : replicas) {
            await(replica.name()).atMost(PATIENCE).until(() -> {
                if (replica.process().isEmpty()) {
                    start(replica);
                }
                return replica.isReady();
            });
        }
    }

    /** Returns when all that was said has been sent and handled. */
    void awaitSettled() {
        for (var app :
                List.of(App.INTAKE, App.MILESTONE, App.COMPLIANCE_ALERT, App.INTAKE, App.MILESTONE, App.REPORTING)) {
            await(app.folder()).atMost(SETTLING).ignoreExceptions().until(() -> isStill(app));
        }
    }

    private boolean isStill(App app) throws IOException, InterruptedException {
        var replica = of(app.folder()).filter(Replica::isReady).findFirst().orElseThrow();
        var flow = new ObjectMapper().readTree(operate(replica, "/q/flow", HttpRequest.Builder::GET));
        return flow.path("behind").asLong(1) == 0 && flow.path("outbox").asLong(1) == 0;
    }

    /** What an operator asks of one replica. */
    private String operate(Replica replica, String path, UnaryOperator<HttpRequest.Builder> what)
            throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + replica.managementPort() + path);
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token("operator"));
        var answer = http.send(what.apply(request).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(replica.name() + path + ": " + answer.body());
        }
        return answer.body();
    }

    private Stream<Replica> of(String service) {
        return replicas.stream().filter(r -> r.app().folder().equals(service));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (var replica : replicas) {
            replica.resume();
            replica.process().ifPresent(ProcessHandle::destroy);
        }
        replicas.forEach(Replica::end);
        replicas.forEach(Replica::cutOff);
        brokerCable.close();
        launcher.launch("down");
    }
}
