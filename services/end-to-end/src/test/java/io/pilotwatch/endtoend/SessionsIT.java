package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session opens: pages, and an API only to read; and whatever looks like one, nothing. */
@Order(-2)
@ExtendWith(SecuredPlatform.Once.class)
class SessionsIT {

    private static final Map<String, UnaryOperator<String>> FORGED = Map.of(
            "nothing", _ -> "",
            "made up", _ -> "x",
            "half of it", key -> key.substring(0, key.length() / 2),
            "without its end", key -> key.substring(0, key.length() - 1),
            "another letter in the middle", key -> another(key, key.length() / 2),
            "another first letter", key -> another(key, 0),
            "a header of its own without an algorithm",
                    key -> "eyJhbGciOiJub25lIn0" + key.substring(Math.max(0, key.indexOf('.'))));

    private static final String PAGE = "/reporting/pilots";

    private static SecuredPlatform platform;
    private static Session session;

    @BeforeAll
    static void signIn(SecuredPlatform secured) throws Exception {
        platform = secured;
        session = Session.of("regulator-tax", "pilotwatch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/intake/register",
                "/milestone/decisions",
                "/compliance-alert/inbox",
                "/reporting/pilots",
                "/reporting/api/v1/pilots",
                "/compliance-alert/api/v1/alerts"
            })
    void onlyASessionAsItWasGivenOpensAnything(String path) throws Exception {
        assertEquals(200, session.ask("GET", path, UnaryOperator.identity()).statusCode());
        for (var forged : FORGED.entrySet()) {
            var answer = session.ask("GET", path, forged.getValue());
            assertTrue(isSentToSignIn(answer), path + " with " + forged.getKey() + ": " + answer + answer.headers());
        }
    }

    /** Another site can make a browser send it. */
    @Test
    void aSessionChangesNothingByTheApi() throws Exception {
        var made = "/compliance-alert/api/v1/subscriptions";
        var before = platform.platform().get("regulator-tax", made).body();
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            for (var path : List.of(made, made + "/0190a1b2-0000-7000-8000-000000000004")) {
                var answer = session.ask(method, path, UnaryOperator.identity());
                assertTrue(
                        answer.statusCode() == 401 || answer.statusCode() == 405,
                        method + " " + path + ": " + answer + answer.body());
            }
        }
        assertEquals(401, session.ask("POST", made, UnaryOperator.identity()).statusCode());
        assertEquals(before, platform.platform().get("regulator-tax", made).body());
    }

    /**
     * A session renews itself every few minutes, here every few seconds: whoever was disabled meanwhile, or has signed out,
     * is not renewed, nor is whoever holds a copy of its key. An access token is good until it ends, and no other is given.
     */
    @Test
    void aSessionOfWhomIsDisabledOrHasSignedOutIsNotRenewed() throws Exception {
        var admin = new IdentityAdmin();
        var disabled = "regulator-copyright";
        platform.platform().token(disabled);
        admin.lifespan("5");
        try {
            var sessions = Map.of(
                    "nothing happened", Session.of("regulator-energy", "pilotwatch"),
                    "disabled", Session.of(disabled, "pilotwatch"),
                    "copied, then signed out", Session.of("regulator-health", "pilotwatch"));
            var copy = sessions.get("copied, then signed out").copy();
            for (var session : sessions.values()) {
                assertEquals(
                        200, session.ask("GET", PAGE, UnaryOperator.identity()).statusCode());
            }

            admin.enable(disabled, false);
            sessions.get("copied, then signed out").get("/reporting/logout");

            assertEquals(List.of(), sessions.get("copied, then signed out").keys(), "its browser has forgotten it");
            for (var over : List.of(sessions.get("disabled"), copy)) {
                await().atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> isSentToSignIn(over.ask("GET", PAGE, UnaryOperator.identity())));
            }
            assertEquals(
                    200,
                    sessions.get("nothing happened")
                            .ask("GET", PAGE, UnaryOperator.identity())
                            .statusCode());
            assertEquals(List.of(), Session.of(disabled, "pilotwatch").keys());
            assertEquals(
                    200,
                    platform.platform()
                            .get(disabled, "/reporting/api/v1/pilots")
                            .statusCode(),
                    "the token that it had before");
        } finally {
            admin.enable(disabled, true);
            admin.lifespan("");
        }
    }

    @Test
    void whoSignsInAndOutIsInTheAuditLogOfTheServiceThatWasAsked() throws Exception {
        var account = "regulator-education";
        var theirs = Session.of(account, "pilotwatch");
        theirs.get("/milestone/decisions");
        theirs.get("/milestone/logout");

        // Nobody waits for these.
        await().untilAsserted(() -> assertEquals(
                List.of("signed-in GET /reporting/login", "seen GET /reporting/pilots"), told("reporting", account)));
        await().untilAsserted(() -> assertEquals(
                List.of("seen GET /milestone/decisions", "signed-out GET /milestone/logout"),
                told("milestone", account)));
        var signedIn = platform.platform().audited("reporting", account).getFirst();
        assertEquals(36, signedIn.path("accountId").asText().length(), signedIn::toString);
        assertEquals("127.0.0.1", signedIn.path("from").asText(), signedIn::toString);
    }

    private static List<String> told(String service, String account) throws Exception {
        return platform.platform().audited(service, account).stream()
                .map(entry -> "%s %s %s"
                        .formatted(
                                entry.path("outcome").asText(),
                                entry.path("method").asText(),
                                entry.path("route").asText()))
                .toList();
    }

    private static boolean isSentToSignIn(HttpResponse<String> answer) {
        return answer.statusCode() == 401
                || answer.statusCode() == 302
                        && answer.headers().firstValue("location").orElse("").contains("/protocol/openid-connect/auth");
    }

    private static String another(String key, int at) {
        return key.substring(0, at) + (key.charAt(at) == 'A' ? 'B' : 'A') + key.substring(at + 1);
    }
}
