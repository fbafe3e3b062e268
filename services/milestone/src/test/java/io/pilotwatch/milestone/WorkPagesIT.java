package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.OTHER_REGULATOR;
import static io.pilotwatch.milestone.TestPilot.OTHER_TEAM;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.AlertEvent.Rectification;
import io.pilotwatch.contracts.AlertEvent.RectificationOrdered;
import io.pilotwatch.contracts.AlertEvent.RectificationReturned;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.platform.testing.PageForm;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What a team is told to do next, and the workspace of one of its pilots. */
@QuarkusTest
class WorkPagesIT {

    private static final String WORK = "/milestone/work";

    private static String page(TestPilot pilot) {
        return "/milestone/pilots/" + pilot.id();
    }

    /** The line of the pilot's list that leads there; the team's own list tells of more pilots than it can show here. */
    private static Element line(TestPilot pilot, String link) {
        return PageForm.page(TEAM, page(pilot)).selectFirst("ul.work > li:has(a[href='" + link + "'])");
    }

    @Test
    void whatTheLeadReturnedStandsFirstWithItsReasonAndLeadsToWhereItIsPutRight() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m1/claims", "{}").then().statusCode(201);
        pilot.post(LEAD, "/milestones/m1/returns", "{\"reason\": \"缺少第三方测试报告\"}")
                .then()
                .statusCode(201);

        var work = PageForm.page(TEAM, WORK, "zh-CN");

        var returned = work.selectFirst("section.returned li:has(a[href='" + page(pilot) + "/milestones/m1/update'])");
        assertNotNull(returned, work.text());
        assertTrue(returned.text().contains("缺少第三方测试报告"), returned.text());
        assertTrue(returned.text().contains("里程碑退回"), returned.text());
        assertEquals(work.selectFirst("main section"), work.selectFirst("section.returned"));
    }

    @Test
    void whatIsOverdueIsToldWithItsDaysAndWhatWasClaimedOnlyWaits() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m2/claims", "{}").then().statusCode(201);

        var late = line(pilot, page(pilot) + "/milestones/m1/update");
        var waiting = line(pilot, page(pilot) + "/milestones/m2");

        assertTrue(late.hasClass("attention"), late.html());
        assertTrue(late.text().matches(".*\\d+ days late.*"), late.text());
        assertTrue(waiting.text().contains("Claimed"), waiting.text());
        assertNull(line(pilot, page(pilot) + "/milestones/m2/update"));
    }

    @Test
    void aPilotWithoutATaskBookIsToldToWriteOneAndOneThatWaitsIsNot() {
        var pilot = TestPilot.approved("special-field");

        assertTrue(line(pilot, page(pilot) + "/task-book").text().contains("not submitted yet"));

        pilot.post(TEAM, "/task-book", "{}").then().statusCode(201);
        assertTrue(line(pilot, page(pilot) + "/task-book").text().contains("Task book submitted"));

        pilot.post(LEAD, "/task-book/returns", "{\"reason\": \"请补充指标\"}").then().statusCode(201);
        assertTrue(line(pilot, page(pilot) + "/task-book").text().contains("请补充指标"));
    }

    @Test
    void reportsThatAreOwedAndReturnedAreListed() {
        var pilot = TestPilot.filed();
        var report = page(pilot) + "/reports/2022-Q3";
        assertTrue(line(pilot, report).hasClass("attention"));

        pilot.post(TEAM, "/reports/2022-Q3/submissions", "{\"summary\": \"本季度完成部署\", \"selfRating\": \"GREEN\"}")
                .then()
                .statusCode(201);
        assertTrue(line(pilot, report).text().contains("Report submitted"));

        pilot.post(LEAD, "/reports/2022-Q3/returns", "{\"reason\": \"请写明指标\"}")
                .then()
                .statusCode(201);
        assertTrue(line(pilot, report).text().contains("请写明指标"));
    }

    @Test
    void whatIsOrderedToBePutRightIsToldWithItsDayAndWhatTheLeadSaidToTheAnswer() {
        var pilot = TestPilot.filed();
        var order = new Rectification(
                "RC-" + pilot.id(),
                pilot.id(),
                "请于十五日内整改数据安全隐患",
                LocalDate.parse("2022-03-01"),
                LocalDate.parse("2022-03-16"),
                RectificationState.ORDERED,
                null,
                List.of());
        TestTopics.send(new RectificationOrdered(pilot.id(), 1, order, LEAD), TestPilot.THEN);
        var link = "/compliance-alert/rectifications/RC-" + pilot.id();
        await().until(() -> line(pilot, link) != null);
        assertTrue(line(pilot, link).text().contains("请于十五日内整改数据安全隐患"));

        TestTopics.send(new RectificationReturned(pilot.id(), 3, order, "整改不到位", LEAD), TestPilot.THEN);
        await().until(() -> line(pilot, link).text().contains("整改不到位"));
    }

    @Test
    void aTeamIsToldOfItsOwnPilotsOnlyAndNobodyElseHasAWorkList() {
        var pilot = TestPilot.filed();

        assertFalse(PageForm.page(OTHER_TEAM, WORK).text().contains(pilot.id()));
        assertEquals(403, PageForm.get(LEAD, WORK, "en").statusCode());
    }

    @Test
    void theWorkspaceOfAPilotShowsItsMilestonesAndLeadsToItsOtherPages() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m1/updates", "{\"percent\": 35, \"forecastDate\": \"2022-07-15\"}");

        var workspace = PageForm.page(TEAM, page(pilot), "zh-CN");

        var row = workspace.selectFirst("tr:has(a[href='" + page(pilot) + "/milestones/m1'])");
        assertTrue(row.text().contains("35%"), row.text());
        assertTrue(row.text().contains("2022-07-15"), row.text());
        for (var other : List.of("task-book", "reports", "indicators", "calendar", "receipts")) {
            assertNotNull(workspace.selectFirst("nav.tabs a[href='" + page(pilot) + "/" + other + "']"), other);
        }
    }

    @Test
    void othersWhoMaySeeThePilotReadItAndAreOfferedNothingToPost() {
        var pilot = TestPilot.filed();

        for (var reader : List.of(LEAD, "office", "viewer")) {
            var workspace = PageForm.page(reader, page(pilot));
            assertTrue(workspace.text().contains("its team posts here"), workspace.text());
            assertTrue(workspace.select("a[href$=/update], a[href$=/claim]").isEmpty());
        }
        assertEquals(403, PageForm.get(OTHER_REGULATOR, page(pilot), "en").statusCode());
        assertEquals(403, PageForm.get(OTHER_TEAM, page(pilot), "en").statusCode());
        assertEquals(404, PageForm.get(TEAM, "/milestone/pilots/BP-0", "en").statusCode());
    }

    @Test
    void aPilotThatRestsOwesNothing() {
        var pilot = TestPilot.filed();
        Register.suspend(pilot);

        assertNull(line(pilot, page(pilot) + "/milestones/m1/update"));
        assertTrue(PageForm.page(TEAM, page(pilot)).text().contains("nothing is owed"));
    }
}
