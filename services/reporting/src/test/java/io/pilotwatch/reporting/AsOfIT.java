package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.on;
import static io.pilotwatch.reporting.Told.once;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything is asked for as of days that are over, so that nothing that other tests say today matters. */
@QuarkusTest
class AsOfIT {

    @Test
    void aPilotIsShownAsItStoodAtTheEndOfADay() {
        var pilot = freshPilot("tax");
        on("2022-03-01", pilot.approved());
        on("2022-03-02", pilot.filed("m1"));
        on("2022-06-20", pilot.updated("m1", 2, 40));
        on("2022-07-05", pilot.reached("m1", 3, "2022-07-05"));
        once(pilot, 4);
        var path = "/reporting/api/v1/pilots/" + pilot.pilotId();
        as("office").get(path + "?asOf=2022-02-28").then().statusCode(404);
        var before = get(path + "?asOf=2022-03-01");
        assertEquals(0, before.getList("milestones").size());
        assertEquals("NOT_RATED", before.getString("rating.code"));
        var late = get(path + "?asOf=2022-07-04");
        assertEquals(List.of(4), late.getList("milestones.daysLate"));
        assertEquals(List.of(40), late.getList("milestones.percent"));
        assertEquals(3, late.getInt("timelineTotal"));
        assertEquals("UNDECIDED", late.getString("finish.code"));
        var reached = get(path + "?asOf=2022-07-05");
        assertEquals(List.of("REACHED"), reached.getList("milestones.state.code"));
        assertEquals(List.of(5), reached.getList("milestones.daysLate"));
        assertEquals("BY_DEADLINE", reached.getString("finish.code"));
        assertEquals(4, get(path).getInt("timelineTotal"));
    }

    @Test
    void thePortfolioAsOfADayCountsWhatWasThenAndALateEventChangesIt() {
        var pilot = freshPilot("trade-finance");
        int before = get("/reporting/api/v1/portfolio/field/trade-finance?asOf=2022-05-31")
                .getInt("pilots.loaded");
        on("2022-04-01", pilot.approved());
        on("2022-06-02", pilot.filed("m1"));
        on("2022-06-20", pilot.updated("m1", 2, 40));
        once(pilot, 3);
        var field = get("/reporting/api/v1/portfolio/field/trade-finance?asOf=2022-05-31");
        assertEquals(before + 1, field.getInt("pilots.loaded"));
        var path = "/reporting/api/v1/portfolio/field/trade-finance?asOf=";
        int open = get(path + "2022-06-19").getInt("alerts.open");
        int openBefore = get(path + "2022-06-09").getInt("alerts.open");
        // Raised on the tenth, told only now.
        on("2022-06-10", pilot.raised("PILOT_STALE", 1));
        once(pilot, 4);
        assertEquals(open + 1, get(path + "2022-06-19").getInt("alerts.open"));
        assertEquals(openBefore, get(path + "2022-06-09").getInt("alerts.open"));
    }

    @Test
    void listsAndRowsAndSearchesAreAsOfTheDayToo() {
        var pilot = freshPilot("health");
        on("2022-04-01", pilot.approved("special-field", "追溯单位" + pilot.number(), true));
        on("2022-06-02", pilot.filed("m1"));
        on("2022-06-20", pilot.updated("m1", 2, 40));
        once(pilot, 3);
        var list = "/reporting/api/v1/pilots?q=追溯单位" + pilot.number() + "&asOf=";
        assertEquals(List.of(), get(list + "2022-03-31").getList("items"));
        assertEquals(List.of("NOT_RATED"), get(list + "2022-06-19").getList("items.rating.code"));
        assertEquals(List.of(0), get(list + "2022-06-30").getList("items.overdueMilestones"));
        assertEquals(List.of(1), get(list + "2022-07-01").getList("items.overdueMilestones"));
        for (var by : List.of("field", "category", "kind", "region", "regulator", "state")) {
            var rows = get("/reporting/api/v1/portfolio/" + by + "?asOf=2022-06-30");
            assertTrue(
                    rows.getList("total", Integer.class).stream()
                                    .mapToInt(n -> n)
                                    .sum()
                            > 0,
                    by);
        }
        as("office").get("/reporting/api/v1/portfolio/mood").then().statusCode(404);
        as("office").get("/reporting/api/v1/portfolio/field/mood").then().statusCode(404);
    }

    @Test
    void twoDaysAreCompared() {
        var pilot = freshPilot("education");
        on("2022-04-01", pilot.approved());
        on("2022-04-02", pilot.filed("m1"));
        on("2022-04-20", pilot.updated("m1", 2, 40));
        on("2022-05-20", pilot.reached("m1", 3, "2022-05-20"));
        once(pilot, 4);
        var changes = get("/reporting/api/v1/portfolio/changes?from=2022-05-19&to=2022-05-20");
        Map<String, Object> changed = changes.getMap("pilots.find { it.pilotId == '%s' }".formatted(pilot.pilotId()));
        assertEquals(0, ((Map<?, ?>) changed.get("before")).get("milestonesReached"));
        assertEquals(1, ((Map<?, ?>) changed.get("after")).get("milestonesReached"));
        int reached = changes.getInt("figures.find { it.code == 'milestonesReached' }.after")
                - changes.getInt("figures.find { it.code == 'milestonesReached' }.before");
        assertTrue(reached >= 1);
        assertEquals(
                List.of(),
                get("/reporting/api/v1/portfolio/changes?from=2022-05-20&to=2022-05-20")
                        .getList("pilots"));
    }

    @Test
    void aPilotsSlipIsShownMonthByMonth() {
        var pilot = freshPilot("education");
        on("2022-03-01", pilot.approved());
        on("2022-03-02", pilot.filed("m1"));
        on("2022-04-20", pilot.updated("m1", 2, 40));
        on("2022-05-10", pilot.extended("m1", 3, "2022-08-30"));
        once(pilot, 4);
        var slip = get("/reporting/api/v1/pilots/" + pilot.pilotId() + "/slip?asOf=2022-06-15");
        assertEquals(
                List.of("2022-03-31", "2022-04-30", "2022-05-31", "2022-06-15"),
                slip.getList("milestones[0].points.on"));
        assertEquals(
                List.of("2022-06-30", "2022-06-30", "2022-08-30", "2022-08-30"),
                slip.getList("milestones[0].points.due"));
        assertEquals(List.of(0, 40, 50, 50), slip.getList("milestones[0].points.percent"));
        assertEquals(
                4,
                get("/reporting/api/v1/portfolio/forecast-error?asOf=2022-06-15")
                        .getList("byHorizon")
                        .size());
    }

    @ParameterizedTest(name = "{0} is refused")
    @ValueSource(strings = {"2999-01-01", "yesterday", "2022-02-30"})
    void aDayThatNobodyCanKnowIsRefused(String day) {
        for (var path :
                List.of("/portfolio", "/portfolio/field", "/portfolio/field/tax", "/pilots", "/pilots/BP-001")) {
            as("office")
                    .queryParam("asOf", day)
                    .get("/reporting/api/v1" + path)
                    .then()
                    .statusCode(400)
                    .body("code", is("BAD_PARAMETER"));
        }
    }

    private static JsonPath get(String path) {
        var answer = as("office").get(path);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }
}
