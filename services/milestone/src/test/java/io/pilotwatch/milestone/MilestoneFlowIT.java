package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.OTHER_TEAM;
import static io.pilotwatch.milestone.TestPilot.SECOND_LEAD;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent.ExtensionRequested;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneExtended;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneFirstAccepted;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReturned;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookSubmitted;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.testing.Owner;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** From an approved pilot to a milestone reached, with the real broker on both sides. */
@QuarkusTest
class MilestoneFlowIT {

    @Inject
    Clock clock;

    @Test
    void aCriticalMilestoneGoesFromThePlanToTheSecondAcceptanceAndEveryStepIsTold() {
        var pilot = TestPilot.filed();

        var receipt = pilot.post(
                TEAM,
                "/milestones/m3/updates",
                "{\"percent\": 40, \"forecastDate\": \"2022-12-20\", \"note\": \"首个场景联调完成\"}");
        receipt.then()
                .statusCode(201)
                .body("pilotId", equalTo(pilot.id()))
                .body("milestoneId", equalTo("m3"))
                .body("revision", equalTo(2))
                .body("percent", equalTo(40))
                .body("forecastDate", equalTo("2022-12-20"))
                .body("selfRating.code", equalTo("NOT_RATED"))
                .body("recordedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body("by", equalTo(TEAM))
                .body("receipt.sequence", equalTo(2));
        String updateId = receipt.path("updateId");
        assertEquals(pilot.path() + "/milestones/m3/updates/" + updateId, receipt.header("Location"));
        pilot.post(TEAM, "/milestones/m3/extension-requests", "{\"newDue\": \"2023-03-31\", \"reason\": \"系统改造推迟\"}")
                .then()
                .statusCode(201)
                .body("due", equalTo("2022-12-31"))
                .body("requestedDue", equalTo("2023-03-31"))
                .body("receipt.sequence", equalTo(3));
        pilot.post(LEAD, "/milestones/m3/extension-requests/acceptances", "{\"reason\": \"情况属实\"}")
                .then()
                .statusCode(201)
                .body("due", equalTo("2023-03-31"))
                .body("requestedDue", nullValue())
                .body("baselineDue", equalTo("2022-12-31"))
                .body("deadlineVersion", equalTo(2));
        pilot.post(TEAM, "/milestones/m3/claims", "{\"note\": \"已上线\"}")
                .then()
                .statusCode(201)
                .body("state.code", equalTo("CLAIMED"))
                .body("claimedOn", equalTo(today().toString()))
                .body("receipt.sequence", equalTo(4));
        pilot.post(LEAD, "/milestones/m3/returns", "{\"reason\": \"缺少佐证材料\"}")
                .then()
                .statusCode(201)
                .body("state.code", equalTo("IN_PROGRESS"))
                .body("claimedOn", nullValue());
        pilot.post(TEAM, "/milestones/m3/claims", "{}").then().statusCode(201);
        pilot.post(LEAD, "/milestones/m3/acceptances", "{\"note\": null}")
                .then()
                .statusCode(201)
                .body("state.code", equalTo("CLAIMED"))
                .body("firstAcceptedBy", equalTo(LEAD));
        pilot.post(SECOND_LEAD, "/milestones/m3/acceptances", "{}")
                .then()
                .statusCode(201)
                .body("state.code", equalTo("REACHED"))
                .body("claimedOn", equalTo(today().toString()))
                .body("firstAcceptedBy", equalTo(LEAD))
                .body("reachedOn", equalTo(today().toString()))
                .body("daysLate", equalTo(lateToday("2023-03-31")))
                .body("overdue", equalTo(0))
                .body("extensions.size()", equalTo(1))
                .body("extensions[0].previousDue", equalTo("2022-12-31"))
                .body("extensions[0].newDue", equalTo("2023-03-31"))
                .body("extensions[0].by", equalTo(LEAD))
                .body("extensions[0].reason", equalTo("情况属实"))
                .body("extensions[0].decidedOn", equalTo(today().toString()))
                .body("extensions[0].daysLateThen", equalTo(lateToday("2022-12-31")));

        var records = TestTopics.read(Topic.MILESTONES.wireName(), pilot.id(), found -> found.size() >= 10);
        assertEquals(
                List.of(
                        TaskBookSubmitted.class,
                        TaskBookFiled.class,
                        MilestoneUpdated.class,
                        ExtensionRequested.class,
                        MilestoneExtended.class,
                        MilestoneClaimed.class,
                        MilestoneReturned.class,
                        MilestoneClaimed.class,
                        MilestoneFirstAccepted.class,
                        MilestoneReached.class),
                records.stream().map(TestTopics::event).map(Event::getClass).toList());
        assertEquals(
                List.of("1", "2", "2", "3", "4", "5", "6", "7", "8", "9"),
                records.stream().map(r -> TestTopics.header(r, "ce_sequence")).toList());
        isACloudEvent(records.get(2), "io.pilotwatch.milestone.updated.v1", pilot.id());
        var updated = assertInstanceOf(MilestoneUpdated.class, TestTopics.event(records.get(2)));
        assertEquals(updateId, updated.update().updateId());
        assertEquals(0, updated.update().previousPercent());
        var reached = assertInstanceOf(MilestoneReached.class, TestTopics.event(records.get(9)));
        assertEquals(lateToday("2023-03-31"), reached.milestone().daysLate());
    }

    @Test
    void whatTheTeamSeesIsKeptWithItsUpdate() {
        var pilot = TestPilot.filed();

        var told = pilot.post(TEAM, "/milestones/m1/updates", """
            {"percent": 30, "selfRating": "AMBER", "ratingReason": "接口延期",
             "deviations": [{"what": "晚两周", "cause": "接口未定", "correction": "加派两人"}],
             "risks": [{"what": "供应商退出", "level": "HIGH"}],
             "issues": [{"what": "缺少数据", "needs": "请协调税务部门"}]}\
            """);

        told.then().statusCode(201);
        pilot.get(LEAD, "/milestones/m1/updates")
                .then()
                .body("items[0].selfRating.code", equalTo("AMBER"))
                .body("items[0].selfRating.name.zh", equalTo("预警"))
                .body("items[0].ratingReason", equalTo("接口延期"))
                .body("items[0].deviations[0].correction", equalTo("加派两人"))
                .body("items[0].risks[0].level", equalTo("HIGH"))
                .body("items[0].risks[0].response", nullValue())
                .body("items[0].issues[0].needs", equalTo("请协调税务部门"));
    }

    @Test
    void thePilotsReceiptsMakeOneChainFromTheTaskBookOn() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m1/updates", "{\"percent\": 30}");
        var last = pilot.post(TEAM, "/milestones/m1/claims", "{}");
        pilot.post(LEAD, "/milestones/m1/acceptances", "{}");

        pilot.get(LEAD, "/ledger")
                .then()
                .statusCode(200)
                .body("count", equalTo(3))
                .body("receipts.size()", equalTo(3))
                .body("receipts[2]", equalTo(last.<String>path("receipt.jws")));
        assertEquals(
                List.of("task-book", "update", "claim"),
                pilot.get(LEAD, "/ledger").<List<String>>path("receipts").stream()
                        .map(MilestoneFlowIT::kind)
                        .toList());
    }

    private static String kind(String jws) {
        var payload = new String(Base64.getUrlDecoder().decode(jws.split("\\.")[1]), StandardCharsets.UTF_8);
        return JsonPath.from(payload).getString("kind");
    }

    private static void isACloudEvent(ConsumerRecord<String, byte[]> record, String type, String pilotId) {
        assertEquals(pilotId, record.key());
        assertEquals("1.0", TestTopics.header(record, "ce_specversion"));
        assertEquals("urn:pilotwatch:milestone", TestTopics.header(record, "ce_source"));
        assertEquals(type, TestTopics.header(record, "ce_type"));
        assertEquals(pilotId, TestTopics.header(record, "ce_subject"));
        assertEquals("application/json", TestTopics.header(record, "content-type"));
    }

    @Test
    void aTaskBookShowsEachMilestoneWithItsLatenessBesideItsState() {
        var pilot = TestPilot.filed();

        pilot.get(LEAD, "/task-book")
                .then()
                .statusCode(200)
                .body("pilotId", equalTo(pilot.id()))
                .body("organisation", equalTo("示例单位-028"))
                .body("synthetic", equalTo(true))
                .body("version", equalTo(1))
                .body("filedOn", equalTo(today().toString()))
                .body("milestones.milestoneId", contains("m1", "m2", "m3", "m4", "m5", "m6"))
                .body("milestones[0].state.code", equalTo("PLANNED"))
                .body("milestones[0].state.name.zh", equalTo("未开始"))
                .body("milestones[0].state.name.en", equalTo("Planned"))
                .body("milestones[0].title.en", equalTo("Task-book organisation in place"))
                .body("milestones[0].baselineDue", equalTo("2022-06-30"))
                .body("milestones[0].due", equalTo("2022-06-30"))
                .body("milestones[0].percent", equalTo(0))
                .body("milestones[0].forecast", nullValue())
                .body("milestones[0].reachedOn", nullValue())
                .body("milestones[0].daysLate", nullValue())
                .body("milestones[0].overdue", equalTo(lateToday("2022-06-30")));
    }

    @Test
    void aMilestoneCarriesItsRevisionAsAStrongTag() {
        var pilot = TestPilot.filed();
        assertEquals("\"1\"", pilot.get(TEAM, "/milestones/m1").header("ETag"));

        pilot.post(TEAM, "/milestones/m1/updates", "{\"percent\": 5}").then().statusCode(201);

        assertEquals("\"2\"", pilot.get(TEAM, "/milestones/m1").header("ETag"));
    }

    @Test
    void updatesAreListedNewestLastPageByPageAndEachHasItsAddress() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m1/updates", "{\"percent\": 10, \"note\": \"一\\n二\"}");
        pilot.post(TEAM, "/milestones/m1/extension-requests", "{\"newDue\": \"2022-07-31\", \"reason\": \"因故\"}");
        pilot.post(TEAM, "/milestones/m1/updates", "{\"percent\": 30}");
        var last = pilot.post(TEAM, "/milestones/m1/updates", "{\"percent\": 20}");

        var first = pilot.get(TEAM, "/milestones/m1/updates?limit=2");

        first.then().statusCode(200).body("items.percent", contains(10, 30)).body("items.note", contains("一\n二", null));
        TestPilot.as(TEAM)
                .get(first.<String>path("next"))
                .then()
                .statusCode(200)
                .body("items.percent", contains(20))
                .body("items.revision", contains(5))
                .body("next", nullValue());
        Map<String, Object> taken = last.path("");
        taken.remove("receipt");
        assertEquals(taken, TestPilot.as(TEAM).get(last.header("Location")).<Map<String, Object>>path(""));
    }

    @Test
    void theNewestWordOnAPilotCountsWhateverTheOrderInWhichItComes() {
        var pilot = TestPilot.approved("special-field");
        TestTopics.send(pilot.approval(4, "special-field", "示例单位-029"), TestPilot.THEN);
        TestTopics.send(pilot.approval(3, "special-field", "示例单位-028"), TestPilot.THEN);

        // 404: it may look, and there is no task book yet.
        await().until(() -> pilot.get(OTHER_TEAM, "/task-book").statusCode() == 404);

        // And it stays so, although the older word came last.
        await().during(Duration.ofSeconds(2))
                .until(() -> pilot.get(TEAM, "/task-book").statusCode() == 403);
    }

    @Test
    void whatWasSaidOfAMilestoneIsNeverUnsaid() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m1/updates", "{\"percent\": 10}").then().statusCode(201);

        for (var attempt : List.of(
                "delete from milestone_entry where pilot_id = '%s'",
                "update milestone_entry set percent = 99 where pilot_id = '%s'",
                "update task_book_entry set version = 9 where pilot_id = '%s'")) {
            var refused = assertThrows(SQLException.class, () -> Owner.execute(attempt.formatted(pilot.id())));
            assertEquals("23001", refused.getSQLState());
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private int lateToday(String due) {
        return (int) ChronoUnit.DAYS.between(LocalDate.parse(due), today());
    }
}
