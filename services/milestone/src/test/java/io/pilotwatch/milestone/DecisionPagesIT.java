package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.OTHER_REGULATOR;
import static io.pilotwatch.milestone.TestPilot.SECOND_LEAD;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.PageForm;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What waits for a lead, and the decisions. */
@QuarkusTest
class DecisionPagesIT {

    private static final String LIST = "/milestone/decisions";

    /** Every page of the list, since other tests leave things that wait. */
    private static List<Document> all(String user, String from) {
        var pages = new ArrayList<Document>();
        var next = from;
        while (!next.isEmpty()) {
            var page = PageForm.page(user, next);
            pages.add(page);
            next = page.select("a[rel=next]").attr("href");
        }
        return pages;
    }

    private static boolean lists(String user, String from, String address) {
        return all(user, from).stream()
                .anyMatch(page ->
                        !page.select("table a[href='" + LIST + address + "']").isEmpty());
    }

    @Test
    void eachKindWaitsForTheLeadAloneUntilItIsDecided() {
        var submitted = TestPilot.approved("special-field");
        submitted.post(TEAM, "/task-book", "{}").then().statusCode(201);
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/task-book/changes", "{\"reason\": \"因故\"}").then().statusCode(201);
        pilot.post(TEAM, "/milestones/m1/claims", "{}").then().statusCode(201);
        pilot.post(TEAM, "/milestones/m2/extension-requests", "{\"newDue\": \"2023-12-01\", \"reason\": \"供货推迟\"}")
                .then()
                .statusCode(201);
        pilot.post(TEAM, "/reports/2022-Q3/submissions", "{\"summary\": \"完成\", \"selfRating\": \"GREEN\"}")
                .then()
                .statusCode(201);
        var waiting = List.of(
                "/task-book/" + submitted.id() + "/1",
                "/change/" + pilot.id() + "/2",
                "/claim/" + pilot.id() + "/m1",
                "/extension/" + pilot.id() + "/m2",
                "/report/" + pilot.id() + "/2022-Q3");

        for (var one : waiting) {
            assertTrue(lists(LEAD, LIST, one), one);
            assertFalse(lists(OTHER_REGULATOR, LIST, one), one);
            assertFalse(lists("office", LIST, one), one);
            assertEquals(403, PageForm.get(OTHER_REGULATOR, LIST + one, "en").statusCode(), one);
            assertEquals(403, PageForm.get(TEAM, LIST + one, "en").statusCode(), one);
            PageForm.open(LEAD, LIST + one)
                    .set("answer", "YES")
                    .set("reason", "同意")
                    .send()
                    .then()
                    .statusCode(303);
            assertFalse(lists(LEAD, LIST, one), one);
            assertTrue(
                    PageForm.page(LEAD, LIST + one).select("form[method=post]").isEmpty(), one);
        }
        pilot.get(LEAD, "/milestones/m1").then().body("state.code", equalTo("REACHED"));
        pilot.get(LEAD, "/milestones/m2").then().body("due", equalTo("2023-12-01"));
        pilot.get(LEAD, "/reports/2022-Q3").then().body("state.code", equalTo("ACCEPTED"));
    }

    @Test
    void theOfficeLeadsTheComprehensiveOnes() {
        var pilot = TestPilot.approved("comprehensive");
        pilot.post(TEAM, "/task-book", "{}").then().statusCode(201);
        var one = "/task-book/" + pilot.id() + "/1";

        assertTrue(lists("office", LIST + "?kind=task-book", one));
        assertFalse(lists(LEAD, LIST + "?kind=task-book", one));
    }

    @Test
    void aNoNeedsAReasonAndTheTeamReadsIt() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m1/claims", "{\"note\": \"已办结\"}").then().statusCode(201);
        var at = LIST + "/claim/" + pilot.id() + "/m1";
        assertTrue(PageForm.page(LEAD, at).text().contains("已办结"));

        PageForm.open(LEAD, at).send().then().statusCode(422).body(containsString("#answer"));
        PageForm.open(LEAD, at)
                .set("answer", "NO")
                .send()
                .then()
                .statusCode(422)
                .body(containsString("#reason"));
        PageForm.open(LEAD, at)
                .set("answer", "NO")
                .set("reason", "缺少佐证")
                .send()
                .then()
                .statusCode(303);
        pilot.get(TEAM, "/milestones/m1").then().body("state.code", equalTo("IN_PROGRESS"));
    }

    @Test
    void nobodyDecidesOnWhatChangedSinceItWasRead() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m1/claims", "{}").then().statusCode(201);
        var at = LIST + "/claim/" + pilot.id() + "/m1";
        var form = PageForm.open(LEAD, at).set("answer", "YES");
        pilot.post(LEAD, "/milestones/m1/returns", "{\"reason\": \"缺少\"}")
                .then()
                .statusCode(201);
        pilot.post(TEAM, "/milestones/m1/claims", "{}").then().statusCode(201);

        form.send().then().statusCode(409).body(containsString("Look at it again"));
        pilot.get(TEAM, "/milestones/m1").then().body("state.code", equalTo("CLAIMED"));
    }

    @Test
    void severalAreAgreedToAtOnceAndWhatIsRefusedIsToldByItself() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m1/claims", "{}").then().statusCode(201);
        pilot.post(TEAM, "/milestones/m3/claims", "{}").then().statusCode(201);
        pilot.post(TEAM, "/milestones/m2/claims", "{}").then().statusCode(201);
        pilot.post(LEAD, "/milestones/m2/returns", "{\"reason\": \"缺少\"}")
                .then()
                .statusCode(201);
        var form = PageForm.open(LEAD, LIST + "?kind=claim", LIST + "/agreements");
        form.send().then().statusCode(422).body(containsString("#chosen"));
        form.set("chosen", key(pilot, "m1", 2), key(pilot, "m3", 2), key(pilot, "m2", 2));

        var sent = form.set("act", "send").send();
        sent.then().statusCode(303).header("Location", containsString("agreed=2"));
        var page = PageForm.page(LEAD, sent.header("Location").replaceFirst("https?://[^/]+", ""));
        assertTrue(page.select(".done").text().contains("2 agreed to"));
        assertTrue(page.select(".faults a[href$='" + pilot.id() + "/m2']").size() == 1, "why it was refused");
        pilot.get(LEAD, "/milestones/m1").then().body("state.code", equalTo("REACHED"));
        pilot.get(LEAD, "/milestones/m3")
                .then()
                .body("state.code", equalTo("CLAIMED"))
                .body("firstAcceptedBy", equalTo(LEAD))
                .body("reachedOn", nullValue());

        assertTrue(ticks(LEAD, pilot, "m3", 3).isEmpty(), "the same person cannot agree twice");
        assertFalse(ticks(SECOND_LEAD, pilot, "m3", 3).isEmpty());
        PageForm.open(SECOND_LEAD, LIST + "/claim/" + pilot.id() + "/m3")
                .set("answer", "YES")
                .send()
                .then()
                .statusCode(303);
        pilot.get(LEAD, "/milestones/m3").then().body("state.code", equalTo("REACHED"));
    }

    private static String key(TestPilot pilot, String milestone, int revision) {
        return "CLAIM~" + pilot.id() + "~" + milestone + "~" + revision;
    }

    private static List<String> ticks(String user, TestPilot pilot, String milestone, int revision) {
        return all(user, LIST + "?kind=claim").stream()
                .flatMap(page -> page.select("input[name=chosen]").eachAttr("value").stream())
                .filter(key(pilot, milestone, revision)::equals)
                .toList();
    }

    @Test
    void onlyThoseWhoLeadHaveThePage() {
        for (var user : new String[] {TEAM, "viewer", "recommender-beijing"}) {
            assertEquals(403, PageForm.get(user, LIST, "en").statusCode(), user);
        }
        assertEquals(404, PageForm.get(LEAD, LIST + "?kind=nothing", "en").statusCode());
    }
}
