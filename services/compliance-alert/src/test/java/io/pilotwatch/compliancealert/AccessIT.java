package io.pilotwatch.compliancealert;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.testing.AccessCheck;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.pilotwatch.platform.testing.Users;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.ManagementInterface;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessIT extends AccessCheck {

    private static final String API = "/compliance-alert/api/v1";
    private static final String HOOK = "{\"channel\": \"WEBHOOK\", \"target\": \"http://127.0.0.1:9/\"}";

    /** A pilot of which there is everything to see. */
    private record Subject(String pilotId, String word, String rectification, String waiver) {}

    private static final Map<String, Subject> SUBJECTS = new HashMap<>();

    /** By account; and a delivery of each. */
    private static final Map<String, String> SUBSCRIPTIONS = new HashMap<>();

    private static final Map<String, String> DELIVERIES = new HashMap<>();

    @Inject
    Clock clock;

    @Inject
    Programme programme;

    void remember(@Observes ManagementInterface management) {
        know(management.router());
    }

    @BeforeEach
    void thereAreSubjects() {
        if (SUBJECTS.isEmpty()) {
            SUBJECTS.put(
                    "own", subject("special-field", "manufacturing", "示例单位-028", "北京市", "regulator-manufacturing"));
            SUBJECTS.put("foreign", subject("special-field", "energy", "示例单位-029", "重庆市", "regulator-energy"));
            SUBJECTS.put("comprehensive", subject("comprehensive", "manufacturing", "示例单位-028", "北京市", "office"));
            for (var user : List.of(Users.of("regulator"), "office", "regulator-manufacturing-2")) {
                var id = subscription(user);
                SUBSCRIPTIONS.put(user, id);
                DELIVERIES.put(
                        user,
                        post(user, "/subscriptions/" + id + "/tests", "{}").path("deliveryId"));
            }
        }
    }

    private Subject subject(String kind, String field, String organisation, String region, String lead) {
        var today = programme.dayOf(clock.instant());
        var word = "秘" + UUID.randomUUID();
        var pilot = Pilots.one(kind, List.of(field), organisation, today, today.minusDays(6))
                .in(region);
        for (var event : List.of(pilot.approved(), pilot.filed(), pilot.updated(2, "利用机房部署矿机。" + word))) {
            TestTopics.send(event, clock.instant());
        }
        var id = pilot.pilotId();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertEquals(200, get(API + "/alerts/" + id + ".MILESTONE_OVERDUE.m1.1"));
            assertEquals(200, get(API + "/conduct-flags/" + id + ".conduct.m1.2.mining"));
        });
        var demand = "{\"demand\": \"%s\", \"due\": \"%s\"}".formatted(word, today.plusDays(9));
        var until =
                programme.startOf(today.plusDays(20)).atZone(programme.zone()).toOffsetDateTime();
        var waiver = "{\"rule\": \"REPORT_OVERDUE\", \"reason\": \"%s\", \"until\": \"%s\"}".formatted(word, until);
        return new Subject(
                id,
                word,
                post(lead, "/pilots/" + id + "/rectifications", demand).path("rectificationId"),
                post(lead, "/pilots/" + id + "/waivers", waiver).path("waiverId"));
    }

    private static String subscription(String user) {
        return post(user, "/subscriptions", HOOK)
                .then()
                .statusCode(201)
                .extract()
                .path("subscription.subscriptionId");
    }

    private static int get(String path) {
        return RestAssured.given().auth().oauth2(Tokens.of("office")).get(path).statusCode();
    }

    private static Response post(String user, String at, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(user))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(API + at);
    }

    @Override
    protected String thing(String parameter, Cell cell) {
        var subject = SUBJECTS.get(cell.subject().isEmpty() ? "own" : cell.subject());
        return switch (parameter) {
            case "service" -> "compliance-alert";
            case "pilotId" -> subject.pilotId();
            case "alertId" -> subject.pilotId() + ".MILESTONE_OVERDUE.m1.1";
            case "flagId" -> subject.pilotId() + ".conduct.m1.2.mining";
            case "rectificationId" -> subject.rectification();
            case "waiverId" -> subject.waiver();
            case "deed" -> "comment";
            case "subscriptionId" -> cell.takesAway() ? subscription(owner(cell)) : SUBSCRIPTIONS.get(owner(cell));
            case "deliveryId" -> DELIVERIES.get(owner(cell));
            default -> null;
        };
    }

    /** All that any of them asks for, so that none is refused for what is missing. */
    @Override
    protected Map<String, String> form(Cell cell) {
        return Map.of(
                "comment", "x",
                "reason", "x",
                "demand", "x",
                "answer", "x",
                "verdict", "DISMISSED",
                "revision", "1",
                "act", "ACKNOWLEDGE",
                "alert", thing("alertId", cell),
                "flags", thing("flagId", cell),
                "deliveryId", thing("deliveryId", cell));
    }

    private static String owner(Cell cell) {
        return cell.subject().equals(FOREIGN)
                ? "regulator-manufacturing-2"
                : cell.role().equals("programme-office") ? "office" : Users.of("regulator");
    }

    @Test
    void whatABodyNamesMustBeTheCallersOwn() {
        var mine = SUBSCRIPTIONS.get(Users.of("regulator"));
        var theirs = DELIVERIES.get("regulator-manufacturing-2");
        var replayed = post(
                Users.of("regulator"), "/subscriptions/" + mine + "/replays", "{\"deliveryId\": \"" + theirs + "\"}");
        assertEquals(404, replayed.statusCode());
    }

    @Override
    protected List<String> whole() {
        var foreign = SUBJECTS.get(FOREIGN);
        return List.of(
                API + "/rectifications/" + foreign.rectification(),
                API + "/pilots/" + foreign.pilotId() + "/rectifications",
                API + "/pilots/" + foreign.pilotId() + "/waivers",
                API + "/pilots/" + foreign.pilotId() + "/ledger",
                API + "/alerts?pilotId=" + foreign.pilotId(),
                API + "/conduct-flags?pilotId=" + foreign.pilotId());
    }

    @Override
    protected List<String> marks(String subject) {
        return List.of(SUBJECTS.get(subject).pilotId(), SUBJECTS.get(subject).word());
    }
}
