package io.pilotwatch.platform.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.platform.audit.AuditRows.Written;
import io.pilotwatch.platform.testing.Owner;
import io.pilotwatch.platform.testing.PageForm;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.http.ConnectionClosedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request leaves one entry, in the right words, before it is answered. */
@QuarkusTest
class AuditIT {

    private static final String AT = "/platform/api/v1/audited";

    @Inject
    AuditRows rows;

    @Inject
    AuditChain chain;

    @Inject
    AuditLog log;

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    private long before;

    @BeforeEach
    void remember() {
        before = chain.head().position();
    }

    @Test
    void aReadSaysWhoSawWhichPilotAndInWhoseName() {
        as("team-028").get(AT + "/pilots/BP-028").then().statusCode(200);

        var entry = onlyEntry();
        assertEquals("seen team-028 GET " + AT + "/pilots/{pilotId} BP-028 200", words(entry));
        assertEquals("{\"pilotId\":\"BP-028\"}", entry.path("subject").toString());
        assertTrue(entry.path("roles").toString().contains("\"pilot-team\""), entry::toString);
        assertEquals("示例单位-028", entry.path("organisations").path(0).asText());
        assertEquals("127.0.0.1", entry.path("from").asText());
        assertEquals(36, entry.path("accountId").asText().length());
        assertEquals("platform", entry.path("service").asText());
        assertTrue(entry.path("programme").asText().startsWith("20"), entry::toString);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "team-028,/pilots/BP-FOREIGN,refused team-028 GET /pilots/{pilotId} BP-FOREIGN 403 FOREIGN_PILOT",
        "viewer,/pilots/BP-028,refused viewer GET /pilots/{pilotId} BP-028 403 ROLE_MISSING",
        "-,/pilots/BP-028,refused nobody GET /pilots/{pilotId} BP-028 401 NOT_SIGNED_IN",
        "forged,/pilots/BP-028,refused nobody GET /pilots/{pilotId} BP-028 401 NOT_SIGNED_IN",
        "office,/pilots/BP-BROKEN,failed office GET /pilots/{pilotId} BP-BROKEN 500 INTERNAL",
        "office,/stream,refused office GET /stream - 406 STREAM_NOT_ASKED_FOR"
    })
    void whatWasRefusedIsThereToo(String user, String path, String words) {
        as(user).accept("*/*").get(AT + path);

        assertEquals(words.replace("GET ", "GET " + AT), words(onlyEntry()));
    }

    /** Whoever has no session is asked who he is before anything else; what he then sees is there under his name. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "-,/nowhere,404",
        "office,/nowhere,404",
        "-,/platform/nowhere,302",
        "office,/platform/nowhere,404",
        "-,/platform/operations,302",
        "-,/platform/api/v1/audited/nowhere,404",
        "office,/platform/api/v1/audited/pilots/BP-028/nothing,404"
    })
    void neitherAnAddressThatNobodyHasNorTheWayToSignInLeavesAnything(String user, String path, int status) {
        as(user).redirects().follow(false).get(path).then().statusCode(status);

        assertEquals(List.of(), entries());
    }

    @Test
    void aChangeIsToldOfWithoutItsBodyAndAgainWhenItIsRepeated() {
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as("office")
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(Map.of("text", "unsagbar"))
                    .post(AT + "/pilots/BP-1/notes")
                    .then()
                    .statusCode(201);
        }

        var entries = entries();
        assertEquals(2, entries.size());
        assertEquals("done office POST " + AT + "/pilots/{pilotId}/notes BP-1 201", words(entries.getFirst()));
        assertEquals(entries.getFirst().path("key"), entries.getLast().path("key"));
        assertFalse(entries.toString().contains("unsagbar"));
        assertFalse(entries.toString().contains(key));
    }

    @Test
    void anExportSaysWhatWasAskedFor() {
        as("office")
                .get(AT + "/exports/pilots.csv?q=海淀&field=tax&field=health")
                .then()
                .statusCode(200);

        var entry = onlyEntry();
        assertEquals("seen office GET " + AT + "/exports/{name}.csv - 200", words(entry));
        assertEquals("{\"name\":\"pilots\"}", entry.path("subject").toString());
        assertEquals(
                "{\"field\":[\"tax\",\"health\"],\"q\":[\"海淀\"]}",
                entry.path("asked").toString());
    }

    @Test
    void aStreamIsToldOfWhenItIsOpened() {
        as("office").accept("text/event-stream").get(AT + "/stream").then().statusCode(200);

        assertEquals("seen office GET " + AT + "/stream - 200", words(onlyEntry()));
    }

    @Test
    void aPageIsToldOfLikeTheRest() {
        PageForm.get("operator", "/platform/operations", "en").then().statusCode(200);

        assertEquals("seen operator GET /{service}/operations - 200", words(onlyEntry()));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "operator,GET,/q/clock,seen operator GET /q/clock - 200",
        "operator,POST,/q/dead-letters/0/redrive,refused operator POST /q/dead-letters/:id/redrive - 404 NOT_FOUND",
        "office,GET,/q/flow,refused office GET /q/flow - 403 ROLE_MISSING",
        "-,GET,/q/flow,refused nobody GET /q/flow - 401 NOT_SIGNED_IN",
        "office,GET,/q/audit?pilot=BP-1,seen office GET /q/audit BP-1 200"
    })
    void whatOperatorsDoIsThereToo(String user, String method, String path, String words) {
        as(user).port(management).request(method, path);

        assertEquals(words, words(onlyEntry()));
    }

    @Test
    void noEntryHoldsAToken() {
        var secret = "q7Xk2mPz9";
        given().get(AT + "/feeds/" + secret + ".ics?access_token=" + secret + "&code=" + secret)
                .then()
                .statusCode(200);
        as("office")
                .get(AT + "/exports/x.csv?q=" + Tokens.of("office").substring(0, 60))
                .then()
                .statusCode(200);

        var entries = entries();
        assertEquals(2, entries.size());
        assertEquals("seen nobody GET " + AT + "/feeds/{token}.ics - 200", words(entries.getFirst()));
        assertFalse(entries.toString().contains(secret), entries::toString);
        assertFalse(entries.toString().contains("eyJ"), entries::toString);
    }

    @Test
    void whoIsNotOfTheOfficeAndNoOperatorReadsNothingOfIt() {
        as("team-028").port(management).get("/q/audit").then().statusCode(403).body("code", equalTo("ROLE_MISSING"));
        given().port(management).get("/q/audit").then().statusCode(401);
    }

    @Test
    void whatCannotBeWrittenIsNotTold() throws SQLException {
        withoutTheLog(() -> {
            as("office")
                    .get(AT + "/pilots/BP-SECRET")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .contentType("application/problem+json")
                    .body("code", equalTo("NOT_READY"))
                    .body(not(containsString("pilotId")));
            as("office")
                    .get(AT + "/exports/pilots.csv")
                    .then()
                    .statusCode(503)
                    .header("Content-Disposition", nullValue());
            // A stream has begun to answer by then: it is cut off before its first word.
            assertThrows(
                    ConnectionClosedException.class,
                    () -> as("office")
                            .accept("text/event-stream")
                            .get(AT + "/stream")
                            .asString());
            as("operator").port(management).get("/q/flow").then().statusCode(503);
            PageForm.get("operator", "/platform/operations", "en")
                    .then()
                    .statusCode(503)
                    .contentType(startsWith("text/html"))
                    .body(not(containsString("outbox")));
        });
        as("office").get(AT + "/pilots/BP-SECRET").then().statusCode(200);

        assertEquals("seen office GET " + AT + "/pilots/{pilotId} BP-SECRET 200", words(onlyEntry()));
    }

    /** As when its process dies between the two. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            POST | /pilots/BP-7/notes       | unanswered office POST /pilots/{pilotId}/notes BP-7
            PUT  | /pilots/BP-7/note/made   | unanswered office PUT /pilots/{pilotId}/note/{how} BP-7, unanswered office PUT /pilots/{pilotId}/note/{how} BP-7-2
            PUT  | /pilots/BP-7/note/undone |
            PUT  | /pilots/BP-7/note/read   |
            GET  | /pilots/BP-7             |
            """)
    void whatWasChangedAndNotToldOfIsToldOfAfterwards(String method, String path, String words) throws SQLException {
        var key = UUID.randomUUID().toString();
        withoutTheLog(() -> change(method, path, key).then().statusCode(503));
        assertEquals(List.of(), entries());

        log.settle(Duration.ZERO);

        assertEquals(
                words == null ? "" : words.replaceAll("(POST|PUT) ", "$1 " + AT),
                entries().stream().map(AuditIT::words).collect(Collectors.joining(", ")));
        change(method, path, key);
        int told = entries().size();
        log.settle(Duration.ZERO);
        assertEquals(told, entries().size(), "what was answered owes nothing");
    }

    @Test
    void whatAnOperatorBeganIsOwedUntilItIsAnswered() throws SQLException {
        withoutTheLog(() ->
                as("operator").port(management).post("/q/outbox/resend").then().statusCode(503));
        assertEquals(List.of(), entries());

        log.settle(Duration.ZERO);

        assertEquals("unanswered operator POST /q/outbox/resend -", words(onlyEntry()));
        as("operator").port(management).post("/q/outbox/resend").then().statusCode(200);
        log.settle(Duration.ZERO);
        assertEquals(2, entries().size());
    }

    private static Response change(String method, String path, String key) {
        return as("office")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{}")
                .request(method, AT + path);
    }

    private static void withoutTheLog(Runnable work) throws SQLException {
        Owner.execute("alter table audit_head rename to audit_head_away");
        try {
            work.run();
        } finally {
            Owner.execute("alter table audit_head_away rename to audit_head");
        }
    }

    @Test
    void thoseWhoAskAtOnceShareCommitsAndEachHasItsEntry() throws Exception {
        var token = Tokens.of("office");
        var asking = IntStream.range(0, 16)
                .<Callable<Void>>mapToObj(i -> () -> {
                    for (int turn = 0; turn < 20; turn++) {
                        given().auth()
                                .oauth2(token)
                                .get(AT + "/pilots/BP-" + i)
                                .then()
                                .statusCode(200);
                    }
                    return null;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(asking.size())) {
            for (var done : threads.invokeAll(asking)) {
                done.get();
            }
        }

        var written = rows.next(AuditRows.ALL, before, 500);
        assertEquals(320, written.size());
        var commits = written.stream().map(Written::at).distinct().count();
        assertTrue(commits < 320, "320 entries in " + commits + " commits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void thePageTellsItToTheOfficeAndLookingAtItIsAnEntry(String language) {
        as("team-028").get(AT + "/pilots/BP-PAGE-" + language).then().statusCode(200);

        var page = PageForm.page("office", "/platform/audit?pilot=BP-PAGE-" + language, language);

        var cells = page.select("tbody tr").getFirst().select("td").eachText();
        assertTrue(cells.get(1).startsWith("team-028 "), cells::toString);
        assertEquals(language.equals("en") ? "Seen 200" : "查看 200", cells.get(2));
        assertEquals("GET " + AT + "/pilots/{pilotId}", cells.get(3));
        assertEquals("BP-PAGE-" + language, cells.get(4));
        assertEquals("seen office GET /{service}/audit - 200", words(entries().getLast()));
        PageForm.get("viewer", "/platform/audit", language).then().statusCode(403);
        PageForm.get("office", "/platform/audit?from=tomorrow", language).then().statusCode(400);
    }

    @Test
    void whatIsTakenAwayBeginsAndEndsWithACheckpointUnlessItIsOfOneAccount() throws SQLException {
        // In tests each start signs with another key, and does not know that of the one before.
        Owner.execute("alter table audit_checkpoint disable trigger user; truncate audit_checkpoint;"
                + " alter table audit_checkpoint enable trigger user");
        as("team-028").get(AT + "/pilots/BP-028").then().statusCode(200);

        var whole =
                as("office").port(management).get("/q/audit").asString().lines().toList();
        var own = as("office")
                .port(management)
                .get("/q/audit?account=team-028&pilot=BP-028")
                .asString()
                .lines()
                .toList();

        assertTrue(whole.getFirst().startsWith("{\"position\":1,\"hash\":\""), whole.getFirst());
        assertTrue(whole.getLast().startsWith("{\"checkpoint\":\"eyJ"), whole.getLast());
        assertTrue(own.stream().allMatch(line -> line.contains("\"account\":\"team-028\"")), own::toString);
        as("office").port(management).get("/q/audit?from=2026-03-01").then().statusCode(400);
        as("operator")
                .port(management)
                .get("/q/audit/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].crv", equalTo("Ed25519"));
    }

    private static RequestSpecification as(String user) {
        return switch (user) {
            case "-" -> given();
            case "forged" -> given().auth().oauth2("no.such.token");
            default -> given().auth().oauth2(Tokens.of(user));
        };
    }

    private JsonNode onlyEntry() {
        var entries = entries();
        assertEquals(1, entries.size(), entries::toString);
        return entries.getFirst();
    }

    private List<JsonNode> entries() {
        return rows.next(AuditRows.ALL, before, 100).stream().map(this::read).toList();
    }

    private JsonNode read(Written written) {
        return rows.read(written);
    }

    private static String words(JsonNode entry) {
        return List.of("outcome", "account", "method", "route", "pilot", "status", "code").stream()
                .map(name -> entry.path(name).asText(name.equals("pilot") ? "-" : ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
