package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.on;
import static io.pilotwatch.reporting.Told.once;
import static io.pilotwatch.reporting.Told.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.reporting.core.Facts;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PilotPagesIT {

    @Test
    void aPilotsPageTellsItsStoryAndMarksItSynthetic() {
        var pilot = freshPilot("tax");
        say(
                pilot.approved("special-field", "<b>北京市某某区块链技术研究院有限责任公司</b>", true),
                pilot.filed("m1", "m2"),
                pilot.reached("m1", 2, "2022-07-05"),
                pilot.raised("MILESTONE_OVERDUE", 1));
        once(pilot, 4);
        var page = page(pilot, "", "zh-CN");
        assertEquals("<b>北京市某某区块链技术研究院有限责任公司</b> 合成数据", page.selectFirst("h1").text());
        assertEquals(
                "里程碑「首个应用场景上线」已完成（2022-07-05，迟 5 天）",
                page.select(".timeline .what").get(1).text());
        assertTrue(page.selectFirst(".ratings").text().contains("未评级"), "silence is never green");
        assertTrue(page(pilot, "", "en").selectFirst(".ratings").text().contains("Not rated"));
    }

    @Test
    void theChartsAreReadFromTheCellsOfTheirTables() {
        var pilot = freshPilot("education");
        on("2022-03-01", pilot.approved());
        on("2022-03-02", pilot.filed("m1", "m2"));
        on("2022-04-20", pilot.updated("m1", 2, 40));
        on("2022-05-10", pilot.extended("m1", 3, "2022-08-30"));
        on("2022-06-01", pilot.reached("m2", 2, "2022-06-01"));
        once(pilot, 5);
        var page = page(pilot, "?asOf=2022-09-02", "zh-CN");
        var plan = page.selectFirst("#plan");
        assertEquals("2022-09-02", plan.attr("data-today"));
        assertEquals("2023-12-31", plan.attr("data-deadline"));
        assertEquals(
                List.of("2022-06-30", "2022-06-30"),
                plan.select("[data-baseline]").eachAttr("data-baseline"));
        assertEquals(
                List.of("2022-08-30", "2022-06-30"), plan.select("[data-due]").eachAttr("data-due"));
        assertEquals(List.of("3", "0"), plan.select("[data-late]").eachAttr("data-late"));
        assertEquals(List.of("2022-06-01"), plan.select("[data-reached]").eachAttr("data-reached"));
        var slip = page.selectFirst("#slip").selectFirst("tbody");
        assertEquals(
                List.of("2022-03-31", "2022-05-31"), slip.select("[data-on]").eachAttr("data-on"));
        assertEquals("+61", slip.select("tr").last().select(".number").text());
        for (var figure : page.select("figure[data-chart]")) {
            assertNotNull(page.getElementById(figure.attr("data-table")), figure.attr("data-table"));
            assertFalse(figure.selectFirst("[role=img]").attr("aria-label").isBlank());
            assertNull(figure.closest("[data-fresh]"), "a chart that is put in place anew is drawn for nothing");
        }
    }

    @Test
    void aPilotsPageShowsWhatItHasBesideMilestones() {
        var pilot = freshPilot("tax");
        say(
                pilot.approved("special-field", "示例单位-028", true),
                pilot.attached("e1"),
                pilot.recorded("2022-Q2", 1, 1200),
                pilot.recorded("2022-Q3", 2, 2500),
                pilot.submitted("r1", 1, 3),
                pilot.incident("系统中断"),
                pilot.ordered("x1"),
                pilot.raised("PILOT_STALE", 1),
                pilot.suspended(2));
        once(pilot, 9);
        var page = page(pilot, "", "zh-CN");
        for (var shown : List.of("暂停", "系统迁移", "上线测试报告.pdf", "上链记录数", "单位：条", "2022年第2季度", "系统中断", "补齐报告。")) {
            assertTrue(page.text().contains(shown), shown);
        }
        assertEquals(
                List.of("1,200", "2,500"),
                page.select("#values-on-chain-records [data-value]").eachText());
        assertTrue(page.select("#evidence a").attr("href").endsWith("/evidence/e1/content"));
        assertTrue(page.select("#reports .late").text().contains("3 天"));
    }

    @Test
    void thePageLeadsToItsOtherPagesAndToNoneThatRefuses() {
        var pilot = freshPilot("tax");
        say(pilot.approved("special-field", "示例单位-028", true));
        once(pilot, 1);
        var id = pilot.pilotId();
        assertEquals(
                List.of(
                        "/milestone/pilots/" + id,
                        "/compliance-alert/inbox?pilotId=" + id,
                        "/compliance-alert/explain?pilotId=" + id,
                        "/intake/register/" + id),
                page(pilot, "", "en").select(".across a").eachAttr("href"));
        var toTeam = Jsoup.parse(as("team-028").get("/reporting/pilots/" + id).asString());
        assertTrue(toTeam.select("a[href*=explain]").isEmpty(), "a team is not shown whom the alerts were sent to");
        for (var link : page(pilot, "", "en").select(".contents a")) {
            assertNotNull(page(pilot, "", "en").selectFirst(link.attr("href")), link.attr("href"));
        }
    }

    @Test
    void aPilotWithoutATaskBookSaysSo() {
        var pilot = freshPilot("tax");
        say(pilot.approved());
        once(pilot, 1);
        var page = page(pilot, "", "zh-CN");
        assertTrue(page.text().contains("任务书尚未备案。"));
        assertEquals(4, page.select(".empty").size(), "milestones, indicators, reports, evidence");
        assertNull(page.selectFirst("#slip"));
    }

    @Test
    void aPilotThatHasEndedIsNotForecast() {
        var pilot = freshPilot("tax");
        say(pilot.approved(), pilot.filed("m1"), pilot.updated("m1", 2, 40), pilot.terminated(2));
        once(pilot, 4);
        var page = page(pilot, "", "zh-CN");
        assertTrue(
                page.text().contains("该试点已于 2022-03-01 结束（终止）。"),
                page.selectFirst("#top").text());
        assertEquals(
                PilotState.TERMINATED.text().zh(),
                page.selectFirst(".today .state").text());
        assertTrue(page.select("[data-likely]").not("figure").isEmpty());
    }

    @Test
    void theWholeStoryIsReadPageByPageAndBySubject() {
        var pilot = freshPilot("tax");
        say(pilot.approved(), pilot.filed("m1"));
        for (int i = 0; i < 60; i++) {
            say(pilot.updated("m1", i + 2, i));
        }
        say(pilot.raised("PILOT_STALE", 1));
        once(pilot, 63);
        var read = new ArrayList<String>();
        var next = "/reporting/pilots/" + pilot.pilotId() + "/history";
        while (next != null) {
            var page = page(next, "zh-CN");
            read.addAll(page.select(".timeline li").eachText());
            var link = page.selectFirst(".paging a[rel=next]");
            next = link == null ? null : link.attr("href");
        }
        assertEquals(63, read.size());
        var alerts = page("/reporting/pilots/" + pilot.pilotId() + "/history?about=alerts", "en");
        assertEquals(1, alerts.select(".timeline li").size());
        assertEquals("alerts", alerts.selectFirst("#about option[selected]").val());
        assertEquals(
                400,
                as("office")
                        .get("/reporting/pilots/" + pilot.pilotId() + "/history?about=mood")
                        .statusCode());
    }

    @ParameterizedTest(name = "{0} reads: {3}")
    @CsvSource({"team-029, true, 403, 您无权查看该试点", "regulator-energy, true, 403, 您无权查看该试点", "office, false, 404, 没有这个试点"})
    void whoeverGetsNoPilotIsToldWhyAndWhereToGoOn(String user, boolean there, int status, String title) {
        var pilot = freshPilot("tax");
        if (there) {
            say(pilot.approved("special-field", "示例单位-028", true));
            once(pilot, 1);
        }
        for (var path : List.of("", "/history")) {
            var answer = as(user).header("Accept-Language", "zh-CN").get("/reporting/pilots/" + pilot.pilotId() + path);
            assertEquals(status, answer.statusCode());
            var page = Jsoup.parse(answer.asString());
            assertEquals(title, page.selectFirst("h1").text());
            assertFalse(page.select("main a[href=/reporting/pilots]").isEmpty());
        }
    }

    @Test
    void aDayBeforeThePilotWasPublishedLeadsToToday() {
        var pilot = freshPilot("tax");
        say(pilot.approved());
        once(pilot, 1);
        var answer = as("office").get("/reporting/pilots/" + pilot.pilotId() + "?asOf=2022-02-01");
        assertEquals(404, answer.statusCode());
        assertNotNull(
                Jsoup.parse(answer.asString()).selectFirst("main a[href=/reporting/pilots/" + pilot.pilotId() + "]"));
    }

    private static Document page(Facts pilot, String query, String language) {
        return page("/reporting/pilots/" + pilot.pilotId() + query, language);
    }

    private static Document page(String path, String language) {
        var answer = as("office")
                .urlEncodingEnabled(false)
                .header("Accept-Language", language)
                .get(path);
        assertEquals(200, answer.statusCode(), answer.asString());
        return Jsoup.parse(answer.asString());
    }
}
