package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.OTHER_TEAM;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.platform.testing.PageForm;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Progress reports on their pages. */
@QuarkusTest
class ReportPagesIT {

    private static String reports(TestPilot pilot) {
        return "/milestone/pilots/" + pilot.id() + "/reports";
    }

    private static PageForm writing(TestPilot pilot, String key) {
        return PageForm.open(TEAM, reports(pilot) + "/" + key);
    }

    @Test
    void whatIsOwedComesFirstWithItsLateness() {
        var pilot = TestPilot.approved("special-field");

        var page = PageForm.page(TEAM, reports(pilot), "zh-CN");
        var owed = page.selectFirst(".tasks").select("li");
        assertTrue(owed.first().text().contains("2022年第1季度"));
        assertTrue(owed.first().text().contains("逾期"));
        assertEquals(2, page.select("a.button").size(), "an ad-hoc and an incident report can be written");
        assertTrue(PageForm.page(LEAD, reports(pilot)).select("a.button").isEmpty());
    }

    @Test
    void aReportIsSavedGoneOnWithCheckedAndHandedInOnce() {
        var pilot = TestPilot.filed();
        var at = reports(pilot) + "/2022-Q3";
        var row = writing(pilot, "2022-Q3")
                .set("summary", "写了一半")
                .set("act", "add:risks")
                .send();
        row.then().statusCode(200);
        PageForm.in(TEAM, row)
                .set("risks.0.what", "口径不一致")
                .set("risks.0.level", "HIGH")
                .set("act", "save")
                .send()
                .then()
                .statusCode(303)
                .header("Location", containsString(at + "?done=saved"));

        var again = writing(pilot, "2022-Q3");
        assertEquals("写了一半", again.value("summary"));
        assertEquals("口径不一致", again.value("risks.0.what"));
        var checked = again.set("selfRating", "AMBER")
                .set("ratingReason", "晚两周")
                .set("act", "check")
                .send();
        checked.then().statusCode(200).body(containsString("口径不一致"));
        var answers = PageForm.in(TEAM, checked).set("act", "send");
        var sent = answers.send();
        sent.then().statusCode(303).header("Location", containsString(at + "?done=sent&receipt="));
        assertEquals(sent.header("Location"), answers.send().header("Location"));

        pilot.get(LEAD, "/reports/2022-Q3")
                .then()
                .body("state.code", equalTo("SUBMITTED"))
                .body("report.risks", hasSize(1));
        pilot.get(TEAM, "/reports/2022-Q3/draft").then().body("content", equalTo(null));
        assertTrue(PageForm.page(TEAM, sent.header("Location").replaceFirst("https?://[^/]+", ""))
                .select(".receipt")
                .text()
                .contains("Receipt number"));
    }

    @Test
    void whatIsMissingIsToldAndWhatWasTypedStays() {
        var pilot = TestPilot.approved("special-field");

        var none = writing(pilot, "2022-Q3")
                .set("nextPlan", "上线")
                .set("act", "check")
                .send();
        none.then().statusCode(422).body(containsString("href=\"#summary\""));
        assertEquals("上线", PageForm.in(TEAM, none).value("nextPlan"));
        var half = PageForm.in(TEAM, none)
                .set("summary", "完成")
                .set("selfRating", "RED")
                .set("deviations.0.what", "推迟")
                .set("deviations.0.cause", "")
                .set("deviations.0.correction", "")
                .set("deviations.1.what", "")
                .set("deviations.1.cause", " ")
                .set("deviations.1.correction", "")
                .set("act", "check")
                .send();
        half.then().statusCode(422);
        var page = Jsoup.parse(half.asString());
        assertEquals(1, page.select("#faults a[href='#deviations.0.cause']").size());
        assertEquals(1, page.select("fieldset[id^=deviations]").size(), "an entry that says nothing is left out");
    }

    @Test
    void aDraftThatAColleagueSavedMeanwhileIsNotWrittenOverUnawares() {
        var pilot = TestPilot.approved("special-field");
        var first = writing(pilot, "2022-Q3");
        var second = writing(pilot, "2022-Q3");
        first.set("summary", "甲").set("act", "save").send().then().statusCode(303);

        var refused = second.set("summary", "乙").set("act", "save").send();
        refused.then().statusCode(409).body(containsString("A colleague has just saved another draft"));
        assertEquals("甲", writing(pilot, "2022-Q3").value("summary"));
        PageForm.in(TEAM, refused).set("act", "save").send().then().statusCode(303);
        assertEquals("乙", writing(pilot, "2022-Q3").value("summary"));
    }

    @Test
    void aReturnedReportShowsTheReasonFirstAndIsThereToCorrect() {
        var pilot = TestPilot.approved("special-field");
        pilot.post(TEAM, "/reports/2022-Q3/submissions", "{\"summary\": \"原文\", \"selfRating\": \"GREEN\"}")
                .then()
                .statusCode(201);
        pilot.post(LEAD, "/reports/2022-Q3/returns", "{\"reason\": \"缺少数据\"}")
                .then()
                .statusCode(201);

        assertTrue(PageForm.page(TEAM, reports(pilot)).selectFirst("li.attention:contains(缺少数据)") != null);
        var page = PageForm.page(TEAM, reports(pilot) + "/2022-Q3");
        assertTrue(page.selectFirst(".card.attention").text().contains("缺少数据"));
        assertEquals("原文", writing(pilot, "2022-Q3").value("summary"));
    }

    @Test
    void anIncidentIsReportedWhenItHappens() {
        var pilot = TestPilot.approved("special-field");
        var form = PageForm.open(TEAM, reports(pilot) + "/new?kind=INCIDENT")
                .set("title", "节点故障")
                .set("summary", "已恢复。")
                .set("selfRating", "GREEN");
        assertEquals("INCIDENT", form.value("kind"));
        form.set("kind", "PERIODIC").set("act", "check").send().then().statusCode(422);

        var checked = form.set("kind", "INCIDENT").send();
        PageForm.in(TEAM, checked).set("act", "send").send().then().statusCode(303);
        pilot.get(LEAD, "/reports").then().body("items.findAll { it.kind.code == 'INCIDENT' }", hasSize(1));
    }

    @Test
    void whoeverDoesNotSpeakForThePilotReadsOrIsRefused() {
        var pilot = TestPilot.approved("special-field");
        var at = reports(pilot) + "/2022-Q3";

        assertTrue(PageForm.page(LEAD, at).select("form[method=post]").isEmpty());
        assertEquals(403, PageForm.get(OTHER_TEAM, at, "en").statusCode());
        assertEquals(403, PageForm.get(LEAD, reports(pilot) + "/new", "en").statusCode());
        assertEquals(404, PageForm.get(TEAM, reports(pilot) + "/2029-Q3", "en").statusCode());
        pilot.nowIs(PilotState.SUSPENDED, 3);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertTrue(
                        PageForm.page(TEAM, at).select("form[method=post]").isEmpty(),
                        "a suspended pilot posts nothing"));
        assertFalse(PageForm.page(TEAM, reports(pilot)).select(".notice").isEmpty());
    }
}
