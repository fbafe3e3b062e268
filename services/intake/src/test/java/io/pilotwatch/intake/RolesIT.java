package io.pilotwatch.intake;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every route against every role. */
@QuarkusTest
class RolesIT {

    private static final String[] USERS = {
        "team-028", "recommender-beijing", "regulator-tax", "office", "operator", "viewer"
    };

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        // method, path, body's type, then: pilot-team, recommender, regulator, programme-office, operator, viewer
        "POST, /intake/api/v1/imports/pilots, text/csv,           403, 403, 403, 400, 403, 403",
        "POST, /intake/api/v1/applications, application/json,     400, 403, 403, 403, 403, 403",
        "POST, /intake/api/v1/applications/BP-0/approval, '',     403, 403, 403, 404, 403, 403",
        "GET,  /intake/api/v1/applications, '',                   200, 200, 200, 200, 200, 200",
        "GET,  /intake/api/v1/applications/BP-0, '',              404, 404, 404, 404, 404, 404",
        "GET,  /intake/api/v1/pilots, '',                         200, 200, 200, 200, 200, 200",
        "GET,  /intake/api/v1/pilots/BP-0, '',                    404, 404, 404, 404, 404, 404",
        "GET,  /intake/api/v1/programme, '',                      200, 200, 200, 200, 200, 200"
    })
    void aRouteAnswersTheRolesThatItIsFor(
            String method,
            String path,
            String type,
            int team,
            int recommender,
            int regulator,
            int office,
            int operator,
            int viewer) {
        int[] expected = {team, recommender, regulator, office, operator, viewer};
        for (int i = 0; i < USERS.length; i++) {
            assertEquals(expected[i], status(method, path, type, "Bearer " + Tokens.of(USERS[i])), USERS[i]);
        }
        assertEquals(401, status(method, path, type, null), "nobody");
        assertEquals(401, status(method, path, type, "Bearer nonsense"), "an unreadable token");
    }

    private static int status(String method, String path, String type, String authorization) {
        var request = given().header("Idempotency-Key", UUID.randomUUID());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (!type.isEmpty()) {
            request.contentType(type).body("{}".getBytes());
        }
        return request.request(method, path).statusCode();
    }
}
