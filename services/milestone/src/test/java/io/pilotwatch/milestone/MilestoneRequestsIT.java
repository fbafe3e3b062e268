package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are repeated, wrong or hostile. */
@QuarkusTest
class MilestoneRequestsIT {

    private static final String UPDATES = "/milestones/m1/updates";

    private TestPilot pilot;

    @BeforeEach
    void aPilotWithATaskBook() {
        pilot = TestPilot.filed();
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswerAndDoesNothing() {
        var key = UUID.randomUUID().toString();
        var first = pilot.post(TEAM, UPDATES, "{\"percent\": 10}", key);

        var second = pilot.post(TEAM, UPDATES, "{\"percent\": 10}", key);

        assertEquals(201, second.statusCode());
        assertEquals(first.asString(), second.asString());
        assertEquals(first.header("Location"), second.header("Location"));
        pilot.get(TEAM, UPDATES).then().body("items.percent", contains(10));
        pilot.post(TEAM, UPDATES, "{\"percent\": 11}").then().statusCode(201);
        var told = TestTopics.read(Topic.MILESTONES.wireName(), pilot.id(), found -> found.size() >= 4);
        assertEquals(4, told.size());
    }

    @Test
    void aKeyIsNotUsedForAnotherRequest() {
        var key = UUID.randomUUID().toString();
        pilot.post(TEAM, UPDATES, "{\"percent\": 10}", key);

        problem(pilot.post(TEAM, UPDATES, "{\"percent\": 11}", key), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aRequestWithoutAKeyIsRefused() {
        problem(pilot.post(TEAM, UPDATES, "{\"percent\": 10}", ""), 400, "IDEMPOTENCY_KEY_MISSING");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # route                     | body                                                | status | code                     | pointer
            /milestones/m1/updates      | {}                                                  | 400    | INVALID_REQUEST          | /percent
            /milestones/m1/updates      | {"percent": -1}                                     | 400    | INVALID_REQUEST          | /percent
            /milestones/m1/updates      | {"percent": 101}                                    | 400    | INVALID_REQUEST          | /percent
            /milestones/m1/updates      | {"percent": 5, "forecastDate": "2022-01-29"}        | 422    | FORECAST_NOT_PLAUSIBLE   | /forecastDate
            /milestones/m1/updates      | {"percent": 5, "forecastDate": "+99999-01-01"}      | 422    | FORECAST_NOT_PLAUSIBLE   | /forecastDate
            /milestones/m1/updates      | {"percent": 5, "forecastDate": "soon"}              | 400    | UNREADABLE_BODY          | /forecastDate
            /milestones/m1/updates      | {"percent": 5, "note": "a\\u0000b"}                 | 400    | INVALID_REQUEST          | /note
            /milestones/m1/updates      | {"percent": 5, "note": "a\\u001bb"}                 | 400    | INVALID_REQUEST          | /note
            /milestones/m1/updates      | {"percent": 5, "note": "half \\ud83d a sign"}       | 400    | INVALID_REQUEST          | /note
            /milestones/m1/updates      | {"percent": 5, "percentage": 6}                     | 400    | UNREADABLE_BODY          | /percentage
            /milestones/m1/claims       | {"note": {"zh": "已上线"}}                           | 400    | UNREADABLE_BODY          | /note
            /milestones/m1/updates      | {"percent": 5, "selfRating": "RED"}                 | 422    | RATING_REASON_MISSING    | /ratingReason
            /milestones/m1/updates      | {"percent": 5, "selfRating": "BLUE"}                | 400    | UNREADABLE_BODY          | /selfRating
            /milestones/m1/updates      | {"percent": 5, "risks": [{"what": "x"}]}            | 400    | INVALID_REQUEST          | /risks/0/level
            /milestones/m1/updates      | {"percent": 5, "issues": [null]}                    | 400    | INVALID_REQUEST          | /issues/0
            /milestones/m1/extension-requests | {"newDue": "2022-06-30", "reason": "因故"}     | 422    | NEW_DUE_NOT_LATER        | /newDue
            /milestones/m1/extension-requests | {"newDue": "2024-01-01", "reason": "因故"}     | 422    | NEW_DUE_AFTER_DEADLINE   | /newDue
            /milestones/m1/extension-requests | {"newDue": "2023-01-01"}                      | 400    | INVALID_REQUEST          | /reason
            /task-book                  | {"milestones": []}                                  | 400    | INVALID_REQUEST          | /milestones
            /task-book                  | {"indicators": [{"indicator": "x", "baseline": 1e99, "target": 1}]} | 400 | INVALID_REQUEST | /indicators/0/baseline
            /task-book                  | {"indicators": [{"indicator": "\\ud83d", "baseline": 1, "target": 1}]} | 400 | INVALID_REQUEST | /indicators/0/indicator
            /task-book                  | {"milestones": [null]}                              | 400    | INVALID_REQUEST          | /milestones/0
            /task-book/changes          | {"milestones": null}                                | 400    | INVALID_REQUEST          | /reason
            """)
    void aWrongValueIsPointedAtInBothLanguages(String at, String body, int status, String code, String pointer) {
        var sent = body.replace("\\\\", "\\");
        for (var language : List.of("zh-CN", "en")) {
            var answer = TestPilot.as(TEAM)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("Accept-Language", language)
                    .contentType("application/json")
                    .body(sent)
                    .post(pilot.path() + at);

            problem(answer, status, code)
                    .header("Content-Language", language)
                    .body("errors.pointer", contains(pointer));
            assertEquals(
                    language.startsWith("zh"), answer.<String>path("detail").matches(".*\\p{IsHan}.*"));
            assertEquals(
                    language.startsWith("zh"),
                    answer.<String>path("errors[0].detail").matches(".*\\p{IsHan}.*"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # route                     | body                                           | status | code                   | pointer
            /milestones/m1/returns      | {}                                             | 400    | INVALID_REQUEST        | /reason
            /milestones/m1/returns      | {"reason": "  "}                               | 400    | INVALID_REQUEST        | /reason
            /milestones/m1/extension-requests/refusals | {}                             | 400    | INVALID_REQUEST        | /reason
            /task-book/returns          | {"reason": ""}                                 | 400    | INVALID_REQUEST        | /reason
            /task-book/changes/2/refusals | {"reason": {}}                               | 400    | UNREADABLE_BODY        | /reason
            """)
    void theLeadsWrongValuesArePointedAtToo(String at, String body, int status, String code, String pointer) {
        problem(pilot.post(LEAD, at, body), status, code).body("errors.pointer", contains(pointer));
    }

    @Test
    void aNoteHasRoomForTwoThousandCharacters() {
        pilot.post(TEAM, UPDATES, "{\"percent\": 5, \"note\": \"" + "进".repeat(2000) + "\"}")
                .then()
                .statusCode(201);
        problem(
                        pilot.post(TEAM, UPDATES, "{\"percent\": 5, \"note\": \"" + "进".repeat(2001) + "\"}"),
                        400,
                        "INVALID_REQUEST")
                .body("errors.pointer", contains("/note"));
        problem(
                pilot.post(TEAM, UPDATES, "{\"percent\": 5, \"note\": \"" + "a".repeat(900_000) + "\"}"),
                400,
                "INVALID_REQUEST");
        problem(
                pilot.post(TEAM, UPDATES, "{\"percent\": 5, \"note\": \"" + "a".repeat(1_000_000) + "\"}"),
                413,
                "BODY_TOO_LARGE");
    }

    @Test
    void whatTheStateDoesNotAllowIsAConflict() {
        problem(pilot.post(LEAD, "/milestones/m1/acceptances", "{}"), 409, "MILESTONE_NOT_CLAIMED");
        pilot.post(TEAM, "/milestones/m1/claims", "{}");
        problem(pilot.post(TEAM, UPDATES, "{\"percent\": 10}"), 409, "MILESTONE_AWAITS_DECISION");
        pilot.post(LEAD, "/milestones/m1/acceptances", "{}");
        problem(pilot.post(TEAM, UPDATES, "{\"percent\": 10}"), 409, "MILESTONE_ALREADY_REACHED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"x\"",
                "{",
                "not json",
                "{\"percent\":",
                "{\"percent\": 50.7}",
                "{\"percent\": \"50\"}",
                "{\"percent\": 1e999999999}",
                "{\"percent\": 99999999999999999999999}",
                "{\"percent\": true}",
                "{\"percent\": [1]}",
                "{\"percent\": 5, \"forecastDate\": 5}",
                "{\"percent\": 5, \"forecastDate\": [2022, 13, 40]}",
                "{\"percent\": 5, \"forecastDate\": 99999999999999999}",
                "{\"percent\": 5, \"forecastDate\": \"2022-02-30\"}",
                "{\"percent\": 5, \"note\": [\"a\"]}",
                "{\"percent\": NaN}",
                "\u0000",
                "{\"\": 1}"
            })
    void aHostileBodyIsTheCallersFault(String body) {
        var status = pilot.post(TEAM, UPDATES, body).statusCode();

        assertEquals(4, status / 100, "status " + status);
    }

    @Test
    void aBodyNestedWithoutEndIsTheCallersFault() {
        var answer = pilot.post(TEAM, UPDATES, "{\"note\": " + "[".repeat(100_000));

        assertEquals(400, answer.statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BP-000/task-book", "BP-000/milestones/m1", "BP-000/milestones/m1/updates", "%00/task-book",
                "BP-000%00/milestones/m1", "BP%2F000/task-book", "%F0%9F%98%80/task-book", "'%20or%201=1/task-book"
            })
    void anUnknownPilotIsNotFound(String at) {
        var answer = TestPilot.as("viewer").get("/milestone/api/v1/pilots/" + at);

        assertEquals(404, answer.statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/milestones/m7",
                "/milestones/%00",
                "/milestones/m7/updates",
                "/milestones/m1/updates/x",
                "/milestones/m1/updates/0184fc2a-6c00-7a11-8c3e-028000000001"
            })
    void anUnknownMilestoneOrUpdateIsNotFound(String at) {
        assertEquals(404, pilot.get(TEAM, at).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?cursor=%00", "?cursor=YWJj", "?cursor=%E4%B8%AD"})
    void aWrongParameterIsTheCallersFault(String query) {
        var status = pilot.get(TEAM, UPDATES + query).statusCode();

        assertEquals(4, status / 100, "status " + status);
    }

    @Test
    void whatIsUnknownOrForeignIsSaidInTheCallersLanguage() {
        TestPilot.as(TEAM)
                .header("Accept-Language", "zh-CN")
                .get("/milestone/api/v1/pilots/BP-000/task-book")
                .then()
                .statusCode(404)
                .body("detail", containsString("未找到"));
        TestPilot.as(TestPilot.OTHER_TEAM)
                .header("Accept-Language", "en")
                .get(pilot.path() + "/task-book")
                .then()
                .statusCode(403)
                .body("detail", containsString("may not reach"));
    }

    private static ValidatableResponse problem(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status));
    }
}
