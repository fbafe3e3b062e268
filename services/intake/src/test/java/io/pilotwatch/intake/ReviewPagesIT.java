package io.pilotwatch.intake;

import static io.pilotwatch.platform.testing.PageForm.get;
import static io.pilotwatch.platform.testing.PageForm.open;
import static io.pilotwatch.platform.testing.PageForm.page;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.intake.Candidate.Move;
import io.pilotwatch.platform.testing.PageForm;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewPagesIT {

    @Inject
    Days days;

    @Test
    void aRecommenderRecommendsOrGivesBackAndNoOtherDoes() {
        var candidate = Candidate.in(ApplicationState.SUBMITTED);
        var home = home(candidate);
        assertEquals(2, page("recommender-tax", home).select(".cards .button").size());
        open("recommender-tax", home + "/recommendation")
                .set("note", "场景明确")
                .send()
                .then()
                .statusCode(303);
        candidate.look("office").body("state.code", is("RECOMMENDED"));
        assertTrue(page("office", home).select(".timeline").text().contains("场景明确"));

        var back = Candidate.in(ApplicationState.SUBMITTED);
        open("recommender-beijing", home(back) + "/return").send().then().statusCode(422);
        open("recommender-beijing", home(back) + "/return")
                .set("reason", "层级不符")
                .send()
                .then()
                .statusCode(303);
        back.look("team-028").body("state.code", is("RETURNED"));
        candidate.post("recommender-tax", "/returns", Candidate.REASON).statusCode(403);
        var energy = Candidate.drafted("energy").go(Move.SUBMIT);
        energy.post("recommender-tax", "/returns", Candidate.REASON).statusCode(403);
    }

    @Test
    void anExpertScoresChecksChangesAndSends() {
        var candidate = Candidate.drafted().go(Move.SUBMIT, Move.RECOMMEND, Move.OPEN_REVIEW);
        var at = home(candidate) + "/review";
        assertTrue(page("expert-1", at).select(".hint").text().contains("Weight 30 %"));
        var wrong = open("expert-1", at)
                .set("scores.need", "101")
                .set("scores.soundness", "7.5")
                .set("opinion", "可行")
                .set("then", "check")
                .send();
        wrong.then()
                .statusCode(422)
                .body(containsString("href=\"#scores.need\""))
                .body(containsString("href=\"#scores.soundness\""))
                .body(containsString("href=\"#supports\""))
                .body(containsString("可行"));

        var check = filled(at).set("then", "check").send();
        check.then().statusCode(200).body(containsString("75 points"));
        candidate.look("office").body("reviews", hasSize(0));
        var edit = PageForm.in("expert-1", check).set("then", "edit").send();
        assertEquals("80", PageForm.in("expert-1", edit).value("scores.need"));
        var send = PageForm.in("expert-1", check).set("then", "send");
        send.send().then().statusCode(303);
        send.send().then().statusCode(303);

        candidate.look("office").body("reviews.score", contains(75)).body("reviews.supports", contains(false));
        assertEquals("80", open("expert-1", at).value("scores.need"));
        var other = page("expert-2", home(candidate)).text();
        assertFalse(other.contains("值得商榷"), other);
        get("office", at, "en").then().statusCode(403);
    }

    private static PageForm filled(String at) {
        return open("expert-1", at)
                .set("scores.need", "80")
                .set("scores.soundness", "71")
                .set("scores.organisation", "90")
                .set("scores.replicability", "60")
                .set("supports", "false")
                .set("opinion", "值得商榷");
    }

    @Test
    void theOfficeIsToldWhenEachStepIsPossibleAndTakesItThen() {
        var candidate = Candidate.in(ApplicationState.RECOMMENDED);
        var home = home(candidate);
        open("office", home + "/review-opening").send().then().statusCode(303);
        var soon = page("office", home + "/shortlisting");
        assertTrue(soon.text().contains("0 of at least 3 experts"), soon.text());
        assertEquals(0, soon.select("main form").size());
        candidate.reviewed();
        var scores = page("office", home);
        assertEquals(3, scores.select("table:has(#scores-caption) tbody tr").size());
        assertTrue(scores.text().contains("Mean score: 75"), scores.text());
        open("office", home + "/shortlisting").send().then().statusCode(303);

        var running = page("office", home, "zh-CN").select(".cards").text();
        assertTrue(running.contains("起可以公布") && running.contains("星期"), running);
        days.pass(8);
        open("office", home + "/approval")
                .send()
                .then()
                .statusCode(303)
                .header("Location", containsString("/intake/register/" + candidate.id()));
        get("office", "/intake/register/" + candidate.id() + "?done=approval", "en")
                .then()
                .statusCode(200)
                .body(containsString("it is a pilot now"));
    }

    @Test
    void anybodyObjectsAndTheOfficeSettlesIt() {
        var candidate = Candidate.in(ApplicationState.SHORTLISTED);
        var home = home(candidate);
        open("viewer", home + "/objections/new").send().then().statusCode(422);
        var objection = open("viewer", home + "/objections/new").set("text", "材料不实");
        objection.send().then().statusCode(303);
        objection.send().then().statusCode(303);
        candidate.look("office").body("objections.text", contains("材料不实"));
        var seen = page("team-028", home).text();
        assertTrue(seen.contains("材料不实") && !seen.contains("by viewer"), seen);
        assertFalse(page("team-029", home).text().contains("材料不实"));

        var at = page("office", home).select("a[href$=/settlement]").attr("href");
        open("office", at).send().then().statusCode(422).body(containsString("href=\"#upheld\""));
        open("office", at)
                .set("upheld", "true")
                .set("reason", "查明属实")
                .send()
                .then()
                .statusCode(303);
        assertTrue(page("office", home).select(".cards").text().contains("An objection was upheld"));
        get("office", at, "en").then().statusCode(303);
        get("viewer", at, "en").then().statusCode(403);
    }

    @Test
    void theEndOfAnApplicationNeedsAReasonAndLikelyDuplicatesAreShown() {
        var first = Candidate.in(ApplicationState.SUBMITTED);
        var second = Candidate.in(ApplicationState.SUBMITTED);
        var page = page("office", home(second), "zh-CN");
        assertTrue(page.select(".tasks").text().contains("同一单位、同一领域"), page.text());
        get("team-028", home(second), "en").then().body(not(containsString("Likely duplicates")));

        open("office", home(first) + "/rejection")
                .set("reason", " ")
                .send()
                .then()
                .statusCode(422);
        open("office", home(first) + "/rejection")
                .set("reason", "重复申报")
                .send()
                .then()
                .statusCode(303);
        first.look("team-028").body("state.code", is("REJECTED"));
        assertEquals(
                0, page("office", home(first) + "/approval").select("main form").size());
    }

    private static String home(Candidate candidate) {
        return "/intake/applications/" + candidate.id();
    }
}
