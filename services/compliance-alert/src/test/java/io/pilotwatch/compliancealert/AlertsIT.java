package io.pilotwatch.compliancealert;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pilotwatch.compliancealert.FactsRows.OthersRows;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.AlertEvent.ConductFlagged;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.ProgrammeClock;
import io.pilotwatch.platform.WallClock;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * From events and the clock to alerts, with the real broker and database. The programme clock is kept in the database and
 * only goes forward, so every day here is counted from where it stands.
 */
@QuarkusTest
class AlertsIT {

    private static final String ALERTS = "/compliance-alert/api/v1/alerts";

    @Inject
    ProgrammeClock programmeClock;

    @Inject
    Clock clock;

    @Inject
    Programme programme;

    @Inject
    DataSource database;

    @Inject
    Sweep sweep;

    @Inject
    Recount recount;

    @Inject
    RecountRows recountRows;

    @Inject
    FactsRows factsRows;

    @Inject
    AlertRows alertRows;

    @Inject
    Telling telling;

    @Inject
    WallClock wall;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    private LocalDate today;

    @BeforeEach
    void beginAtTheStartOfADay() {
        stepTo(programme.dayOf(clock.instant()).plusDays(1));
        today = programme.dayOf(clock.instant());
    }

    @Test
    void a_deadline_that_passes_is_seen_acknowledged_raised_again_and_cleared() {
        var pilot = Pilots.oneOfTax(today, today.plusDays(40));
        var id = pilot.pilotId() + ".MILESTONE_OVERDUE.m1.1";
        tell(pilot.approved(), pilot.filed());
        awaitRevision(pilot, 1);

        stepTo(pilot.due().plusDays(1));
        list("regulator-tax", "pilotId=" + pilot.pilotId() + "&state=OPEN&rule=MILESTONE_OVERDUE")
                .body("items", hasSize(1))
                .body("items[0].alertId", is(id))
                .body("items[0].organisation", is("示例单位-028"))
                .body("items[0].synthetic", is(true))
                .body("items[0].rule.code", is("MILESTONE_OVERDUE"))
                .body("items[0].rule.name.zh", is("里程碑逾期"))
                .body("items[0].severity.code", is("WARNING"))
                .body("items[0].level", is(1))
                .body("items[0].threshold", is(1))
                .body("items[0].subject", is("m1"))
                .body("items[0].state.code", is("OPEN"))
                .body("items[0].text.en", containsString("overdue by at least 1 day"))
                .body("items[0].expectedAt", notNullValue())
                .body("items[0].lateDetected", is(false));

        acknowledge("regulator-tax", id, UUID.randomUUID().toString())
                .statusCode(201)
                .body("state.code", is("ACKNOWLEDGED"));
        stepTo(pilot.due().plusDays(7));
        tell(pilot.reached(2));
        awaitRevision(pilot, 2);

        as("regulator-tax")
                .get(ALERTS + "/" + id)
                .then()
                .statusCode(200)
                .body("alert.state.code", is("CLEARED"))
                .body("history.revision", contains(1, 2, 3, 4))
                .body("history.what", contains("AlertRaised", "AlertAcknowledged", "AlertRaised", "AlertCleared"))
                .body("history.by", contains(null, "regulator-tax", null, null))
                .body("history.level", contains(1, 1, 2, 2))
                .body("history[1].note", is("已知悉"))
                .body("history[3].text.en", containsString("was reached"));
        assertEquals(
                List.of("AlertRaised 1", "AlertAcknowledged 2", "AlertRaised 3", "AlertCleared 4"), said(pilot, id, 4));
        acknowledge("regulator-tax", id, UUID.randomUUID().toString())
                .statusCode(409)
                .body("code", is("ALERT_CLEARED"));
    }

    @Test
    void what_an_outage_swallowed_comes_as_one_alert_that_says_it_is_late() {
        var pilot = Pilots.oneOfTax(today, today.plusDays(40));
        tell(pilot.approved(), pilot.filed());
        awaitRevision(pilot, 1);

        stepTo(pilot.due().plusDays(35));

        list("office", "pilotId=" + pilot.pilotId() + "&rule=MILESTONE_OVERDUE")
                .body("items.size()", is(1))
                .body("items[0].level", is(3))
                .body("items[0].severity.code", is("CRITICAL"))
                .body("items[0].lateDetected", is(true));
        list("office", "pilotId=" + pilot.pilotId() + "&rule=MILESTONE_DUE_SOON")
                .body("items.size()", is(0));
    }

    @Test
    void a_milestone_that_is_heard_of_before_its_pilot_waits_for_it() {
        var pilot = Pilots.oneOfTax(today, today.plusDays(10));
        tell(pilot.updated(2, null), pilot.filed());
        awaitRevision(pilot, 2);
        list("office", "pilotId=" + pilot.pilotId()).body("items.size()", is(0));

        tell(pilot.approved());
        await().untilAsserted(() -> list("office", "pilotId=" + pilot.pilotId())
                .body("items.rule.code", contains("MILESTONE_DUE_SOON"))
                .body("items[0].level", is(2))
                .body("items[0].lateDetected", is(false)));
    }

    @Test
    void events_heard_again_raise_nothing_again() {
        var pilot = Pilots.oneOfTax(today, today.plusDays(10));
        tell(pilot.approved(), pilot.filed(), pilot.updated(2, "组织群众炒币。"));
        awaitRevision(pilot, 2);
        var repeat = TestTopics.send(pilot.updated(2, "组织群众炒币。"), clock.instant());
        TestTopics.send(pilot.updated(2, "组织群众炒币。"), clock.instant(), repeat);
        tell(pilot.filed(), pilot.updated(3, null));
        awaitRevision(pilot, 3);

        var heard = heard(pilot, 3);
        assertEquals(1, heard.stream().filter(ConductFlagged.class::isInstance).count());
        assertEquals(2, heard.stream().filter(AlertRaised.class::isInstance).count());
    }

    @Test
    void words_of_prohibited_conduct_are_flagged_and_a_mention_of_them_is_not() {
        var pilot = Pilots.oneOfTax(today, today.plusDays(100));
        tell(pilot.approved(), pilot.filed(), pilot.updated(2, "各单位严禁炒币。"), pilot.updated(3, "平台支持挖矿。"));
        awaitRevision(pilot, 3);

        list("regulator-tax", "pilotId=" + pilot.pilotId())
                .body("items.alertId", contains(pilot.pilotId() + ".PROHIBITED_CONTENT.m1.3"))
                .body("items[0].text.zh", containsString("挖矿"));
        var flags = heard(pilot, 2).stream()
                .filter(ConductFlagged.class::isInstance)
                .toList();
        var flag = ((ConductFlagged) flags.getFirst()).flag();
        assertEquals(1, flags.size());
        assertEquals(List.of("挖矿"), flag.words());
        assertEquals("平台支持挖矿。", flag.excerpt());
    }

    @Test
    void sweeps_that_race_raise_one_alert_each() {
        var pilots = IntStream.range(0, 30)
                .mapToObj(i -> Pilots.oneOfTax(today, today.plusDays(40)))
                .toList();
        pilots.forEach(pilot -> tell(pilot.approved(), pilot.filed()));
        pilots.forEach(pilot -> awaitRevision(pilot, 1));

        var done = new AtomicBoolean();
        var racing = Stream.of(OthersRows.SKIP, OthersRows.AWAIT, OthersRows.SKIP)
                .map(others -> CompletableFuture.runAsync(() -> {
                    while (!done.get()) {
                        sweep.sweep(others);
                    }
                }))
                .toList();
        stepTo(today.plusDays(41));
        done.set(true);
        racing.forEach(CompletableFuture::join);

        for (var pilot : pilots) {
            as("office")
                    .get(ALERTS + "/" + pilot.pilotId() + ".MILESTONE_OVERDUE.m1.1")
                    .then()
                    .statusCode(200)
                    .body("history.what", contains("AlertRaised"));
        }
    }

    @Test
    void an_acknowledgement_that_is_sent_twice_happens_once() {
        var pilot = overdue();
        var id = pilot.pilotId() + ".MILESTONE_OVERDUE.m1.1";
        var key = UUID.randomUUID().toString();

        var first = acknowledge("regulator-tax", id, key).statusCode(201).extract();
        var second = acknowledge("regulator-tax", id, key).statusCode(201).extract();

        assertEquals(
                ALERTS + "/" + id, java.net.URI.create(first.header("Location")).getPath());
        assertEquals(first.asString(), second.asString());
        acknowledge("regulator-tax", id, UUID.randomUUID().toString())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", is("ALREADY_ACKNOWLEDGED"));
        as("regulator-tax").get(ALERTS + "/" + id).then().body("history.size()", is(2));
    }

    @Test
    void each_lead_of_a_comprehensive_pilot_acknowledges_for_itself() {
        var pilot = Pilots.one("comprehensive", List.of("tax", "health"), "海淀区", today, today.plusDays(20));
        tell(pilot.approved(), pilot.filed());
        awaitRevision(pilot, 1);
        var id = pilot.pilotId() + ".MILESTONE_DUE_SOON.m1.1";

        list("regulator-health", "pilotId=" + pilot.pilotId() + "&rule=MILESTONE_DUE_SOON")
                .body("items.alertId", contains(id))
                .body("items[0].addressees.agency", contains("cac", "sta", "nhc"));
        acknowledge("regulator-energy", id, UUID.randomUUID().toString())
                .statusCode(403)
                .body("code", is("FOREIGN_PILOT"));
        acknowledge("regulator-health", id, UUID.randomUUID().toString())
                .statusCode(201)
                .body("state.code", is("OPEN"));
        acknowledge("regulator-health", id, UUID.randomUUID().toString())
                .statusCode(409)
                .body("code", is("ALREADY_ACKNOWLEDGED"));
        acknowledge("regulator-tax", id, UUID.randomUUID().toString()).statusCode(201);
        acknowledge("office", id, UUID.randomUUID().toString())
                .statusCode(201)
                .body("state.code", is("ACKNOWLEDGED"))
                .body("addressees.acknowledgedBy", contains("office", "regulator-tax", "regulator-health"));
        as("office").get(ALERTS + "/" + id).then().body("history.agency", contains(null, "nhc", "sta", "cac"));
    }

    @Test
    void who_stays_silent_is_passed_over_to_the_superior_and_the_office_and_an_acknowledgement_runs_out() {
        var pilot = overdue();
        var id = pilot.pilotId() + ".MILESTONE_OVERDUE.m1.1";
        as("superior").get(ALERTS + "/" + id).then().statusCode(403);

        // Another level asks anew; the next one is more than twenty days away.
        stepTo(pilot.due().plusDays(7));
        var third = programme.calendar().plusWorkingDays(programme.dayOf(clock.instant()), 3);
        stepTo(third.plusDays(1));
        as("superior")
                .get(ALERTS + "/" + id)
                .then()
                .statusCode(200)
                .body("alert.addressees[0].escalatedTo", contains("state-council"))
                .body("history.what", hasItem("AlertEscalated"));
        list("superior", "pilotId=" + pilot.pilotId()).body("items.alertId", hasItem(id));
        acknowledge("superior", id, UUID.randomUUID().toString())
                .statusCode(201)
                .body("state.code", is("ACKNOWLEDGED"));

        var until = programme.calendar().plusWorkingDays(programme.dayOf(clock.instant()), 10);
        stepTo(until.plusDays(1));
        as("regulator-tax")
                .get(ALERTS + "/" + id)
                .then()
                .body("alert.state.code", is("OPEN"))
                .body("history.what", anyOf(hasItem("AlertAcknowledgementExpired"), hasItem("AlertRaised")));
    }

    @Test
    void a_waiver_mutes_what_it_covers_while_it_lasts_and_is_seen() {
        var pilot = overdue();
        var id = pilot.pilotId() + ".MILESTONE_OVERDUE.m1.1";
        var waivers = "/compliance-alert/api/v1/pilots/" + pilot.pilotId() + "/waivers";
        var until = clock.instant().plus(Duration.ofDays(3));
        post("regulator-health", waivers, "{\"reason\":\"改造\",\"until\":\"%s\"}".formatted(until))
                .statusCode(403);
        post("regulator-tax", waivers, "{\"rule\":\"NONE\",\"reason\":\"改造\",\"until\":\"%s\"}".formatted(until))
                .statusCode(422)
                .body("code", is("RULE_UNKNOWN"));
        post(
                        "regulator-tax",
                        waivers,
                        "{\"rule\":\"PROHIBITED_CONTENT\",\"reason\":\"无\",\"until\":\"%s\"}".formatted(until))
                .statusCode(422)
                .body("code", is("RULE_NOT_WAIVABLE"));
        post(
                        "regulator-tax",
                        waivers,
                        "{\"rule\":\"MILESTONE_OVERDUE\",\"reason\":\"系统改造\",\"until\":\"%s\"}".formatted(until))
                .statusCode(201)
                .body("inForce", is(true));

        as("office")
                .get(ALERTS + "/" + id)
                .then()
                .body("alert.muted.by", is("WAIVER"))
                .body("alert.state.code", is("OPEN"))
                .body("history.what", contains("AlertRaised", "AlertMuted"));
        list("office", "pilotId=" + pilot.pilotId() + "&muted=true").body("items.alertId", contains(id));

        stepTo(today.plusDays(11 + 3));
        as("office")
                .get(ALERTS + "/" + id)
                .then()
                .body("alert.muted", nullValue())
                .body("history.what", contains("AlertRaised", "AlertMuted", "AlertUnmuted"));
        as("team-028").get(waivers).then().statusCode(200).body("items[0].inForce", is(false));
    }

    @Test
    void a_dismissed_alert_stays_so_until_the_next_threshold_and_a_comment_stays_in_its_history() {
        var pilot = overdue();
        var id = pilot.pilotId() + ".MILESTONE_OVERDUE.m1.1";
        post("regulator-tax", ALERTS + "/" + id + "/comments", "{\"comment\":\"已约谈\"}")
                .statusCode(201);
        post("regulator-health", ALERTS + "/" + id + "/comments", "{\"comment\":\"?\"}")
                .statusCode(403);
        post("regulator-tax", ALERTS + "/" + id + "/dismissals", "{\"reason\":\"\"}")
                .statusCode(400);
        post("regulator-tax", ALERTS + "/" + id + "/dismissals", "{\"reason\":\"现场已核实\"}")
                .statusCode(201)
                .body("state.code", is("DISMISSED"));
        stepTo(pilot.due().plusDays(3));
        as("office").get(ALERTS + "/" + id).then().body("alert.state.code", is("DISMISSED"));
        stepTo(pilot.due().plusDays(7));
        as("office")
                .get(ALERTS + "/" + id)
                .then()
                .body("alert.state.code", is("OPEN"))
                .body("history.what", contains("AlertRaised", "AlertCommented", "AlertDismissed", "AlertRaised"))
                .body("history[1].note", is("已约谈"));
    }

    @Test
    void a_recount_finds_nothing_and_would_find_an_alert_that_somebody_took_away() throws SQLException {
        var pilot = overdue();
        var id = pilot.pilotId() + ".MILESTONE_OVERDUE.m1.1";
        assertEquals(List.of(), recount.recount().examples());

        execute("update alert set state = 'CLEARED' where alert_id = '" + id + "'");
        assertTrue(recount.recount().examples().contains(id + " is missing"));
        execute("update alert set state = 'OPEN' where alert_id = '" + id + "'");
        as("office")
                .get("/compliance-alert/api/v1/recount")
                .then()
                .statusCode(200)
                .body("pilots", org.hamcrest.Matchers.greaterThan(0));
    }

    @Test
    void a_replica_whose_clock_is_behind_takes_nothing_back_and_misses_nothing() {
        var pilot = Pilots.oneOfTax(today, today.plusDays(40));
        tell(pilot.approved(), pilot.filed());
        awaitRevision(pilot, 1);
        stepTo(pilot.due().plusDays(1));
        list("regulator-tax", "pilotId=" + pilot.pilotId() + "&state=OPEN&rule=MILESTONE_OVERDUE")
                .body("items", hasSize(1));

        var behind = Clock.fixed(clock.instant().minus(Duration.ofDays(2)), clock.getZone());
        var other = new Evaluation(factsRows, alertRows, telling, programme, behind);
        var said = QuarkusTransaction.requiringNew()
                .call(() -> other.evaluate(
                        List.copyOf(factsRows.lock(Set.of(pilot.pilotId())).values())));
        var missed = new Recount(recountRows, programme, behind, new SimpleMeterRegistry(), wall)
                .recount().examples().stream()
                        .filter(example -> example.contains(pilot.pilotId()))
                        .toList();

        assertEquals(List.of(), said);
        assertEquals(List.of(), missed);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record Row(String sentence, String user, String method, String path, int status) {}

    @TestFactory
    Stream<DynamicTest> each_route_answers_each_role_as_its_sentence_says() {
        var pilot = overdue();
        var id = pilot.pilotId() + ".MILESTONE_OVERDUE.m1.1";
        var rows = new ArrayList<Row>();
        for (var user : List.of("team-028", "recommender-tax", "regulator-tax", "office", "operator", "viewer")) {
            rows.add(new Row(user + " lists alerts", user, "GET", "", 200));
            rows.add(new Row(user + " reads the alert", user, "GET", "/" + id, 200));
        }
        rows.add(new Row("another team lists its own alerts", "team-029", "GET", "", 200));
        rows.add(new Row("another team may not read the alert", "team-029", "GET", "/" + id, 403));
        rows.add(new Row("another field's regulator may not read it", "regulator-health", "GET", "/" + id, 403));
        rows.add(new Row("a recommender of elsewhere lists its own", "recommender-beijing", "GET", "", 200));
        rows.add(new Row("... and may not read this one", "recommender-beijing", "GET", "/" + id, 403));
        rows.add(new Row("an expert has no business with alerts", "expert-1", "GET", "", 403));
        rows.add(new Row("... nor with one", "expert-1", "GET", "/" + id, 403));
        rows.add(new Row("nobody lists nothing", null, "GET", "", 401));
        rows.add(new Row("nobody reads nothing", null, "GET", "/" + id, 401));
        rows.add(new Row("nobody acknowledges nothing", null, "POST", "/" + id + "/acknowledgements", 401));
        for (var user : List.of(
                "team-028", "operator", "viewer", "recommender-tax", "expert-1", "regulator-health", "office")) {
            rows.add(new Row(user + " may not acknowledge", user, "POST", "/" + id + "/acknowledgements", 403));
        }
        rows.add(new Row("the lead acknowledges", "regulator-tax", "POST", "/" + id + "/acknowledgements", 201));
        rows.add(new Row("an alert that there is not", "office", "GET", "/BP-0.X.m1.1", 404));
        rows.add(new Row("... cannot be acknowledged", "office", "POST", "/BP-0.X.m1.1/acknowledgements", 404));
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.sentence(), () -> {
                    var request = row.user() == null ? given() : as(row.user());
                    if (row.method().equals("POST")) {
                        request.contentType("application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .body("{}");
                    }
                    request.request(row.method(), ALERTS + row.path()).then().statusCode(row.status());
                }));
    }

    @Test
    void each_sees_its_own() {
        var pilot = overdue();
        var mine = "pilotId=" + pilot.pilotId() + "&state=OPEN";
        for (var user : List.of("team-028", "recommender-tax", "regulator-tax", "office", "operator", "viewer")) {
            list(user, mine).body("items.size()", is(1));
        }
        for (var user : List.of("team-029", "regulator-health", "recommender-beijing")) {
            list(user, mine).body("items.size()", is(0));
        }
        // Its own, and those of pilots for which it acts.
        list("team-029", "limit=200").body("items.pilotId", not(hasItem(pilot.pilotId())));
    }

    @Test
    void the_people_of_a_delegate_see_what_the_pilots_own_see() {
        var pilot = overdue();
        var id = pilot.pilotId() + ".MILESTONE_OVERDUE.m1.1";
        as("team-029").get(ALERTS + "/" + id).then().statusCode(403);

        tell(pilot.delegated("示例单位-029"));

        await().untilAsserted(() ->
                list("team-029", "pilotId=" + pilot.pilotId() + "&state=OPEN").body("items.alertId", contains(id)));
        as("team-029").get(ALERTS + "/" + id).then().statusCode(200);
    }

    @Test
    void a_suspension_mutes_what_is_owed_and_a_resumption_tells_it_again() {
        var pilot = overdue();
        var id = pilot.pilotId() + ".MILESTONE_OVERDUE.m1.1";
        tell(pilot.suspended());
        await().untilAsserted(() -> as("office")
                .get(ALERTS + "/" + id)
                .then()
                .body("history.what", contains("AlertRaised", "AlertMuted"))
                .body("alert.muted.reason.zh", is("试点已暂停。")));
        tell(pilot.resumed());
        await().untilAsserted(() -> as("office")
                .get(ALERTS + "/" + id)
                .then()
                .body("history.what", contains("AlertRaised", "AlertMuted", "AlertUnmuted"))
                .body("alert.state.code", is("OPEN"))
                .body("alert.muted", nullValue())
                .body("alert.lateDetected", is(false)));
    }

    @Test
    void a_filter_that_there_is_not_is_a_problem_and_pages_go_on() {
        for (var query : List.of("state=SHUT", "rule=NONE", "limit=0", "limit=201", "cursor=%21", "cursor=AA")) {
            as("office")
                    .urlEncodingEnabled(false)
                    .header("Accept-Language", "zh-CN")
                    .get(ALERTS + "?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .header("Content-Language", "zh-CN")
                    .body("code", is("BAD_PARAMETER"))
                    .body("errors[0].pointer", equalTo(query.split("=")[0]));
        }
        var pilot = overdue();
        var first = list("office", "pilotId=" + pilot.pilotId() + "&limit=1")
                .body("items.size()", is(1))
                .extract();
        assertTrue(first.path("next").toString().contains("cursor="));
        as("office")
                .urlEncodingEnabled(false)
                .get(first.<String>path("next"))
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].alertId", not(first.<String>path("items[0].alertId")))
                .body("next", nullValue());
    }

    @Test
    void the_metrics_tell_open_raised_and_late_alerts_and_the_last_sweep() {
        overdue();
        await().untilAsserted(() -> {
            var text = given().get(metrics).then().statusCode(200).extract().asString();
            assertTrue(value(text, "pilotwatch_alerts_open{rule=\"MILESTONE_OVERDUE\",severity=\"WARNING\"") > 0, text);
            assertTrue(value(text, "pilotwatch_alerts_open{rule=\"PILOT_STALE\",severity=\"INFO\"") == 0, text);
            assertTrue(value(text, "pilotwatch_alerts_raised_total{rule=\"MILESTONE_OVERDUE\"") > 0, text);
            assertTrue(value(text, "pilotwatch_alerts_raised_late_total") >= 0, text);
            assertTrue(value(text, "pilotwatch_sweep_last_timestamp_seconds") > 1_700_000_000, text);
        });
    }

    private static double value(String text, String start) {
        return text.lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(-1);
    }

    /** A pilot with an overdue milestone, and an alert of due soon that was cleared. */
    private Pilots overdue() {
        var pilot = Pilots.oneOfTax(today, today.plusDays(10));
        tell(pilot.approved(), pilot.filed());
        awaitRevision(pilot, 1);
        stepTo(pilot.due().plusDays(1));
        return pilot;
    }

    private void tell(Event... events) {
        for (var event : events) {
            TestTopics.send(event, clock.instant());
        }
    }

    private void stepTo(LocalDate day) {
        programmeClock.stepTo(programme.startOf(day));
    }

    /** Until the pilot and this revision of its milestone were heard of; a pilot not yet approved counts as heard of. */
    private void awaitRevision(Pilots pilot, long revision) {
        await().atMost(Duration.ofSeconds(20)).until(() -> revision(pilot.pilotId()) >= revision);
    }

    private long revision(String pilotId) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select facts #>> '{milestones,m1,milestone,revision}' from pilot_facts where pilot_id = ?")) {
            select.setString(1, pilotId);
            try (var found = select.executeQuery()) {
                return found.next() && found.getString(1) != null ? Long.parseLong(found.getString(1)) : 0;
            }
        }
    }

    private static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer " + Tokens.of(user));
    }

    private static ValidatableResponse list(String user, String query) {
        return as(user).get(ALERTS + "?" + query).then().statusCode(200);
    }

    private static ValidatableResponse post(String user, String path, String body) {
        return as(user).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse acknowledge(String user, String id, String key) {
        return as(user).contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"note\":\"已知悉\"}")
                .post(ALERTS + "/" + id + "/acknowledgements")
                .then();
    }

    private static List<Event> heard(Pilots pilot, int atLeast) {
        return TestTopics.read(Topic.ALERTS.wireName(), pilot.pilotId(), found -> found.size() >= atLeast).stream()
                .map(TestTopics::event)
                .toList();
    }

    /** What was said of one alert, in order. */
    private static List<String> said(Pilots pilot, String id, int atLeast) {
        return TestTopics.read(
                        Topic.ALERTS.wireName(),
                        pilot.pilotId(),
                        found -> found.stream()
                                        .filter(r -> new String(r.value()).contains(id))
                                        .count()
                                >= atLeast)
                .stream()
                .filter(r -> new String(r.value(), java.nio.charset.StandardCharsets.UTF_8).contains(id))
                .map(TestTopics::event)
                .map(e -> e.getClass().getSimpleName() + " " + e.revision())
                .toList();
    }
}
