package io.pilotwatch.reporting.scheduled;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.on;
import static io.pilotwatch.reporting.Told.once;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.WallClock;
import io.pilotwatch.platform.testing.MailServer;
import io.pilotwatch.reporting.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports by mail, from the subscription to a real SMTP server. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class ReportMailIT {

    private static final String PATH = "/reporting/api/v1/report-subscriptions";
    private static final String REGULATOR = "regulator-tax";

    @Inject
    ReportJob job;

    @Inject
    Sendings sendings;

    @Inject
    ReportMail mail;

    @Inject
    WallClock wall;

    @Inject
    Sql sql;

    @Inject
    Programme programme;

    private String address;

    @BeforeEach
    void newAddress() {
        address = "reports-" + UUID.randomUUID() + "@example.org";
    }

    @AfterEach
    void nobodyHearsOfOtherTests() {
        sql.read("delete from report_subscription returning true", row -> true);
    }

    @Test
    void aReportComesOnceEachWorkingDayAndHoldsNoForeignPilot() throws Exception {
        var own = freshPilot("tax");
        var foreign = freshPilot("health");
        for (var pilot : List.of(own, foreign)) {
            on("2022-03-01", pilot.approved("special-field", "示例单位 " + pilot.number(), true));
            on("2022-03-02", pilot.filed("m1"));
            once(pilot, 2);
        }
        subscribedLongAgo(REGULATOR, wanted("pilots.xlsx", Map.of(), null));

        job.at(at("2022-08-02T08:29"));
        assertEquals(List.of(), MailServer.to(address));
        job.at(at("2022-08-02T08:30"));
        job.at(at("2022-08-02T08:31"));

        var mail = only(1);
        assertEquals("Pilots as of 2022-08-01", mail.getSubject());
        var file = attachment(mail);
        assertEquals("pilotwatch-pilots-2022-08-01.xlsx", file.getFileName());
        var ids = firstColumn(file);
        assertTrue(ids.contains(own.pilotId()), ids.toString());
        assertFalse(ids.contains(foreign.pilotId()), ids.toString());

        // The weekend is free; on Monday it is told as of Sunday.
        job.at(at("2022-08-06T12:00"));
        job.at(at("2022-08-07T12:00"));
        only(1);
        job.at(at("2022-08-08T12:00"));
        assertEquals("Pilots as of 2022-08-07", only(2).getSubject());
    }

    @Test
    void whatWasMissedIsMadeUpForByTheLastOneAlone() throws Exception {
        subscribedLongAgo("office", wanted("pilots.xlsx", Map.of("q", "nobody"), 1));
        // Three Mondays passed since; today is a Wednesday.
        job.at(at("2022-08-17T09:00"));
        job.at(at("2022-08-18T09:00"));
        assertEquals("Pilots as of 2022-08-14", only(1).getSubject());
    }

    @Test
    void nothingIsDueFromBeforeSomebodySubscribed() {
        subscribe("office", wanted("pilots.xlsx", Map.of(), null)).statusCode(201);
        job.at(at("2022-08-17T09:00"));
        assertEquals(List.of(), MailServer.to(address));
    }

    @Test
    void severalReplicasSendOne() throws Exception {
        subscribedLongAgo("office", wanted("pilots.xlsx", Map.of("q", "nobody"), null));
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> job.at(at("2022-08-02T09:00"))))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();
        only(1);
    }

    @Test
    void whatFailedIsTriedAgainUnderTheSameIdToTheEndOfTheDay() throws Exception {
        var id = subscribedLongAgo("office", wanted("pilots.xlsx", Map.of("q", "nobody"), null));
        MailServer.down();
        try {
            job.at(at("2022-08-02T09:00"));
        } finally {
            MailServer.up();
        }
        as("office")
                .get(PATH + "/" + id + "/sendings")
                .then()
                .body("items", hasSize(1))
                .body("items[0].outcome", is("FAILED"))
                .body("items[0].error", notNullValue());
        job.at(at("2022-08-02T23:59"));
        assertEquals("<" + id + ".2022-08-02@localhost>", only(1).getHeader("Message-ID")[0]);
        as("office")
                .get(PATH + "/" + id + "/sendings")
                .then()
                .body("items.day", contains("2022-08-02", "2022-08-02"))
                .body("items.number", contains(2, 1))
                .body("items.outcome", contains("SENT", "FAILED"))
                .body("items[0].error", nullValue());
    }

    /** Killed after the server took it and before that was written down. */
    @Test
    void whatWasSentAndNotWrittenDownIsSentAgainUnderTheSameId() throws Exception {
        subscribedLongAgo("office", wanted("pilots.xlsx", Map.of("q", "nobody"), null));
        var today = sendings.open(at("2022-08-02T09:00")).orElseThrow();
        mail.send(sendings.claim(today, wall.now()).orElseThrow());
        var first = only(1).getMessageID();

        await().until(() -> {
            job.at(at("2022-08-02T09:01"));
            return MailServer.to(address).size() > 1;
        });
        job.at(at("2022-08-02T09:02"));

        assertEquals(first, only(2).getMessageID());
    }

    @Test
    void whatFailedAllDayIsGivenUp() throws Exception {
        subscribedLongAgo("office", wanted("pilots.xlsx", Map.of("q", "nobody"), null));
        MailServer.down();
        try {
            job.at(at("2022-08-02T09:00"));
        } finally {
            MailServer.up();
        }
        job.at(at("2022-08-03T09:00"));
        assertEquals("Pilots as of 2022-08-02", only(1).getSubject());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "milestones.xlsx, , pilotwatch-milestones-2022-08-01.xlsx, PK",
        "portfolio.pdf, , pilotwatch-portfolio-2022-08-01.pdf, %PDF",
        "field.pdf, tax, pilotwatch-tax-2022-08-01.pdf, %PDF"
    })
    void eachReportComesAsItsFile(String report, String field, String name, String begin) throws Exception {
        subscribedLongAgo(REGULATOR, wanted(report, field == null ? null : Map.of("field", field), 2));
        job.at(at("2022-08-02T09:00"));
        var file = attachment(only(1));
        assertEquals(name, file.getFileName());
        assertArrayEquals(
                begin.getBytes(StandardCharsets.US_ASCII), file.getInputStream().readNBytes(begin.length()));
    }

    @ParameterizedTest(name = "{0} {1}={2} {3} {4} {5}: {6}")
    @CsvSource({
        "pilots.csv, rating, RED, en, a@example.org, 1, 400, ",
        "pilots.xlsx, rating, PURPLE, en, a@example.org, 1, 400, ",
        "pilots.xlsx, rating, RED, fr, a@example.org, 1, 400, ",
        "pilots.xlsx, rating, RED, en, nobody, 1, 400, ",
        "pilots.xlsx, rating, RED, en, 'a@example.org, b@example.org', 1, 400, ",
        "pilots.xlsx, rating, RED, en, 'a@example.org\r\nBcc: b@example.org', 1, 400, ",
        "pilots.xlsx, rating, RED, en, a@example.org, 8, 400, ",
        "portfolio.pdf, rating, RED, en, a@example.org, 1, 422, NO_FILTER_TAKEN",
        "field.pdf, rating, RED, en, a@example.org, 1, 422, FIELD_ALONE",
        "field.pdf, field, mood, en, a@example.org, 1, 400, ",
        "milestones.xlsx, rating, RED, zh, a@example.org, 7, 201, "
    })
    void whatMakesNoSenseIsRefused(
            String report,
            String parameter,
            String value,
            String language,
            String email,
            int weekday,
            int status,
            String code) {
        var body = wanted(report, Map.of(parameter, value), weekday);
        body.put("language", language);
        body.put("email", email);
        var answer = subscribe("viewer", body).statusCode(status);
        if (code != null) {
            answer.body("code", is(code));
        }
    }

    @Test
    void aSubscriptionIsItsAccountsAlone() {
        var key = UUID.randomUUID().toString();
        var body = wanted("pilots.xlsx", Map.of("overdue", "true"), 5);
        var id = post("viewer", key, body)
                .statusCode(201)
                .extract()
                .path("subscriptionId")
                .toString();
        post("viewer", key, body).statusCode(201).body("subscriptionId", is(id));
        as("viewer").get(PATH).then().body("items.subscriptionId", hasItem(id));
        as("viewer")
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("weekday", is(5))
                .body("filter", is(Map.of("overdue", "true")))
                .body("caller", nullValue());
        as("office").get(PATH).then().body("items.subscriptionId", not(hasItem(id)));
        for (var path : List.of(PATH + "/" + id, PATH + "/" + id + "/sendings")) {
            as("office").get(path).then().statusCode(404);
        }
        as("office").delete(PATH + "/" + id).then().statusCode(404);
        as("viewer").delete(PATH + "/" + id).then().statusCode(204);
        as("viewer").get(PATH + "/" + id).then().statusCode(404);
    }

    @Test
    void anAccountSubscribesToTwentyReports() {
        for (int i = 0; i < 20; i++) {
            subscribe("viewer", wanted("pilots.xlsx", null, null)).statusCode(201);
        }
        subscribe("viewer", wanted("pilots.xlsx", null, null))
                .statusCode(409)
                .body("code", is("TOO_MANY_REPORT_SUBSCRIPTIONS"));
    }

    private Map<String, Object> wanted(String report, Map<String, String> filter, Integer weekday) {
        var wanted = new HashMap<String, Object>(Map.of("report", report, "language", "en", "email", address));
        if (filter != null) {
            wanted.put("filter", filter);
        }
        if (weekday != null) {
            wanted.put("weekday", weekday);
        }
        return wanted;
    }

    private String subscribedLongAgo(String user, Map<String, Object> wanted) {
        var id = subscribe(user, wanted)
                .statusCode(201)
                .extract()
                .path("subscriptionId")
                .toString();
        sql.read(
                "update report_subscription set subscribed_at = '2022-07-29T12:00+08' where subscription_id = ?::uuid"
                        + " returning true",
                row -> true,
                id);
        return id;
    }

    private static ValidatableResponse subscribe(String user, Map<String, Object> wanted) {
        return post(user, UUID.randomUUID().toString(), wanted);
    }

    private static ValidatableResponse post(String user, String key, Map<String, Object> wanted) {
        return as(user).header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(wanted)
                .post(PATH)
                .then();
    }

    /** The latest of so many that came. */
    private MimeMessage only(int count) {
        var mails = MailServer.to(address);
        assertEquals(count, mails.size());
        return mails.getLast();
    }

    private static BodyPart attachment(MimeMessage mail) throws Exception {
        var parts = (MimeMultipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).getFileName() != null) {
                return parts.getBodyPart(i);
            }
        }
        throw new AssertionError("no attachment");
    }

    private static List<String> firstColumn(BodyPart file) throws Exception {
        try (var book =
                new XSSFWorkbook(new ByteArrayInputStream(file.getInputStream().readAllBytes()))) {
            return StreamSupport.stream(book.getSheetAt(0).spliterator(), false)
                    .map(row -> row.getCell(0).getStringCellValue())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Instant at(String local) {
        return LocalDateTime.parse(local).atZone(programme.zone()).toInstant();
    }
}
