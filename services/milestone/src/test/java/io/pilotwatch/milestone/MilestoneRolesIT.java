package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every route against every role, with the tokens of real users. */
@QuarkusTest
class MilestoneRolesIT {

    private static final String EXTENSION = "{\"newDue\": \"2023-11-30\", \"reason\": \"因故\"}";

    /** Of each user: + where the route answers, - where it is refused. */
    @ParameterizedTest(name = "{0} on a {1} pilot")
    @CsvSource(textBlock = """
            # user,                  kind,          look, file, report, claim, accept, return, extend
            team-028,                special-field, +,    +,    +,      +,     -,      -,      -
            team-029,                special-field, -,    -,    -,      -,     -,      -,      -
            regulator-manufacturing, special-field, +,    -,    -,      -,     +,      +,      +
            regulator-energy,        special-field, -,    -,    -,      -,     -,      -,      -
            office,                  special-field, +,    -,    -,      -,     -,      -,      -
            recommender-beijing,     special-field, +,    -,    -,      -,     -,      -,      -
            operator,                special-field, +,    -,    -,      -,     -,      -,      -
            viewer,                  special-field, +,    -,    -,      -,     -,      -,      -
            nobody,                  special-field, -,    -,    -,      -,     -,      -,      -
            team-028,                comprehensive, +,    +,    +,      +,     -,      -,      -
            regulator-manufacturing, comprehensive, +,    -,    -,      -,     -,      -,      -
            regulator-energy,        comprehensive, -,    -,    -,      -,     -,      -,      -
            office,                  comprehensive, +,    -,    -,      -,     +,      +,      +
            """)
    void whoMayDoWhat(
            String user,
            String kind,
            char look,
            char file,
            char report,
            char claim,
            char accept,
            char giveBack,
            char extend) {
        var pilot = TestPilot.approved(kind).file();
        var update =
                pilot.post(TEAM, "/milestones/m1/updates", "{\"percent\": 1}").<String>path("updateId");

        var wrong = new ArrayList<String>();
        for (var at :
                List.of("/task-book", "/milestones/m1", "/milestones/m1/updates", "/milestones/m1/updates/" + update)) {
            check(wrong, "GET " + at, user, look, pilot.get(user, at));
        }
        check(wrong, "file", user, file, pilot.post(user, "/task-book", "{}"));
        check(wrong, "report", user, report, pilot.post(user, "/milestones/m1/updates", "{\"percent\": 2}"));
        check(wrong, "claim", user, claim, pilot.post(user, "/milestones/m2/claims", "{}"));
        check(wrong, "accept", user, accept, pilot.post(user, "/milestones/m3/acceptances", "{}"));
        check(wrong, "return", user, giveBack, pilot.post(user, "/milestones/m4/returns", "{\"reason\": \"因故\"}"));
        check(wrong, "extend", user, extend, pilot.post(user, "/milestones/m5/extensions", EXTENSION));

        assertEquals(List.of(), wrong);
    }

    /** Whoever is let in may still meet a state that does not allow it: 409. */
    private static void check(List<String> wrong, String what, String user, char expected, Response answer) {
        var status = answer.statusCode();
        boolean right = expected == '+'
                ? status == 200 || status == 201 || status == 409
                : status == (user.equals("nobody") ? 401 : 403);
        if (!right) {
            wrong.add(what + " " + expected + " was " + status + " " + answer.asString());
        }
    }

    @Test
    void nobodyLearnsWhetherAPilotIsFiledByTryingToFileForIt() {
        var pilot = TestPilot.approved("special-field");

        assertEquals(403, pilot.post(LEAD, "/task-book", "{}").statusCode());
        assertEquals(404, pilot.get(TEAM, "/task-book").statusCode());
    }
}
