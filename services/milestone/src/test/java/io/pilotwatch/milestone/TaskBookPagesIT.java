package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.OTHER_TEAM;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.PageForm;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The task book on its pages, from the template to the second version. */
@QuarkusTest
class TaskBookPagesIT {

    private static String book(TestPilot pilot) {
        return "/milestone/pilots/" + pilot.id() + "/task-book";
    }

    private static PageForm editor(TestPilot pilot) {
        return PageForm.open(TEAM, book(pilot) + "/plan", book(pilot) + "/plan");
    }

    private static PageForm again(Response answer) {
        return PageForm.in(TEAM, answer);
    }

    @Test
    void aPlanIsWrittenFromTheTemplateCheckedAndSentOnceWithAReceipt() {
        var pilot = TestPilot.approved("special-field");
        assertTrue(PageForm.page(TEAM, book(pilot)).text().contains("No task book yet"));

        var checked = editor(pilot)
                .set("milestones.0.title.zh", "机制到位")
                .set("indicators.handling-hours.baseline", "48")
                .set("indicators.handling-hours.target", "12.5")
                .set("act", "check")
                .send();
        checked.then().statusCode(200).body(containsString("机制到位")).body(containsString("12.5"));
        assertEquals(404, pilot.get(TEAM, "/task-book").statusCode(), "checking sends nothing");
        var answers = again(checked).set("act", "send");
        var sent = answers.send();

        sent.then().statusCode(303).header("Location", containsString(book(pilot) + "?done=sent&receipt=1"));
        assertEquals(sent.header("Location"), answers.send().header("Location"), "the second time does nothing");
        pilot.get(LEAD, "/task-book")
                .then()
                .body("state.code", equalTo("SUBMITTED"))
                .body("plan.milestones.size()", equalTo(6))
                .body("plan.milestones[0].title.zh", equalTo("机制到位"))
                .body("plan.indicators[0].target", equalTo(12.5f));
        var page = PageForm.page(TEAM, book(pilot) + "?done=sent&receipt=1", "zh-CN");
        assertTrue(page.select(".receipt").text().contains("回执编号：1"));
        assertTrue(page.select(".receipt code").text().contains("."));
        assertTrue(page.select("a.button").isEmpty(), "nothing to write while it waits");
    }

    @Test
    void milestonesComeAndGoWithoutAScriptAndWhatWasTypedStays() {
        var pilot = TestPilot.approved("special-field");

        var more = editor(pilot)
                .set("milestones.1.title.zh", "写了一半")
                .set("act", "add:milestones")
                .send();
        more.then().statusCode(200);
        var added = again(more);
        assertEquals("写了一半", added.value("milestones.1.title.zh"));
        assertEquals("m7", added.value("milestones.6.milestoneId"));
        var less = added.set("milestones.6.dependsOn", "m1", "m2")
                .set("milestones.6.title.zh", "新的")
                .set("act", "remove:milestones:0")
                .send();
        var removed = again(less);

        assertEquals("写了一半", removed.value("milestones.0.title.zh"));
        assertEquals("新的", removed.value("milestones.5.title.zh"));
        var page = Jsoup.parse(less.asString());
        assertEquals(
                1,
                page.select("input[name='milestones.5.dependsOn'][checked]").size(),
                "nothing depends on what is gone");
        assertEquals("90", page.select("[data-weights]").text());
        var reopened = editor(pilot);
        assertEquals("新的", reopened.value("milestones.5.title.zh"), "the draft is kept for the team");
        assertTrue(PageForm.page(TEAM, book(pilot) + "/plan").text().contains("This is the draft that team-028"));
    }

    @Test
    void whatIsWrongStandsAtItsFieldWithALinkAndNothingIsLost() {
        var pilot = TestPilot.approved("special-field");

        var answer = editor(pilot)
                .set("milestones.0.title.zh", "")
                .set("milestones.0.title.en", "")
                .set("milestones.1.due", "2031-01-01")
                .set("milestones.2.weight", "99")
                .set("indicators.handling-hours.baseline", "5")
                .set("act", "check")
                .send();
        answer.then().statusCode(422);
        var unset = Jsoup.parse(answer.asString());
        assertEquals(
                1,
                unset.select("#faults a[href='#indicators.handling-hours.target']")
                        .size());
        var second = again(answer)
                .set("indicators.handling-hours.target", "9")
                .set("act", "check")
                .send();
        second.then().statusCode(422);
        var page = Jsoup.parse(second.asString());

        for (var place : new String[] {
            "milestones.0.title.zh", "milestones.1.due", "milestones", "indicators.handling-hours.target"
        }) {
            assertEquals(1, page.select("#faults a[href='#" + place + "']").size(), place);
            assertTrue(page.getElementById(place) != null, place + " is there to go to");
        }
        assertEquals("2031-01-01", again(second).value("milestones.1.due"));
    }

    @Test
    void theLeadsReasonForAReturnStandsFirstAndThePlanIsThereToCorrect() {
        var pilot = TestPilot.approved("special-field");
        pilot.post(TEAM, "/task-book", "{}").then().statusCode(201);
        pilot.post(LEAD, "/task-book/returns", "{\"reason\": \"请补充指标\"}").then().statusCode(201);

        var page = PageForm.page(TEAM, book(pilot));
        assertTrue(page.selectFirst("h1 ~ .card.attention").text().contains("请补充指标"));
        assertTrue(PageForm.page(TEAM, book(pilot) + "/plan")
                .select(".card.attention")
                .text()
                .contains("请补充指标"));
        var sent = again(editor(pilot).set("act", "check").send())
                .set("act", "send")
                .send();
        sent.then().statusCode(303);
        assertTrue(PageForm.page(TEAM, book(pilot)).select(".card.attention").isEmpty());
    }

    @Test
    void aChangeShowsWhatItChangesAndEachVersionTellsWhatItChanged() {
        var pilot = TestPilot.filed();
        var form = editor(pilot);
        form.set("milestones.0.weight", "5").set("milestones.1.weight", "20").set("act", "check");
        form.send().then().statusCode(422).body(containsString("#reason"));

        var checked = form.set("reason", "因故调整").send();
        checked.then().statusCode(200);
        var changes = Jsoup.parse(checked.asString()).select(".changes > li");
        assertEquals(2, changes.size());
        assertTrue(changes.text().contains("10 % → 5 %"), changes.text());
        again(checked).set("act", "send").send().then().statusCode(303);
        assertTrue(PageForm.page(LEAD, book(pilot)).select(".changes").text().contains("10 % → 5 %"));
        pilot.post(LEAD, "/task-book/changes/2/acceptances", "{\"reason\": \"同意\"}")
                .then()
                .statusCode(201);

        var second = PageForm.page(LEAD, book(pilot) + "/versions/2");
        assertTrue(second.select(".changes").text().contains("10 % → 5 %"));
        assertEquals(404, PageForm.get(LEAD, book(pilot) + "/versions/3", "en").statusCode());
    }

    @Test
    void aChangeOfAPlanThatMovedOnMeanwhileIsNotSent() {
        var pilot = TestPilot.filed();
        var checked = editor(pilot)
                .set("milestones.0.weight", "5")
                .set("milestones.1.weight", "20")
                .set("reason", "因故")
                .set("act", "check")
                .send();
        pilot.post(TEAM, "/task-book/changes", "{\"reason\": \"另一份\"}").then().statusCode(201);
        pilot.post(LEAD, "/task-book/changes/2/acceptances", "{\"reason\": \"同意\"}")
                .then()
                .statusCode(201);

        again(checked)
                .set("act", "send")
                .send()
                .then()
                .statusCode(409)
                .body(containsString("This has changed since you opened the page"));
    }

    @Test
    void aClaimedMilestoneIsNotForEditing() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m1/claims", "{}").then().statusCode(201);

        var page = PageForm.page(TEAM, book(pilot) + "/plan");
        assertTrue(page.select("input[type=hidden][name='milestones.0.weight']").size() == 1);
        assertTrue(page.select("input[type=number][name='milestones.0.weight']").isEmpty());
        assertTrue(page.select("input[type=date]").isEmpty(), "days move by extensions alone");
    }

    @Test
    void whoeverDoesNotSpeakForThePilotCannotWriteOrSeeIt() {
        var pilot = TestPilot.approved("special-field");

        assertEquals(403, PageForm.get(OTHER_TEAM, book(pilot), "en").statusCode());
        assertEquals(403, PageForm.get(OTHER_TEAM, book(pilot) + "/plan", "en").statusCode());
        assertEquals(403, PageForm.get(LEAD, book(pilot) + "/plan", "en").statusCode());
        assertEquals(
                404,
                PageForm.get(LEAD, "/milestone/pilots/BP-0/task-book", "en").statusCode());
        assertTrue(PageForm.page(LEAD, book(pilot)).select("a[href$='/plan']").isEmpty());
    }
}
