package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.once;
import static io.pilotwatch.reporting.Told.say;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamIT {

    @Test
    void whatTheOthersSayShowsWhateverTheOrder() {
        var pilot = freshPilot("tax");
        say(
                pilot.cleared("PILOT_STALE", 2),
                pilot.reached("m1", 4, "2022-07-05"),
                pilot.updated("m2", 2, 30),
                pilot.approved(),
                pilot.filed("m1", "m2"),
                pilot.raised("PILOT_STALE", 1),
                pilot.raised("MILESTONE_OVERDUE", 1),
                pilot.updated("m1", 2, 10),
                pilot.advanced(2, PilotState.IN_PROGRESS));
        var view = once(pilot, 9);
        assertEquals("IN_PROGRESS", view.getString("state.code"));
        assertEquals("试点中", view.getString("state.name.zh"));
        assertEquals(List.of("电子发票核验"), view.getList("scenarios"));
        assertEquals(List.of("REACHED", "IN_PROGRESS"), view.getList("milestones.state.code"));
        assertEquals(5, view.getInt("milestones[0].daysLate"));
        assertTrue(view.getBoolean("milestones[1].overdue"), "the clock of the tests stands long after 2022");
        assertEquals(List.of("MILESTONE_OVERDUE"), view.getList("openAlerts.rule.code"));
        assertEquals(List.of("PILOT_STALE"), view.getList("clearedAlerts.rule.code"));
        assertEquals("NOT_FINISHED", view.getString("finish.code"));
        assertEquals(
                "Milestone “First scenario live”: progress 0% → 10%, expected by 2022-06-30. 进展顺利",
                view.getString("timeline[1].text.en"));
        assertTrue(view.getBoolean("synthetic"));
    }

    @Test
    void anEventSaidTwiceIsInTheJournalOnce() {
        var pilot = freshPilot("tax");
        var approved = pilot.approved();
        var id = TestTopics.send(approved, Instant.parse("2022-01-30T01:00:00Z"));
        TestTopics.send(approved, Instant.parse("2022-01-30T01:00:00Z"), id);
        say(pilot.filed("m1"));
        assertEquals(2, once(pilot, 2).getInt("timelineTotal"));
    }

    @Test
    void aPilotWhoseApprovalIsNotKnownYetIsNotShown() {
        var early = freshPilot("tax");
        var other = freshPilot("tax");
        say(early.filed("m1"));
        say(other.approved());
        once(other, 1);
        as("office").get("/reporting/api/v1/pilots/" + early.pilotId()).then().statusCode(404);
        say(early.approved());
        assertEquals("APPROVED", once(early, 2).getString("state.code"));
    }

    @Test
    void aPilotShowsWhatItHasBesideMilestonesAndWhyItStandsWhereItDoes() {
        var pilot = freshPilot("tax");
        say(
                pilot.approved("special-field", "示例单位-028", true),
                pilot.attached("e1"),
                pilot.shared("e1", 2, "BP-003"),
                pilot.recorded("2022-Q2", 1, 1200),
                pilot.submitted("r1", 1, 3),
                pilot.ordered("x1"),
                pilot.suspended(2));
        var view = once(pilot, 7);
        assertEquals("SUSPENDED", view.getString("state.code"));
        assertEquals("2022-03-01", view.getString("standing.since"));
        assertEquals("系统迁移", view.getString("standing.reason"));
        assertEquals("上线测试报告.pdf", view.getString("records.evidence[0].fileName"));
        assertEquals("检测与评估报告", view.getString("records.evidence[0].kind.name.zh"));
        assertEquals(List.of("BP-003"), view.getList("records.evidence[0].sharedWith"));
        assertEquals("上链记录数", view.getString("records.indicators[0].indicator.name.zh"));
        assertEquals(1200, view.getInt("records.indicators[0].value"));
        assertEquals("2022年第2季度", view.getString("records.reports[0].period.name.zh"));
        assertEquals(3, view.getInt("records.reports[0].daysLate"));
        assertEquals("x1", view.getString("records.openRectifications[0].rectificationId"));
        assertTrue(view.getBoolean("records.openRectifications[0].overdue"));
    }

    @Test
    void aTeamIsNotToldWhoElseHasItsEvidence() {
        var pilot = freshPilot("tax");
        say(pilot.approved("special-field", "示例单位-028", true), pilot.attached("e1"), pilot.shared("e1", 2, "BP-003"));
        once(pilot, 3);
        var path = "/pilots/" + pilot.pilotId();
        for (var user : List.of("team-028", "recommender-tax", "viewer")) {
            var told = as(user).get("/reporting/api/v1" + path);
            assertNull(told.jsonPath().get("records.evidence[0].sharedWith"));
            assertFalse(told.asString().contains("BP-003"), user);
            assertFalse(as(user).get("/reporting" + path).asString().contains("BP-003"), user);
        }
        for (var user : List.of("regulator-tax", "office")) {
            var told = as(user).get("/reporting/api/v1" + path);
            assertEquals(List.of("BP-003"), told.jsonPath().getList("records.evidence[0].sharedWith"));
            assertTrue(told.jsonPath().getString("timeline[0].text.zh").contains("BP-003"));
            assertTrue(as(user).get("/reporting" + path).asString().contains("BP-003"), user);
            assertNotEquals(as("team-028").get("/reporting/api/v1" + path).header("ETag"), told.header("ETag"));
        }
    }

    @Test
    void whoeverLeftTheProgrammeIsCountedByItself() {
        var pilot = freshPilot("tax");
        int before = as("viewer").get("/reporting/api/v1/portfolio").jsonPath().getInt("finish.endedOtherwise");
        say(pilot.approved(), pilot.filed("m1"), pilot.terminated(2));
        var view = once(pilot, 3);
        assertEquals("ENDED_OTHERWISE", view.getString("finish.code"));
        assertFalse(view.getBoolean("milestones[0].overdue"), "nothing more is expected of it");
        assertEquals(0, view.getInt("lateness.overdue"));
        var portfolio = as("viewer").get("/reporting/api/v1/portfolio").jsonPath();
        assertTrue(portfolio.getInt("finish.endedOtherwise") > before);
        as("office")
                .queryParam("q", pilot.pilotId())
                .queryParam("finish", "ENDED_OTHERWISE")
                .get("/reporting/api/v1/pilots")
                .then()
                .statusCode(200)
                .body("items.pilotId", contains(pilot.pilotId()))
                .body("items.overdueMilestones", contains(0));
    }

    @Test
    void thePortfolioAddsUp() {
        var pilot = freshPilot();
        say(pilot.approved("special-field", "某某单位", false));
        once(pilot, 1);
        var portfolio = as("viewer").get("/reporting/api/v1/portfolio").jsonPath();
        int loaded = portfolio.getInt("pilots.loaded");
        assertEquals(loaded, sum(portfolio.getList("byState.count")));
        assertEquals(loaded, sum(portfolio.getList("byField.total")));
        assertEquals(loaded, portfolio.getInt("pilots.real") + portfolio.getInt("pilots.synthetic"));
        assertEquals(
                loaded,
                sum(List.of(
                        portfolio.getInt("finish.byDeadline"),
                        portfolio.getInt("finish.late"),
                        portfolio.getInt("finish.notFinished"),
                        portfolio.getInt("finish.undecided"),
                        portfolio.getInt("finish.endedOtherwise"))));
        assertTrue(portfolio.getInt("byField.find { it.group.code == 'not-stated' }.total") > 0);
        assertEquals(portfolio.getInt("alerts.open"), sum(portfolio.getList("alerts.byRule.count")));
        assertTrue(portfolio.getString("asOf").endsWith("+08:00"));
        assertEquals(
                "%d of 179 real entries loaded".formatted(portfolio.getInt("pilots.real")),
                portfolio.getString("pilots.text.en"));
    }

    @Test
    void listsAreFilteredAndPaged() {
        var first = freshPilot("energy");
        say(first.approved("special-field", "滤器单位" + first.number(), true), first.filed("m1"));
        once(first, 2);
        as("office")
                .queryParam("q", "滤器单位" + first.number())
                .queryParam("field", "energy")
                .queryParam("state", "APPROVED")
                .queryParam("finish", "NOT_FINISHED")
                .get("/reporting/api/v1/pilots")
                .then()
                .statusCode(200)
                .body("items.pilotId", contains(first.pilotId()))
                .body("items.rating.code", contains("NOT_RATED"));
        var second = freshPilot("energy");
        say(second.approved());
        once(second, 1);
        var page = as("office")
                .queryParam("limit", 1)
                .get("/reporting/api/v1/pilots")
                .jsonPath();
        var next = as("office")
                .urlEncodingEnabled(false)
                .get(page.getString("next"))
                .jsonPath();
        assertTrue(page.getInt("items[0].number") <= next.getInt("items[0].number"));
        as("office")
                .get("/reporting/api/v1/pilots?state=ASLEEP")
                .then()
                .statusCode(400)
                .body("code", is("BAD_PARAMETER"));
        as("office").get("/reporting/api/v1/pilots?cursor=eA").then().statusCode(400);
        as("office")
                .urlEncodingEnabled(false)
                .get("/reporting/api/v1/pilots?q=%00")
                .then()
                .statusCode(400);
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        var pilot = freshPilot("tax");
        say(pilot.approved());
        once(pilot, 1);
        var path = "/reporting/api/v1/pilots/" + pilot.pilotId();
        var tag = as("office").get(path).header("ETag");
        as("office").header("If-None-Match", tag).get(path).then().statusCode(304);
        say(pilot.filed("m1"));
        once(pilot, 2);
        as("office").header("If-None-Match", tag).get(path).then().statusCode(200);
        // Others' events change the portfolio at any moment.
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            var seen = as("office").get("/reporting/api/v1/portfolio").header("ETag");
            return as("office")
                            .header("If-None-Match", seen)
                            .get("/reporting/api/v1/portfolio")
                            .statusCode()
                    == 304;
        });
    }

    @Test
    void prometheusSeesTheViews() {
        var pilot = freshPilot("tax");
        say(pilot.approved());
        once(pilot, 1);
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> RestAssured.given()
                        .port(port)
                        .get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .body(containsString("pilotwatch_pilots{field=\"tax\",state=\"APPROVED\",synthetic=\"true\""))
                        .body(containsString(
                                "pilotwatch_pilots{field=\"not-stated\",state=\"WITHDRAWN\",synthetic=\"false\""))
                        .body(containsString("pilotwatch_milestones{field=\"tax\",state=\"REACHED\""))
                        .body(containsString("pilotwatch_deadline_timestamp_seconds 1.7040384E9"))
                        .body(containsString("pilotwatch_journal_events_total")));
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
