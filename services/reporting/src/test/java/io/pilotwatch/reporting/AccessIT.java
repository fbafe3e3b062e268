package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.once;
import static io.pilotwatch.reporting.Told.say;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.pilotwatch.reporting.core.Facts;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessIT {

    /** In the field of tax, in Beijing, of the unit that team-028 acts for. */
    private static final Facts PILOT = freshPilot("tax");

    @BeforeEach
    void thereIsAPilot() {
        say(PILOT.approved("special-field", "示例单位-028", true));
        once(PILOT, 1);
    }

    @ParameterizedTest(name = "{0} gets {1} for the pilot")
    @CsvSource({
        "office, 200",
        "operator, 200",
        "viewer, 200",
        "regulator-tax, 200",
        "regulator-energy, 403",
        "recommender-beijing, 200",
        "recommender-tax, 200",
        "team-028, 200",
        "team-029, 403"
    })
    void whoMaySeeThePilot(String user, int status) {
        var path = "/pilots/" + PILOT.pilotId();
        as(user).get("/reporting/api/v1" + path).then().statusCode(status);
        as(user).get("/reporting" + path).then().statusCode(status).contentType(startsWith("text/html"));
        as(user).queryParam("q", PILOT.pilotId())
                .get("/reporting/api/v1/pilots")
                .then()
                .statusCode(200)
                .body("items.pilotId", is(status == 200 ? List.of(PILOT.pilotId()) : List.of()));
    }

    @Test
    void thePeopleOfADelegateSeeThePilot() {
        var pilot = freshPilot("tax");
        say(pilot.approved("special-field", "示例单位-028", true), pilot.delegated(2, "示例单位-029"));
        once(pilot, 2);
        as("team-029").get("/reporting/api/v1/pilots/" + pilot.pilotId()).then().statusCode(200);
        as("team-029")
                .queryParam("q", pilot.pilotId())
                .get("/reporting/api/v1/pilots")
                .then()
                .body("items.pilotId", is(List.of(pilot.pilotId())));
    }

    @ParameterizedTest(name = "{0} sees the totals")
    @ValueSource(
            strings = {
                "office",
                "operator",
                "viewer",
                "regulator-tax",
                "regulator-energy",
                "recommender-beijing",
                "team-028",
                "team-029"
            })
    void everyoneWhoIsSignedInSeesTheTotals(String user) {
        as(user).get("/reporting/api/v1/portfolio").then().statusCode(200);
        as(user).get("/").then().statusCode(200);
        as(user).get("/reporting/pilots").then().statusCode(200);
    }

    @ParameterizedTest(name = "{0} leads to the login")
    @ValueSource(strings = {"/", "/reporting/pilots", "/reporting/pilots/BP-001", "/reporting/login"})
    void aBrowserIsSentToSignIn(String path) {
        given().redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(302)
                .header("Location", startsWith(publicUrl() + "/auth/realms/pilotwatch/protocol/openid-connect/auth?"));
    }

    private static String publicUrl() {
        return org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("pilotwatch.public-url", String.class);
    }
}
