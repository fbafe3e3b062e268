package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static io.restassured.path.json.JsonPath.from;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every route of evidence, indicators, reports and calendars against every role, with the tokens of real users. */
@QuarkusTest
class RecordRolesIT {

    private static final String VALUE = "{\"period\": \"2022-Q3\", \"value\": 1}";
    private static final String CORRECTION = "{\"period\": \"2022-Q2\", \"value\": 2, \"reason\": \"因故\"}";
    private static final String REPORT = "{\"summary\": \"概要\", \"selfRating\": \"GREEN\"}";
    private static final String AD_HOC =
            "{\"kind\": \"AD_HOC\", \"title\": \"题\", \"summary\": \"概要\", \"selfRating\": \"GREEN\"}";

    /** Of each user: + where the route answers, - where it is refused. {@code field} is manufacturing's calendar. */
    @ParameterizedTest(name = "{0} on a {1} pilot")
    @CsvSource(textBlock = """
            # user,                  kind,          look, team, lead, calendar, field
            team-028,                special-field, +,    +,    -,    +,        -
            team-029,                special-field, -,    -,    -,    -,        -
            regulator-manufacturing, special-field, +,    -,    +,    +,        +
            regulator-energy,        special-field, -,    -,    -,    -,        -
            office,                  special-field, +,    -,    -,    +,        +
            recommender-beijing,     special-field, +,    -,    -,    +,        -
            operator,                special-field, +,    -,    -,    +,        -
            viewer,                  special-field, +,    -,    -,    +,        -
            nobody,                  special-field, -,    -,    -,    -,        -
            team-028,                comprehensive, +,    +,    -,    +,        -
            regulator-manufacturing, comprehensive, +,    -,    -,    +,        +
            regulator-energy,        comprehensive, -,    -,    -,    -,        -
            office,                  comprehensive, +,    -,    +,    +,        +
            """)
    void whoMayDoWhat(String user, String kind, char look, char team, char lead, char calendar, char field) {
        var pilot = TestPilot.approved(kind);
        var evidence = "/evidence/" + from(form().post(TEAM, pilot).body()).getString("evidenceId");
        pilot.post(TEAM, "/indicators/availability/values", VALUE.replace("Q3", "Q2"));
        pilot.post(TEAM, "/reports/2022-Q1/submissions", REPORT);
        pilot.post(TEAM, "/reports/2022-Q2/submissions", REPORT);
        var wrong = new Wrong(user, new ArrayList<>());

        for (var at : List.of(
                "/evidence",
                evidence,
                evidence + "/content",
                "/indicators",
                "/indicators/availability",
                "/reports",
                "/reports/2022-Q1")) {
            wrong.check(at, look, pilot.get(user, at).statusCode());
        }
        wrong.check("attach", team, form().post(user, pilot).statusCode());
        wrong.check(
                "record",
                team,
                pilot.post(user, "/indicators/availability/values", VALUE).statusCode());
        wrong.check(
                "correct",
                team,
                pilot.post(user, "/indicators/availability/corrections", CORRECTION)
                        .statusCode());
        wrong.check("ad hoc", team, pilot.post(user, "/reports", AD_HOC).statusCode());
        wrong.check("draft", team, pilot.get(user, "/reports/2022-Q3/draft").statusCode());
        wrong.check("save", team, save(user, pilot));
        wrong.check(
                "submit",
                team,
                pilot.post(user, "/reports/2022-Q3/submissions", REPORT).statusCode());
        wrong.check(
                "verify",
                lead,
                pilot.post(user, evidence + "/verifications", "{}").statusCode());
        wrong.check(
                "accept",
                lead,
                pilot.post(user, "/reports/2022-Q1/acceptances", "{}").statusCode());
        wrong.check(
                "return",
                lead,
                pilot.post(user, "/reports/2022-Q2/returns", "{\"reason\": \"因故\"}")
                        .statusCode());
        wrong.check(
                "calendar", calendar, pilot.post(user, "/calendar-feeds", "{}").statusCode());
        wrong.check("field", field, fieldFeed(user));

        assertEquals(List.of(), wrong.found());
    }

    private static Form form() {
        return Form.usual().file("一.txt", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static int save(String user, TestPilot pilot) {
        return TestPilot.as(user)
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{}")
                .put(pilot.path() + "/reports/2022-Q3/draft")
                .statusCode();
    }

    private static int fieldFeed(String user) {
        return TestPilot.as(user)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{}")
                .post("/milestone/api/v1/fields/manufacturing/calendar-feeds")
                .statusCode();
    }

    private record Wrong(String user, List<String> found) {

        void check(String what, char expected, int status) {
            boolean right =
                    expected == '+' ? status == 200 || status == 201 : status == (user.equals("nobody") ? 401 : 403);
            if (!right) {
                found.add(what + " " + expected + " was " + status);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "team-028, 200",
        "regulator-energy, 200",
        "office, 200",
        "recommender-beijing, 200",
        "operator, 200",
        "viewer, 200",
        "nobody, 401"
    })
    void everybodyHasFeedsOfTheirOwn(String user, int status) {
        var feeds = "/milestone/api/v1/calendar-feeds";
        assertEquals(status, TestPilot.as(user).get(feeds).statusCode());
        assertEquals(
                status == 200 ? 404 : status,
                TestPilot.as(user).delete(feeds + "/" + UUID.randomUUID()).statusCode());
    }

    @Test
    void nothingIsPostedForAPilotThatRests() {
        var pilot = TestPilot.approved("special-field");
        Register.suspend(pilot);

        nothingIsPosted(pilot, "PILOT_SUSPENDED");
    }

    @Test
    void nothingIsPostedForAPilotThatHasEnded() {
        var pilot = TestPilot.approved("special-field");
        Register.terminate(pilot);

        nothingIsPosted(pilot, "PILOT_ENDED");
    }

    private static void nothingIsPosted(TestPilot pilot, String code) {
        var attached = form().post(TEAM, pilot);
        assertEquals(409, attached.statusCode());
        assertEquals(code, from(attached.body()).getString("code"));
        assertEquals(
                code, pilot.post(TEAM, "/indicators/availability/values", VALUE).path("code"));
        assertEquals(code, pilot.post(TEAM, "/reports", AD_HOC).path("code"));
        pilot.get(LEAD, "/reports").then().statusCode(200).body("items.overdue.sum()", equalTo(0));
    }
}
