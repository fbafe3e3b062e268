package io.pilotwatch.platform;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.DeadLetter.Act;
import io.pilotwatch.platform.DeadLetter.Result;
import io.pilotwatch.platform.DeadLetter.State;
import io.pilotwatch.platform.testing.PageForm;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator sees and does on the pages that every service has; nobody else does. */
@QuarkusTest
class OperationsPagesIT {

    private static final String DESK = "/platform/operations/dead-letters";
    private static final String CLOCK = "/platform/operations/clock";

    @Inject
    DeadLetters deadLetters;

    @Inject
    DeadLetterDesk desk;

    @Inject
    Clock clock;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void theOverviewTellsWhatGoesOutAndComesInAndLeadsOn(String language) {
        giveUp("overview");

        var page = PageForm.page("operator", "/platform/operations", language);

        assertEquals(
                language.equals("en") ? "Operations: Platform" : "系统运维：平台",
                page.select("h1").text());
        assertTrue(page.select(".notice a").attr("href").endsWith("/operations/dead-letters"));
        assertEquals(
                List.of(
                        "/intake/operations",
                        "/milestone/operations",
                        "/compliance-alert/operations",
                        "/reporting/operations",
                        "/reporting/operations/rebuild"),
                page.select(".tabs a").eachAttr("href"));
        assertFalse(page.select("a[href=" + CLOCK + "]").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/clock", "/dead-letters", "/dead-letters/list", "/dead-letters/1"})
    void nobodyElseSeesAnyOfThem(String path) {
        PageForm.get("office", "/platform/operations" + path, "en").then().statusCode(403);
        PageForm.get("team-028", "/platform/operations" + path, "en").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/clock", "/dead-letters", "/dead-letters/list", "/dead-letters/1"})
    void anotherServicesAreNotHere(String path) {
        PageForm.get("operator", "/intake/operations" + path, "en").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/list?state=LOST", "/list?cursor=x"})
    void whatMakesNoSenseIsRefused(String path) {
        PageForm.get("operator", DESK + path, "en").then().statusCode(400);
        PageForm.get("operator", DESK + "/0", "en").then().statusCode(404);
    }

    @Test
    void theDeskGroupsByReasonAndEachGroupLeadsToItsLetters() {
        var word = giveUp("one");
        var letter = only(word);

        var row = PageForm.page("operator", DESK).select("tr:contains(" + word + ")");
        assertEquals("1", row.select("td.number").text());
        var list = PageForm.page("operator", row.select("a").attr("href"));
        assertEquals(
                List.of(DESK + "/" + letter.id()), list.select("tbody th a").eachAttr("href"));
    }

    @Test
    void aLetterShowsItsValueAndHeadersAsTextAndNeverAsMarkup() {
        var letter = only(giveUp("<script>alert(1)</script>"));

        var page = PageForm.page("operator", DESK + "/" + letter.id());

        assertEquals("{<b>no event</b>", page.select("pre").text());
        assertTrue(page.select("pre b, main script").isEmpty());
        assertEquals("<i>x</i>", page.select("tr:contains(ce_note) td").text());
    }

    @Test
    void oneIsClosedWithItsReasonAndEverybodySeesWhoDidIt() {
        var letter = only(giveUp("to be closed"));
        var path = DESK + "/" + letter.id();

        var refused = PageForm.open("operator", path)
                .set("act", "CLOSE")
                .set("reason", " ")
                .send();
        refused.then().statusCode(422).body(containsString("#reason"));
        var closed = PageForm.in("operator", refused)
                .set("act", "CLOSE")
                .set("reason", "sent by hand")
                .send();

        assertEquals(303, closed.statusCode());
        var page = PageForm.page("operator", closed.header("Location").replaceFirst("^https?://[^/]+", ""));
        assertEquals("1 closed; 0 were not.", page.select(".done").text());
        assertTrue(page.select("main form").isEmpty(), "nothing is left to do");
        assertTrue(page.select("table").text().contains("operator Close Closed sent by hand"), page.text());
    }

    @Test
    void whatIsRedrivenInVainSaysSoAndWaits() {
        var letter = only(giveUp("in vain"));

        var sent = PageForm.open("operator", DESK + "/" + letter.id())
                .set("act", "REDRIVE")
                .send("zh-CN");

        assertTrue(sent.header("Location").endsWith("?done=REDRIVE&count=0&failed=1"), sent.header("Location"));
        var after = desk.open(letter.id());
        assertEquals(State.WAITING, after.letter().state());
        assertEquals(
                List.of(Result.FAILED),
                after.history().stream().map(Act::result).toList());
    }

    @Test
    void thoseChosenAreClosedAndTheOthersOfTheGroupWait() {
        var word = giveUp("some");
        giveUpAs(word);
        var letters = find(word);
        var list = DESK + "/list?group=" + group(word);

        PageForm.open("operator", list, list)
                .set("act", "CLOSE")
                .set("reason", "why")
                .send()
                .then()
                .statusCode(422)
                .body(containsString("Tick at least one"));
        PageForm.open("operator", list, list)
                .set("ids", Long.toString(letters.getFirst().id()))
                .set("act", "CLOSE")
                .set("reason", "why")
                .send()
                .then()
                .statusCode(303);

        assertEquals(State.CLOSED, desk.open(letters.getFirst().id()).letter().state());
        assertEquals(State.WAITING, desk.open(letters.getLast().id()).letter().state());
    }

    @Test
    void allOfAGroupAreClosedAtOnce() {
        var word = giveUp("all");
        giveUpAs(word);
        var list = DESK + "/list?group=" + group(word);

        PageForm.open("operator", list, list)
                .set("which", "all")
                .set("act", "CLOSE")
                .set("reason", "why")
                .send()
                .then()
                .statusCode(303);

        assertTrue(find(word).stream().allMatch(letter -> letter.state() == State.CLOSED));
        assertEquals(2, find(word).size());
        assertFalse(PageForm.page("operator", DESK).text().contains(word));
    }

    @Test
    void aFormOfOthersIsNotTaken() {
        var letter = only(giveUp("foreign"));

        PageForm.open("operator", DESK + "/" + letter.id())
                .set("form-token", "x")
                .set("act", "REDRIVE")
                .send()
                .then()
                .statusCode(403);

        assertEquals(List.of(), desk.open(letter.id()).history());
    }

    @Test
    void theClockIsMovedInAllServicesAtOnce() {
        var to = LocalDateTime.now(clock).plusDays(1).withNano(0);

        PageForm.open("operator", CLOCK)
                .set("instant", to.toString())
                .send()
                .then()
                .statusCode(303);

        assertEquals(to, LocalDateTime.now(clock));
        var page = PageForm.page("operator", CLOCK + "?done=stepped");
        assertEquals(4, page.select("tbody time").size());
        assertEquals(
                "The clocks of all four services were moved.",
                page.select(".done").text());
    }

    @Test
    void aClockThatRefusesToBeMovedSaysWhy() {
        var back = LocalDateTime.now(clock).minus(Duration.ofDays(1));

        PageForm.open("operator", CLOCK)
                .set("instant", back.toString())
                .send()
                .then()
                .statusCode(502)
                .body(containsString("409 The clock only goes forward"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2022-13-01T00:00"})
    void whatIsNoTimeIsTold(String text) {
        PageForm.open("operator", CLOCK)
                .set("instant", text)
                .send()
                .then()
                .statusCode(422)
                .body(containsString("#instant"));
    }

    /** Gives up a record that is no event, with a reason that nothing else has. */
    private String giveUp(String about) {
        var word = "x" + UUID.randomUUID().toString().replaceAll("[\\d-]", "x") + about.replace(" ", "");
        giveUpAs(word);
        return word;
    }

    private void giveUpAs(String word) {
        var record = new ConsumerRecord<>(
                Topic.PILOTS.wireName(),
                0,
                System.nanoTime(),
                "XX-" + UUID.randomUUID(),
                "{<b>no event</b>".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_note", "<i>x</i>".getBytes(StandardCharsets.UTF_8));
        QuarkusTransaction.requiringNew().run(() -> deadLetters.add(record, word));
    }

    private DeadLetter only(String word) {
        assertEquals(1, find(word).size());
        return find(word).getFirst();
    }

    private List<DeadLetter> find(String word) {
        return desk.find(null, DeadLetter.group(word), Long.MAX_VALUE, Page.LARGEST);
    }

    private static String group(String word) {
        return URLEncoder.encode(DeadLetter.group(word), StandardCharsets.UTF_8);
    }
}
