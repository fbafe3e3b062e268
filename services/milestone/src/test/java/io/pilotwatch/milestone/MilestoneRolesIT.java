package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every route against every role, with the tokens of real users. */
@QuarkusTest
class MilestoneRolesIT {

    private static final String REASON = "{\"reason\": \"因故\"}";

    /** What a team posts, and what a lead does; whoever is let in may still meet a state that does not allow it. */
    private static final Map<String, String> TEAMS = Map.of(
            "/task-book", "{}",
            "/task-book/changes", REASON,
            "/milestones/m1/updates", "{\"percent\": 2}",
            "/milestones/m2/claims", "{}",
            "/milestones/m5/extension-requests", "{\"newDue\": \"2023-11-30\", \"reason\": \"因故\"}");

    private static final Map<String, String> LEADS = Map.of(
            "/task-book/acceptances", "{}",
            "/task-book/returns", REASON,
            "/task-book/changes/2/acceptances", REASON,
            "/task-book/changes/2/refusals", REASON,
            "/milestones/m3/acceptances", "{}",
            "/milestones/m4/returns", REASON,
            "/milestones/m5/extension-requests/acceptances", REASON,
            "/milestones/m5/extension-requests/refusals", REASON);

    /** Of each user: + where the route answers, - where it is refused. */
    @ParameterizedTest(name = "{0} on a {1} pilot")
    @CsvSource(textBlock = """
            # user,                  kind,          looks, acts as team, acts as lead
            team-028,                special-field, +,     +,            -
            team-029,                special-field, -,     -,            -
            regulator-manufacturing, special-field, +,     -,            +
            regulator-energy,        special-field, -,     -,            -
            office,                  special-field, +,     -,            -
            recommender-beijing,     special-field, +,     -,            -
            operator,                special-field, +,     -,            -
            viewer,                  special-field, +,     -,            -
            nobody,                  special-field, -,     -,            -
            team-028,                comprehensive, +,     +,            -
            regulator-manufacturing, comprehensive, +,     -,            -
            regulator-energy,        comprehensive, -,     -,            -
            office,                  comprehensive, +,     -,            +
            """)
    void whoMayDoWhat(String user, String kind, char looks, char actsAsTeam, char actsAsLead) {
        var pilot = TestPilot.approved(kind).file();
        var update =
                pilot.post(TEAM, "/milestones/m1/updates", "{\"percent\": 1}").<String>path("updateId");

        var wrong = new ArrayList<String>();
        for (var at : List.of(
                "/task-book",
                "/task-book/versions",
                "/task-book/versions/1",
                "/ledger",
                "/milestones/m1",
                "/milestones/m1/updates",
                "/milestones/m1/updates/" + update)) {
            check(wrong, "GET " + at, user, looks, pilot.get(user, at));
        }
        TEAMS.forEach((at, body) -> check(wrong, at, user, actsAsTeam, pilot.post(user, at, body)));
        LEADS.forEach((at, body) -> check(wrong, at, user, actsAsLead, pilot.post(user, at, body)));

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
