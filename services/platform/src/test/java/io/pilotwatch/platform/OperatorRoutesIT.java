package io.pilotwatch.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's own routes, on the management port. */
@QuarkusTest
class OperatorRoutesIT {

    @Inject
    Clock clock;

    @Inject
    ProgrammeClock programmeClock;

    @ConfigProperty(name = "quarkus.management.test-port")
    int port;

    @Test
    void theClockStepsForwardAndIsFoundThereAfterARestart() {
        var to = clock.instant().plus(Duration.ofDays(1));

        step("operator", to.toString()).statusCode(200).body("mode", equalTo("stepped"));

        assertEquals(to, clock.instant());
        assertEquals(to, programmeClock.saved().orElseThrow());
    }

    @Test
    void steppingToWhereItStandsMayBeAskedAgain() {
        step("operator", clock.instant().toString()).statusCode(200);
    }

    @Test
    void theClockNeverGoesBack() {
        step("operator", clock.instant().minusSeconds(1).toString())
                .statusCode(409)
                .body("code", equalTo("CLOCK_GOES_FORWARD_ONLY"));
    }

    @Test
    void anInstantWithoutAnOffsetIsRefused() {
        step("operator", "2022-03-01").statusCode(400).body("code", equalTo("BAD_INSTANT"));
    }

    @Test
    void theFlowTellsWhatIsUnderWay() {
        given().port(port)
                .auth()
                .oauth2(Tokens.of("operator"))
                .get("/q/flow")
                .then()
                .statusCode(200)
                .body("behind", equalTo(0));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"GET,/q/clock", "PUT,/q/clock", "GET,/q/flow"})
    void onlyAnOperatorMay(String method, String path) {
        given().port(port).request(method, path).then().statusCode(401);
        given().port(port)
                .auth()
                .oauth2("no.such.token")
                .request(method, path)
                .then()
                .statusCode(401);
        given().port(port)
                .auth()
                .oauth2(Tokens.of("office"))
                .request(method, path)
                .then()
                .statusCode(403);
    }

    private io.restassured.response.ValidatableResponse step(String user, String instant) {
        return given().port(port)
                .auth()
                .oauth2(Tokens.of(user))
                .contentType("application/json")
                .body(Map.of("instant", instant))
                .put("/q/clock")
                .then();
    }
}
