package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.AlertEvent.Rectification;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.AlertEvent.RectificationOrdered;
import io.pilotwatch.contracts.RecordEvent.OfReport;
import io.pilotwatch.contracts.RecordEvent.ReportAccepted;
import io.pilotwatch.contracts.RecordEvent.ReportReturned;
import io.pilotwatch.contracts.RecordEvent.ReportSubmitted;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reports from the expectation to the lead's acceptance. */
@QuarkusTest
class ReportIT {

    private static final String SUBMISSION = """
            {"summary": "完成联调。", "selfRating": "AMBER", "ratingReason": "比计划晚两周。", "nextPlan": "上线。",
             "deviations": [{"what": "联调推迟", "cause": "对方系统升级", "correction": "增加人员"}],
             "risks": [{"what": "口径不一致", "level": "HIGH", "response": null}],
             "issues": [{"what": "缺少测试环境", "needs": null}]}""";
    private static final String LEAST = "{\"summary\": \"完成联调。\", \"selfRating\": \"GREEN\"}";

    @Inject
    Clock clock;

    private int lateToday(String due) {
        return (int) ChronoUnit.DAYS.between(LocalDate.parse(due), LocalDate.now(clock));
    }

    @Test
    void aReportIsExpectedOfEachQuarterAndOverdueUntilItIsHandedIn() {
        var pilot = TestPilot.approved("special-field");

        pilot.get(LEAD, "/reports")
                .then()
                .statusCode(200)
                .body(
                        "items.key",
                        contains(
                                "2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"))
                .body("items[2].due", equalTo("2022-10-15"))
                .body("items[2].period.name.zh", equalTo("2022年第3季度"))
                .body("items[2].state.code", equalTo("DUE"))
                .body("items[2].overdue", equalTo(lateToday("2022-10-15")))
                .body("items[2].report", nullValue());
        var first = pilot.get(LEAD, "/reports?limit=3");
        TestPilot.as(LEAD).get(first.<String>path("next")).then().body("items.key[0]", equalTo("2022-Q4"));
        pilot.get(LEAD, "/reports/2022-07").then().statusCode(404);
        pilot.get(LEAD, "/reports/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aReportIsHandedInReturnedHandedInAgainAndAcceptedAndStaysLate() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m3/updates", "{\"percent\": 60, \"forecastDate\": \"2023-01-20\"}");

        pilot.post(TEAM, "/reports/2022-Q3/submissions", SUBMISSION)
                .then()
                .statusCode(201)
                .header("Location", pilot.path() + "/reports/2022-Q3")
                .body("state.code", equalTo("SUBMITTED"))
                .body("receipt.jws", notNullValue())
                .body("overdue", equalTo(0))
                .body("report.daysLate", equalTo(lateToday("2022-10-15")))
                .body("report.milestones.find { it.milestoneId == 'm3' }.percent", equalTo(60))
                .body("report.milestones.find { it.milestoneId == 'm3' }.forecast", equalTo("2023-01-20"))
                .body("report.risks[0].level", equalTo("HIGH"));
        pilot.post(TEAM, "/reports/2022-Q3/submissions", LEAST)
                .then()
                .statusCode(409)
                .body("code", equalTo("REPORT_AWAITS_DECISION"));
        ifMatch(pilot, LEAD, "/reports/2022-Q3/returns", "\"7\"", "{\"reason\": \"缺少数据\"}")
                .then()
                .statusCode(412);
        pilot.post(LEAD, "/reports/2022-Q3/returns", "{\"reason\": \"缺少数据\"}")
                .then()
                .statusCode(201)
                .body("state.code", equalTo("RETURNED"))
                .body("note", equalTo("缺少数据"))
                .body("overdue", equalTo(lateToday("2022-10-15")));
        ifMatch(pilot, TEAM, "/reports/2022-Q3/submissions", "\"2\"", LEAST)
                .then()
                .statusCode(201);
        pilot.post(LEAD, "/reports/2022-Q3/acceptances", "{}")
                .then()
                .statusCode(201)
                .body("state.code", equalTo("ACCEPTED"))
                .body("due", equalTo("2022-10-15"))
                .body("report.daysLate", equalTo(lateToday("2022-10-15")));
        assertEquals("\"4\"", pilot.get(TEAM, "/reports/2022-Q3").header("ETag"));

        var told = TestTopics.read(
                        Topic.MILESTONES.wireName(),
                        pilot.id(),
                        r -> r.stream().map(TestTopics::event).anyMatch(ReportAccepted.class::isInstance))
                .stream()
                .map(TestTopics::event)
                .filter(OfReport.class::isInstance)
                .map(OfReport.class::cast)
                .toList();
        assertEquals(
                List.of(ReportSubmitted.class, ReportReturned.class, ReportSubmitted.class, ReportAccepted.class),
                told.stream().map(Object::getClass).toList());
        assertEquals(
                List.of(1L, 2L, 3L, 4L), told.stream().map(OfReport::revision).toList());
        assertEquals(1, told.stream().map(e -> e.report().reportId()).distinct().count());
    }

    private static Response ifMatch(TestPilot pilot, String user, String at, String tag, String body) {
        return TestPilot.as(user)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", tag)
                .contentType("application/json")
                .body(body)
                .post(pilot.path() + at);
    }

    @Test
    void aDraftIsTheTeamsAloneGoesFromVersionToVersionAndIsGoneOnceItIsHandedIn() {
        var pilot = TestPilot.approved("special-field");
        var at = "/reports/2022-Q3/draft";
        pilot.get(TEAM, at).then().statusCode(200).header("ETag", "\"0\"").body("content", nullValue());

        put(pilot, TEAM, at, null, "{}").then().statusCode(428);
        put(pilot, TEAM, at, "\"0\"", "{\"summary\": \"写了一半\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        put(pilot, TEAM, at, "\"0\"", "{}").then().statusCode(412);
        put(pilot, TEAM, at, "\"1\"", "{\"summary\": \"写完了\"}")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        put(pilot, LEAD, at, "\"2\"", "{}").then().statusCode(403);
        pilot.get(LEAD, at).then().statusCode(403);
        pilot.get(TEAM, at).then().body("content.summary", equalTo("写完了"));
        pilot.get(LEAD, "/reports/2022-Q3").then().body("state.code", equalTo("DUE"));
        pilot.post(TEAM, "/reports/2022-Q3/submissions", LEAST).then().statusCode(201);

        pilot.get(TEAM, at).then().header("ETag", "\"3\"").body("content", nullValue());
        put(pilot, TEAM, at, "\"3\"", "{}").then().statusCode(409).body("code", equalTo("REPORT_AWAITS_DECISION"));
        put(pilot, TEAM, "/reports/2029-Q3/draft", "\"0\"", "{}").then().statusCode(404);
    }

    private static Response put(TestPilot pilot, String user, String at, String tag, String body) {
        var request = TestPilot.as(user).contentType("application/json").body(body);
        return (tag == null ? request : request.header("If-Match", tag)).put(pilot.path() + at);
    }

    @Test
    void aReportForWhichNobodyWaitsHasATitleAndNoDueDay() {
        var pilot = TestPilot.approved("special-field");
        var incident = "{\"kind\": \"%s\", \"title\": \"节点故障\", \"summary\": \"已恢复。\", \"selfRating\": \"RED\","
                + " \"ratingReason\": \"停机三小时。\"}";

        var made = pilot.post(TEAM, "/reports", incident.formatted("INCIDENT"));
        made.then()
                .statusCode(201)
                .body("kind.code", equalTo("INCIDENT"))
                .body("due", nullValue())
                .body("report.daysLate", nullValue())
                .body("report.title", equalTo("节点故障"));
        var at = "/reports/" + made.<String>path("key");
        pilot.post(LEAD, at + "/returns", "{\"reason\": \"原因不明\"}").then().statusCode(201);
        pilot.post(TEAM, at + "/submissions", LEAST).then().statusCode(422).body("code", equalTo("TITLE_MISSING"));
        pilot.post(
                        TEAM,
                        at + "/submissions",
                        "{\"title\": \"节点故障\", \"summary\": \"原因已明。\", \"selfRating\": \"GREEN\"}")
                .then()
                .statusCode(201);
        pilot.post(TEAM, "/reports", incident.formatted("PERIODIC"))
                .then()
                .statusCode(422)
                .body("code", equalTo("REPORT_IS_PERIODIC"));
        pilot.get(LEAD, "/reports").then().body("items", hasSize(9)).body("items.key[8]", equalTo(made.path("key")));
    }

    @Test
    void whatIsMissingIsRefusedAtItsPlace() {
        var pilot = TestPilot.approved("special-field");
        var at = "/reports/2022-Q3/submissions";

        pilot.post(TEAM, at, "{}").then().statusCode(422).body("errors[0].pointer", equalTo("/summary"));
        pilot.post(TEAM, at, "{\"summary\": \"a\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/selfRating"));
        pilot.post(TEAM, at, "{\"summary\": \"a\", \"selfRating\": \"RED\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/ratingReason"));
        pilot.post(TEAM, at, "{\"summary\": \"a\", \"selfRating\": \"GREEN\", \"risks\": [{\"what\": \"b\"}]}")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
        pilot.post(TEAM, at, "{\"summary\": \"a\", \"selfRating\": \"PURPLE\"}")
                .then()
                .statusCode(400);
    }

    @Test
    void aPilotThatRectifiesReportsEachMonthToo() {
        var pilot = TestPilot.approved("special-field");
        var today = LocalDate.now(clock);
        var ordered = new Rectification(
                UUID.randomUUID().toString(),
                pilot.id(),
                "补齐数据",
                today.minusMonths(1).withDayOfMonth(1),
                today,
                RectificationState.ORDERED,
                null,
                List.of());

        TestTopics.send(new RectificationOrdered(pilot.id(), 1, ordered, LEAD), Instant.now(clock));

        var lastMonth = "/reports/" + today.minusMonths(1).toString().substring(0, 7);
        var thisMonth = "/reports/" + today.toString().substring(0, 7);
        await().untilAsserted(() -> assertEquals(200, pilot.get(TEAM, thisMonth).statusCode()));
        pilot.get(TEAM, lastMonth).then().statusCode(200).body("state.code", equalTo("DUE"));
        pilot.post(TEAM, thisMonth + "/submissions", LEAST).then().statusCode(201);

        TestTopics.send(new RectificationAccepted(pilot.id(), 2, ordered, null, LEAD), Instant.now(clock));
        TestTopics.send(new RectificationOrdered(pilot.id(), 1, ordered, LEAD), Instant.now(clock));

        pilot.get(TEAM, lastMonth).then().statusCode(200);
        pilot.get(TEAM, thisMonth).then().statusCode(200).body("state.code", equalTo("SUBMITTED"));
    }
}
