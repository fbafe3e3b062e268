package io.pilotwatch.intake;

import static io.pilotwatch.intake.Api.APPLICATIONS;
import static io.pilotwatch.intake.Api.HEADER;
import static io.pilotwatch.intake.Api.PILOTS;
import static io.pilotwatch.intake.Api.application;
import static io.pilotwatch.intake.Api.as;
import static io.pilotwatch.intake.Api.imported;
import static io.pilotwatch.intake.Api.post;
import static io.pilotwatch.intake.Api.row;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.contracts.PilotEvent.ApplicationRecommended;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.intake.Candidate.Move;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ApplicationIT {

    @Inject
    Days days;

    @Test
    void anApplicationBecomesAPilotUnderItsIdWithItsReceipts() {
        var candidate = Candidate.in(ApplicationState.SHORTLISTED);
        var id = candidate.id();
        candidate.make(Move.APPROVE).statusCode(409).body("code", is("PUBLIC_COMMENT_RUNNING"));
        days.pass(8);

        candidate
                .make(Move.APPROVE)
                .statusCode(201)
                .header("Location", endsWith(PILOTS + "/" + id))
                .body("number", greaterThan(1000))
                .body("state.code", is("APPROVED"))
                .body("scenarios", contains("电子发票核验"));

        as("office").get(PILOTS + "/" + id).then().statusCode(200).body("leads.code", contains("sta"));
        candidate
                .look("team-028")
                .body("state.code", is("APPROVED"))
                .body("approvedOn", is(days.today().toString()));
        as("viewer")
                .get(PILOTS + "/" + id + "/history")
                .then()
                .body("items.event", contains("PILOT_APPROVED"))
                .body("items.version", contains(9));
        var records = told(id, 8);
        assertEquals("application.submitted", type(records.getFirst()));
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L),
                records.stream().map(r -> TestTopics.event(r).revision()).toList());
        var submitted = assertInstanceOf(ApplicationSubmitted.class, TestTopics.event(records.getFirst()));
        assertEquals("team-028", submitted.by());
        assertTrue(submitted.application().synthetic());
        var recommended = assertInstanceOf(ApplicationRecommended.class, TestTopics.event(records.get(1)));
        assertEquals("tax", recommended.unit());
        var approved = assertInstanceOf(PilotApproved.class, TestTopics.event(records.getLast()));
        assertEquals(
                as("team-028")
                        .get(candidate.path() + "/ledger")
                        .then()
                        .extract()
                        .path("receipts"),
                approved.receipts());
        assertEquals(1, approved.receipts().size());
    }

    @Test
    void aDraftIsItsOrganisationsAloneAndToldToNobody() {
        var draft = Candidate.drafted();

        draft.look("team-028").statusCode(200).body("state.code", is("DRAFT")).body("revision", is(0));
        for (var other : List.of("office", "viewer", "team-029", "recommender-tax", "regulator-tax", "expert-1")) {
            draft.look(other).statusCode(404);
            as(other)
                    .get(APPLICATIONS + "?limit=200&state=DRAFT")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        draft.go(Move.AMEND, Move.SUBMIT)
                .look("office")
                .statusCode(200)
                .body("version", is(3))
                .body("revision", is(1));
        var first = told(draft.id(), 1).getFirst();
        assertEquals("1", TestTopics.header(first, "ce_sequence"));
        as("team-028")
                .get(draft.path() + "/history")
                .then()
                .body("items.version", contains(1, 2, 3))
                .body("items.event", contains(nullValue(), nullValue(), is("APPLICATION_SUBMITTED")));
        as("office").get(draft.path() + "/history").then().body("items.version", contains(3));
    }

    @Test
    void eachSubmissionIsAnsweredWithAReceipt() {
        var candidate = Candidate.drafted();
        candidate
                .make(Move.SUBMIT)
                .statusCode(201)
                .body("state.code", is("SUBMITTED"))
                .body("receipt.sequence", is(1));
        candidate.go(Move.RETURN, Move.AMEND).make(Move.SUBMIT).statusCode(201).body("receipt.sequence", is(2));

        as("office")
                .get(candidate.path() + "/ledger")
                .then()
                .statusCode(200)
                .body("count", is(2))
                .body("receipts", hasSize(2));
        as("team-029").get(candidate.path() + "/ledger").then().statusCode(403);
    }

    @Test
    void publicCommentOpensTheApplicationButNotItsLedger() {
        var candidate = Candidate.in(ApplicationState.SHORTLISTED);

        as("team-029").get(candidate.path()).then().statusCode(200);
        as("team-029").get(candidate.path() + "/ledger").then().statusCode(403);
    }

    @Test
    void aChangeNamesTheVersionThatItMeans() {
        var candidate = Candidate.drafted();
        var body = application("示例单位-028", "energy");
        candidate.look("team-028").header("ETag", is("\"1\""));

        put(candidate, body, null).then().statusCode(428);
        put(candidate, body, "\"7\"").then().statusCode(412).body("code", is("STALE"));
        put(candidate, body, "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("fields.code", contains("energy"));
        as("team-028")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"1\"")
                .post(candidate.path() + "/submissions")
                .then()
                .statusCode(412);
    }

    private static io.restassured.response.Response put(Candidate candidate, String body, String ifMatch) {
        var request = as("team-028").contentType(ContentType.JSON).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put(candidate.path());
    }

    @Test
    void reviewsAreTheOfficesAndEachExpertsOwn() {
        var candidate = Candidate.in(ApplicationState.UNDER_REVIEW);
        candidate
                .post("expert-1", "/reviews", Candidate.REVIEW.replace("80", "100"))
                .statusCode(201)
                .body("reviews.by", contains("expert-1", "expert-1"))
                .body("reviews.inForce", contains(false, true))
                .body("reviews.score", contains(75, 81))
                .body("score", nullValue());

        candidate.look("office").body("reviews", hasSize(4)).body("score", is(77.0f));
        candidate.look("team-028").body("reviews", nullValue()).body("score", nullValue());
        candidate.look("viewer").body("reviews", nullValue());
        as("team-028")
                .get(candidate.path() + "/history")
                .then()
                .body("items.event", not(hasItem("APPLICATION_REVIEWED")));
        as("office")
                .get(candidate.path() + "/history?limit=200")
                .then()
                .body("items.event", hasItem("APPLICATION_REVIEWED"));
        candidate
                .post("expert-2", "/reviews", "{\"scores\": {\"need\": 1}, \"supports\": true, \"opinion\": \"x\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/scores"));
        candidate
                .post("expert-2", "/reviews", Candidate.REVIEW.replace("80", "101"))
                .statusCode(400);
    }

    @Test
    void anybodyObjectsToWhatIsShortlistedAndAnUpheldObjectionStandsInTheWay() {
        var candidate = Candidate.in(ApplicationState.SHORTLISTED);
        candidate
                .post("team-029", "/objections", "{\"text\": \"材料不实\"}")
                .statusCode(201)
                .body("objections.text", contains("材料不实"))
                .body("objections.by", contains(nullValue()));
        candidate.look("viewer").statusCode(200).body("objections", empty());
        candidate.look("team-028").body("objections", hasSize(1));
        candidate.look("office").body("objections.by", contains("team-029"));
        days.pass(8);
        candidate.make(Move.APPROVE).statusCode(409).body("code", is("OBJECTION_OPEN"));

        candidate.settle(candidate.objection(), true).statusCode(201).body("objections.state", contains("UPHELD"));
        candidate.make(Move.APPROVE).statusCode(409).body("code", is("OBJECTION_UPHELD"));
        candidate.settle(candidate.objection(), false).statusCode(409).body("code", is("OBJECTION_SETTLED"));
        candidate.go(Move.REJECT);
    }

    @Test
    void likelyDuplicatesAreShownToWhoeverJudges() {
        var summary = "用区块链核验电子发票 " + UUID.randomUUID();
        var first = drafted(application("示例单位-028", "tax", summary));
        first.go(Move.SUBMIT, Move.WITHDRAW);
        var draft = drafted(application("示例单位-028", "tax", summary));
        var other = post(
                        "team-029",
                        APPLICATIONS,
                        application(
                                "示例单位-029", "energy", summary.replace(" ", "　—").toUpperCase()))
                .statusCode(201)
                .extract()
                .<String>path("pilotId");
        post("team-029", APPLICATIONS + "/" + other + "/submissions", "").statusCode(201);

        as("office")
                .get(APPLICATIONS + "/" + other)
                .then()
                .body("likelyDuplicates[0].pilotId", is(first.id()))
                .body("likelyDuplicates.pilotId", not(hasItem(draft.id())))
                .body("likelyDuplicates[0].because", is("SAME_TEXT"))
                .body("likelyDuplicates[0].state.code", is("WITHDRAWN"));
        as("team-029").get(APPLICATIONS + "/" + other).then().body("likelyDuplicates", nullValue());
        draft.go(Move.SUBMIT)
                .look("recommender-tax")
                .body("likelyDuplicates.find { it.pilotId == '%s' }.because".formatted(other), is("SAME_TEXT"))
                .body("likelyDuplicates.because", hasItem("SAME_ORGANISATION_AND_FIELD"));
    }

    private static Candidate drafted(String body) {
        return new Candidate(
                post("team-028", APPLICATIONS, body).statusCode(201).extract().path("pilotId"));
    }

    @ParameterizedTest(name = "{0} sees a {1} one: {2}")
    @CsvSource({
        "office, SUBMITTED, 200",
        "operator, SUBMITTED, 200",
        "viewer, SUBMITTED, 200",
        "team-028, SUBMITTED, 200",
        "team-029, SUBMITTED, 403",
        "regulator-tax, SUBMITTED, 200",
        "regulator-energy, SUBMITTED, 403",
        "recommender-tax, SUBMITTED, 200",
        "recommender-beijing, SUBMITTED, 200",
        "expert-1, SUBMITTED, 403",
        "expert-1, UNDER_REVIEW, 200",
        "team-029, UNDER_REVIEW, 403",
        "team-029, SHORTLISTED, 200",
        "regulator-energy, SHORTLISTED, 200",
        "expert-1, SHORTLISTED, 200",
        "expert-1, RETURNED, 403"
    })
    void eachSeesWhatIsTheirs(String user, ApplicationState state, int status) {
        var candidate = Candidate.in(state);

        candidate.look(user).statusCode(status);
        var cursor = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(number(candidate) - 1).getBytes());
        as(user).get(APPLICATIONS + "?limit=1&field=tax&kind=special-field&state=" + state + "&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.pilotId", status == 200 ? contains(candidate.id()) : empty());
    }

    @Test
    void anUnusualLevelNeedsAReasonAndThenAWarningRemains() {
        var body = application("示例单位-028", "tax").replace("special-field", "comprehensive");
        drafted(body)
                .make(Move.SUBMIT)
                .statusCode(422)
                .body("code", is("LEVEL_REASON_NEEDED"))
                .body("errors.pointer", contains("/levelReason"));

        post("team-028", APPLICATIONS, body.replace("\"county\"", "\"county\", \"levelReason\": \"改革试验区\""))
                .statusCode(201)
                .body("warnings.code", contains("LEVEL_UNUSUAL"))
                .body("level.name.zh", is("县区级"));
    }

    @Test
    void theSameKeyGivesTheSameApplication() {
        var key = UUID.randomUUID().toString();
        var body = application("示例单位-028", "tax");

        var first = keyed(key, body).statusCode(201).extract();
        var again = keyed(key, body).statusCode(201).extract();

        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
        keyed(key, application("示例单位-028", "energy")).statusCode(422).body("code", is("IDEMPOTENCY_KEY_REUSED"));
        as("team-028")
                .contentType(ContentType.JSON)
                .body(body)
                .post(APPLICATIONS)
                .then()
                .statusCode(400)
                .body("code", is("IDEMPOTENCY_KEY_MISSING"));
    }

    private static io.restassured.response.ValidatableResponse keyed(String key, String body) {
        return as("team-028")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(APPLICATIONS)
                .then();
    }

    @Test
    void whatTheProgrammeDoesNotHaveIsRefusedWithItsPlace() {
        post("team-028", APPLICATIONS, application("示例单位-028", "blockchain"))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("FIELD_UNKNOWN"))
                .body("errors.pointer", contains("/fields"));
    }

    @Test
    void anotherOrganisationsApplicationIsNobodysBusiness() {
        post("team-028", APPLICATIONS, application("示例单位-029", "tax"))
                .statusCode(403)
                .body("code", is("FOREIGN_ORGANISATION"));
        var candidate = Candidate.in(ApplicationState.SUBMITTED);
        candidate.post("team-029", "/withdrawals", Candidate.REASON).statusCode(403);
        var energy = Candidate.drafted("energy").go(Move.SUBMIT);
        energy.post("recommender-tax", "/recommendations", "{}").statusCode(403).body("code", is("FOREIGN_PILOT"));
        energy.post("recommender-beijing", "/recommendations", "{}").statusCode(201);
        as("team-028")
                .get(APPLICATIONS + "?limit=200&state=SUBMITTED")
                .then()
                .statusCode(200)
                .body("items.organisation", everyItem(is("示例单位-028")));
    }

    @Test
    void aListCannotTakeAnApplicationsNumber() {
        imported(HEADER + row(number(Candidate.drafted())))
                .statusCode(207)
                .body("results[0].errors.code", contains("NUMBER_OF_APPLICATION"));
    }

    @Test
    void anApplicationPassesOverNumbersThatAListHasTaken() {
        int number = number(Candidate.drafted());
        imported(HEADER + row(number + 1) + row(number + 2));

        var next = number(Candidate.drafted());

        assertTrue(next > number + 2, "got " + next);
    }

    @Test
    void aDraftMayBeHalfFilledAndItsSubmissionNamesAllThatIsMissing() {
        post("team-028", APPLICATIONS, "{\"kind\": \"special-field\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/organisation"));
        var draft = drafted("{\"organisation\": \"示例单位-028\", \"region\": \"北京市\"}");
        draft.look("team-028")
                .body("kind", nullValue())
                .body("missing.code", contains("KIND_NEEDED", "FIELD_NEEDED", "SCENARIOS_NEEDED", "SUMMARY_NEEDED"));

        draft.make(Move.SUBMIT)
                .statusCode(422)
                .body("code", is("KIND_NEEDED"))
                .body("errors.pointer", contains("/kind", "/fields", "/scenarios", "/summary"));
        draft.go(Move.AMEND, Move.SUBMIT).look("office").body("missing", empty());
    }

    @Test
    void whatOthersKnowOfKeepsItsKindAndIsWholeWhenItIsHandedInAgain() {
        var returned = Candidate.in(ApplicationState.RETURNED);
        put(returned, "{\"organisation\": \"示例单位-028\"}", "*")
                .then()
                .statusCode(422)
                .body("code", is("KIND_NEEDED"));
        put(returned, "{\"organisation\": \"示例单位-028\", \"kind\": \"special-field\"}", "*")
                .then()
                .statusCode(200);

        returned.make(Move.SUBMIT).statusCode(422).body("code", is("ONE_FIELD_NEEDED"));
        returned.go(Move.WITHDRAW);
    }

    @Test
    void whomToAskIsToldToTheOfficeAndGoesWithThePilot() {
        var body = application("示例单位-028", "tax")
                .replace("\"synthetic\"", "\"contact\": {\"name\": \"张三\", \"phone\": \"010\"}, \"synthetic\"");
        var candidate = drafted(body).go(Move.SUBMIT, Move.RECOMMEND, Move.OPEN_REVIEW);
        candidate.look("recommender-tax").body("contact", nullValue());
        candidate.look("office").body("contact.name", is("张三"));
        candidate.reviewed().go(Move.SHORTLIST);
        candidate.look("viewer").body("contact", nullValue());
        days.pass(8);
        candidate.go(Move.APPROVE);

        as("office").get(PILOTS + "/" + candidate.id()).then().body("contacts.phone", contains("010"));
    }

    @ParameterizedTest(name = "{0} has something to do with a {1} one: {2}")
    @CsvSource({
        "team-028, DRAFT, true",
        "team-028, SUBMITTED, false",
        "team-028, RETURNED, true",
        "team-029, SHORTLISTED, false",
        "recommender-tax, SUBMITTED, true",
        "recommender-tax, RECOMMENDED, false",
        "office, SUBMITTED, false",
        "office, RECOMMENDED, true",
        "office, UNDER_REVIEW, true",
        "office, SHORTLISTED, false",
        "expert-1, UNDER_REVIEW, false",
        "viewer, SHORTLISTED, false"
    })
    void eachIsShownWhatWaitsForThem(String user, ApplicationState state, boolean waits) {
        var candidate = Candidate.in(state);

        assertEquals(waits, waitFor(user, candidate));
    }

    @Test
    void whatIsDoneWaitsNoMoreAndAnObjectionWaitsForTheOffice() {
        var candidate = Candidate.drafted().go(Move.SUBMIT, Move.RECOMMEND, Move.OPEN_REVIEW);
        assertTrue(waitFor("expert-1", candidate));
        candidate.go(Move.REVIEW);
        assertEquals(false, waitFor("expert-1", candidate));
        assertTrue(waitFor("expert-2", candidate));
        assertEquals(false, waitFor("office", candidate));
        candidate.reviewed().go(Move.SHORTLIST, Move.OBJECT);
        assertTrue(waitFor("office", candidate));
        candidate.go(Move.SETTLE);
        assertEquals(false, waitFor("office", candidate));
    }

    private static boolean waitFor(String user, Candidate candidate) {
        var cursor = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(number(candidate) - 1).getBytes());
        return as(user).get(APPLICATIONS + "?limit=1&waiting=true&cursor=" + cursor)
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.pilotId")
                .contains(candidate.id());
    }

    private static int number(Candidate candidate) {
        return Integer.parseInt(candidate.id().substring("BP-".length()));
    }

    private static List<ConsumerRecord<String, byte[]>> told(String id, int count) {
        return TestTopics.read("pilotwatch.pilots.v1", id, found -> found.size() >= count);
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        return TestTopics.header(record, "ce_type")
                .replace("io.pilotwatch.", "")
                .replace(".v1", "");
    }
}
