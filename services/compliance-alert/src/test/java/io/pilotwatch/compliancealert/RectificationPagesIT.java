package io.pilotwatch.compliancealert;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.PageForm;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** A rectification on the pages, from the order on an alert to its acceptance. */
@QuarkusTest
class RectificationPagesIT extends PageScene {

    private static final String LIST = "/compliance-alert/rectifications";

    @Test
    void it_is_ordered_from_an_alert_answered_with_evidence_returned_answered_again_and_accepted() {
        var pilot = overdue();
        var one = ordered(pilot);
        assertTrue(PageForm.page("team-028", LIST + "?pilotId=" + pilot.pilotId())
                .select(".tasks a")
                .eachAttr("href")
                .contains(one));

        var evidence = UUID.randomUUID().toString();
        tell(pilot.attached(evidence));
        await().untilAsserted(() ->
                assertTrue(PageForm.page("team-028", one).select("form").text().contains("a.csv")));
        var empty = PageForm.open("team-028", one).set("evidenceIds", evidence).send();
        empty.then().statusCode(422).body(containsString("answer-fault"));
        assertTrue(
                Jsoup.parse(empty.asString()).select("input[name=evidenceIds]").hasAttr("checked"));
        follow(
                "team-028",
                PageForm.in("team-028", empty).set("answer", "已补齐。"),
                "Your answer is sent; your lead regulator decides on it.");
        assertNull(PageForm.page("team-028", one).selectFirst("form[method=post]"));

        assertTrue(PageForm.page("regulator-tax", one).select(".facts").text().contains("a.csv"));
        follow(
                "regulator-tax",
                PageForm.open("regulator-tax", one, one + "/returns").set("reason", "仍缺指标。"),
                "Returned; the pilot team is told.");
        follow(
                "team-028",
                PageForm.open("team-028", one).set("answer", "已补指标。"),
                "Your answer is sent; your lead regulator decides on it.");
        follow(
                "regulator-tax",
                PageForm.open("regulator-tax", one, one + "/acceptances"),
                "The rectification is accepted.");
        var history = PageForm.page("viewer", one).select(".timeline strong").eachText();
        assertEquals(List.of("Ordered", "Answered", "Returned", "Answered", "Accepted"), history);
        assertTrue(PageForm.page("viewer", LIST + "?state=ACCEPTED&pilotId=" + pilot.pilotId())
                .select(".tasks")
                .text()
                .contains("补齐报告"));
    }

    @Test
    void a_due_day_that_cannot_be_is_told_at_its_field_and_what_was_written_stays() {
        var pilot = overdue();
        var answer = PageForm.open("regulator-tax", rectify(pilot))
                .set("demand", "补齐报告。")
                .set("due", today.minusDays(1).toString())
                .send();
        answer.then().statusCode(422);
        var page = Jsoup.parse(answer.asString());
        assertEquals("The due day is after today.", page.select("#due-fault").text());
        assertEquals("补齐报告。", page.select("textarea").text());
        PageForm.in("regulator-tax", answer)
                .set("due", "31.12.")
                .send()
                .then()
                .statusCode(422)
                .body(containsString("Enter a real date"));
    }

    @Test
    void only_who_is_concerned_sees_it_and_only_the_team_answers() {
        var pilot = overdue();
        var one = ordered(pilot);
        for (var user : List.of("viewer", "operator", "recommender-tax", "regulator-tax")) {
            assertNull(PageForm.page(user, one).selectFirst("form[method=post]"), user);
        }
        for (var user : List.of("team-029", "regulator-health", "expert-1")) {
            PageForm.get(user, one, "en").then().statusCode(403);
        }
        for (var user : List.of("team-029", "regulator-health")) {
            assertFalse(
                    PageForm.page(user, LIST + "?pilotId=" + pilot.pilotId())
                            .text()
                            .contains("补齐报告"),
                    user);
        }
        PageForm.get("expert-1", LIST, "en").then().statusCode(403);
        PageForm.get("office", LIST + "/" + UUID.randomUUID(), "en").then().statusCode(404);
    }

    private String ordered(Pilots pilot) {
        var answer = PageForm.open("regulator-tax", rectify(pilot))
                .set("demand", "补齐报告。")
                .set("due", today.plusDays(5).toString())
                .send();
        answer.then().statusCode(303);
        var location = path(answer.header("Location"));
        assertEquals(
                "The rectification is ordered; the pilot team is told.",
                PageForm.page("regulator-tax", location).select(".done").text());
        return location.replaceFirst("\\?.*", "");
    }

    private static String rectify(Pilots pilot) {
        return "/compliance-alert/alerts/" + overdueAlert(pilot) + "/rectify";
    }

    private static void follow(String user, PageForm form, String said) {
        var answer = form.send();
        answer.then().statusCode(303);
        assertEquals(
                said,
                PageForm.page(user, path(answer.header("Location")))
                        .select(".done")
                        .text());
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
