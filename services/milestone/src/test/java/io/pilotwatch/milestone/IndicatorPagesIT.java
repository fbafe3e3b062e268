package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.OTHER_TEAM;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.PageForm;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Indicators and calendar feeds on their pages. */
@QuarkusTest
class IndicatorPagesIT {

    private static String pages(TestPilot pilot) {
        return "/milestone/pilots/" + pilot.id();
    }

    private static PageForm values(TestPilot pilot, String period) {
        var at = pages(pilot) + "/indicators/values";
        return PageForm.open(TEAM, at + "?period=" + period, at);
    }

    @Test
    void allValuesOfAPeriodAreCheckedAndRecordedOnce() {
        var pilot = TestPilot.approved("special-field");
        var checked = values(pilot, "2022-Q3")
                .set("values.handling-hours", "36")
                .set("values.on-chain-records", "1200")
                .set("act", "check")
                .send();
        checked.then().statusCode(200).body(containsString("1200"));
        pilot.get(TEAM, "/indicators/handling-hours").then().body("series", hasSize(0));
        var answers = PageForm.in(TEAM, checked).set("act", "send");
        answers.send().then().statusCode(303);
        answers.send().then().statusCode(303);

        pilot.get(TEAM, "/indicators/handling-hours").then().body("series[0].value", equalTo(36));
        var page = PageForm.page(TEAM, pages(pilot) + "/indicators/values?period=2022-Q3");
        assertTrue(page.select("input[name='values.handling-hours']").isEmpty(), "it has its value");
        assertTrue(page.text().contains("36"));
    }

    @Test
    void whatCannotBeRecordedIsToldAtItsFieldAndNothingOfItIsRecorded() {
        var pilot = TestPilot.approved("special-field");
        pilot.post(TEAM, "/indicators/on-chain-records/values", "{\"period\": \"2022-Q2\", \"value\": 5000}")
                .then()
                .statusCode(201);

        var wrong = values(pilot, "2022-Q3")
                .set("values.on-chain-records", "4000")
                .set("values.handling-hours", "36")
                .set("act", "check")
                .send();
        wrong.then().statusCode(422);
        assertEquals(
                1,
                Jsoup.parse(wrong.asString())
                        .select("#faults a[href='#values.on-chain-records']")
                        .size());
        var unread = values(pilot, "2022-Q3")
                .set("values.handling-hours", "三十六")
                .set("act", "check")
                .send();
        unread.then().statusCode(422).body(containsString("#values.handling-hours"));
        values(pilot, "2022-Q3").set("act", "send").send().then().statusCode(422);
        pilot.get(TEAM, "/indicators/handling-hours").then().body("series", hasSize(0));
    }

    @Test
    void aValueIsCorrectedWithAReasonAndTheOneBeforeStaysToRead() {
        var pilot = TestPilot.approved("special-field");
        pilot.post(TEAM, "/indicators/handling-hours/values", "{\"period\": \"2022-Q3\", \"value\": 36}")
                .then()
                .statusCode(201);
        var at = pages(pilot) + "/indicators/handling-hours/corrections/2022-Q3";
        PageForm.open(TEAM, at)
                .set("value", "35")
                .set("act", "check")
                .send()
                .then()
                .statusCode(422)
                .body(containsString("#reason"));
        PageForm.open(TEAM, at)
                .set("value", "36.0")
                .set("reason", "抄错")
                .set("act", "check")
                .send()
                .then()
                .statusCode(422)
                .body(containsString("#value"));

        var checked = PageForm.open(TEAM, at)
                .set("value", "35")
                .set("reason", "抄错")
                .set("act", "check")
                .send();
        checked.then().statusCode(200);
        PageForm.in(TEAM, checked).set("act", "send").send().then().statusCode(303);
        var page = PageForm.page(LEAD, pages(pilot) + "/indicators/handling-hours");
        assertTrue(page.text().contains("Corrected from 36 to 35"));
        assertEquals(404, PageForm.get(TEAM, at.replace("Q3", "Q2"), "en").statusCode());
    }

    @Test
    void aCalendarAddressIsShownOnceAndRevoked() {
        var pilot = TestPilot.approved("special-field");
        var form = PageForm.open(LEAD, pages(pilot) + "/calendar");
        var made = form.send();
        made.then().statusCode(200);
        var address = Jsoup.parse(made.asString()).select("#feed-url").val();
        assertTrue(address.endsWith(".ics"), address);
        var path = address.substring(address.indexOf("/milestone/"));
        assertEquals(200, TestPilot.as("nobody").get(path).statusCode());
        form.send().then().statusCode(303);

        var page = PageForm.page(LEAD, pages(pilot) + "/calendar");
        assertEquals(1, page.select("form[action$=revocations]").size(), "sent twice, made once");
        assertTrue(!page.html().contains(".ics"), "nobody reads the address again");
        PageForm.open(
                        LEAD,
                        pages(pilot) + "/calendar",
                        page.select("form[action$=revocations]").attr("action"))
                .send()
                .then()
                .statusCode(303);
        assertEquals(410, TestPilot.as("nobody").get(path).statusCode());
    }

    @Test
    void whoeverDoesNotSpeakForThePilotReadsOrIsRefused() {
        var pilot = TestPilot.approved("special-field");

        assertTrue(PageForm.page(LEAD, pages(pilot) + "/indicators")
                .select("a[href$=values]")
                .isEmpty());
        for (var page : new String[] {"/indicators", "/indicators/handling-hours", "/calendar"}) {
            assertEquals(
                    403, PageForm.get(OTHER_TEAM, pages(pilot) + page, "en").statusCode(), page);
        }
        assertEquals(
                403,
                PageForm.get(LEAD, pages(pilot) + "/indicators/values", "en").statusCode());
    }
}
