package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.once;
import static io.pilotwatch.reporting.Told.say;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.reporting.core.Facts;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OpenDataIT {

    private static final String OPEN = "/reporting/open-data/v1";
    private static final Facts PILOT = freshPilot("tax");
    private static final Set<String> FIELDS = Set.of(
            "pilotId",
            "number",
            "organisation",
            "group",
            "lead",
            "kind",
            "region",
            "synthetic",
            "state",
            "rating",
            "finish",
            "milestonesReached",
            "milestonesTotal",
            "overdueMilestones",
            "daysLate");

    @BeforeEach
    void thereIsAPilot() {
        say(PILOT.approved("special-field", "示例单位-028", true));
        once(PILOT, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pilots.json", "/pilots.csv", "/portfolio.json"})
    void anybodyReadsItAndWhoHasItIsToldSo(String path) {
        var first = given().get(OPEN + path).then().statusCode(200).header("Cache-Control", "public, max-age=60");
        var tag = first.extract().header("ETag");
        assertEquals('"', tag.charAt(0));
        given().header("If-None-Match", tag)
                .get(OPEN + path)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(is(""));
        given().header("If-None-Match", "\"another\"").get(OPEN + path).then().statusCode(200);
    }

    @Test
    void aPilotHasTheFiguresOfTheApiAndNothingThatIsNotOpen() {
        var open = given().get(OPEN + "/pilots.json").jsonPath();
        Map<String, Object> pilot = open.param("id", PILOT.pilotId()).getMap("pilots.find { it.pilotId == id }");
        assertEquals(FIELDS, pilot.keySet());
        Map<String, Object> item = as("office")
                .queryParam("q", PILOT.pilotId())
                .get("/reporting/api/v1/pilots")
                .jsonPath()
                .getMap("items[0]");
        pilot.forEach((name, value) -> {
            if (!name.equals("lead")) {
                assertEquals(item.get(name), value, name);
            }
        });
        assertEquals(true, pilot.get("synthetic"));
    }

    @Test
    void itSaysAsOfWhenAndUnderWhichLicenceAndWhoseLeadIsInferred() {
        for (var path : Set.of("/pilots.json", "/portfolio.json")) {
            given().get(OPEN + path)
                    .then()
                    .body("asOf", notNullValue())
                    .body("licence", containsString("creativecommons.org"))
                    .body("notice.zh", containsString("推断"));
        }
        var row = as("office").get("/reporting/api/v1/portfolio").jsonPath().getMap("byField[0].lead");
        given().get(OPEN + "/portfolio.json").then().body("byField[0].lead", equalTo(row));
    }
}
