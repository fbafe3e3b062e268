package io.pilotwatch.endtoend.image;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code deploy/compose.yaml} says only what an engine and the services understand, and opens nothing by mistake. */
class ComposeTest {

    private static final Path DEPLOY = Path.of("../../deploy").toAbsolutePath().normalize();
    private static final Path ACCESS = DEPLOY.resolve("../charts/pilotwatch/files/kafka.yaml");
    private static final List<String> SERVICES = List.of("intake", "milestone", "compliance-alert", "reporting");

    /** Those that write to their own files as they start; each says why in the file. */
    private static final Set<String> WRITABLE = Set.of("kafka", "topics", "keycloak");

    @TempDir
    Path folder;

    private final JsonNode file = read();

    @Test
    void everyContainerIsWithoutRightsAndReadOnlyWhereItCan() {
        assertEquals(
                Set.of(), containersThat(one -> !one.path("cap_drop").toString().equals("[\"ALL\"]")));
        assertEquals(
                Set.of(),
                containersThat(one -> !one.path("security_opt").toString().contains("no-new-privileges:true")));
        assertEquals(WRITABLE, containersThat(one -> !one.path("read_only").asBoolean()));
        // It hands the secrets out, without a network.
        assertEquals(Set.of("secrets"), containersThat(one -> one.has("cap_add")));
        assertEquals(
                Set.of("secrets"),
                containersThat(one -> one.path("user").asText().startsWith("0")));
        assertEquals("none", container("secrets").path("network_mode").asText());
        // Ours say in the image who they are.
        assertEquals(
                Set.of(),
                containersThat(
                        one -> !one.has("user") && !one.path("image").asText().startsWith("pilotwatch/")));
    }

    @Test
    void onlyTheFrontAndThoseWhoWatchAreReachedAndOnlyFromThisMachine() {
        assertEquals(Set.of("front", "grafana", "prometheus"), containersThat(one -> one.has("ports")));
        containers()
                .values()
                .forEach(one -> one.path("ports")
                        .forEach(port -> assertTrue(port.asText().startsWith("127.0.0.1:"), port::asText)));
        assertTrue(file.at("/networks/inside/internal").asBoolean());
        // Without this every account of the machine reaches what asks for no password there, such as metrics.
        assertEquals(
                "{\"com.docker.network.bridge.inhibit_ipv4\":\"true\"}",
                file.at("/networks/inside/driver_opts").toString());
        assertEquals(
                Set.of("front", "grafana", "prometheus", "compliance-alert", "reporting"),
                containersThat(one -> one.path("networks").toString().contains("outside")));
    }

    @Test
    void everyImageHasAVersionAndWhateverRunsOnIsAskedWhetherItIsWell() {
        assertEquals(
                Set.of(),
                containersThat(one -> !one.path("image").asText().matches(".*:v?\\d+\\.\\d+(\\.\\d+)?(-[\\w.]+)?")));
        assertEquals(
                Set.of(),
                containersThat(one -> !one.path("image").asText().startsWith("pilotwatch/")
                        && !one.path("restart").asText().equals("no")
                        && !one.has("healthcheck")));
        assertTrue(recipe().contains("HEALTHCHECK"));
    }

    @Test
    void ourImagesAreBuiltOnceEachAndNoRegistryGivesThem() {
        Predicate<JsonNode> ours = one -> one.path("image").asText().startsWith("pilotwatch/");
        assertEquals(
                containersThat(ours),
                containersThat(one -> one.path("pull_policy").asText().equals("never")));
        assertEquals(Set.copyOf(SERVICES), containersThat(one -> one.has("build")));
    }

    @Test
    void whatIsMadeBeforehandIsMadeByAJobThatMayBeCutOffAndRunAgain() {
        // A script of PostgreSQL's image is run on empty data only: what it had not done when it was cut off is never
        // done.
        assertEquals(
                Set.of(), containersThat(one -> one.path("volumes").toString().contains("docker-entrypoint")));
        Stream.of("keycloak", "intake", "intake-migration")
                .forEach(name -> assertEquals(
                        "service_completed_successfully",
                        container(name).at("/depends_on/databases/condition").asText(),
                        name));
    }

    @Test
    void aNewVersionOfOursRestartsNeitherDatabaseNorBrokerNorIdentityServer() {
        // A container is made anew with whatever it waits for.
        var begun = new ArrayDeque<>(List.of("postgres", "kafka", "keycloak"));
        var needed = new TreeSet<String>();
        while (!begun.isEmpty()) {
            var name = begun.pop();
            if (needed.add(name)) {
                container(name).path("depends_on").fieldNames().forEachRemaining(begun::add);
            }
        }
        assertEquals(
                Set.of(),
                containersThat(one -> one.path("image").asText().startsWith("pilotwatch/")).stream()
                        .filter(needed::contains)
                        .collect(Collectors.toSet()));
    }

    @Test
    void theBrokersHeapIsSmallerThanItsContainer() {
        var heap =
                container("kafka").at("/environment/KAFKA_HEAP_OPTS").asText().replaceFirst(".*-Xmx(\\d+)m.*", "$1");

        // Unless told otherwise its script takes a heap of 1 GB, which leaves nothing for what is not heap.
        assertEquals("1g", container("kafka").path("mem_limit").asText());
        assertTrue(Integer.parseInt(heap) <= 1024 * 2 / 3, heap);
    }

    @Test
    void whoeverIsWaitedForHasTimeToStart() {
        // Failures in this time do not count, and it ends with the first success; without it a busy machine gives up.
        var hurried = containersThat(one -> one.path("healthcheck").has("test")
                && !one.at("/healthcheck/start_period").asText().equals("300s"));

        assertEquals(Set.of(), hurried);
        assertTrue(recipe().contains("--start-period=300s"));
    }

    @Test
    void theFrontTakesASessionsCookiesInAnswersAndInQuestions() throws IOException {
        var front = Files.readString(DEPLOY.resolve("compose/front.conf"));

        // A sign-in is answered with some 8 kB of cookies, and nginx gives up on a head of more than 4 kB unless told
        // otherwise.
        assertTrue(front.contains("proxy_buffer_size 64k;"));
        assertTrue(front.contains("large_client_header_buffers 8 32k;"));
    }

    /** The realm's file has one for everybody, which everybody knows, and sends people back to this machine alone. */
    @Test
    void theRealmsUsersHaveAPasswordOfTheirOwnHereAndComeBackToTheOneAddress() throws IOException {
        var realm = Files.readString(DEPLOY.resolve("keycloak/pilotwatch-realm.json"));
        var script = Files.readString(DEPLOY.resolve("compose/keycloak.sh"));
        var environment = container("keycloak").path("environment");

        assertFalse(realm.contains("\"value\": \"pilotwatch\""));
        for (var open : List.of("PILOTWATCH_USERS_PASSWORD", "PILOTWATCH_REDIRECTS", "PILOTWATCH_PASSWORD_POLICY")) {
            assertTrue(realm.contains("${" + open + ":"), open);
        }
        assertTrue(script.contains("PILOTWATCH_USERS_PASSWORD=$(</secrets/users-password)"));
        assertEquals(
                environment.path("KC_HOSTNAME").asText().replaceAll("/auth$", "/*"),
                environment.path("PILOTWATCH_REDIRECTS").asText());
        assertFalse(environment.path("PILOTWATCH_PASSWORD_POLICY").asText().contains("hash"));
    }

    @Test
    void eachServiceMigratesFirstAsTheOwnerAndThenRunsWithoutKnowingTheOwner() {
        for (var service : SERVICES) {
            var role = service.replace('-', '_');
            var running = container(service);
            var migrating = container(service + "-migration");
            var owner = migrating.path("environment");
            assertAll(
                    service,
                    () -> assertEquals(running.path("image"), migrating.path("image")),
                    () -> assertEquals(
                            service, running.at("/build/args/SERVICE").asText()),
                    () -> assertEquals(
                            "true", owner.path("QUARKUS_INIT_AND_EXIT").asText()),
                    () -> assertEquals(
                            "true",
                            owner.path("QUARKUS_FLYWAY_MIGRATE_AT_START").asText()),
                    () -> assertEquals(
                            role + "_owner",
                            owner.path("QUARKUS_FLYWAY_USERNAME").asText()),
                    () -> assertEquals("no", migrating.path("restart").asText()),
                    () -> assertEquals(
                            "false",
                            running.at("/environment/QUARKUS_FLYWAY_MIGRATE_AT_START")
                                    .asText()),
                    () -> assertEquals(
                            "jdbc:postgresql://postgres:5432/" + role,
                            running.at("/environment/QUARKUS_DATASOURCE_JDBC_URL")
                                    .asText()),
                    () -> assertEquals(
                            "service_completed_successfully",
                            running.at("/depends_on/" + service + "-migration/condition")
                                    .asText()),
                    () -> assertEquals(
                            "[\"secrets-" + service + ":/secrets:ro\",\"kafka-authority:/authority:ro\"]",
                            running.path("volumes").toString()));
        }
    }

    @Test
    void whateverIsMountedIsThereAndWhateverIsWaitedForExists() {
        var missing = new TreeSet<String>();
        containers().forEach((name, one) -> {
            one.path("volumes").forEach(volume -> {
                var source = volume.asText().split(":")[0];
                var there = source.startsWith(".")
                        ? Files.exists(DEPLOY.resolve(source))
                        : file.path("volumes").has(source);
                if (!there) {
                    missing.add(name + " mounts " + source);
                }
            });
            one.path("depends_on").fieldNames().forEachRemaining(other -> {
                if (!containers().containsKey(other)) {
                    missing.add(name + " waits for " + other);
                }
            });
        });
        assertEquals(Set.of(), missing);
    }

    @Test
    void nothingSecretStandsInTheFileOrInAnEnvironment() {
        var told = new TreeSet<String>();
        containers()
                .forEach((name, one) -> one.path("environment").properties().forEach(variable -> {
                    if (variable.getKey().matches(".*(PASSWORD|SECRET|_KEY)$")) {
                        told.add(name + " " + variable.getKey());
                    }
                }));
        // Where to find them, that is all.
        told.removeIf(one -> one.endsWith(" PILOTWATCH_RECEIPTS_KEY"));
        assertEquals(Set.of(), told);
    }

    @Test
    void theSecretsAreMadeOnceAndEachIsWhereItIsLookedFor() throws Exception {
        var readers = List.of(
                "intake",
                "milestone",
                "compliance-alert",
                "reporting",
                "migrations",
                "postgres",
                "kafka",
                "keycloak",
                "grafana");
        for (var reader : readers) {
            Files.createDirectories(folder.resolve(reader));
        }
        run("secrets.sh");
        var first = contents();
        run("secrets.sh");

        assertEquals(first, contents());
        var expected = new TreeSet<String>();
        for (var service : SERVICES) {
            var role = service.replace('-', '_');
            Stream.of("quarkus.datasource.password", "pilotwatch.oidc.secret").forEach(one -> {
                expected.add(service + "/" + one);
                expected.add("migrations/" + service + "/" + one);
            });
            assertEquals(first.get("kafka/" + service), first.get(service + "/pilotwatch.kafka.password"));
            expected.add("migrations/" + service + "/quarkus.flyway.password");
            expected.add("postgres/" + role);
            expected.add("postgres/" + role + "_owner");
            assertEquals(first.get("postgres/" + role), first.get(service + "/quarkus.datasource.password"));
        }
        assertTrue(first.keySet().containsAll(expected), () -> expected + " in " + first.keySet());
        assertEquals(first.get("keycloak/client-secret"), first.get("reporting/pilotwatch.oidc.secret"));
        assertEquals(
                3,
                Stream.of("client-secret", "admin-password", "users-password")
                        .map("keycloak/"::concat)
                        .map(first::get)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count());
        assertTrue(first.get("intake/receipts.pem").startsWith("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEI"));
        var passwords = first.entrySet().stream()
                .filter(one ->
                        one.getKey().startsWith("postgres/") || one.getKey().startsWith("kafka/"))
                .map(Map.Entry::getValue)
                .toList();
        assertEquals(passwords.size(), Set.copyOf(passwords).size(), "two share a password");
    }

    /** What it asks of Kafka's own tools, which stand in here for themselves. */
    @Test
    void theBrokerIsToldWhatTheChartsIs() throws Exception {
        var access = yaml(ACCESS);
        var said = folder.resolve("said");
        for (var tool : List.of("topics", "configs", "acls")) {
            var file = folder.resolve("kafka/bin/kafka-" + tool + ".sh");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "#!/bin/sh\necho " + tool + " \"$@\" >>" + said + "\n" + "[ " + tool
                            + " != configs ] || cat \"$9\" >>" + said);
            assertTrue(file.toFile().setExecutable(true));
        }
        var expected = new ArrayList<String>();
        access.path("users").properties().forEach(user -> {
            var name = user.getKey();
            var grant = "acls --bootstrap-server 127.0.0.1:9094 --add --allow-principal User:" + name + " --operation ";
            expected.add("SCRAM-SHA-512=iterations=4096,password=known to " + name);
            expected.add(grant + "Read" + topics(user.getValue().path("reads")) + " --group " + name);
            expected.add(grant + "Write" + topics(user.getValue().path("writes")));
        });
        for (var topic : access.path("topics")) {
            expected.add(("topics --bootstrap-server 127.0.0.1:9094 --create --if-not-exists --topic %s --partitions %d"
                            + " --replication-factor 1 --config retention.ms=-1 --config max.message.bytes=%d")
                    .formatted(
                            topic.asText(),
                            access.path("partitions").asInt(),
                            access.path("largestRecord").asInt()));
        }
        for (var service : SERVICES) {
            Files.writeString(folder.resolve(service), "known to " + service);
        }
        run("topics.sh");

        var asked = Files.readAllLines(said).stream()
                .filter(line -> !line.startsWith("configs") && !line.endsWith("--list"))
                .toList();
        assertEquals(expected, asked);
    }

    private static String topics(JsonNode names) {
        var topics = new StringBuilder();
        names.forEach(name -> topics.append(" --topic ").append(name.asText()));
        return topics.toString();
    }

    /** By the one door that others reach; the other two are within its container. */
    @Test
    void nobodyComesToTheBrokerWithoutAPasswordNorUnencrypted() {
        var broker = container("kafka").path("environment");

        assertEquals(
                "SERVICES://:9092,OPERATOR://127.0.0.1:9094,CONTROLLER://127.0.0.1:9093",
                broker.path("KAFKA_LISTENERS").asText());
        assertTrue(broker.path("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP").asText().startsWith("SERVICES:SASL_SSL,"));
        assertTrue(broker.path("KAFKA_AUTHORIZER_CLASS_NAME").asText().endsWith(".StandardAuthorizer"));
        assertTrue(broker.path("KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND").isMissingNode(), "nobody, by default");
        assertEquals("service:kafka", container("topics").path("network_mode").asText());
        for (var service : SERVICES) {
            var comes = container(service).path("environment");
            assertEquals("SASL_SSL", comes.path("KAFKA_SECURITY_PROTOCOL").asText());
            assertEquals(
                    "/authority/ca.pem",
                    comes.path("KAFKA_SSL_TRUSTSTORE_LOCATION").asText());
        }
    }

    @Test
    void prometheusLooksAtEachServiceByItsName() throws IOException {
        var jobs = yaml(DEPLOY.resolve("prometheus/compose.yml")).path("scrape_configs");

        assertEquals(SERVICES, jobs.findValuesAsText("job_name"));
        jobs.forEach(job -> assertEquals(
                job.path("job_name").asText() + ":9000",
                job.at("/static_configs/0/targets/0").asText()));
    }

    private void run(String script) throws Exception {
        var process = new ProcessBuilder(
                        "bash", DEPLOY.resolve("compose").resolve(script).toString())
                .redirectErrorStream(true);
        process.environment().put("SECRETS_FOLDER", folder.toString());
        process.environment().put("KAFKA_HOME", folder.resolve("kafka").toString());
        process.environment().put("KAFKA_ACCESS", ACCESS.toString());
        var started = process.start();
        var said = new String(started.getInputStream().readAllBytes());
        assertEquals(0, started.waitFor(), said);
    }

    private Map<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var one : all.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(one).toString(), Files.readString(one));
            }
        }
        return contents;
    }

    private Set<String> containersThat(Predicate<JsonNode> is) {
        var found = new TreeSet<String>();
        containers().forEach((name, one) -> {
            if (is.test(one)) {
                found.add(name);
            }
        });
        return found;
    }

    private JsonNode container(String name) {
        return containers().get(name);
    }

    private Map<String, JsonNode> containers() {
        var containers = new TreeMap<String, JsonNode>();
        file.path("services").properties().forEach(one -> containers.put(one.getKey(), one.getValue()));
        return containers;
    }

    private static String recipe() {
        try {
            return Files.readString(DEPLOY.resolve("Dockerfile"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read() {
        try {
            return yaml(DEPLOY.resolve("compose.yaml"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With anchors and merges resolved, as compose does. */
    private static JsonNode yaml(Path path) throws IOException {
        try (var text = Files.newBufferedReader(path)) {
            return new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        }
    }
}
