package io.pilotwatch.compliancealert;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.AlertInbox.Box;
import io.pilotwatch.compliancealert.AlertInbox.Filter;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.testing.PageForm;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The inbox as people read it and work through it. */
@QuarkusTest
class InboxPagesIT extends PageScene {

    private static final String INBOX = "/compliance-alert/inbox";

    @Inject
    AlertInbox inbox;

    @Test
    void what_waits_for_the_readers_agency_comes_first_with_its_pilot_its_deadline_and_its_level() {
        var pilot = overdue();
        var page = PageForm.page("regulator-tax", INBOX + "?pilotId=" + pilot.pilotId());

        assertTrue(page.select(".tabs [aria-current]").text().startsWith("Waits for your agency (1)")
                || page.select(".tabs [aria-current]").text().startsWith("Waits for your agency 1"));
        var item = page.select(".inbox > li");
        assertEquals(1, item.size());
        assertTrue(item.text().contains("示例单位-028"));
        assertTrue(item.text().contains("overdue by at least 1 day"));
        assertTrue(item.text().contains("level 1 of"));
        assertTrue(item.text().contains("acknowledge by"));
        assertTrue(item.select("input[type=checkbox]").hasAttr("aria-label"));
        assertEquals(
                "/compliance-alert/alerts/" + overdueAlert(pilot),
                item.select(".what a").attr("href"));
    }

    @Test
    void a_page_is_in_the_readers_language() {
        var pilot = overdue();
        var page = PageForm.page("regulator-tax", INBOX + "?pilotId=" + pilot.pilotId(), "zh-CN");
        assertEquals("zh-CN", page.select("html").attr("lang"));
        assertEquals("预警", page.select("h1").text());
        assertTrue(page.select(".inbox").text().contains("最迟签收日"));
    }

    @Test
    void the_gravest_and_oldest_come_first_and_pages_go_on_where_the_last_one_ended() {
        var pilot = overdue();
        tell(pilot.updated(2, "平台支持挖矿。"));
        awaitAlert(pilot, pilot.pilotId() + ".PROHIBITED_CONTENT.m1.2");
        var viewer = new Caller("viewer", Set.of(Caller.VIEWER), Set.of(), Set.of(), Set.of());
        var filter = new Filter(null, null, null, pilot.pilotId());

        var whole = inbox.list(viewer, Box.OPEN, filter, "", 100);
        assertTrue(whole.size() >= 2, whole.toString());
        var severities = whole.stream().map(i -> i.alert().severity().code()).toList();
        var sorted = severities.stream()
                .sorted((a, b) -> List.of("CRITICAL", "WARNING", "INFO").indexOf(a)
                        - List.of("CRITICAL", "WARNING", "INFO").indexOf(b))
                .toList();
        assertEquals(sorted, severities);
        var byOne = new ArrayList<AlertInbox.Item>();
        var after = "";
        for (var page = inbox.list(viewer, Box.OPEN, filter, after, 1);
                !page.isEmpty();
                page = inbox.list(viewer, Box.OPEN, filter, after, 1)) {
            byOne.addAll(page);
            after = AlertInbox.sortKey(page.getFirst());
        }
        assertEquals(whole, byOne);
        assertEquals(whole.size(), inbox.counts(viewer, filter).get(Box.OPEN));
    }

    @Test
    void what_is_over_is_in_a_group_of_its_own_which_has_no_form() {
        var pilot = overdue();
        tell(pilot.reached(2));
        await().untilAsserted(() -> alert(overdueAlert(pilot)).body("alert.state.code", is("CLEARED")));
        var page = PageForm.page("regulator-tax", INBOX + "?box=closed&pilotId=" + pilot.pilotId());
        assertEquals(1, page.select(".inbox > li").size());
        assertNull(page.selectFirst("form[method=post]"));
    }

    @Test
    void many_are_acknowledged_at_once_and_each_is_told_and_sending_twice_does_it_once() {
        var first = overdue();
        var second = overdue();
        var form = PageForm.open("regulator-tax", INBOX, INBOX)
                .set("alert", overdueAlert(first), overdueAlert(second))
                .set("act", "ACKNOWLEDGE")
                .set("reason", "已知悉");

        var answer = form.send();
        answer.then().statusCode(303);
        form.send().then().statusCode(303);

        var page = PageForm.page("regulator-tax", answer.header("Location").replaceFirst("^https?://[^/]+", ""));
        assertEquals(2, page.select(".done li").size());
        assertTrue(page.select(".done").text().contains("Acknowledged."));
        for (var pilot : List.of(first, second)) {
            alert(overdueAlert(pilot))
                    .body("alert.state.code", is("ACKNOWLEDGED"))
                    .body("history.what", contains("AlertRaised", "AlertAcknowledged"))
                    .body("history[1].note", is("已知悉"));
        }
    }

    @Test
    void what_is_refused_stays_ticked_with_the_reason_and_the_others_are_done() {
        var done = overdue();
        var refused = overdue();
        PageForm.open("regulator-tax", "/compliance-alert/alerts/" + overdueAlert(refused))
                .send()
                .then()
                .statusCode(303);

        var answer = PageForm.open("regulator-tax", INBOX, INBOX)
                .set("alert", overdueAlert(done), overdueAlert(refused))
                .set("act", "ACKNOWLEDGE")
                .set("reason", "请跟进")
                .send();

        answer.then().statusCode(409);
        var page = Jsoup.parse(answer.asString());
        assertTrue(page.select("[role=status]").text().contains("Not done: The alert is already acknowledged."));
        assertEquals("请跟进", page.select("textarea[name=reason]").text());
        alert(overdueAlert(done)).body("alert.state.code", is("ACKNOWLEDGED"));
    }

    @Test
    void a_dismissal_or_waiver_without_what_it_needs_is_told_at_its_field_and_does_nothing() {
        var pilot = overdue();
        var address = INBOX + "?pilotId=" + pilot.pilotId();
        var answer = PageForm.open("regulator-tax", address)
                .set("alert", overdueAlert(pilot))
                .set("act", "WAIVE")
                .send();

        answer.then().statusCode(422);
        var page = Jsoup.parse(answer.asString());
        assertEquals("Give a reason.", page.select("#reason-fault").text());
        assertEquals("Say until when it is waived.", page.select("#until-fault").text());
        assertTrue(page.select("input[name=alert]").hasAttr("checked"));
        PageForm.open("regulator-tax", address)
                .set("act", "ACKNOWLEDGE")
                .send()
                .then()
                .statusCode(422);
        alert(overdueAlert(pilot)).body("alert.muted", is((Object) null)).body("history.size()", is(1));

        PageForm.in("regulator-tax", answer)
                .set("reason", "系统改造")
                .set("until", today.plusDays(9).toString())
                .send()
                .then()
                .statusCode(303);
        alert(overdueAlert(pilot)).body("alert.muted.by", is("WAIVER"));
        assertTrue(PageForm.page("regulator-tax", address + "&box=muted")
                .select(".inbox")
                .text()
                .contains("系统改造"));
    }

    @Test
    void who_may_only_look_gets_no_form_and_sees_its_own_pilots_only() {
        var pilot = overdue();
        var address = INBOX + "?box=open&pilotId=" + pilot.pilotId();
        for (var user : List.of("team-028", "viewer", "operator", "recommender-tax")) {
            var page = PageForm.page(user, address);
            assertFalse(page.select(".inbox > li").isEmpty(), user);
            assertNull(page.selectFirst("form[method=post]"), user);
        }
        for (var user : List.of("team-029", "regulator-health", "recommender-beijing")) {
            var page = PageForm.page(user, address);
            assertTrue(page.select(".inbox > li").isEmpty(), user);
            assertNotNull(page.selectFirst(".empty"), user);
        }
        PageForm.get("expert-1", address, "en").then().statusCode(403).body(notNullValue());
    }
}
