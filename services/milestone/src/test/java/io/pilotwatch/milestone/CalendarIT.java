package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.OTHER_REGULATOR;
import static io.pilotwatch.milestone.TestPilot.OTHER_TEAM;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Deadlines in a calendar program. */
@QuarkusTest
class CalendarIT {

    private static final String FEEDS = "/milestone/api/v1/calendar-feeds";

    @Inject
    DataSource database;

    private static Response make(String user, String at, String language) {
        return TestPilot.as(user)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", language)
                .contentType("application/json")
                .body("{}")
                .post(at);
    }

    /** The path of a feed just made. */
    private static String feed(Response made) {
        made.then().statusCode(201);
        var url = made.<String>path("url");
        return url.substring(url.indexOf("/milestone/"));
    }

    private static Response read(String path) {
        return RestAssured.given().get(path);
    }

    private static VEvent event(Response calendar, String uid) {
        return Biweekly.parse(calendar.asString()).first().getEvents().stream()
                .filter(e -> e.getUid().getValue().equals(uid))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPilotsMilestonesAndReportsAreReadWithoutSigningIn() {
        var pilot = TestPilot.filed();
        var path = feed(make(TEAM, pilot.path() + "/calendar-feeds", "zh-CN"));

        var calendar = read(path);

        calendar.then().statusCode(200).header("Content-Type", "text/calendar;charset=UTF-8");
        for (var line : new String(calendar.asByteArray(), UTF_8).split("\r\n")) {
            assertTrue(line.getBytes(UTF_8).length <= 75, line);
        }
        assertTrue(calendar.asString().contains("REFRESH-INTERVAL;VALUE=DURATION:PT6H"));
        var parsed = Biweekly.parse(calendar.asString()).first();
        assertEquals(pilot.id() + "：截止日期", parsed.getNames().getFirst().getValue());
        assertEquals(6 + 8, parsed.getEvents().size());
        var report = event(calendar, pilot.id() + "-report-2022-Q3@pilotwatch");
        assertEquals(
                "2022-10-15",
                report.getDateStart().getValue().getRawComponents().toString(false, true));
        assertFalse(report.getDateStart().getValue().hasTime());
        assertEquals("【示例】" + pilot.id() + " 2022年第3季度进展报告", report.getSummary().getValue());
        assertEquals("CONFIRMED", report.getStatus().getValue());
    }

    @Test
    void aChangeShowsAsAHigherSequenceAndWhatDidNotChangeIsNotSentAgain() {
        var pilot = TestPilot.filed();
        var path = feed(make(TEAM, pilot.path() + "/calendar-feeds", "en"));
        var uid = pilot.id() + "-m3@pilotwatch";
        var before = read(path);

        RestAssured.given()
                .header("If-None-Match", before.header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
        pilot.post(TEAM, "/milestones/m3/extension-requests", "{\"newDue\": \"2023-03-31\", \"reason\": \"因故\"}")
                .then()
                .statusCode(201);
        pilot.post(LEAD, "/milestones/m3/extension-requests/acceptances", "{\"reason\": \"属实\"}")
                .then()
                .statusCode(201);
        var after = RestAssured.given()
                .header("If-None-Match", before.header("ETag"))
                .get(path);

        after.then().statusCode(200);
        assertTrue(event(after, uid).getSequence().getValue()
                > event(before, uid).getSequence().getValue());
        assertEquals(
                "2023-03-31",
                event(after, uid).getDateStart().getValue().getRawComponents().toString(false, true));
        assertTrue(event(after, uid)
                .getLastModified()
                .getValue()
                .after(event(before, uid).getLastModified().getValue()));
    }

    @Test
    void whatAnEndedPilotOwedIsCancelledAndStays() {
        var pilot = TestPilot.filed();
        var path = feed(make(TEAM, pilot.path() + "/calendar-feeds", "en"));

        Register.terminate(pilot);

        assertEquals(
                "CANCELLED",
                event(read(path), pilot.id() + "-m3@pilotwatch").getStatus().getValue());
    }

    @Test
    void aFieldsFeedHasItsPilotsAndIsForItsRegulatorAndTheOffice() {
        var pilot = TestPilot.filed();
        var at = "/milestone/api/v1/fields/%s/calendar-feeds";

        var path = feed(make(LEAD, at.formatted("manufacturing"), "zh-CN"));

        var calendar = read(path);
        calendar.then().statusCode(200);
        assertEquals(
                "区块链+制造：截止日期",
                Biweekly.parse(calendar.asString())
                        .first()
                        .getNames()
                        .getFirst()
                        .getValue());
        event(calendar, pilot.id() + "-m1@pilotwatch");
        make("office", at.formatted("manufacturing"), "en").then().statusCode(201);
        make(OTHER_REGULATOR, at.formatted("manufacturing"), "en")
                .then()
                .statusCode(403)
                .body("code", equalTo("FOREIGN_FIELD"));
        make(TEAM, at.formatted("manufacturing"), "en").then().statusCode(403);
        make("office", at.formatted("alchemy"), "en").then().statusCode(404);
    }

    @Test
    void aFeedShowsNoMoreThanItsMakerMaySeeAtTheTimeOfReading() {
        var pilot = TestPilot.filed();
        var path = feed(make(TEAM, pilot.path() + "/calendar-feeds", "en"));
        TestTopics.send(pilot.approval(4, "special-field", "示例单位-029"), TestPilot.THEN);

        await().untilAsserted(() -> assertEquals(403, read(path).statusCode()));
    }

    @Test
    void aRevokedFeedIsGoneAndNobodyRevokesAnothers() {
        var pilot = TestPilot.filed();
        var made = make(TEAM, pilot.path() + "/calendar-feeds", "en");
        var path = feed(made);
        var id = made.<String>path("feedId");
        assertEquals(FEEDS + "/" + id, made.header("Location"));
        TestPilot.as(TEAM).get(FEEDS + "?limit=200").then().statusCode(200).body("items[0]", not(hasKey("url")));

        TestPilot.as(OTHER_TEAM).delete(FEEDS + "/" + id).then().statusCode(404);
        read(path).then().statusCode(200);
        TestPilot.as(TEAM).delete(FEEDS + "/" + id).then().statusCode(204);
        TestPilot.as(TEAM).delete(FEEDS + "/" + id).then().statusCode(204);

        read(path).then().statusCode(410).body("code", equalTo("CALENDAR_FEED_REVOKED"));
        TestPilot.as(TEAM).get(FEEDS + "?limit=200").then().body("items.feedId", not(hasItem(id)));
        read("/milestone/calendar/nobody-was-given-this.ics").then().statusCode(404);
        read("/milestone/calendar/%00.ics").then().statusCode(404);
    }

    @Test
    void theTokenIsShownOnceAndKeptNowhere() throws SQLException {
        var pilot = TestPilot.filed();
        var key = UUID.randomUUID().toString();

        var first = pilot.post(TEAM, "/calendar-feeds", "{}", key);
        var again = pilot.post(TEAM, "/calendar-feeds", "{}", key);

        var path = feed(first);
        var token = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        assertEquals(43, token.length());
        again.then().statusCode(201).body("$", not(hasKey("url"))).body("feedId", equalTo(first.path("feedId")));
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select (select count(*) from idempotency where body like ?)"
                        + " + (select count(*) from calendar_feed f where f::text like ?)")) {
            select.setString(1, "%" + token + "%");
            select.setString(2, "%" + token + "%");
            try (var found = select.executeQuery()) {
                found.next();
                assertEquals(0, found.getInt(1));
            }
        }
    }
}
