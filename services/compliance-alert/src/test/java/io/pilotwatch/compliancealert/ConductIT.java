package io.pilotwatch.compliancealert;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pilotwatch.compliancealert.core.Screening;
import io.pilotwatch.contracts.AlertEvent.ConductConfirmed;
import io.pilotwatch.contracts.AlertEvent.ConductFlagged;
import io.pilotwatch.contracts.AlertEvent.OfConduct;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.Outbox;
import io.pilotwatch.platform.testing.Owner;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flag from the find to a person's decision and to a newer vocabulary, with the real broker, database and tokens. */
@QuarkusTest
class ConductIT {

    private static final String FLAGS = "/compliance-alert/api/v1/conduct-flags";
    private static final String ALERTS = "/compliance-alert/api/v1/alerts";

    @Inject
    Clock clock;

    @Inject
    Programme programme;

    @Inject
    FactsRows factsRows;

    @Inject
    HeardRows journal;

    @Inject
    ConductRows conduct;

    @Inject
    Evaluation evaluation;

    @Inject
    Outbox outbox;

    @TempDir
    Path folder;

    private LocalDate today;

    @BeforeEach
    void whatDayIsIt() {
        today = programme.dayOf(clock.instant());
    }

    @Test
    void what_is_found_is_shown_with_its_words_and_rule_and_a_person_confirms_it() {
        var pilot = posted("利用机房部署矿机，严禁炒币。");
        var id = pilot.pilotId() + ".conduct.m1.2.mining";
        awaitFlag(id);
        look("regulator-tax", id)
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("flag.organisation", is("示例单位-028"))
                .body("flag.state.code", is("FOUND"))
                .body("flag.outcome.code", is("ALERT"))
                .body("flag.category.name.zh", is("挖矿"))
                .body("flag.rule.code", is("STRONG_TERM"))
                .body("flag.rule.name.en", is("a plain word of prohibited conduct"))
                .body("flag.words", contains("矿机"))
                .body("flag.excerpt", containsString("部署矿机"))
                .body("flag.vocabulary", is(VocabularyFiles.shipped().version()))
                .body("flag.decision", nullValue())
                .body("history.what", contains("FOUND"));
        list("regulator-tax", "pilotId=" + pilot.pilotId()).body("items", hasSize(2));
        list("regulator-tax", "outcome=MENTION&pilotId=" + pilot.pilotId())
                .body("items.category.code", contains("crypto_speculation"))
                .body("items.rule.code", contains("NEGATED"));
        look("team-028", id).statusCode(404);
        list("team-028", "pilotId=" + pilot.pilotId()).body("items", hasSize(0));

        var key = UUID.randomUUID().toString();
        decide("regulator-tax", id, "confirmations", key, "现场已核实。")
                .statusCode(201)
                .body("state.code", is("CONFIRMED"))
                .body("decision.by", is("regulator-tax"))
                .body("decision.reason", is("现场已核实。"));
        decide("regulator-tax", id, "confirmations", key, "现场已核实。").statusCode(201);

        decide("office", id, "dismissals", UUID.randomUUID().toString(), "误报。")
                .statusCode(409)
                .body("code", is("CONDUCT_ALREADY_DECIDED"));
        look("team-028", id)
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("history.what", contains("FOUND", "CONFIRMED"))
                .body("history.by", contains(null, "regulator-tax"));
        list("team-028", "state=CONFIRMED&pilotId=" + pilot.pilotId()).body("items.flagId", contains(id));
        var told = told(pilot, 2);
        assertEquals(List.of(1L, 2L), told.stream().map(Event::revision).toList());
        assertEquals(ConductFlagged.class, told.get(0).getClass());
        assertEquals(ConductConfirmed.class, told.get(1).getClass());
    }

    @Test
    void what_a_person_dismisses_clears_the_alert_with_the_reason() {
        var pilot = posted("平台支持挖矿。");
        var id = pilot.pilotId() + ".conduct.m1.2.mining";
        awaitFlag(id);
        var alert = ALERTS + "/" + pilot.pilotId() + ".PROHIBITED_CONTENT.m1.2";
        as("regulator-tax").get(alert).then().statusCode(200).body("alert.state.code", is("OPEN"));

        decide("regulator-tax", id, "dismissals", UUID.randomUUID().toString(), "系引用文件标题。")
                .statusCode(201)
                .body("state.code", is("DISMISSED"));

        as("regulator-tax")
                .get(alert)
                .then()
                .statusCode(200)
                .body("alert.state.code", is("CLEARED"))
                .body("history[1].text.zh", is("经人工核实不属违规：系引用文件标题。"));
    }

    @Test
    void only_the_lead_and_the_office_decide_and_only_with_a_reason() {
        var pilot = posted("平台支持挖矿。");
        var id = pilot.pilotId() + ".conduct.m1.2.mining";
        awaitFlag(id);
        decide("team-028", id, "dismissals", UUID.randomUUID().toString(), "误报。")
                .statusCode(403);
        decide("regulator-energy", id, "dismissals", UUID.randomUUID().toString(), "误报。")
                .statusCode(403)
                .body("code", is("FOREIGN_PILOT"));
        look("regulator-energy", id).statusCode(403);
        decide("regulator-tax", id, "dismissals", UUID.randomUUID().toString(), " ")
                .statusCode(400);
        decide(
                        "regulator-tax",
                        "BP-0.conduct.m1.1.mining",
                        "dismissals",
                        UUID.randomUUID().toString(),
                        "误报。")
                .statusCode(404);
        decide("regulator-tax", "nothing", "dismissals", UUID.randomUUID().toString(), "误报。")
                .statusCode(404);
        as("regulator-tax")
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"7\"")
                .body(Map.of("reason", "误报。"))
                .post(FLAGS + "/" + id + "/dismissals")
                .then()
                .statusCode(412);
        as("regulator-tax").get(FLAGS + "?state=OPEN").then().statusCode(400).body("code", is("BAD_PARAMETER"));
        decide("office", id, "dismissals", UUID.randomUUID().toString(), "误报。").statusCode(201);
    }

    @Test
    void a_newer_vocabulary_finds_old_texts_once_and_closes_what_it_does_not_find() throws IOException {
        var pilot = posted("部署矿机若干，建设云上驿站。");
        var mining = pilot.pilotId() + ".conduct.m1.2.mining";
        awaitFlag(mining);
        var harmless = posted("部署矿机若干。");
        awaitFlag(harmless.pilotId() + ".conduct.m1.2.mining");
        var newer = newer("crypto_speculation,zh,strong,云上驿站,\nmining,zh,strong,挖矿,\n");
        var found = pilot.pilotId() + ".conduct.m1.2.crypto_speculation";

        rescreening(newer).ofOldTexts();
        rescreening(newer).ofOldTexts();

        look("regulator-tax", found)
                .statusCode(200)
                .body("flag.vocabulary", is(newer.version()))
                .body("flag.words", contains("云上驿站"))
                .body("history.what", contains("FOUND"));
        look("regulator-tax", mining)
                .statusCode(200)
                .body("flag.state.code", is("NO_LONGER_FOUND"))
                .body("flag.lostWith", is(newer.version()))
                .body("history.what", contains("FOUND", "NO_LONGER_FOUND"))
                .body("history[1].vocabulary", is(newer.version()));
        decide("regulator-tax", mining, "confirmations", UUID.randomUUID().toString(), "属实。")
                .statusCode(409)
                .body("code", is("CONDUCT_NO_LONGER_FOUND"));
        as("regulator-tax")
                .get(ALERTS + "/" + pilot.pilotId() + ".PROHIBITED_CONTENT.m1.2")
                .then()
                .statusCode(200)
                .body("alert.state.code", is("OPEN"));
        as("regulator-tax")
                .get(ALERTS + "/" + harmless.pilotId() + ".PROHIBITED_CONTENT.m1.2")
                .then()
                .statusCode(200)
                .body("alert.state.code", is("CLEARED"))
                .body("history[1].text.en", is("The vocabulary " + newer.version() + " does not find it any more."));
        assertEquals(3, told(pilot, 3).size());
    }

    @Test
    void a_decision_outlives_a_newer_vocabulary() throws IOException {
        var pilot = posted("平台支持挖矿。");
        var id = pilot.pilotId() + ".conduct.m1.2.mining";
        awaitFlag(id);
        decide("regulator-tax", id, "confirmations", UUID.randomUUID().toString(), "属实。")
                .statusCode(201);

        rescreening(newer("mining,zh,strong,别的,\n")).ofOldTexts();

        look("regulator-tax", id).body("flag.state.code", is("CONFIRMED")).body("history", hasSize(2));
    }

    @Test
    void history_is_only_added_to() throws SQLException {
        var pilot = posted("平台支持挖矿。");
        awaitFlag(pilot.pilotId() + ".conduct.m1.2.mining");
        assertThrows(SQLException.class, () -> Owner.execute("delete from conduct_flag_history"));
    }

    private Pilots posted(String note) {
        var pilot = Pilots.oneOfTax(today, today.plusDays(40));
        Stream.of(pilot.approved(), pilot.filed(), pilot.updated(2, note))
                .forEach(e -> TestTopics.send(e, clock.instant()));
        return pilot;
    }

    /** Each run has a version of its own, so that runs may repeat. */
    private Screening newer(String terms) throws IOException {
        var file = folder.resolve("vocabulary.csv");
        Files.writeString(
                file,
                "# version: 2999-01-01.%d\n# source: test\ncategory,lang,role,term,note\n%s"
                        .formatted(System.nanoTime(), terms));
        return VocabularyFiles.read(file);
    }

    private Rescreening rescreening(Screening screening) {
        return new Rescreening(factsRows, journal, new Flagging(screening, conduct, clock), evaluation, outbox);
    }

    private static void awaitFlag(String id) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> look("office", id).statusCode(200));
    }

    private static ValidatableResponse look(String user, String id) {
        return as(user).get(FLAGS + "/" + id).then();
    }

    private static ValidatableResponse list(String user, String query) {
        return as(user).get(FLAGS + "?" + query).then().statusCode(200);
    }

    private static ValidatableResponse decide(String user, String id, String what, String key, String reason) {
        return as(user).contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("reason", reason))
                .post(FLAGS + "/" + id + "/" + what)
                .then();
    }

    private static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer " + Tokens.of(user));
    }

    private static List<Event> told(Pilots pilot, int atLeast) {
        return TestTopics.read(
                        Topic.ALERTS.wireName(),
                        pilot.pilotId(),
                        found -> found.stream()
                                        .map(TestTopics::event)
                                        .filter(OfConduct.class::isInstance)
                                        .count()
                                >= atLeast)
                .stream()
                .map(TestTopics::event)
                .filter(OfConduct.class::isInstance)
                .toList();
    }
}
