package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.on;
import static io.pilotwatch.reporting.Told.once;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.reporting.core.CaseStory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OutcomeIT {

    private static final String API = "/reporting/api/v1";

    @Test
    void theBenefitsAreThoseOfThePilotsThatMatchAsOfTheDay() {
        var unit = "成效单位" + System.nanoTime();
        var one = CaseStory.of(unit);
        var other = CaseStory.of(unit);
        for (var story : List.of(one, other)) {
            on("2022-02-01", story.approved());
            on("2022-02-20", story.filed());
        }
        on("2022-07-10", one.recorded("on-chain-records", "2022-Q2", "100"));
        on("2022-07-10", other.recorded("on-chain-records", "2022-Q2", "250.5"));
        on("2022-07-11", one.recorded("online-share", "2022-Q2", "40"));
        on("2022-07-11", other.recorded("online-share", "2022-Q2", "60"));
        on("2022-07-12", one.verified("2022-04-01", "2022-06-30"));
        once(one.pilot(), 5);
        once(other.pilot(), 4);

        var before = get("/outcome?asOf=2022-07-09&q=" + unit);
        assertEquals(2, before.getInt("pilots"));
        assertEquals(2, before.getInt("synthetic"));
        assertEquals(0, indicator(before, "on-chain-records").getInt("telling"));
        assertEquals(2, indicator(before, "on-chain-records").getInt("promising"));

        var after = get("/outcome?asOf=2022-07-12&q=" + unit);
        var records = indicator(after, "on-chain-records");
        assertEquals(350.5, records.getDouble("sum"));
        assertEquals(List.of("DECLARED", "THIRD_PARTY", "AUTHORITY"), records.getList("vouched.level.code"));
        assertEquals(250.5, records.getDouble("vouched[0].sum"));
        assertEquals(100, records.getDouble("vouched[2].sum"));
        // 350.5 of twice 100 was promised.
        assertEquals(175.2, records.getDouble("achieved"));
        assertEquals(2, records.getInt("atTarget"));
        var share = indicator(after, "online-share");
        assertNull(share.get("sum"));
        assertEquals(50, share.getDouble("spread.median"));
        assertEquals(45, share.getDouble("spread.lower"));

        assertEquals(0, get("/outcome?asOf=2022-07-12&field=energy&q=" + unit).getInt("pilots"));
        as("regulator-energy")
                .get(API + "/outcome?asOf=2022-07-12&q=" + unit)
                .then()
                .statusCode(200)
                .body("pilots", is(0));
        as("regulator-tax")
                .get(API + "/outcome?asOf=2022-07-12&q=" + unit)
                .then()
                .body("pilots", is(2));
    }

    @Test
    void thePilotThatMeetsAllCriteriaIsInTheCaseBookAndTheOtherIsToldWhy() throws IOException {
        var unit = "案例单位" + System.nanoTime();
        var best = CaseStory.of(unit);
        var other = CaseStory.of(unit);
        for (var story : List.of(best, other)) {
            on("2022-02-01", story.approved());
            on("2022-02-20", story.filed());
            story.reports().forEach(r -> on(r.report().submittedOn().toString(), r));
            on("2023-06-01", story.reached());
            on("2023-12-20", story.recorded("on-chain-records", "2023-Q4", "100"));
            on("2023-12-20", story.recorded("online-share", "2023-Q4", "95"));
        }
        on("2023-12-21", best.verified("2023-10-01", "2023-12-31"));
        on("2024-02-01", best.completed("excellent"));
        on("2024-02-01", other.completed("qualified"));
        once(best.pilot(), 15);
        once(other.pilot(), 14);

        var list = get("/cases?asOf=2024-03-01&q=" + unit);
        assertEquals(List.of(best.pilot().pilotId(), other.pilot().pilotId()), list.getList("items.pilotId"));
        assertEquals(List.of(90, 65), list.getList("items.points"));
        assertEquals(List.of(true, false), list.getList("items.nominated"));
        assertEquals(
                List.of("INDICATORS_VOUCHED", "EVIDENCE_VERIFIED"),
                list.getList("items[1].reasons.findAll { it.required && !it.met }.merit.code"));
        assertEquals(
                List.of(other.pilot().pilotId()),
                get("/cases?asOf=2024-03-01&nominated=false&q=" + unit).getList("items.pilotId"));

        var book = get("/case-book?asOf=2024-03-01&q=" + unit);
        assertEquals(List.of(best.pilot().pilotId()), book.getList("cases.pilotId"));
        var entry = book.getMap("cases[0]");
        assertEquals(
                entry,
                get("/cases/" + best.pilot().pilotId() + "?asOf=2024-03-01").getMap("$"));
        assertEquals(List.of("电子发票核验", "完税证明互认"), book.getList("cases[0].scenarios"));
        assertEquals(8, book.getList("cases[0].accounts").size());
        assertEquals("AUTHORITY", book.getString("cases[0].indicators[0].level.code"));
        assertEquals(100, book.getDouble("cases[0].indicators[0].achieved"));
        assertEquals(List.of(0), book.getList("cases[0].milestones.daysLate"));
        assertEquals(1, book.getList("cases[0].evidence").size());

        // Printed, too, it is for those alone who may see the pilot.
        for (var reader : List.of("office", "regulator-tax", "regulator-energy", "team-050")) {
            var printed = as(reader).get(API + "/exports/case-book.pdf?asOf=2024-03-01&lang=zh&q=" + unit);
            assertEquals(200, printed.statusCode(), reader);
            assertEquals(
                    List.of("office", "regulator-tax").contains(reader),
                    Pdfs.text(printed.asByteArray()).contains(best.pilot().pilotId()),
                    reader);
        }

        // Before the evaluation nobody is.
        assertTrue(get("/case-book?asOf=2024-01-31&q=" + unit).getList("cases").isEmpty());
    }

    @Test
    void casesArePagedWithTheMostPointsFirst() {
        var unit = "分页单位" + System.nanoTime();
        var stories = List.of(CaseStory.of(unit), CaseStory.of(unit), CaseStory.of(unit));
        stories.forEach(story -> on("2022-02-01", story.approved()));
        on("2022-02-20", stories.get(2).filed());
        on("2022-06-01", stories.get(2).reached());
        stories.subList(0, 2).forEach(s -> once(s.pilot(), 1));
        once(stories.get(2).pilot(), 3);
        var first = get("/cases?asOf=2022-06-30&limit=2&q=" + unit);
        assertEquals(stories.get(2).pilot().pilotId(), first.getString("items[0].pilotId"));
        var next = as("office")
                .urlEncodingEnabled(false)
                .get(first.getString("next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(1, next.getList("items").size());
        assertNull(next.get("next"));
        assertEquals(
                3,
                java.util.stream.Stream.concat(
                                first.<String>getList("items.pilotId").stream(),
                                next.<String>getList("items.pilotId").stream())
                        .distinct()
                        .count());
    }

    @ParameterizedTest(name = "{0} gets {1}")
    @CsvSource({
        "/outcome?field=nowhere, 400",
        "/outcome?overdue=maybe, 400",
        "/outcome?asOf=2999-01-01, 400",
        "/cases?nominated=perhaps, 400",
        "/cases?cursor=abc, 400",
        "/case-book?regulator=irs, 400",
        "/cases/BP-000, 404"
    })
    void whatThereIsNotIsRefused(String path, int status) {
        as("office").get(API + path).then().statusCode(status);
    }

    private static JsonPath indicator(JsonPath outcome, String code) {
        var found = outcome.<Object>getList(
                "benefits.indicators.flatten().findAll { it.indicator.code == '" + code + "' }");
        return JsonPath.from(new com.fasterxml.jackson.databind.ObjectMapper()
                .valueToTree(found.getFirst())
                .toString());
    }

    private static JsonPath get(String path) {
        return as("office").get(API + path).then().statusCode(200).extract().jsonPath();
    }
}
