package io.pilotwatch.compliancealert.delivery;

import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.REGULATOR;
import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.SUBSCRIPTIONS;
import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.get;
import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.only;
import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.post;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.pilotwatch.compliancealert.delivery.Receiver.Reply;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.platform.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks to a real server, on the real database. In tests the ladder has three tries, a tenth of a second apart. */
@QuarkusTest
class DeliveryIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    DeliveryDesk desk;

    @Inject
    Sql sql;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @BeforeEach
    void nobodyHearsOfOthersNotices() {
        desk.forgetAll();
    }

    @Test
    void a_webhook_is_thin_signed_and_says_where_to_read_more() throws Exception {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = desk.webhook(receiver);
            var alert = Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING);

            desk.plan(Said.raised(alert));

            soon().until(() -> receiver.count() == 1);
            var request = receiver.requests().getFirst();
            new Webhook(subscribed.secret()).verify(request.body(), standard(request));
            var body = MAPPER.readTree(request.body());
            assertEquals("alert.raised", body.path("type").asText());
            assertEquals(alert.alertId(), body.at("/data/alertId").asText());
            assertEquals("sta", body.at("/data/agency").asText());
            assertEquals("WARNING", body.at("/data/severity").asText());
            assertTrue(body.at("/data/href").asText().endsWith("/compliance-alert/api/v1/alerts/" + alert.alertId()));
            assertTrue(request.body().length() < 20_000);
            settled(subscribed.id(), "DELIVERED");
            assertEquals(request.id(), only(subscribed.id()).getString("deliveryId"));
        }
    }

    @Test
    void nothing_is_told_twice_and_nothing_of_what_was_rolled_back() throws Exception {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = desk.webhook(receiver);
            var alert = Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING);
            assertThrows(
                    IllegalStateException.class,
                    () -> QuarkusTransaction.requiringNew().run(() -> {
                        desk.plan(List.of(Said.raised(Said.alert(desk.pilot(), "REPORT_OVERDUE", Severity.WARNING))));
                        throw new IllegalStateException("after the plan");
                    }));

            desk.plan(Said.raised(alert), Said.raised(alert));
            desk.plan(Said.raised(alert));

            settled(subscribed.id(), "DELIVERED");
            assertEquals(1, receiver.count());
        }
    }

    /** Trap table: "new webhook id on each try", "HTTP 500 counted as delivered". */
    @Test
    void http_500_counted_as_delivered_new_webhook_id_on_each_try() throws Exception {
        try (var receiver = Receiver.answering(500, 500, 200)) {
            var subscribed = desk.webhook(receiver);
            desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));

            settled(subscribed.id(), "DELIVERED");
            var ids = receiver.requests().stream()
                    .map(Receiver.Request::id)
                    .distinct()
                    .toList();
            assertEquals(1, ids.size());
            var delivery = only(subscribed.id());
            assertEquals(ids.getFirst(), delivery.getString("deliveryId"));
            assertEquals(List.of(1, 2, 3), delivery.getList("tries.number"));
            assertEquals(List.of(500, 500, 200), delivery.getList("tries.status"));
            assertEquals(List.of("FAILED", "FAILED", "DELIVERED"), delivery.getList("tries.outcome"));
            for (var request : receiver.requests()) {
                new Webhook(subscribed.secret()).verify(request.body(), standard(request));
            }
        }
    }

    /** Trap table: "time-out retried, 5xx not". */
    @Test
    void time_out_retried_5xx_not() throws Exception {
        try (var receiver = Receiver.answering(503, 200)) {
            var subscribed = desk.webhook(receiver);
            desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));

            settled(subscribed.id(), "DELIVERED");
            assertEquals(
                    List.of("OVERLOADED", "DELIVERED"), only(subscribed.id()).getList("tries.outcome"));
        }
    }

    @Test
    void nobody_follows_to_where_a_receiver_points() throws Exception {
        try (var elsewhere = Receiver.answering(200);
                var receiver = new Receiver(n -> new Reply(307, Map.of("Location", elsewhere.url()), ""))) {
            var subscribed = desk.webhook(receiver);
            desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));

            settled(subscribed.id(), "GIVEN_UP");
            assertEquals(0, elsewhere.count());
            assertEquals(List.of(307, 307, 307), only(subscribed.id()).getList("tries.status"));
        }
    }

    @Test
    void where_nobody_listens_it_is_tried_again_and_given_up_and_the_owner_is_told_by_another_way() throws Exception {
        try (var other = Receiver.answering(200)) {
            var subscribed = desk.subscribe(Map.of("channel", "WEBHOOK", "target", Receiver.nobody()));
            desk.subscribe(Map.of("channel", "WEBHOOK", "target", other.url(), "leastSeverity", "CRITICAL"));
            desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));

            settled(subscribed.id(), "GIVEN_UP");
            var delivery = only(subscribed.id());
            assertNull(delivery.get("tries[0].status"));
            assertTrue(delivery.getString("tries[0].error").toLowerCase().contains("refused"));
            soon().until(() -> other.count() == 1);
            assertEquals(
                    "endpoint.failing",
                    MAPPER.readTree(other.requests().getFirst().body())
                            .path("type")
                            .asText());
        }
    }

    @Test
    void a_410_disables_the_subscription_and_tells_the_office_where_the_owner_has_no_other() throws Exception {
        try (var gone = Receiver.answering(410);
                var office = Receiver.answering(200)) {
            var subscribed = desk.webhook(gone);
            desk.subscribe("office", Map.of("channel", "WEBHOOK", "target", office.url()));
            desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));

            soon().untilAsserted(() -> get(REGULATOR, SUBSCRIPTIONS + "/" + subscribed.id())
                    .body("state", is("DISABLED"))
                    .body("disabledReason.en", containsString("410"))
                    .body("disabledAt", notNullValue()));
            soon().until(() -> office.count() == 1);

            gone.reply(n -> Reply.of(200));
            post(REGULATOR, SUBSCRIPTIONS + "/" + subscribed.id() + "/enablings", "{}")
                    .statusCode(201)
                    .body("state", is("ACTIVE"));
            settled(subscribed.id(), "DELIVERED");
        }
    }

    @Test
    void an_endpoint_that_fails_for_days_is_disabled() throws Exception {
        try (var receiver = Receiver.answering(500)) {
            var subscribed = desk.webhook(receiver);
            sql.write(
                    "insert into endpoint (subscription_id, failures, failing_since) values (?, 9, clock_timestamp()"
                            + " - interval '5 days 1 minute')",
                    subscribed.id());
            desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));

            soon().untilAsserted(() -> get(REGULATOR, SUBSCRIPTIONS + "/" + subscribed.id())
                    .body("state", is("DISABLED"))
                    .body("disabledReason.en", containsString("5 days")));
        }
    }

    @Test
    void a_receiver_that_asks_to_be_left_in_peace_is_and_so_is_its_whole_endpoint() throws Exception {
        try (var receiver =
                new Receiver(n -> n == 1 ? new Reply(429, Map.of("Retry-After", "3"), "slowly") : Reply.of(200))) {
            var subscribed = desk.webhook(receiver);
            desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));
            soon().until(() -> receiver.count() == 1);
            soon().until(() -> !tries(subscribed.id()).isEmpty());

            desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));
            await().atMost(Duration.ofSeconds(15)).until(() -> receiver.count() == 3);

            var at = tries(subscribed.id());
            assertTrue(!at.get(1).isBefore(at.get(0).plusSeconds(3)), at::toString);
            var firstTry = sql.read(
                    "select answer from delivery_try join delivery using (delivery_id) where subscription_id = ?"
                            + " order by at limit 1",
                    row -> row.getString(1),
                    subscribed.id());
            assertEquals(List.of("slowly"), firstTry);
        }
    }

    @Test
    void an_endpoint_that_hangs_holds_up_nobody() throws Exception {
        try (var hanging = new Receiver(n -> Receiver.NEVER);
                var receiver = Receiver.answering(200)) {
            desk.webhook(hanging);
            desk.webhook(receiver);
            for (int i = 0; i < 20; i++) {
                desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));
            }
            // Less than the one time-out that the hanging one takes.
            await().atMost(Duration.ofSeconds(12)).until(() -> receiver.count() == 20);
            assertTrue(hanging.count() <= 4, "never more than four under way");
        }
    }

    /** Trap table: "kill between save and send", of the delivery: sent, and killed before that was written down. */
    @Test
    void what_a_dead_replica_sent_and_did_not_write_down_is_sent_again_under_the_same_id() throws Exception {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = desk.webhook(receiver);
            sql.write(
                    "insert into endpoint (subscription_id, served_by, served_until) values (?, ?,"
                            + " clock_timestamp() + interval '1 hour')",
                    subscribed.id(),
                    UUID.randomUUID());
            desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));
            var id = only(subscribed.id()).getString("deliveryId");
            await().during(Duration.ofMillis(1500)).until(() -> receiver.count() == 0);

            sql.write(
                    "update endpoint set served_until = clock_timestamp() where subscription_id = ?", subscribed.id());

            settled(subscribed.id(), "DELIVERED");
            assertEquals(id, receiver.requests().getFirst().id());
        }
    }

    /** Trap table: "resolve notice lost outside hours". */
    @Test
    void whoever_was_told_of_the_beginning_is_told_of_the_end_whatever_they_want_by_then() throws Exception {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = desk.webhook(receiver);
            var alert = Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING);
            desk.plan(Said.raised(alert));
            soon().until(() -> receiver.count() == 1);
            DeliveryDesk.as(REGULATOR)
                    .contentType("application/json")
                    .header("If-Match", "*")
                    .body(Map.of("leastSeverity", "CRITICAL", "rules", List.of("REPORT_OVERDUE")))
                    .put(SUBSCRIPTIONS + "/" + subscribed.id())
                    .then()
                    .statusCode(200);

            desk.plan(
                    Said.cleared(alert), Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));

            soon().until(() -> receiver.count() == 2);
            assertTrue(receiver.requests().get(1).body().contains("alert.cleared"));
        }
    }

    @Test
    void each_is_told_what_it_wants_of_what_its_agency_is_owed() throws Exception {
        try (var all = Receiver.answering(200);
                var grave = Receiver.answering(200);
                var reports = Receiver.answering(200);
                var energy = Receiver.answering(200);
                var office = Receiver.answering(200)) {
            desk.webhook(all);
            desk.subscribe(Map.of("channel", "WEBHOOK", "target", grave.url(), "leastSeverity", "CRITICAL"));
            desk.subscribe(Map.of("channel", "WEBHOOK", "target", reports.url(), "rules", List.of("REPORT_OVERDUE")));
            desk.subscribe(Map.of("channel", "WEBHOOK", "target", energy.url(), "fields", List.of("energy")));
            desk.subscribe("office", Map.of("channel", "WEBHOOK", "target", office.url()));

            desk.plan(
                    Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.CRITICAL)),
                    Said.raised(Said.alert(desk.pilot(), "REPORT_OVERDUE", Severity.WARNING)));

            soon().until(() -> all.count() == 2 && grave.count() == 1 && reports.count() == 1);
            assertEquals(0, energy.count() + office.count());
        }
    }

    @Test
    void what_was_given_up_is_made_again_under_the_same_id_one_or_all_since() throws Exception {
        try (var receiver = Receiver.answering(500, 500, 500, 200)) {
            var subscribed = desk.webhook(receiver);
            var before = sinceNow();
            desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));
            settled(subscribed.id(), "GIVEN_UP");
            var id = only(subscribed.id()).getString("deliveryId");
            var replays = SUBSCRIPTIONS + "/" + subscribed.id() + "/replays";

            post(REGULATOR, replays, Map.of("deliveryId", id)).statusCode(201).body("count", is(1));
            settled(subscribed.id(), "DELIVERED");
            post(REGULATOR, replays, Map.of("since", before)).statusCode(201);
            // The clock of this test stands still, so that what earlier tests said is as new.
            soon().until(() -> receiver.requests().stream()
                            .filter(request -> request.id().equals(id))
                            .count()
                    == 5);
            soon().untilAsserted(() -> get(REGULATOR, "/compliance-alert/api/v1/deliveries/" + id)
                    .body("tries.number", is(List.of(1, 2, 3, 4, 5))));
        }
    }

    @Test
    void how_sending_goes_can_be_measured() throws Exception {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = desk.webhook(receiver);
            desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));
            settled(subscribed.id(), "DELIVERED");

            soon().untilAsserted(() -> {
                var text = new String(metrics.openStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                assertTrue(
                        text.contains("pilotwatch_deliveries_total{channel=\"FEISHU\",outcome=\"GIVEN_UP\"} 0.0"),
                        text);
                assertTrue(text.contains("pilotwatch_subscriptions{channel=\"WEBHOOK\",state=\"ACTIVE\"} 1.0"), text);
                assertTrue(text.contains("pilotwatch_delivery_oldest_due_timestamp_seconds 0.0"), text);
            });
        }
    }

    @Test
    void what_was_tried_in_vain_is_due_since_it_was_planned() throws Exception {
        var busy = new Reply(503, Map.of("Retry-After", "60"), "");
        try (var receiver = new Receiver(_ -> busy)) {
            var subscribed = desk.webhook(receiver);
            desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));
            soon().until(() -> only(subscribed.id()).getList("tries").size() == 1);

            var planned = sql.read(
                            "update delivery set created_at = date_trunc('second', created_at) - interval '20 minutes',"
                                    + " next_try_at = clock_timestamp() + interval '2 hours' where subscription_id = ?"
                                    + " returning extract(epoch from created_at) as at",
                            row -> row.getLong("at"),
                            subscribed.id())
                    .getFirst();

            soon().untilAsserted(() -> {
                var text = new String(metrics.openStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                var told = text.lines()
                        .filter(line -> line.startsWith("pilotwatch_delivery_oldest_due_timestamp_seconds "))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .findFirst()
                        .orElseThrow();
                assertEquals(planned.doubleValue(), told);
            });
        }
    }

    private String sinceNow() {
        return desk.now().minusSeconds(1).toString();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20));
    }

    private static void settled(UUID subscriptionId, String state) {
        soon().until(() -> state.equals(only(subscriptionId).getString("state")));
    }

    private List<Instant> tries(UUID subscriptionId) {
        return sql.read(
                "select at from delivery_try join delivery using (delivery_id) where subscription_id = ? order by at",
                row -> Sql.instant(row, "at"),
                subscriptionId);
    }

    /** The three headers as the standard's library wants them. */
    private static java.net.http.HttpHeaders standard(Receiver.Request request) {
        return java.net.http.HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(request.id()),
                        "webhook-timestamp", List.of(request.header("webhook-timestamp")),
                        "webhook-signature", List.of(request.header("webhook-signature"))),
                (name, value) -> true);
    }
}
