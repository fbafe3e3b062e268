package io.pilotwatch.compliancealert;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.PageForm;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** One alert as people read it and act on it; waivers and explanations, which follow from it. */
@QuarkusTest
class AlertPagesIT extends PageScene {

    @Test
    void a_page_says_what_is_wrong_why_who_answers_and_what_happened() {
        var pilot = overdue();
        var page = PageForm.page("regulator-tax", page(pilot));

        assertTrue(page.select("h1").text().contains("示例单位-028"));
        assertTrue(page.select("main").text().contains("First scenario live"));
        assertTrue(page.select(".facts").text().contains("Due"));
        assertTrue(page.select("#asked-title + .scroll").text().contains("State Taxation Administration"));
        assertTrue(page.select("#asked-title + .scroll").text().contains("acknowledge by"));
        assertTrue(page.select(".timeline").text().contains("Raised"));
        assertEquals(
                1,
                page.select("a[href=/reporting/pilots/" + pilot.pilotId() + "]").size());
        assertEquals(
                1,
                page.select("a[href=/milestone/pilots/" + pilot.pilotId() + "]").size());
        assertFalse(page.select("a[href$=/ledger]").isEmpty());
        assertTrue(page.select("#told-title").hasText());
        assertFalse(page.select("main").text().contains("MILESTONE_OVERDUE "));
    }

    @Test
    void it_is_acknowledged_commented_and_dismissed_each_with_a_word_that_it_was_done() {
        var pilot = overdue();
        follow("regulator-tax", PageForm.open("regulator-tax", page(pilot)).set("note", "已约谈"), "Acknowledged.");
        follow(
                "regulator-tax",
                PageForm.open("regulator-tax", page(pilot) + "/comment").set("comment", "下周现场核查"),
                "Your comment is on record.");
        var empty = PageForm.open("regulator-tax", page(pilot) + "/dismiss").send();
        empty.then().statusCode(422);
        assertEquals(
                "#reason", Jsoup.parse(empty.asString()).select(".faults li a").attr("href"));
        follow("regulator-tax", PageForm.in("regulator-tax", empty).set("reason", "已核实"), "Dismissed.");

        alert(overdueAlert(pilot))
                .body("alert.state.code", is("DISMISSED"))
                .body("history.what", contains("AlertRaised", "AlertAcknowledged", "AlertCommented", "AlertDismissed"));
        assertTrue(PageForm.page("regulator-tax", page(pilot) + "/dismiss")
                .select("main")
                .text()
                .contains("cannot be done now"));
    }

    @Test
    void nobody_dismisses_what_became_graver_since_they_opened_the_page() {
        var pilot = overdue();
        var opened = PageForm.open("regulator-tax", page(pilot) + "/dismiss").set("reason", "已核实");
        stepToTomorrow();

        var answer = opened.send();
        answer.then().statusCode(412).body(containsString("changed since you opened the page"));
        assertEquals("已核实", Jsoup.parse(answer.asString()).select("textarea").text());
        PageForm.in("regulator-tax", answer).send().then().statusCode(303);
    }

    @Test
    void a_waiver_mutes_it_is_listed_and_is_ended_before_its_time() {
        var pilot = overdue();
        PageForm.open("regulator-tax", page(pilot) + "/waive")
                .set("until", today.minusDays(3).toString())
                .set("reason", "系统改造")
                .send()
                .then()
                .statusCode(422)
                .body(containsString("until-fault"));
        follow(
                "regulator-tax",
                PageForm.open("regulator-tax", page(pilot) + "/waive")
                        .set("until", today.plusDays(9).toString())
                        .set("reason", "系统改造"),
                "Waived.");
        alert(overdueAlert(pilot)).body("alert.muted.by", is("WAIVER"));

        var waivers = "/compliance-alert/waivers?pilotId=" + pilot.pilotId();
        var listed = PageForm.page("regulator-tax", waivers);
        assertTrue(listed.select("tbody").text().contains("系统改造"));
        assertTrue(listed.select("tbody").text().contains("First scenario live"));
        var ending = listed.select("tbody a[href$=/end]").attr("href");
        assertTrue(PageForm.page("viewer", waivers).select("a[href$=/end]").isEmpty());
        PageForm.get("regulator-health", ending, "en").then().statusCode(404);
        PageForm.open("regulator-tax", ending).send().then().statusCode(422);
        follow("regulator-tax", PageForm.open("regulator-tax", ending).set("reason", "已恢复"), "The waiver is ended.");
        alert(overdueAlert(pilot)).body("alert.muted", is((Object) null));
        assertTrue(PageForm.page("team-028", waivers + "&state=over")
                .select("tbody")
                .text()
                .contains("已恢复"));
        assertFalse(PageForm.page("team-029", waivers + "&state=over").text().contains("已恢复"));
    }

    @Test
    void who_may_only_look_gets_no_form_and_who_has_no_business_with_it_gets_nothing() {
        var pilot = overdue();
        for (var user : List.of("team-028", "viewer", "operator")) {
            assertNull(PageForm.page(user, page(pilot)).selectFirst("form[method=post]"), user);
            PageForm.get(user, page(pilot) + "/dismiss", "en").then().statusCode(403);
        }
        assertNull(PageForm.page("viewer", page(pilot)).selectFirst("#told-title"));
        for (var user : List.of("team-029", "regulator-health", "expert-1")) {
            PageForm.get(user, page(pilot), "en").then().statusCode(403);
        }
        PageForm.get("office", "/compliance-alert/alerts/BP-0.X.m1.1", "en")
                .then()
                .statusCode(404);
    }

    @Test
    void the_explanation_says_as_of_any_moment_what_held_and_what_was_said() {
        var pilot = Pilots.oneOfTax(today, today);
        tell(pilot.approved());
        tell(pilot.filed());
        awaitAlert(pilot, pilot.pilotId() + ".MILESTONE_DUE_SOON.m1.1");
        stepToTomorrow();
        var explain = "/compliance-alert/explain";
        assertEquals(
                0, PageForm.page("regulator-tax", explain).select("#held-title").size());
        var now = PageForm.page("regulator-tax", explain + "?pilotId=" + pilot.pilotId());
        assertTrue(now.select("article h3").text().contains("Milestone overdue: First scenario live"));
        assertTrue(now.select("article").text().contains("Raised"));
        var before = PageForm.page(
                "office", explain + "?pilotId=" + pilot.pilotId() + "&at=" + pilot.due() + "T23:59&regulator=sta");
        assertFalse(before.select("article h3").text().contains("Milestone overdue"));
        assertTrue(before.select("#others-title + .scroll").text().contains("Milestone overdue"));

        PageForm.get("regulator-tax", explain + "?pilotId=" + pilot.pilotId() + "&at=gestern", "en")
                .then()
                .statusCode(400)
                .body(containsString("id=\"at-fault\""));
        for (var user : List.of("regulator-health", "viewer", "team-028")) {
            PageForm.get(user, explain + "?pilotId=" + pilot.pilotId(), "en")
                    .then()
                    .statusCode(403);
        }
    }

    private static String page(Pilots pilot) {
        return "/compliance-alert/alerts/" + overdueAlert(pilot);
    }

    private static void follow(String user, PageForm form, String said) {
        var answer = form.send();
        answer.then().statusCode(303);
        var page = PageForm.page(user, answer.header("Location").replaceFirst("^https?://[^/]+", ""));
        assertEquals(said, page.select(".done").text());
    }
}
