package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.SECOND_LEAD;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.PilotState;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A milestone's life through the API: each arrow there is can be walked, and every other is a conflict with its name. */
@QuarkusTest
class LifeCycleIT {

    /** What is posted, by whom. */
    private record Step(String user, String at, String body) {}

    private static final String REASON = "{\"reason\": \"因故\"}";
    private static final Step UPDATE = new Step(TEAM, "/updates", "{\"percent\": 10}");
    private static final Step CLAIM = new Step(TEAM, "/claims", "{}");
    private static final Step ACCEPT = new Step(LEAD, "/acceptances", "{}");
    private static final Step ACCEPT_TOO = new Step(SECOND_LEAD, "/acceptances", "{}");
    private static final Step RETURN = new Step(LEAD, "/returns", REASON);
    private static final Step REQUEST =
            new Step(TEAM, "/extension-requests", "{\"newDue\": \"2023-03-31\", \"reason\": \"因故\"}");
    private static final Step GRANT = new Step(LEAD, "/extension-requests/acceptances", REASON);
    private static final Step REFUSE = new Step(LEAD, "/extension-requests/refusals", REASON);

    private static final List<Step> STEPS = List.of(UPDATE, CLAIM, ACCEPT, ACCEPT_TOO, RETURN, REQUEST, GRANT, REFUSE);

    /** How a milestone comes to stand somewhere; {@code critical} ones need two acceptances. */
    private record Stand(boolean critical, List<Step> way) {
        Stand(boolean critical, Step... way) {
            this(critical, List.of(way));
        }
    }

    private static final Map<String, Stand> STANDS = new LinkedHashMap<>();

    static {
        STANDS.put("planned", new Stand(false));
        STANDS.put("planned-asking", new Stand(false, REQUEST));
        STANDS.put("in-progress", new Stand(false, UPDATE));
        STANDS.put("claimed", new Stand(false, CLAIM));
        STANDS.put("claimed-asking", new Stand(false, REQUEST, CLAIM));
        STANDS.put("critical", new Stand(true, CLAIM));
        STANDS.put("first-accepted", new Stand(true, CLAIM, ACCEPT));
        STANDS.put("reached", new Stand(false, CLAIM, ACCEPT));
        STANDS.put("cancelled", new Stand(false));
    }

    /** The state after each step, or the code with which it is refused. */
    private static final String TABLE = """
            planned        | IN_PROGRESS | CLAIMED | MILESTONE_NOT_CLAIMED | MILESTONE_NOT_CLAIMED | MILESTONE_NOT_CLAIMED | PLANNED | EXTENSION_NOT_REQUESTED | EXTENSION_NOT_REQUESTED
            planned-asking | IN_PROGRESS | CLAIMED | MILESTONE_NOT_CLAIMED | MILESTONE_NOT_CLAIMED | MILESTONE_NOT_CLAIMED | EXTENSION_AWAITS_DECISION | PLANNED | PLANNED
            in-progress    | IN_PROGRESS | CLAIMED | MILESTONE_NOT_CLAIMED | MILESTONE_NOT_CLAIMED | MILESTONE_NOT_CLAIMED | IN_PROGRESS | EXTENSION_NOT_REQUESTED | EXTENSION_NOT_REQUESTED
            claimed        | MILESTONE_AWAITS_DECISION | MILESTONE_AWAITS_DECISION | REACHED | REACHED | IN_PROGRESS | MILESTONE_AWAITS_DECISION | EXTENSION_NOT_REQUESTED | EXTENSION_NOT_REQUESTED
            claimed-asking | MILESTONE_AWAITS_DECISION | MILESTONE_AWAITS_DECISION | EXTENSION_AWAITS_DECISION | EXTENSION_AWAITS_DECISION | IN_PROGRESS | MILESTONE_AWAITS_DECISION | CLAIMED | CLAIMED
            critical       | MILESTONE_AWAITS_DECISION | MILESTONE_AWAITS_DECISION | CLAIMED | CLAIMED | IN_PROGRESS | MILESTONE_AWAITS_DECISION | EXTENSION_NOT_REQUESTED | EXTENSION_NOT_REQUESTED
            first-accepted | MILESTONE_AWAITS_DECISION | MILESTONE_AWAITS_DECISION | SECOND_PERSON_NEEDED | REACHED | IN_PROGRESS | MILESTONE_AWAITS_DECISION | EXTENSION_NOT_REQUESTED | EXTENSION_NOT_REQUESTED
            reached        | MILESTONE_ALREADY_REACHED | MILESTONE_ALREADY_REACHED | MILESTONE_ALREADY_REACHED | MILESTONE_ALREADY_REACHED | MILESTONE_ALREADY_REACHED | MILESTONE_ALREADY_REACHED | MILESTONE_ALREADY_REACHED | MILESTONE_ALREADY_REACHED
            cancelled      | MILESTONE_CANCELLED | MILESTONE_CANCELLED | MILESTONE_CANCELLED | MILESTONE_CANCELLED | MILESTONE_CANCELLED | MILESTONE_CANCELLED | MILESTONE_CANCELLED | MILESTONE_CANCELLED
            """;

    @Test
    void eachArrowIsWalkedAndEveryOtherIsAConflict() {
        var pilot = TestPilot.approved("special-field").file("{\"milestones\": [" + plan(true) + "]}");
        pilot.post(TEAM, "/task-book/changes", "{\"milestones\": [" + plan(false) + "], \"reason\": \"场景调整\"}")
                .then()
                .statusCode(201);
        pilot.post(LEAD, "/task-book/changes/2/acceptances", REASON).then().statusCode(201);

        var wrong = new ArrayList<String>();
        for (var line : TABLE.strip().split("\n")) {
            var cells = line.strip().split(" *\\| *");
            for (int i = 0; i < STEPS.size(); i++) {
                var milestone = "/milestones/" + cells[0] + "-" + i;
                for (var step : STANDS.get(cells[0]).way()) {
                    take(pilot, milestone, step).then().statusCode(201);
                }
                var answer = take(pilot, milestone, STEPS.get(i));
                var outcome = answer.statusCode() == 201
                        ? pilot.get(TEAM, milestone).<String>path("state.code")
                        : answer.statusCode() + " " + answer.path("code");
                var expected = STATES.contains(cells[i + 1]) ? cells[i + 1] : "409 " + cells[i + 1];
                if (!outcome.equals(expected)) {
                    wrong.add(cells[0] + STEPS.get(i).at() + ": " + outcome + " instead of " + expected);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static final Set<String> STATES = Set.of("PLANNED", "IN_PROGRESS", "CLAIMED", "REACHED");

    private static Response take(TestPilot pilot, String milestone, Step step) {
        return pilot.post(step.user(), milestone + step.at(), step.body());
    }

    /** A milestone for each cell of the table, of one percent each; without those to be cancelled the last one weighs more. */
    private static String plan(boolean whole) {
        var cells = STANDS.entrySet().stream()
                .filter(stand -> whole || !stand.getKey().equals("cancelled"))
                .flatMap(stand -> IntStream.range(0, STEPS.size())
                        .mapToObj(i -> planned(
                                stand.getKey() + "-" + i, 1, stand.getValue().critical())))
                .toList();
        return Stream.concat(cells.stream(), Stream.of(planned("rest", 100 - cells.size(), false)))
                .collect(Collectors.joining(","));
    }

    private static String planned(String id, int weight, boolean critical) {
        return """
                {"milestoneId": "%s", "title": {"zh": "里程碑"}, "due": "2022-12-31", "weight": %d, "critical": %s}""".formatted(id, weight, critical);
    }

    @Test
    void whatBuildsOnAnotherIsClaimedAfterIt() {
        var pilot = TestPilot.approved("special-field").file("""
                {"milestones": [
                  {"title": {"zh": "平台"}, "due": "2022-06-30", "weight": 40},
                  {"title": {"zh": "场景"}, "due": "2022-12-31", "weight": 60, "dependsOn": ["m1"]}]}""");

        pilot.post(TEAM, "/milestones/m2/claims", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("DEPENDENCIES_OPEN"));
        pilot.reach("/milestones/m1");
        pilot.post(TEAM, "/milestones/m2/claims", "{}").then().statusCode(201);
    }

    @Test
    void whileAPilotRestsItsTeamPostsNothingAndAfterItsEndNobodyDoes() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m1/claims", "{}").then().statusCode(201);

        pilot.nowIs(PilotState.SUSPENDED, 3);
        await().until(() -> code(pilot.post(TEAM, "/milestones/m2/updates", "{\"percent\": 5}"))
                .equals("409 PILOT_SUSPENDED"));
        assertEquals("409 PILOT_SUSPENDED", code(pilot.post(TEAM, "/task-book/changes", REASON)));
        pilot.post(LEAD, "/milestones/m1/acceptances", "{}").then().statusCode(201);

        pilot.nowIs(PilotState.TERMINATED, 4);
        await().until(() ->
                code(pilot.post(LEAD, "/milestones/m1/returns", REASON)).equals("409 PILOT_ENDED"));
        assertEquals("409 PILOT_ENDED", code(pilot.post(TEAM, "/milestones/m2/updates", "{\"percent\": 5}")));
        assertEquals("409 PILOT_ENDED", code(pilot.post(LEAD, "/task-book/returns", REASON)));
    }

    private static String code(Response answer) {
        return answer.statusCode() + " " + answer.path("code");
    }
}
