package io.pilotwatch.reporting;

import static io.pilotwatch.platform.testing.PageForm.get;
import static io.pilotwatch.platform.testing.PageForm.page;
import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.on;
import static io.pilotwatch.reporting.Told.once;
import static io.pilotwatch.reporting.Told.say;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.platform.testing.PageForm;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The portfolio's pages. */
@QuarkusTest
class PortfolioPagesIT {

    /** What a reader's browser may have to load for the first page. */
    private static final int LARGEST = 300_000;

    @TestHTTPResource("/")
    URI server;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theFirstPageShowsTheFiguresOfTheApi(String language, String title, String field, List<String> ratings) {
        var pilot = freshPilot("tax");
        say(pilot.approved(), pilot.filed("m1"));
        once(pilot, 2);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var api = as("office").get("/reporting/api/v1/portfolio").jsonPath();
            var page = page("office", "/", language);
            assertEquals(language, page.selectFirst("html").attr("lang"));
            assertEquals(title, page.selectFirst("h1").text());
            assertEquals(field, page.select("#fields tbody .name").get(1).text());
            assertEquals(ratings, page.select("#ratings a .name").eachText());
            assertEquals(
                    api.getList("byRating.count", Integer.class),
                    page.select("#ratings a strong").eachText().stream()
                            .map(PortfolioPagesIT::number)
                            .toList());
            assertEquals(
                    Math.abs(api.getInt("daysToDeadline")),
                    number(page.selectFirst("#ratings .days strong").text()));
            assertEquals(
                    api.getInt("pilots.loaded"),
                    number(page.selectFirst("#fields tfoot .total").text()));
            assertEquals(
                    api.getInt("pilots.loaded"),
                    number(page.selectFirst("#states tfoot .total").text()));
            assertTrue(page.text().contains(api.getString("pilots.text." + language.substring(0, 2))));
            assertEquals(
                    19,
                    page.select("#fields tbody tr, #fields tfoot tr").size(),
                    "1 kind, 16 fields, not stated, total");
            assertEquals(
                    api.getList("burnUp").size(),
                    page.select("#burn-up tbody tr").size());
            assertEquals(5, page.select("#finishes li").size());
        });
    }

    static Stream<Arguments> theFirstPageShowsTheFiguresOfTheApi() {
        return Stream.of(
                arguments("zh-CN", "区块链创新应用试点", "区块链+制造", List.of("正常", "预警", "严重滞后", "未评级")),
                arguments(
                        "en",
                        "Blockchain innovation application pilots",
                        "Manufacturing",
                        List.of("On track", "At risk", "Off track", "Not rated")));
    }

    @Test
    void whatChangedInTheWeekIsSaidInSentencesThatLeadToThePilots() {
        var pilot = freshPilot("education");
        on("2022-05-01", pilot.approved());
        on("2022-05-02", pilot.filed("m1"));
        on("2022-05-20", pilot.updated("m1", 2, 40));
        on("2022-07-12", pilot.reached("m1", 3, "2022-07-12"));
        once(pilot, 4);
        var changes = page("office", "/reporting/changes?from=2022-07-08&to=2022-07-12", "en");
        var moved =
                changes.selectFirst(".moves a[href*=" + pilot.pilotId() + "]").parent();
        assertTrue(moved.text().contains("Milestones reached: 1 more, 1 now."), moved.text());
        assertTrue(moved.text().contains("Overdue milestones: 1 fewer, 0 now."), moved.text());
        assertTrue(page("office", "/reporting/changes?from=2022-07-08&to=2022-07-12", "zh-CN")
                .text()
                .contains("已完成里程碑：增加 1，现为 1。"));
        var week = page("office", "/?asOf=2022-07-12", "en").selectFirst("#week");
        assertTrue(week.selectFirst(".sentences").text().contains("Milestones reached: "), week.text());
        assertFalse(week.select(".moves a").isEmpty());
        assertEquals(
                "/reporting/changes?from=2022-07-05&to=2022-07-12",
                week.select("a[href*=changes]").getFirst().attr("href"));
    }

    @Test
    void aDayThatIsOverIsShownWithADateOrASliderAndEveryLinkStaysOnThatDay() {
        var pilot = freshPilot("health");
        on("2022-04-01", pilot.approved());
        once(pilot, 1);
        var page = page("office", "/?asOf=2022-04-10", "zh-CN");
        assertEquals("2022-04-10", page.selectFirst("#asOf").val());
        var slider = page.selectFirst("#asOfDay");
        assertEquals("70", slider.val(), "days from 2022-01-30");
        assertEquals("2022年4月10日 星期日", slider.attr("aria-valuetext"));
        assertEquals("2022-03-31", page.selectFirst("#quarters option").text());
        assertEquals("", page.selectFirst("#live").attr("data-version"));
        for (var link : page.select("#ratings a, #figures a, #fields a, #states a, #take-away a, #ways a")) {
            var address = link.attr("href");
            assertTrue(address.contains("asOf=2022-04-10") || address.startsWith("/reporting/changes"), address);
        }
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"field", "region", "regulator", "category", "kind", "state"})
    void theProgrammeIsTakenApartAndEachPartLeadsOn(String by) {
        var pilot = freshPilot("health");
        say(pilot.approved(), pilot.filed("m1"));
        once(pilot, 2);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var rows = page("office", "/reporting/portfolio/" + by);
            assertEquals(
                    "/reporting/portfolio/" + by,
                    rows.selectFirst(".tabs [aria-current]").attr("href"));
            var row = rows.selectFirst("#groups tbody tr:not(.none)");
            var group = page("office", row.selectFirst("a").attr("href"));
            assertEquals(
                    number(row.selectFirst(".total").text()),
                    number(group.selectFirst("#figures dd").text()));
            assertFalse(group.select("#take-away a[href*=csv]").isEmpty());
            var list = page("office", group.selectFirst("#lead a").attr("href"));
            assertEquals(
                    "Pilots that match: " + row.selectFirst(".total").text(),
                    list.selectFirst("#found strong").text());
        });
    }

    @Test
    void whatCannotBeShownIsSaidInWords() {
        for (var address : List.of(
                "/reporting/portfolio/mood",
                "/reporting/portfolio/field/mood",
                "/?asOf=2999-01-01",
                "/reporting/changes?from=yesterday",
                "/reporting/pilots?rating=BLUE")) {
            var answer = get("office", address, "zh-CN");
            assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, address);
            assertTrue(answer.contentType().startsWith("text/html"), address);
        }
    }

    @Test
    void theListIsTakenAwayAsItIsFiltered() {
        var pilot = freshPilot("health");
        say(pilot.approved());
        once(pilot, 1);
        var page = page("office", "/reporting/pilots?field=health&state=&q=" + pilot.pilotId());
        assertEquals(1, page.select("#found tbody tr").size());
        assertEquals("Pilots that match: 1", page.selectFirst("#found strong").text());
        assertEquals("health", page.selectFirst("#field option[selected]").val());
        var csv = page.selectFirst("#take-away a[href*=pilots.csv]").attr("href");
        assertEquals(
                2,
                as("office")
                        .urlEncodingEnabled(false)
                        .get(csv)
                        .asString()
                        .strip()
                        .lines()
                        .count());
        assertEquals(
                "No pilot matches. Clear",
                page("office", "/reporting/pilots?q=nobody-" + pilot.number())
                        .selectFirst(".empty")
                        .text());
    }

    @Test
    void filtersAreKeptUnderANameOpenedAndDeleted() {
        var name = "看板" + freshPilot("tax").number();
        var list = "/reporting/pilots?field=tax&state=IN_PROGRESS&rating=RED";
        var form = PageForm.open("viewer", list, list).set("name", name);
        var saved = form.send();
        assertEquals(303, saved.statusCode(), saved.asString());
        assertEquals(303, form.send().statusCode(), "sent twice by mistake");
        var page = page("viewer", saved.header("Location").replaceFirst("^https?://[^/]+", ""));
        assertEquals("The filters have been saved.", page.selectFirst(".done").text());
        assertEquals("RED", page.selectFirst("#rating option[selected]").val());
        var kept = view(page, name);
        var opened = page("viewer", kept.selectFirst("a").attr("href"));
        assertEquals(
                "IN_PROGRESS", opened.selectFirst("#state option[selected]").val());
        assertEquals(null, view(page("office", "/reporting/pilots"), name), "another's");
        var delete = kept.selectFirst("form").attr("action");
        assertEquals(
                303, PageForm.open("viewer", "/reporting/pilots", delete).send().statusCode());
        assertEquals(null, view(page("viewer", "/reporting/pilots"), name));
    }

    @Test
    void aViewWithoutANameIsNotSavedAndWhatWasChosenStays() {
        var answer = PageForm.open("viewer", "/reporting/pilots?rating=RED", "/reporting/pilots?rating=RED")
                .set("name", " ")
                .send();
        assertEquals(422, answer.statusCode());
        var page = org.jsoup.Jsoup.parse(answer.asString());
        assertEquals("#name", page.selectFirst("#faults a").attr("href"));
        assertEquals("RED", page.selectFirst("#rating option[selected]").val());
        assertEquals(
                "/reporting/pilots?rating=RED",
                page.selectFirst("form.entry[method=post]").attr("action"));
    }

    @Test
    void outcomesHaveTheirUnitsAndRatiosAreNeverAdded() {
        var pilot = freshPilot("tax");
        say(pilot.approved(), pilot.recorded("2022-Q2", 1, 1200));
        once(pilot, 2);
        var api = as("office").get("/reporting/api/v1/outcome?field=tax").jsonPath();
        var page = page("office", "/reporting/outcome?field=tax");
        assertEquals(
                api.getList("benefits").size(), page.select("table.outcome").size());
        var records = row(page, "On-chain records");
        assertTrue(records.text().contains("Sum"), records.text());
        page.select("table.outcome tbody tr").stream()
                .filter(r -> r.selectFirst("th .sub").text().startsWith("%"))
                .forEach(r -> assertFalse(r.text().contains("Sum"), r.text()));
    }

    @Test
    void typicalCasesHavePointsAndReasons() {
        var pilot = freshPilot("tax");
        say(pilot.approved(), pilot.filed("m1"));
        once(pilot, 2);
        var page = page("office", "/reporting/cases?field=tax", "zh-CN");
        var api = as("office").get("/reporting/api/v1/cases?field=tax").jsonPath();
        assertEquals(api.getList("items").size(), page.select("tbody tr").size());
        assertEquals(
                api.getInt("items[0].points"),
                number(page.selectFirst("tbody .number strong").text()));
        assertEquals(
                api.getList("items[0].reasons").size(),
                page.selectFirst("tbody .reasons").select("li").size());
        assertFalse(page.select("#take-away a[href*=case-book]").isEmpty());
        assertEquals(
                0,
                page("office", "/reporting/cases?nominated=true&q=" + pilot.pilotId())
                        .select("tbody tr")
                        .size());
    }

    @Test
    void aTeamSeesFiguresOfAllButPilotsOfItsOwn() {
        var foreign = freshPilot("tax");
        say(foreign.approved("special-field", "别的单位", true), foreign.raised("MILESTONE_OVERDUE", 1));
        once(foreign, 2);
        assertTrue(page("office", "/reporting/pilots?q=" + foreign.pilotId())
                .text()
                .contains("别的单位"));
        for (var address :
                List.of("/", "/reporting/changes?from=2022-02-01", "/reporting/pilots", "/reporting/cases")) {
            assertFalse(page("team-028", address).text().contains("别的单位"), address);
        }
    }

    @Test
    void theFirstPageIsLightWithAllThatItNeeds() throws Exception {
        int size = transferred("/");
        var page = page("office", "/");
        for (var asset : page.select("script[src], link[rel=stylesheet]")) {
            size += transferred(asset.hasAttr("src") ? asset.attr("src") : asset.attr("href"));
        }
        assertTrue(size < LARGEST, size + " bytes");
        System.out.println("SIZE first page with its assets: " + size + " bytes");
    }

    private int transferred(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(server.resolve(path))
                    .header("Authorization", "Bearer " + Tokens.of("office"))
                    .header("Accept", "text/html,*/*")
                    .header("Accept-Encoding", "gzip")
                    .build();
            var answer = client.send(request, BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode());
            return answer.body().length;
        }
    }

    private static Element view(Document page, String name) {
        return page.select("#views li").stream()
                .filter(li -> li.selectFirst("a").text().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Element row(Document page, String indicator) {
        return page.select("table.outcome tbody tr").stream()
                .filter(r -> r.selectFirst("th").ownText().equalsIgnoreCase(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", ""));
    }
}
