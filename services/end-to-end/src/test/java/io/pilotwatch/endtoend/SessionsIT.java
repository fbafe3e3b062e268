package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
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

    private static boolean isSentToSignIn(HttpResponse<String> answer) {
        return answer.statusCode() == 401
                || answer.statusCode() == 302
                        && answer.headers().firstValue("location").orElse("").contains("/protocol/openid-connect/auth");
    }

    private static String another(String key, int at) {
        return key.substring(0, at) + (key.charAt(at) == 'A' ? 'B' : 'A') + key.substring(at + 1);
    }
}
