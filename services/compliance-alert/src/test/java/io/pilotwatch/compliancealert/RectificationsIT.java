package io.pilotwatch.compliancealert;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.AlertEvent.ConductFlagged;
import io.pilotwatch.contracts.AlertEvent.OfRectification;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.ProgrammeClock;
import io.pilotwatch.platform.testing.Owner;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rectification from the order to its acceptance, with the real broker, database and tokens. */
@QuarkusTest
class RectificationsIT {

    private static final String BASE = "/compliance-alert/api/v1";

    @Inject
    ProgrammeClock programmeClock;

    @Inject
    Clock clock;

    @Inject
    Programme programme;

    private LocalDate today;

    @BeforeEach
    void whatDayIsIt() {
        today = programme.dayOf(clock.instant());
        assertTrue(
                today.plusDays(30).isBefore(programme.deadline()),
                "these tests order something before the deadline; the stepped clock is past it, so begin with an empty"
                        + " database");
    }

    @Test
    void what_is_ordered_is_answered_returned_answered_again_and_accepted() {
        var pilot = known(Pilots.oneOfTax(today, today.plusDays(5)));
        var ordered = order("regulator-tax", pilot, today.plusDays(1))
                .statusCode(201)
                .body("state.code", is("ORDERED"))
                .body("state.name.zh", is("待整改"))
                .body("organisation", is("示例单位-028"))
                .body("synthetic", is(true))
                .body("answer", nullValue())
                .body("overdue", is(false))
                .extract();
        String id = ordered.path("rectificationId");
        assertEquals(
                BASE + "/rectifications/" + id,
                java.net.URI.create(ordered.header("Location")).getPath());

        programmeClock.stepTo(programme.startOf(today.plusDays(3)));
        look("team-028", id).body("rectification.overdue", is(true)).body("rectification.daysLate", is(2));
        var evidence = UUID.randomUUID().toString();
        act("team-028", id, "answers", Map.of("answer", "已补齐。", "evidenceIds", List.of(evidence)))
                .statusCode(422)
                .body("code", is("EVIDENCE_UNKNOWN"))
                .body("errors.pointer", contains("/evidenceIds"));
        tell(pilot.attached(evidence));
        await().untilAsserted(
                        () -> act("team-028", id, "answers", Map.of("answer", "已补齐。", "evidenceIds", List.of(evidence)))
                                .statusCode(201)
                                .body("state.code", is("ANSWERED"))
                                .body("overdue", is(false))
                                .body("daysLate", is(2)));
        act("regulator-tax", id, "returns", Map.of("reason", "仍缺指标。"))
                .statusCode(201)
                .body("state.code", is("ORDERED"))
                .body("answer", is("已补齐。"));
        act("team-028", id, "answers", Map.of("answer", "平台支持挖矿。")).statusCode(201);
        act("regulator-tax", id, "acceptances", Map.of())
                .statusCode(201)
                .body("state.code", is("ACCEPTED"))
                .body("daysLate", is(2))
                .body("overdue", is(false));

        look("viewer", id)
                .header("ETag", is("\"5\""))
                .body("history.revision", contains(1, 2, 3, 4, 5))
                .body(
                        "history.what",
                        contains(
                                "RectificationOrdered",
                                "RectificationAnswered",
                                "RectificationReturned",
                                "RectificationAnswered",
                                "RectificationAccepted"))
                .body("history.by", contains("regulator-tax", "team-028", "regulator-tax", "team-028", "regulator-tax"))
                .body("history.text", contains("补齐两个季度的报告。", "已补齐。", "仍缺指标。", "平台支持挖矿。", null))
                .body("history[1].evidenceIds", contains(evidence));
        var heard = heard(pilot, 6);
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L),
                heard.stream()
                        .filter(OfRectification.class::isInstance)
                        .map(Event::revision)
                        .toList());
        var flag = heard.stream()
                .filter(ConductFlagged.class::isInstance)
                .map(ConductFlagged.class::cast)
                .toList();
        assertEquals(
                List.of(pilot.pilotId() + ".conduct.rectification:" + id + ".4.mining"),
                flag.stream().map(f -> f.flag().flagId()).toList());
        var alertId = pilot.pilotId() + ".PROHIBITED_CONTENT.rectification:" + id + ".4";
        as("regulator-tax")
                .get(BASE + "/alerts/" + alertId)
                .then()
                .statusCode(200)
                .body(
                        "alert.text.en",
                        is("What was posted for a rectification has words of prohibited conduct (挖矿);"
                                + " a person must look at it."));
    }

    @Test
    void an_illegal_move_is_refused_with_its_name_and_stores_nothing() {
        var pilot = known(Pilots.oneOfTax(today, today.plusDays(5)));
        order("regulator-tax", pilot, today)
                .statusCode(422)
                .body("code", is("DUE_NOT_AFTER_TODAY"))
                .body("errors[0].pointer", is("/due"));
        String id = order("regulator-tax", pilot, today.plusDays(9))
                .statusCode(201)
                .extract()
                .path("rectificationId");
        act("regulator-tax", id, "acceptances", Map.of())
                .statusCode(409)
                .body("code", is("RECTIFICATION_NOT_ANSWERED"));
        act("regulator-tax", id, "returns", Map.of("reason", " ")).statusCode(400);
        act("team-028", id, "answers", Map.of("answer", "x\u0000")).statusCode(400);
        tell(pilot.terminated());
        await().untilAsserted(() ->
                order("office", pilot, today.plusDays(9)).statusCode(409).body("code", is("PILOT_ENDED")));
        act("team-028", id, "answers", Map.of("answer", "已补齐。")).statusCode(409).body("code", is("PILOT_ENDED"));
        look("office", id).body("history.what", contains("RectificationOrdered"));
    }

    @Test
    void whoever_means_an_older_revision_is_told_so() {
        var pilot = known(Pilots.oneOfTax(today, today.plusDays(5)));
        String id = order("regulator-tax", pilot, today.plusDays(9))
                .statusCode(201)
                .extract()
                .path("rectificationId");
        act("team-028", id, "answers", Map.of("answer", "已补齐。")).statusCode(201);
        for (var tag : Map.of("\"1\"", 412, "\"2\"", 201).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            as("regulator-tax")
                    .contentType("application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("If-Match", tag.getKey())
                    .body("{}")
                    .post(BASE + "/rectifications/" + id + "/acceptances")
                    .then()
                    .statusCode(tag.getValue());
        }
    }

    @Test
    void an_order_that_is_sent_twice_is_given_once_and_lists_go_on() {
        var pilot = known(Pilots.oneOfTax(today, today.plusDays(5)));
        var key = UUID.randomUUID().toString();
        var body = Map.of("demand", "补齐报告。", "due", today.plusDays(9).toString());
        var first = post("regulator-tax", key, "/pilots/" + pilot.pilotId() + "/rectifications", body);
        var second = post("regulator-tax", key, "/pilots/" + pilot.pilotId() + "/rectifications", body);
        assertEquals(
                first.statusCode(201).extract().asString(),
                second.statusCode(201).extract().asString());
        order("office", pilot, today.plusDays(8)).statusCode(201);

        var page = as("team-028")
                .get(BASE + "/pilots/" + pilot.pilotId() + "/rectifications?limit=1")
                .then()
                .statusCode(200)
                .body("items.demand", contains("补齐报告。"))
                .body("next", notNullValue())
                .extract();
        as("team-028")
                .urlEncodingEnabled(false)
                .get(page.<String>path("next"))
                .then()
                .statusCode(200)
                .body("items.demand", contains("补齐两个季度的报告。"))
                .body("next", nullValue());
        as("office")
                .get(BASE + "/pilots/" + pilot.pilotId() + "/rectifications?cursor=eA")
                .then()
                .statusCode(400);
    }

    @Test
    void the_office_leads_a_comprehensive_pilot_and_a_delegates_people_answer() {
        var pilot = Pilots.one("comprehensive", List.of("tax"), "海淀区", today, today.plusDays(20));
        known(pilot);
        tell(pilot.delegated("示例单位-029"));
        order("regulator-tax", pilot, today.plusDays(9)).statusCode(403).body("code", is("FOREIGN_PILOT"));
        String id = order("office", pilot, today.plusDays(9))
                .statusCode(201)
                .extract()
                .path("rectificationId");
        await().untilAsserted(() -> look("team-029", id).body("rectification.state.code", is("ORDERED")));
        act("team-028", id, "answers", Map.of("answer", "已补齐。")).statusCode(403);
        act("team-029", id, "answers", Map.of("answer", "已补齐。")).statusCode(201);
        act("regulator-tax", id, "acceptances", Map.of()).statusCode(403);
        act("office", id, "acceptances", Map.of()).statusCode(201);
    }

    @Test
    void what_happened_cannot_be_unwritten() throws SQLException {
        var pilot = known(Pilots.oneOfTax(today, today.plusDays(5)));
        order("regulator-tax", pilot, today.plusDays(9)).statusCode(201);
        for (var attempt :
                List.of("delete from rectification_history", "update rectification_history set by = 'nobody'")) {
            assertThrows(SQLException.class, () -> Owner.execute(attempt));
        }
    }

    private record Row(String user, String method, String path, int status) {}

    @TestFactory
    Stream<DynamicTest> each_route_answers_each_role() {
        var pilot = known(Pilots.oneOfTax(today, today.plusDays(5)));
        String id = order("regulator-tax", pilot, today.plusDays(9))
                .statusCode(201)
                .extract()
                .path("rectificationId");
        var list = "/pilots/" + pilot.pilotId() + "/rectifications";
        var one = "/rectifications/" + id;
        var rows = new ArrayList<Row>();
        for (var path : List.of(list, one)) {
            for (var user : List.of("team-028", "recommender-tax", "regulator-tax", "office", "operator", "viewer")) {
                rows.add(new Row(user, "GET", path, 200));
            }
            for (var user : List.of("team-029", "recommender-beijing", "regulator-health", "expert-1")) {
                rows.add(new Row(user, "GET", path, 403));
            }
            rows.add(new Row(null, "GET", path, 401));
        }
        var nobodys = List.of("recommender-tax", "expert-1", "operator", "viewer", "regulator-health", "team-029");
        for (var path : List.of(list, one + "/answers", one + "/acceptances", one + "/returns")) {
            nobodys.forEach(user -> rows.add(new Row(user, "POST", path, 403)));
            rows.add(new Row(null, "POST", path, 401));
        }
        rows.add(new Row("team-028", "POST", list, 403));
        rows.add(new Row("regulator-tax", "POST", one + "/answers", 403));
        rows.add(new Row("office", "POST", one + "/answers", 403));
        rows.add(new Row("team-028", "POST", one + "/acceptances", 403));
        rows.add(new Row("team-028", "POST", one + "/returns", 403));
        rows.add(new Row("office", "POST", one + "/acceptances", 403));
        rows.add(new Row("office", "POST", one + "/returns", 403));
        rows.add(new Row("office", "POST", list, 201));
        rows.add(new Row("regulator-tax", "POST", list, 201));
        rows.add(new Row("office", "POST", "/pilots/BP-0/rectifications", 404));
        rows.add(new Row("office", "GET", "/pilots/BP-0/rectifications", 404));
        rows.add(new Row("office", "GET", "/rectifications/" + UUID.randomUUID(), 404));
        rows.add(new Row("team-028", "POST", one + "/answers", 201));
        rows.add(new Row("regulator-tax", "POST", one + "/returns", 201));
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(
                        "%s %s %s: %d".formatted(row.user(), row.method(), row.path(), row.status()), () -> send(row)));
    }

    private void send(Row row) {
        var request = row.user() == null ? given() : as(row.user());
        if (row.method().equals("POST")) {
            request.contentType("application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(
                            row.path().endsWith("/rectifications")
                                    ? Map.of(
                                            "demand",
                                            "补齐报告。",
                                            "due",
                                            today.plusDays(9).toString())
                                    : row.path().endsWith("answers")
                                            ? Map.of("answer", "已补齐。")
                                            : row.path().endsWith("returns") ? Map.of("reason", "仍缺。") : Map.of());
        }
        request.request(row.method(), BASE + row.path()).then().statusCode(row.status());
    }

    private Pilots known(Pilots pilot) {
        tell(pilot.approved());
        await().untilAsserted(() -> as("office")
                .get(BASE + "/pilots/" + pilot.pilotId() + "/rectifications")
                .then()
                .statusCode(200));
        return pilot;
    }

    private ValidatableResponse order(String user, Pilots pilot, LocalDate due) {
        return post(
                user,
                UUID.randomUUID().toString(),
                "/pilots/" + pilot.pilotId() + "/rectifications",
                Map.of("demand", "补齐两个季度的报告。", "due", due.toString()));
    }

    private static ValidatableResponse act(String user, String id, String what, Map<String, ?> body) {
        return post(user, UUID.randomUUID().toString(), "/rectifications/" + id + "/" + what, body);
    }

    private static ValidatableResponse post(String user, String key, String path, Map<String, ?> body) {
        return as(user).contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(BASE + path)
                .then();
    }

    private static ValidatableResponse look(String user, String id) {
        return as(user).get(BASE + "/rectifications/" + id).then().statusCode(200);
    }

    private void tell(Event event) {
        TestTopics.send(event, clock.instant());
    }

    private static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer " + Tokens.of(user));
    }

    private static List<Event> heard(Pilots pilot, int atLeast) {
        return TestTopics.read(Topic.ALERTS.wireName(), pilot.pilotId(), found -> found.size() >= atLeast).stream()
                .map(TestTopics::event)
                .toList();
    }
}
