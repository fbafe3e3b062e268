package io.pilotwatch.compliancealert.delivery;

import static io.restassured.RestAssured.given;

import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** What tests of sending need: subscriptions by the API, notices as the raising transaction plans them, and a pilot. */
@ApplicationScoped
class DeliveryDesk {

    static final String SUBSCRIPTIONS = "/compliance-alert/api/v1/subscriptions";
    static final String REGULATOR = "regulator-tax";

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private final Deliveries deliveries;
    private final Sql sql;
    private final Clock clock;
    private String pilotId;

    DeliveryDesk(Deliveries deliveries, Sql sql, Clock clock) {
        this.deliveries = deliveries;
        this.sql = sql;
        this.clock = clock;
    }

    /** A subscription as its owner got it. */
    record Subscribed(UUID id, String secret, String publicKey) {}

    /** Nobody from an earlier test hears of this one's notices. */
    void forgetAll() {
        sql.write("update subscription set state = 'DELETED', disabled_at = null, disabled_reason_zh = null,"
                + " disabled_reason_en = null where state <> 'DELETED'");
    }

    /** A pilot of the tax field that intake told of. */
    String pilot() {
        if (pilotId == null) {
            var id = "BP-" + NUMBER.incrementAndGet();
            var today = java.time.LocalDate.ofInstant(clock.instant(), clock.getZone());
            var pilot = new Pilot(
                    id,
                    1,
                    "special-field",
                    List.of("tax"),
                    "示例单位-028",
                    "",
                    today,
                    true,
                    "test",
                    PilotState.APPROVED,
                    null,
                    null,
                    List.of(),
                    null);
            TestTopics.send(new PilotApproved(id, 1, pilot, "office"), clock.instant());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !sql.read("select from pilot_facts where pilot_id = ?", row -> row, id)
                            .isEmpty());
            pilotId = id;
        }
        return pilotId;
    }

    Subscribed subscribe(Map<String, ?> body) {
        return subscribe(REGULATOR, body);
    }

    Subscribed subscribe(String user, Map<String, ?> body) {
        // What its approval raises by itself, late in the programme, is said before anybody subscribes.
        pilot();
        var made = post(user, SUBSCRIPTIONS, body).statusCode(201).extract().jsonPath();
        return new Subscribed(
                UUID.fromString(made.getString("subscription.subscriptionId")),
                made.getString("secret.secret"),
                made.getString("secret.publicKey"));
    }

    Subscribed webhook(Receiver receiver) {
        return subscribe(Map.of("channel", "WEBHOOK", "target", receiver.url()));
    }

    /** As the transaction does that raises alerts. */
    void plan(Notice... notices) {
        QuarkusTransaction.requiringNew().run(() -> plan(List.of(notices)));
    }

    /** In the running transaction. */
    void plan(List<Notice> notices) {
        deliveries.plan(notices, clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer " + Tokens.of(user));
    }

    static ValidatableResponse post(String user, String path, Object body) {
        return as(user).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then();
    }

    static ValidatableResponse get(String user, String path) {
        return as(user).get(path).then();
    }

    /** The only delivery of a subscription, as its owner sees it. */
    static JsonPath only(UUID subscriptionId) {
        return get(REGULATOR, SUBSCRIPTIONS + "/" + subscriptionId + "/deliveries")
                .statusCode(200)
                .body("items.size()", org.hamcrest.Matchers.is(1))
                .extract()
                .jsonPath()
                .setRootPath("items[0]");
    }
}
