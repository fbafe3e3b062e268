package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every secret is one that can be recognised; much is done with it, rightly and wrongly; then it is looked for in all that
 * anybody can read: logs, also the talkative ones, metrics, health, problem answers, pages, the API's description.
 */
@Order(-1)
@ExtendWith(SecuredPlatform.Once.class)
class NothingSecretIT {

    private static final String SUBSCRIPTIONS = "/compliance-alert/api/v1/subscriptions";
    private static final String REGULATOR = "regulator-tax";

    private static final Leaks leaks = new Leaks();
    private static RunningPlatform platform;

    @BeforeAll
    static void useEverySecret(SecuredPlatform secured) throws Exception {
        platform = secured.platform();
        secured.plantedSecrets().forEach(leaks::secret);
        filesOfTheLauncher();
        subscribe();
        feed();
        sayItWrongly();
        sayItInSeveralLines();
        signInAndLookAround();
        takeTheDatabaseAway();
        startWrongly();
        readEverything();
    }

    @Test
    void noSecretStandsAnywhere() {
        assertEquals(List.of(), leaks.found());
    }

    /** Whoever splits it, and whatever people wrote: see {@link #sayItInSeveralLines}. Before there is a log, Java itself warns. */
    @Test
    void everyLineOfALogIsARecordOfItsOwn() throws IOException {
        for (var service : RunningPlatform.MANAGEMENT_PORTS.keySet()) {
            var log = Files.readString(platform.data().resolve("logs").resolve(service + ".log"));
            var lines = List.of(log.split("\\R"));
            assertTrue(lines.size() > 10, service);
            assertEquals(
                    List.of(),
                    lines.stream()
                            .filter(line ->
                                    !line.isEmpty() && !line.startsWith("WARNING: ") && !line.contains("[warning]"))
                            .filter(line -> !line.matches("\\{\"timestamp\":\".*}"))
                            .toList(),
                    service);
        }
    }

    /** Otherwise the test above would say nothing. */
    @Test
    void whatIsNoSecretIsFoundWhereItStands() {
        for (var service : RunningPlatform.MANAGEMENT_PORTS.keySet()) {
            assertTrue(leaks.wherever("\"loggerName\":\"io.pilotwatch.").contains("log of " + service), service);
        }
        assertTrue(leaks.wherever("pilotwatch_outbox_backlog").contains("metrics of intake"));
        assertTrue(leaks.wherever("rights at the broker").contains("health of reporting"));
        assertTrue(leaks.wherever("TARGET_WITH_CREDENTIALS").contains("problem answers"));
        assertTrue(leaks.wherever("http://127.0.0.1:1/hook").contains("pages"));
        assertTrue(leaks.wherever("openapi: 3.1").contains("descriptions"));
    }

    @Test
    void secretsOfSubscriptionsLieSealedInTheDatabase() throws Exception {
        try (var database = DriverManager.getConnection(platform.database("compliance_alert"), "postgres", "postgres");
                var statement = database.createStatement();
                var found = statement.executeQuery("select secret from subscription_secret union all"
                        + " select target from subscription where channel not in ('EMAIL', 'STREAM')")) {
            int sealed = 0;
            while (found.next()) {
                assertTrue(found.getString(1).startsWith("sealed:"));
                sealed++;
            }
            assertEquals(3, sealed);
        }
    }

    @Test
    void aSecretThatEverybodyKnowsIsForADemonstrationAlone() throws Exception {
        var said = ended(Map.of(
                "PILOTWATCH_OIDC_SECRET", "pilotwatch-demonstration",
                "QUARKUS_DATASOURCE_USERNAME", "compliance_alert",
                "QUARKUS_DATASOURCE_PASSWORD", "compliance_alert"));

        assertTrue(said.contains("pilotwatch.oidc.secret must not be the one that stands in the sources"), said);
        assertTrue(said.contains("quarkus.datasource.password must not be the user's name"), said);
    }

    @Test
    void withoutAKeyForItsWebhooksTheServiceDoesNotStart() throws Exception {
        var said = ended(Map.of("PILOTWATCH_DEMONSTRATION", "true"));

        assertTrue(said.contains("PILOTWATCH_WEBHOOKS_KEY is missing"), said);
    }

    private static void filesOfTheLauncher() throws IOException {
        try (var files = Files.walk(platform.data().resolve("secrets"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                leaks.secret("file " + platform.data().relativize(file), Files.readString(file));
            }
        }
        for (var name : List.of("receipts/key.pem", "kafka-access/broker.pem")) {
            leaks.secret(name, Files.readAllLines(platform.data().resolve(name)).get(1));
        }
        leaks.secret("a token", platform.token(REGULATOR).split("\\.")[2]);
        leaks.secret("what a token says", platform.token(REGULATOR).split("\\.")[1]);
    }

    private static void subscribe() throws Exception {
        var hook = "http://127.0.0.1:1/hook?token=" + leaks.secret("a webhook's token", marker());
        var robot = "http://127.0.0.1:1/robot?key=" + leaks.secret("a robot's key", marker()) + "-tail&secret="
                + leaks.secret("a robot's secret", marker());
        var made = subscribed("WEBHOOK", hook);
        leaks.secret("a webhook's secret", made.at("/secret/secret").asText());
        for (var one : List.of(made, subscribed("DINGTALK", robot), subscribed("EMAIL", "tax@example.org"))) {
            var path =
                    SUBSCRIPTIONS + "/" + one.at("/subscription/subscriptionId").asText();
            platform.post(REGULATOR, path + "/tests", Map.of());
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            platform.get(REGULATOR, path + "/deliveries").body().contains("\"number\":1"));
            leaks.text(
                    "deliveries", platform.get(REGULATOR, path + "/deliveries").body());
        }
    }

    private static JsonNode subscribed(String channel, String target) throws Exception {
        return platform.done(REGULATOR, SUBSCRIPTIONS, Map.of("channel", channel, "target", target));
    }

    private static void feed() throws Exception {
        var feeds = "/milestone/api/v1/fields/tax/calendar-feeds";
        var url = platform.done(REGULATOR, feeds, Map.of()).path("url").asText();
        var token = url.substring(url.lastIndexOf('/') + 1).replace(".ics", "");
        leaks.secret("a calendar's token", token);
        send(REGULATOR, url.substring(url.indexOf("/milestone/")), marker(), "");
        leaks.text("problem answers", send(null, "/milestone/calendar/" + marker() + ".ics", null, null));
    }

    /** What people mistype must not come back, nor into a log. */
    private static void sayItWrongly() throws Exception {
        var key = leaks.secret("a request's key", marker());
        var typed = leaks.secret("a mistyped secret", marker());
        for (var body : List.of(
                "{\"channel\": \"WEBHOOK\", \"target\": \"https://me:" + typed + "@example.org/\"}",
                "{\"channel\": \"WEBHOOK\", \"target\": [\"" + typed + "\"]}",
                "{\"channel\": \"" + typed + "\", \"target\": \"https://example.org/\"}",
                "{\"channel\": \"WEBHOOK\", \"receiptKey\": {\"kty\": \"OKP\", \"d\": \"" + typed + "\"}}",
                "{\"channel\": \"WEBHOOK\", \"password\": \"" + typed + "\"}",
                "{\"channel\": \"WEBHOOK\", " + typed)) {
            leaks.text("problem answers", send(REGULATOR, SUBSCRIPTIONS, key, body));
        }
        for (var service : RunningPlatform.MANAGEMENT_PORTS.keySet()) {
            leaks.text("problem answers", send(null, "/" + service + "/api/v1/no/" + service, typed, null));
        }
    }

    /** As many lines as it can, where a log might quote it. */
    private static void sayItInSeveralLines() throws Exception {
        for (var end : List.of("\\n", "\\r\\n", "\\u2028", "\\u0085", "\\u001b[2K")) {
            var forged = "x" + end + "{\\\"timestamp\\\":\\\"forged\\\"}";
            for (var body : List.of(
                    "{\"channel\": \"WEBHOOK\", \"target\": \"" + forged + "\"}",
                    "{\"channel\": \"" + forged + "\"}",
                    "{\"" + forged + "\": 1}")) {
                leaks.text("problem answers", send(REGULATOR, SUBSCRIPTIONS, marker(), body));
            }
        }
        for (var path : List.of("%0a", "%0d%0a", "%E2%80%A8", "%C2%85", "%1b%5b2K")) {
            for (var service : RunningPlatform.MANAGEMENT_PORTS.keySet()) {
                send(REGULATOR, "/" + service + "/api/v1/pilots/BP-1" + path + "x", marker(), null);
                send(REGULATOR, "/" + service + "/api/v1/x" + path + "x?a=" + path, marker(), null);
            }
        }
    }

    private static void signInAndLookAround() throws Exception {
        var session = Session.of(REGULATOR, "pilotwatch");
        assertFalse(session.keys().isEmpty());
        session.keys().forEach(key -> leaks.secret("a session", key));
        for (var path : List.of(
                "/reporting/pilots",
                "/milestone/decisions",
                "/compliance-alert/inbox",
                "/compliance-alert/subscriptions",
                "/compliance-alert/no/such/page")) {
            leaks.text("pages", session.get(path).body());
        }
    }

    private static void takeTheDatabaseAway() throws Exception {
        platform.kill("postgres");
        for (var service : RunningPlatform.MANAGEMENT_PORTS.keySet()) {
            leaks.text("health of " + service, management(service, "/q/health"));
        }
        leaks.text("problem answers", send(REGULATOR, SUBSCRIPTIONS, marker(), "{\"channel\": \"STREAM\"}"));
        platform.startWhatIsMissing();
    }

    private static void startWrongly() throws Exception {
        leaks.text(
                "a start that fails",
                ended(Map.of(
                        "PILOTWATCH_DEMONSTRATION",
                        "true",
                        "QUARKUS_FLYWAY_MIGRATE_AT_START",
                        "true",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        leaks.secret("a wrong password of the database", marker()))));
        leaks.text(
                "a start that fails",
                ended(Map.of(
                        "PILOTWATCH_DEMONSTRATION",
                        "true",
                        "PILOTWATCH_WEBHOOKS_KEY",
                        leaks.secret("a wrong key for webhooks", marker()))));
    }

    private static void readEverything() throws Exception {
        for (var service : RunningPlatform.MANAGEMENT_PORTS.keySet()) {
            for (var name : List.of(service + ".log", service + ".log.previous")) {
                var log = platform.data().resolve("logs").resolve(name);
                leaks.text("log of " + service, Files.exists(log) ? Files.readString(log) : "");
            }
            leaks.text("metrics of " + service, management(service, "/q/metrics"));
            leaks.text("health of " + service, management(service, "/q/health"));
            leaks.text("descriptions", send(null, "/" + service + "/api/v1/openapi", null, null));
        }
    }

    /** What compliance-alert says when it is started with these settings, and ends because of them. */
    private static String ended(Map<String, String> environment) throws Exception {
        var jar = Path.of("../compliance-alert/target/quarkus-app/quarkus-run.jar")
                .toAbsolutePath();
        var builder =
                new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-jar", jar.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("PILOTWATCH_"));
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT",
                        "0",
                        "QUARKUS_MANAGEMENT_PORT",
                        "0",
                        "QUARKUS_FLYWAY_MIGRATE_AT_START",
                        "false",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        platform.database("compliance_alert"),
                        "PILOTWATCH_IDENTITY_URL",
                        "http://127.0.0.1:" + (8180 + RunningPlatform.SHIFT) + "/auth/realms/pilotwatch",
                        "PILOTWATCH_RECEIPTS_KEY",
                        platform.data().resolve("receipts/key.pem").toString()));
        builder.environment().putAll(environment);
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertNotEquals(0, process.exitValue(), said);
        return said;
    }

    private static String marker() {
        return "marked-" + UUID.randomUUID();
    }

    private static String management(String service, String path) throws Exception {
        var port = RunningPlatform.MANAGEMENT_PORTS.get(service) + RunningPlatform.SHIFT;
        return answer(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
    }

    /** As this user, or as nobody with {@code key} for a token; a GET where there is no body. */
    private static String send(String user, String path, String key, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (8080 + RunningPlatform.SHIFT) + path));
        if (user != null) {
            request.header("Authorization", "Bearer " + platform.token(user));
            request.header("Idempotency-Key", key);
        } else if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (body != null && !body.isEmpty()) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        return answer(request);
    }

    private static String answer(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
