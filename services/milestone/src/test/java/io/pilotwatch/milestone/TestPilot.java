package io.pilotwatch.milestone;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotAdvanced;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A pilot of this run alone.
 *
 * @param path where it is
 * @param team who speaks for it
 * @param lead who decides on it
 */
record TestPilot(String id, String path, String team, String lead) {

    static final String TEAM = "team-028";
    static final String OTHER_TEAM = "team-029";
    static final String LEAD = "regulator-manufacturing";
    static final String SECOND_LEAD = "regulator-manufacturing-2";
    static final String OTHER_REGULATOR = "regulator-energy";
    static final Instant THEN = Instant.parse("2022-01-30T01:00:00Z");

    private static final AtomicInteger NUMBERS =
            new AtomicInteger((int) (System.currentTimeMillis() / 100 % 1_000_000_000) + 1_000_000_000);

    /** A pilot that intake has just told of and that milestone knows. */
    static TestPilot approved(String kind) {
        var pilot = unknown(kind);
        TestTopics.send(pilot.approval(2, kind, "示例单位-028"), THEN);
        pilot.awaitKnown();
        return pilot;
    }

    /** A pilot that nobody has told of yet. */
    static TestPilot unknown(String kind) {
        return of(TEAM, kind.equals("comprehensive") ? "office" : LEAD);
    }

    private static TestPilot of(String team, String lead) {
        var id = "BP-" + NUMBERS.incrementAndGet();
        return new TestPilot(id, "/milestone/api/v1/pilots/" + id, team, lead);
    }

    /** One of another unit, field and region, which milestone knows and whose task book is filed. */
    static TestPilot elsewhere() {
        var pilot = of(OTHER_TEAM, OTHER_REGULATOR);
        var entry = pilot.entry("special-field", List.of("energy"), "示例单位-029", "重庆市", PilotState.APPROVED);
        TestTopics.send(new PilotApproved(pilot.id, 2, entry, "office"), THEN);
        pilot.awaitKnown(TEAM);
        return pilot.file();
    }

    /** A pilot of the field manufacturing whose task book is filed. */
    static TestPilot filed() {
        return approved("special-field").file();
    }

    TestPilot file() {
        return file("{}");
    }

    /** With this plan, submitted by the team and accepted by the lead. */
    TestPilot file(String plan) {
        post(team, "/task-book", plan).then().statusCode(201);
        post(lead, "/task-book/acceptances", "{}").then().statusCode(201);
        return this;
    }

    /** Reached, by as many acceptances as it needs. */
    void reach(String milestone) {
        post(team, milestone + "/claims", "{}").then().statusCode(201);
        var accepted = post(lead, milestone + "/acceptances", "{}");
        if (accepted.<Boolean>path("critical")) {
            post(lead + "-2", milestone + "/acceptances", "{}").then().statusCode(201);
        }
    }

    PilotApproved approval(long revision, String kind, String organisation) {
        return new PilotApproved(id, revision, entry(kind, organisation, PilotState.APPROVED), "office");
    }

    /** The same, later in its life. */
    TestPilot nowIs(PilotState state, long revision) {
        var entry = entry("special-field", "示例单位-028", state);
        TestTopics.send(new PilotAdvanced(id, revision, entry, PilotState.APPROVED, "office"), THEN);
        return this;
    }

    private Pilot entry(String kind, String organisation, PilotState state) {
        return entry(kind, List.of("manufacturing"), organisation, "北京市", state);
    }

    private Pilot entry(String kind, List<String> fields, String organisation, String region, PilotState state) {
        return new Pilot(
                id,
                Integer.parseInt(id.substring("BP-".length())),
                kind,
                fields,
                organisation,
                region,
                LocalDate.parse("2022-01-30"),
                true,
                "made by a test",
                state,
                null,
                null,
                null,
                null);
    }

    /** A stranger may not reach it, which is said only of a pilot that is known. */
    void awaitKnown() {
        awaitKnown(OTHER_TEAM);
    }

    private void awaitKnown(String stranger) {
        await("pilot " + id)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> get(stranger, "/task-book").statusCode() == 403);
    }

    /** Under a key of its own. */
    Response post(String user, String at, String body) {
        return post(user, at, body, UUID.randomUUID().toString());
    }

    Response post(String user, String at, String body, String key) {
        return as(user).header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path + at);
    }

    Response get(String user, String at) {
        return as(user).get(path + at);
    }

    /** A request with the user's token; without one for {@code nobody}. */
    static RequestSpecification as(String user) {
        var request = given().urlEncodingEnabled(false);
        return user.equals("nobody") ? request : request.auth().oauth2(Tokens.of(user));
    }
}
