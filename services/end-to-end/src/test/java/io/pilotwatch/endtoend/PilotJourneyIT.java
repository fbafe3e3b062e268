package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.contracts.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** One pilot's whole way, from the draft of its application to its grade, step by step through the public addresses. */
@Order(2)
@ExtendWith(SharedPlatform.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PilotJourneyIT {

    /** What a pilot's history has at least, once it has come all this way. */
    private static final List<String> STEPS = List.of(
            "application.submitted",
            "application.recommended",
            "application.review-started",
            "application.reviewed",
            "application.shortlisted",
            "objection.raised",
            "objection.settled",
            "pilot.approved",
            "task-book.submitted",
            "task-book.returned",
            "task-book.filed",
            "pilot.advanced",
            "milestone.updated",
            "evidence.attached",
            "evidence.verified",
            "milestone.claimed",
            "milestone.first-accepted",
            "milestone.reached",
            "extension.requested",
            "milestone.extended",
            "rectification.ordered",
            "rectification.answered",
            "rectification.accepted",
            "report.submitted",
            "report.accepted",
            "indicator.recorded",
            "indicator.corrected",
            "pilot.evaluation-started",
            "pilot.completed");

    private static RunningPlatform platform;
    private static Journey pilot;
    private static LocalDate filed;

    @BeforeAll
    static void take(RunningPlatform shared) {
        platform = shared;
    }

    @Test
    @Order(1)
    void anApplicationIsDraftedCorrectedAndSubmittedWithAReceipt() throws Exception {
        pilot = Journey.begin(platform, "电子票据核验");
        var draft = platform.get(Journey.TEAM, pilot.ofApplication(""));
        var tag = draft.headers().firstValue("ETag").orElseThrow();
        var corrected = Journey.application("电子票据跨省核验");

        assertEquals(
                200,
                platform.put(Journey.TEAM, pilot.ofApplication(""), tag, corrected)
                        .statusCode());
        assertEquals(
                412,
                platform.put(Journey.TEAM, pilot.ofApplication(""), tag, corrected)
                        .statusCode());
        var submitted = pilot.apply(Journey.TEAM, "/submissions", Map.of());
        assertEquals(1, submitted.at("/receipt/sequence").asInt());
    }

    @Test
    @Order(2)
    void itIsPublishedWhenSevenDaysHavePassedAndNoObjectionStands() throws Exception {
        pilot.hearTheExperts();
        pilot.apply(Journey.OFFICE, "/shortlistings", Map.of());
        pilot.apply("viewer", "/objections", Map.of("text", "与已有项目雷同"));
        var objection = platform.json(Journey.OFFICE, pilot.ofApplication(""))
                .findPath("objectionId")
                .asText();
        pilot.apply(
                Journey.OFFICE,
                "/objections/" + objection + "/settlements",
                Map.of("upheld", false, "reason", "经核实不雷同"));

        assertEquals(
                "PUBLIC_COMMENT_RUNNING",
                platform.refused(409, Journey.OFFICE, pilot.ofApplication("/approval"), Map.of()));
        platform.stepTo(platform.today().plusDays(8));
        pilot.apply(Journey.OFFICE, "/approval", Map.of());

        pilot.becomes("APPROVED");
        pilot.isKnownToMilestone();
    }

    @Test
    @Order(3)
    void itsOwnPlanIsInForceOnceTheLeadAcceptsIt() throws Exception {
        filed = platform.today();
        var plan = Map.of(
                "milestones",
                List.of(
                        planned("m1", 60, 30, false),
                        planned("m2", 120, 30, true, "m1"),
                        planned("m3", 200, 40, false, "m2")),
                "indicators",
                List.of(Map.of("indicator", "on-chain-records", "baseline", 0, "target", 100000)));
        pilot.team("/task-book", plan);
        pilot.lead("/task-book/returns", Map.of("reason", "请写明验收标准"));
        pilot.team("/task-book", plan);
        pilot.lead("/task-book/acceptances", Map.of());

        pilot.becomes("TASKBOOK_FILED");
        assertEquals(1, pilot.report().at("/taskBook/version").asInt());
    }

    @Test
    @Order(4)
    void aMilestoneIsWorkedOnClaimedWithEvidenceAndAccepted() throws Exception {
        pilot.team(
                "/milestones/m1/updates",
                Map.of(
                        "percent",
                        40,
                        "note",
                        "接口联调完成",
                        "selfRating",
                        "AMBER",
                        "ratingReason",
                        "上级系统改造延后",
                        "deviations",
                        List.of(Map.of("what", "进度晚于计划", "cause", "上级系统改造延后", "correction", "分批上线"))));
        pilot.becomes("IN_PROGRESS");
        var evidence = pilot.attach("m1", "验收报告");
        pilot.team("/milestones/m1/claims", Map.of("note", "请审核"));
        pilot.lead("/evidence/" + evidence + "/verifications", Map.of("note", "已核对原件"));
        pilot.lead("/milestones/m1/acceptances", Map.of());

        assertEquals("REACHED", milestone("m1").at("/state/code").asText());
    }

    @Test
    @Order(5)
    void aCriticalMilestoneIsReachedWhenTwoPersonsHaveAcceptedIt() throws Exception {
        var acceptances = pilot.ofPlan("/milestones/m2/acceptances");
        pilot.team("/milestones/m2/claims", Map.of());

        var first = platform.done(Journey.LEAD, acceptances, Map.of());
        assertEquals("CLAIMED", first.at("/state/code").asText());
        assertEquals(Journey.LEAD, first.path("firstAcceptedBy").asText());
        assertEquals("SECOND_PERSON_NEEDED", platform.refused(409, Journey.LEAD, acceptances, Map.of()));
        var second = platform.done(Journey.SECOND_LEAD, acceptances, Map.of());
        assertEquals("REACHED", second.at("/state/code").asText());
    }

    @Test
    @Order(6)
    void anExtensionKeepsTheDayPromisedFirst() throws Exception {
        var later = filed.plusDays(230).toString();
        pilot.team("/milestones/m3/extension-requests", Map.of("newDue", later, "reason", "上级系统改造延后"));
        var extended = pilot.lead("/milestones/m3/extension-requests/acceptances", Map.of("reason", "情况属实"));

        assertEquals(later, extended.path("due").asText());
        assertEquals(
                filed.plusDays(200).toString(), extended.path("baselineDue").asText());
        assertEquals(2, extended.path("deadlineVersion").asInt());
    }

    @Test
    @Order(7)
    void whoHasToPutSomethingRightIsRectifyingUntilThatIsAccepted() throws Exception {
        var ordered = platform.done(
                Journey.LEAD,
                "/compliance-alert/api/v1/pilots/" + pilot.pilotId() + "/rectifications",
                Map.of("demand", "补齐授权手续", "due", platform.today().plusDays(30).toString()));
        var rectification = "/compliance-alert/api/v1/rectifications/"
                + ordered.path("rectificationId").asText();
        pilot.becomes("RECTIFYING");
        assertEquals(
                "PILOT_RECTIFYING",
                platform.refused(409, Journey.OFFICE, pilot.ofRegister("/evaluations"), Map.of("reason", "提前评估")));

        platform.done(Journey.TEAM, rectification + "/answers", Map.of("answer", "已补齐"));
        platform.done(Journey.LEAD, rectification + "/acceptances", Map.of());
        pilot.becomes("IN_PROGRESS");
    }

    @Test
    @Order(8)
    void aQuarterIsReportedWithItsIndicators() throws Exception {
        var quarter = Period.containing(platform.today(), 3);
        var records = "/indicators/on-chain-records";
        platform.stepTo(quarter.to().plusDays(3));
        pilot.team(records + "/values", Map.of("period", quarter.code(), "value", 12000));
        pilot.team(records + "/corrections", Map.of("period", quarter.code(), "value", 11800, "reason", "剔除测试数据"));

        var report = Map.of("summary", "场景上线，接入三个部门", "selfRating", "GREEN", "nextPlan", "继续推广");
        var draft = pilot.ofPlan("/reports/" + quarter.code() + "/draft");
        assertEquals(200, platform.put(Journey.TEAM, draft, "\"0\"", report).statusCode());
        var submitted = pilot.team("/reports/" + quarter.code() + "/submissions", report);
        assertEquals(0, submitted.at("/report/daysLate").asInt(-1));
        assertTrue(submitted.at("/receipt/sequence").asInt() > 1);
        var accepted = pilot.lead("/reports/" + quarter.code() + "/acceptances", Map.of("note", "收悉"));
        assertEquals("ACCEPTED", accepted.at("/state/code").asText());
    }

    @Test
    @Order(9)
    void itIsEvaluatedAndCompletedWithAGrade() throws Exception {
        pilot.team("/milestones/m3/claims", Map.of());
        pilot.lead("/milestones/m3/acceptances", Map.of());
        pilot.decree("/evaluations", Map.of("reason", "里程碑全部完成"));
        pilot.becomes("FINAL_EVALUATION");
        var completed = pilot.decree("/completions", Map.of("grade", "excellent", "reason", "成效突出"));

        assertEquals("COMPLETED", completed.at("/state/code").asText());
        pilot.becomes("COMPLETED");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertEquals(
                        "PILOT_ENDED",
                        platform.refused(
                                409, Journey.TEAM, pilot.ofPlan("/milestones/m3/updates"), Map.of("percent", 100))));
    }

    @Test
    @Order(10)
    void everyStepIsToldInBothLanguages() throws Exception {
        var timeline = pilot.timeline();

        for (var entry : timeline) {
            assertNotEquals("", entry.at("/text/zh").asText(), entry.toString());
            assertNotEquals(entry.at("/text/zh"), entry.at("/text/en"), entry.toString());
        }
        var told = timeline.stream().map(e -> e.path("type").asText()).toList();
        assertEquals(
                List.of(),
                STEPS.stream()
                        .filter(step -> !told.contains("io.pilotwatch." + step + ".v1"))
                        .toList());
    }

    @Test
    @Order(11)
    void itsLedgerIsWholeFromTheApplicationOnAndAnEditedOneIsNot() throws Exception {
        var ledger = platform.json(Journey.TEAM, pilot.ofPlan("/ledger"));
        var applications = platform.json(Journey.TEAM, pilot.ofApplication("/ledger"));

        assertEquals(
                applications.at("/receipts/0").asText(),
                ledger.at("/receipts/0").asText());
        var whole = platform.verified(ledger);
        assertEquals(0, whole.code(), whole.said());
        assertTrue(whole.said().startsWith("whole: " + pilot.pilotId()), whole.said());

        var broken = platform.verified(Ledgers.withAnotherTeamInReceipt(2, ledger));
        assertEquals(1, broken.code(), broken.said());
        assertTrue(broken.said().startsWith("broken at receipt 2"), broken.said());
    }

    private static Map<String, Object> planned(String id, int days, int weight, boolean critical, String... dependsOn) {
        return Map.of(
                "milestoneId",
                id,
                "title",
                Map.of("zh", "第" + days + "天的目标", "en", "Aim of day " + days),
                "due",
                filed.plusDays(days).toString(),
                "weight",
                weight,
                "critical",
                critical,
                "dependsOn",
                List.of(dependsOn));
    }

    private static JsonNode milestone(String id) throws Exception {
        return platform.json(Journey.TEAM, pilot.ofPlan("/milestones/" + id));
    }
}
