package io.pilotwatch.platform;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Assertions;
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

    @Inject
    DataSource database;

    @Inject
    Programme programme;

    @Inject
    Event<ProgrammeClock.Stepped> stepped;

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

    /** Two replicas have one clock. */
    @Test
    void whoWasNotSteppedFollows() {
        var other = replica();
        var to = clock.instant().plus(Duration.ofDays(2));

        other.stepTo(to);

        await().until(() -> clock.instant().equals(to));
        step("operator", to.minusSeconds(1).toString()).statusCode(409);
    }

    @Test
    void aReplicaThatWasNotThereTurnsTheClockOfTheOthersNotBack() {
        var other = replica();
        var before = other.now();
        var to = clock.instant().plus(Duration.ofDays(2));
        step("operator", to.toString()).statusCode(200);
        assertEquals(before, other.now(), "it has not looked yet");

        assertThrows(Problem.class, () -> other.stepTo(to.minus(Duration.ofDays(1))));

        assertEquals(to, other.now());
        assertEquals(to, programmeClock.saved().orElseThrow());
    }

    @Test
    void ofTwoStepsAtOnceTheFurtherCounts() {
        for (int round = 0; round < 10; round++) {
            var one = replica();
            var other = replica();
            var near = clock.instant().plus(Duration.ofDays(1));
            var far = near.plus(Duration.ofDays(1));

            var nearer = CompletableFuture.runAsync(
                    () -> one.stepTo(near), each -> Thread.ofVirtual().start(each));
            other.stepTo(far);
            // It came first, or too late.
            nearer.handle((done, failure) -> failure == null || failure.getCause() instanceof Problem)
                    .thenAccept(Assertions::assertTrue)
                    .join();

            assertEquals(far, programmeClock.saved().orElseThrow());
            programmeClock.asOthersStep();
            assertEquals(far, clock.instant());
        }
    }

    private ProgrammeClock replica() {
        var replica = new ProgrammeClock(
                database, programme, stepped, "stepped", clock.instant().atOffset(ZoneOffset.UTC));
        replica.now();
        return replica;
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
