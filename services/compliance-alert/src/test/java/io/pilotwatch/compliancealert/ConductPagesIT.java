package io.pilotwatch.compliancealert;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.testing.PageForm;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conduct review as people read it: the text with its words marked, a decision, several at once. */
@QuarkusTest
class ConductPagesIT {

    private static final String CONDUCT = "/compliance-alert/conduct";
    private static final String REGULATOR = "regulator-tax";

    @Inject
    Clock clock;

    @Inject
    Programme programme;

    private LocalDate today;

    @BeforeEach
    void whatDayIsIt() {
        today = programme.dayOf(clock.instant());
    }

    @Test
    void the_words_are_marked_with_what_they_are_and_nothing_of_the_text_is_taken_for_markup() {
        var id = flagged("本季度部署矿机<b>三台</b>，严禁挖矿外包。", "mining");
        var page = PageForm.page(REGULATOR, CONDUCT + "/" + id);

        var text = page.selectFirst(".marked");
        assertEquals("矿机strong word", text.selectFirst("mark.strong").text());
        assertEquals("denial", text.selectFirst("mark.denial .kind").text());
        assertNull(text.selectFirst("b"));
        assertTrue(text.text().contains("<b>三台</b>"), text.text());
        var facts = page.select("dl.answers").text();
        assertTrue(facts.contains("a plain word of prohibited conduct"), facts);
        assertTrue(facts.contains(VocabularyFiles.shipped().version()), facts);
        assertTrue(facts.contains("First scenario live"), facts);
        assertNotNull(page.selectFirst("a[href=/reporting/pilots/" + pilotId(id) + "]"));
        assertTrue(page.text().contains("cannot be taken back"));
        assertTrue(PageForm.page(REGULATOR, CONDUCT + "/" + id, "zh-CN").text().contains("明确违规用语"));
    }

    @Test
    void what_is_to_be_decided_comes_first_and_mentions_are_asked_for() {
        var id = flagged("利用机房部署矿机。另：严禁炒币。", "mining");
        var pilot = pilotId(id);
        var mention = pilot + ".conduct.m1.2.crypto_speculation";

        var usual = PageForm.page(REGULATOR, CONDUCT + "?pilot=" + pilot);
        assertEquals(1, usual.select("tbody tr").size());
        assertNotNull(usual.selectFirst("a[href='" + CONDUCT + "/" + id + "']"));
        assertEquals(3, usual.select("dl.figures dd").size());
        var all = PageForm.page(REGULATOR, CONDUCT + "?outcome=ALL&field=tax&pilot=" + pilot);
        assertEquals(
                Stream.of(id, mention).map(f -> CONDUCT + "/" + f).toList(),
                all.select("tbody th a").eachAttr("href"));
        assertEquals(
                0,
                PageForm.page(REGULATOR, CONDUCT + "?state=CONFIRMED&pilot=" + pilot)
                        .select("tbody tr")
                        .size());
        assertEquals(
                0,
                PageForm.page("regulator-energy", CONDUCT + "?outcome=ALL&pilot=" + pilot)
                        .select("tbody tr")
                        .size());
        assertEquals(403, PageForm.get("recommender-beijing", CONDUCT, "en").statusCode());
    }

    @Test
    void a_decision_needs_a_verdict_and_a_reason_is_made_once_and_leads_on() {
        var id = flagged("平台支持挖矿。", "mining");
        flagged("平台支持挖矿。", "mining");
        var address = CONDUCT + "/" + id;

        var faulty = PageForm.open(REGULATOR, address).send();
        assertEquals(422, faulty.statusCode());
        assertTrue(faulty.asString().contains("href=\"#verdict\""));
        assertTrue(faulty.asString().contains("href=\"#reason\""));
        var form = PageForm.open(REGULATOR, address).set("verdict", "CONFIRMED").set("reason", "现场已核实。");
        var stale = PageForm.open(REGULATOR, address)
                .set("revision", "9")
                .set("verdict", "CONFIRMED")
                .set("reason", "现场已核实。")
                .send();
        assertEquals(412, stale.statusCode());
        assertTrue(stale.asString().contains("现场已核实。"));
        for (int i = 0; i < 2; i++) {
            var sent = form.send();
            assertEquals(303, sent.statusCode());
            assertTrue(sent.header("Location").endsWith(address + "?done=CONFIRMED"), sent.header("Location"));
        }

        var after = PageForm.page(REGULATOR, address + "?done=CONFIRMED");
        assertTrue(after.selectFirst(".done").text().contains("Recorded as prohibited conduct."));
        assertNotNull(after.selectFirst(".done a[href^='" + CONDUCT + "/']"));
        assertNull(after.selectFirst("form[method=post]"));
        assertEquals(2, after.select(".timeline li").size());
        assertTrue(PageForm.page("team-028", address).text().contains("现场已核实。"));
    }

    @Test
    void who_may_not_decide_is_shown_no_form_and_who_may_not_see_nothing() {
        var id = flagged("平台支持挖矿。", "mining");
        var seen = PageForm.page("viewer", CONDUCT + "/" + id);
        assertNull(seen.selectFirst("form[method=post]"));
        assertEquals(
                403, PageForm.get("regulator-energy", CONDUCT + "/" + id, "en").statusCode());
        assertEquals(404, PageForm.get("team-028", CONDUCT + "/" + id, "en").statusCode());
        assertEquals(404, PageForm.get(REGULATOR, CONDUCT + "/nothing", "en").statusCode());
    }

    @Test
    void several_are_dismissed_for_one_reason_with_a_result_for_each() {
        var first = flagged("平台支持挖矿。", "mining");
        var second = flagged("平台支持挖矿。", "mining");
        decide(second, "CONFIRMED");
        var list = CONDUCT + "?pilot=" + pilotId(first);

        var none = PageForm.open(REGULATOR, list).set("reason", "误报。").send();
        assertEquals(422, none.statusCode());
        assertTrue(none.asString().contains("href=\"#flags\""));
        assertTrue(none.asString().contains("误报。"));
        var sent = PageForm.open(REGULATOR, list)
                .set("flags", first, second)
                .set("reason", "系引用文件标题。")
                .send();
        assertEquals(303, sent.statusCode(), sent.asString());

        var results = PageForm.page(REGULATOR, sent.header("Location").replaceFirst("^https?://[^/]+", ""));
        assertEquals(2, results.select("tbody tr").size());
        assertTrue(results.selectFirst(".done").text().startsWith("Dismissed: 1. Left as they were: 1"));
        assertTrue(results.selectFirst("tbody a[href$='" + first + "']")
                .closest("tr")
                .text()
                .contains("Dismissed"));
        assertTrue(results.selectFirst("tbody a[href$='" + second + "']")
                .closest("tr")
                .text()
                .contains("decided before"));
        assertFalse(PageForm.page(REGULATOR, CONDUCT + "/" + first).text().contains("Your decision"));
    }

    private void decide(String id, String verdict) {
        var sent = PageForm.open(REGULATOR, CONDUCT + "/" + id)
                .set("verdict", verdict)
                .set("reason", "现场已核实。")
                .send();
        assertEquals(303, sent.statusCode());
    }

    /** A flag of a new pilot of the tax field, by its id. */
    private String flagged(String note, String category) {
        var pilot = Pilots.oneOfTax(today, today.plusDays(40));
        Stream.of(pilot.approved(), pilot.filed(), pilot.updated(2, note))
                .forEach(e -> TestTopics.send(e, clock.instant()));
        var id = pilot.pilotId() + ".conduct.m1.2." + category;
        await().atMost(Duration.ofMinutes(1))
                .until(() -> PageForm.get("office", CONDUCT + "/" + id, "en").statusCode() == 200);
        return id;
    }

    private static String pilotId(String flagId) {
        return flagId.substring(0, flagId.indexOf(".conduct."));
    }
}
