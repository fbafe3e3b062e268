package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneCancelled;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChangeRefused;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChangeRequested;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChanged;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookReturned;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookSubmitted;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.Ledger;
import io.pilotwatch.platform.testing.Chains;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan from its submission to its third version. */
@QuarkusTest
class TaskBookIT {

    private static final String PLAN = """
            {"milestones": [
              {"milestoneId": "platform", "title": {"zh": "平台建成", "en": "Platform built"}, "due": "2022-06-30", "weight": 40,
               "criterion": {"en": "In use"}},
              {"title": {"zh": "场景上线"}, "due": "2022-12-31", "weight": 60, "critical": true, "dependsOn": ["platform"]}],
             "indicators": [{"indicator": "handling-hours", "baseline": 48, "target": 12.50}]}""";

    private static final String CHANGED = """
            "milestones": [
              {"milestoneId": "platform", "title": {"zh": "平台建成", "en": "Platform built"}, "due": "2022-06-30", "weight": 50,
               "criterion": {"en": "In use"}},
              {"title": {"zh": "推广"}, "due": "2023-06-30", "weight": 50}]""";

    private static final String REASON = "{\"reason\": \"因故\"}";

    @Inject
    Clock clock;

    @Inject
    Ledger ledger;

    @Test
    void aPlanIsInForceOnlyWhenTheLeadAccepts() {
        var pilot = TestPilot.approved("special-field");
        assertEquals(404, pilot.get(TEAM, "/task-book").statusCode());

        pilot.post(TEAM, "/task-book", PLAN)
                .then()
                .statusCode(201)
                .body("state.code", equalTo("SUBMITTED"))
                .body("state.name.zh", equalTo("已提交待核"))
                .body("version", nullValue())
                .body("filedOn", nullValue())
                .body("milestones.size()", equalTo(0))
                .body("plan.version", equalTo(1))
                .body("plan.milestones.milestoneId", contains("platform", "m1"))
                .body("receipt.sequence", equalTo(1));
        assertEquals(404, pilot.get(TEAM, "/milestones/platform").statusCode());
        assertEquals(404, pilot.get(TEAM, "/task-book/versions/1").statusCode());

        pilot.post(LEAD, "/task-book/returns", "{\"reason\": \"请补充指标\"}")
                .then()
                .statusCode(201)
                .body("state.code", equalTo("RETURNED"))
                .body("reason", equalTo("请补充指标"))
                .body("plan.milestones.milestoneId", contains("platform", "m1"));
        pilot.file(PLAN);

        pilot.get(TEAM, "/task-book")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"4\""))
                .body("state.code", equalTo("FILED"))
                .body("version", equalTo(1))
                .body("filedOn", equalTo(today()))
                .body("plan", nullValue())
                .body("reason", nullValue())
                .body("milestones.milestoneId", contains("platform", "m1"))
                .body("milestones[0].criterion.zh", equalTo("In use"))
                .body("milestones[1].title.en", equalTo("场景上线"))
                .body("milestones[1].dependsOn", contains("platform"))
                .body("indicators[0].indicator", equalTo("handling-hours"))
                .body("indicators[0].target", equalTo(12.5f));
        told(pilot, TaskBookSubmitted.class, TaskBookReturned.class, TaskBookSubmitted.class, TaskBookFiled.class);
    }

    @Test
    void aChangeIsANewVersionAndTheFirstBaselineStaysAsItWas() {
        var pilot = TestPilot.approved("special-field").file(PLAN);
        var baseline = pilot.get(TEAM, "/task-book/versions/1").asString();
        pilot.post(TEAM, "/milestones/m1/updates", "{\"percent\": 30}").then().statusCode(201);

        pilot.post(TEAM, "/task-book/changes", "{" + CHANGED + ", \"reason\": \"场景调整\"}")
                .then()
                .statusCode(201)
                .body("state.code", equalTo("CHANGE_REQUESTED"))
                .body("version", equalTo(1))
                .body("reason", equalTo("场景调整"))
                .body("plan.version", equalTo(2))
                .body("receipt.sequence", equalTo(3));
        conflict(pilot.post(TEAM, "/task-book/changes", REASON), "CHANGE_AWAITS_DECISION");
        conflict(pilot.post(LEAD, "/task-book/changes/3/acceptances", REASON), "CHANGE_NOT_REQUESTED");
        pilot.post(LEAD, "/task-book/changes/2/refusals", REASON)
                .then()
                .statusCode(201)
                .body("state.code", equalTo("FILED"))
                .body("version", equalTo(1));
        pilot.post(TEAM, "/task-book/changes", "{" + CHANGED + ", \"reason\": \"场景调整\"}");
        pilot.post(LEAD, "/task-book/changes/2/acceptances", "{\"reason\": \"同意调整\"}")
                .then()
                .statusCode(201)
                .body("state.code", equalTo("FILED"))
                .body("version", equalTo(2))
                .body("milestones.milestoneId", contains("platform", "m2", "m1"))
                .body("milestones.state.code", contains("PLANNED", "PLANNED", "CANCELLED"))
                .body("milestones.revision", contains(2, 1, 3))
                .body("milestones[2].percent", equalTo(30))
                .body("indicators[0].indicator", equalTo("handling-hours"));

        assertEquals(baseline, pilot.get(TEAM, "/task-book/versions/1").asString());
        pilot.get(LEAD, "/task-book/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2))
                .body("items.by", contains(LEAD, LEAD))
                .body("items[1].reason", equalTo("同意调整"))
                .body("items[1].filedOn", equalTo(today()))
                .body("items[1].milestones.milestoneId", contains("platform", "m2"));
        var events = told(
                pilot,
                TaskBookSubmitted.class,
                TaskBookFiled.class,
                MilestoneUpdated.class,
                TaskBookChangeRequested.class,
                TaskBookChangeRefused.class,
                TaskBookChangeRequested.class,
                TaskBookChanged.class,
                MilestoneCancelled.class);
        assertEquals(
                3, assertInstanceOf(MilestoneCancelled.class, events.get(7)).revision());
    }

    @Test
    void aChangeThatMilestonesHaveOvertakenIsNotAccepted() {
        var pilot = TestPilot.approved("special-field").file(PLAN);
        pilot.post(TEAM, "/task-book/changes", "{" + CHANGED + ", \"reason\": \"场景调整\"}");
        pilot.post(TEAM, "/milestones/platform/claims", "{}").then().statusCode(201);

        conflict(pilot.post(LEAD, "/task-book/changes/2/acceptances", REASON), "CHANGE_OVERTAKEN");
        pilot.post(LEAD, "/task-book/changes/2/refusals", REASON).then().statusCode(201);
    }

    @Test
    void everyFaultOfAPlanIsPointedAtAtOnce() {
        var pilot = TestPilot.approved("special-field");

        pilot.post(TEAM, "/task-book", """
                        {"milestones": [
                          {"milestoneId": "a", "title": {"en": " "}, "due": "2024-01-01", "weight": 50, "dependsOn": ["b"]},
                          {"milestoneId": "b", "title": {"zh": "乙"}, "due": "2022-12-31", "weight": 40, "dependsOn": ["a", "c"]}],
                         "indicators": [{"indicator": "online-share", "baseline": 40, "target": 30}]}""")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("PLAN_TITLE_MISSING"))
                .body(
                        "errors.pointer",
                        contains(
                                "/milestones/0/title",
                                "/milestones/0/due",
                                "/milestones/1/due",
                                "/milestones/1/dependsOn/1",
                                "/milestones/0/dependsOn",
                                "/milestones",
                                "/indicators/0/target"))
                .body("errors[4].detail", containsString("a → b → a"));
        assertEquals(404, pilot.get(TEAM, "/task-book").statusCode());
    }

    @Test
    void aDueDayIsNotMovedByAChange() {
        var pilot = TestPilot.filed();
        var changes = pilot.get(TEAM, "/task-book/versions/1").asString().replace("2022-12-31", "2023-01-31");
        var milestones = changes.substring(changes.indexOf("\"milestones\""), changes.indexOf(",\"indicators\""));

        pilot.post(TEAM, "/task-book/changes", "{" + milestones + ", \"reason\": \"场景调整\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("DUE_MOVES_BY_EXTENSION"))
                .body("errors.pointer", contains("/milestones/2/due"));
    }

    @Test
    void outOfTurnATaskBookIsAConflict() {
        var pilot = TestPilot.approved("special-field");
        conflict(pilot.post(LEAD, "/task-book/acceptances", "{}"), "TASK_BOOK_NOT_SUBMITTED");
        conflict(pilot.post(LEAD, "/task-book/returns", REASON), "TASK_BOOK_NOT_SUBMITTED");
        conflict(pilot.post(TEAM, "/task-book/changes", REASON), "TASK_BOOK_NOT_FILED");
        pilot.post(TEAM, "/task-book", "{}");
        conflict(pilot.post(TEAM, "/task-book", "{}"), "TASK_BOOK_AWAITS_DECISION");
        conflict(pilot.post(TEAM, "/task-book/changes", REASON), "TASK_BOOK_NOT_FILED");
        pilot.post(LEAD, "/task-book/acceptances", "{}");
        conflict(pilot.post(TEAM, "/task-book", "{}"), "TASK_BOOK_ALREADY_FILED");
        conflict(pilot.post(LEAD, "/task-book/acceptances", "{}"), "TASK_BOOK_ALREADY_FILED");
        conflict(pilot.post(LEAD, "/task-book/changes/2/refusals", REASON), "CHANGE_NOT_REQUESTED");
    }

    @Test
    void theReceiptsOfTheApplicationBeginTheChain() {
        var pilot = TestPilot.unknown("special-field");
        var given = Chains.begunElsewhere(ledger, pilot.id(), 2);
        var approval = pilot.approval(2, "special-field", "示例单位-028");
        TestTopics.send(new PilotApproved(pilot.id(), 2, approval.pilot(), "office", given), TestPilot.THEN);
        pilot.awaitKnown();

        pilot.post(TEAM, "/task-book", "{}").then().statusCode(201).body("receipt.sequence", equalTo(3));
        assertEquals(
                given, pilot.get(TEAM, "/ledger").<List<String>>path("receipts").subList(0, 2));
    }

    private static void conflict(Response answer, String code) {
        answer.then().statusCode(409).body("code", equalTo(code));
    }

    private static List<Event> told(TestPilot pilot, Class<?>... types) {
        var events =
                TestTopics.read(Topic.MILESTONES.wireName(), pilot.id(), found -> found.size() >= types.length).stream()
                        .map(TestTopics::event)
                        .toList();
        assertEquals(List.of(types), events.stream().map(Event::getClass).toList());
        return events;
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }
}
