package io.pilotwatch.compliancealert.delivery;

import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.REGULATOR;
import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.SUBSCRIPTIONS;
import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.as;
import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.get;
import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.only;
import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.post;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.pilotwatch.contracts.Severity;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Subscriptions by the API: who makes them, what they may not be, their secrets, and receipts that receivers sign. */
@QuarkusTest
class SubscriptionIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    DeliveryDesk desk;

    @BeforeEach
    void nobodyHearsOfOthersNotices() {
        desk.forgetAll();
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_sent_to_where_only_we_can_reach_and_no_nonsense_is_subscribed() {
        return Stream.of(
                        List.of("http://127.0.0.2/", "TARGET_NOT_PUBLIC"),
                        List.of("http://10.0.0.1/", "TARGET_NOT_PUBLIC"),
                        List.of("http://192.168.0.1:8080/x", "TARGET_NOT_PUBLIC"),
                        List.of("http://169.254.169.254/latest/meta-data", "TARGET_NOT_PUBLIC"),
                        List.of("http://[::1]/", "TARGET_NOT_PUBLIC"),
                        List.of("http://[::ffff:10.0.0.1]/", "TARGET_NOT_PUBLIC"),
                        List.of("http://[fd00::1]/", "TARGET_NOT_PUBLIC"),
                        List.of("http://2851995650/", "TARGET_NOT_PUBLIC"),
                        List.of("http://0x0a000001/", "TARGET_NOT_PUBLIC"),
                        List.of("http://no-such-host.invalid/", "TARGET_NOT_PUBLIC"),
                        List.of("ftp://127.0.0.1/", "TARGET_NOT_HTTP"),
                        List.of("http://a:b@127.0.0.1/", "TARGET_WITH_CREDENTIALS"))
                .map(row -> DynamicTest.dynamicTest(
                        row.getFirst(),
                        () -> post(REGULATOR, SUBSCRIPTIONS, Map.of("channel", "WEBHOOK", "target", row.getFirst()))
                                .statusCode(422)
                                .body("code", is(row.getLast()))
                                .body("errors[0].pointer", is("/target"))));
    }

    @TestFactory
    Stream<DynamicTest> a_subscription_makes_sense() {
        var url = "http://127.0.0.1:9/";
        return Stream.of(
                        Map.entry("RULE_UNKNOWN", Map.of("channel", "WEBHOOK", "target", url, "rules", List.of("NO"))),
                        Map.entry(
                                "FIELD_UNKNOWN", Map.of("channel", "WEBHOOK", "target", url, "fields", List.of("no"))),
                        Map.entry("AGENCY_FOREIGN", Map.of("channel", "WEBHOOK", "target", url, "agency", "cac")),
                        Map.entry("DIGEST_NOT_BY_THIS_CHANNEL", Map.of("channel", "STREAM", "timing", "DIGEST")),
                        Map.entry("TARGET_MISSING", Map.of("channel", "WEBHOOK")),
                        Map.entry("TARGET_NOT_EMAIL", Map.of("channel", "EMAIL", "target", url)),
                        Map.entry("TARGET_NOT_WANTED", Map.of("channel", "STREAM", "target", url)),
                        Map.entry(
                                "RECEIPT_KEY_UNUSABLE",
                                Map.of(
                                        "channel",
                                        "STREAM",
                                        "receiptKey",
                                        Map.of("kty", "OKP", "crv", "Ed25519", "x", "AAAA"))))
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> post(REGULATOR, SUBSCRIPTIONS, row.getValue())
                                .statusCode(422)
                                .body("code", is(row.getKey()))));
    }

    @Test
    void a_subscription_is_its_accounts_and_its_secret_is_shown_once() throws Exception {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = desk.webhook(receiver);
            assertTrue(subscribed.secret().startsWith("whsec_"));
            var one = SUBSCRIPTIONS + "/" + subscribed.id();

            var own =
                    get(REGULATOR, one).statusCode(200).header("ETag", "\"1\"").body("target", is(receiver.url()));
            assertTrue(!own.extract().asString().contains("whsec_"));
            get("regulator-tax-2", one).statusCode(404);
            get("office", one).statusCode(200).body("target", is("http://127.0.0.1/…"));
            get("operator", SUBSCRIPTIONS + "?limit=200")
                    .body("items.subscriptionId", hasItem(subscribed.id().toString()));
            get("regulator-tax-2", SUBSCRIPTIONS)
                    .body("items.subscriptionId", not(hasItem(subscribed.id().toString())));
            post("office", one + "/secrets", "{}").statusCode(403).body("code", is("FOREIGN_SUBSCRIPTION"));
            put(one, null, "{}").statusCode(428);
            put(one, "\"9\"", "{}").statusCode(412);
            put(one, "\"1\"", "{\"leastSeverity\":\"WARNING\",\"language\":\"en\"}")
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("leastSeverity", is("WARNING"))
                    .body("language", is("en"));

            as(REGULATOR).delete(one).then().statusCode(204);
            get(REGULATOR, one).statusCode(404);
            desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));
            await().during(Duration.ofMillis(1500)).until(() -> receiver.count() == 0);
        }
    }

    @Test
    void a_test_is_sent_at_once_and_answered_with_its_try() throws Exception {
        try (var receiver = Receiver.answering(500, 200)) {
            var tests = SUBSCRIPTIONS + "/" + desk.webhook(receiver).id() + "/tests";
            post(REGULATOR, tests, "{}")
                    .statusCode(201)
                    .header("Location", notNullValue())
                    .body("kind", is("TEST"))
                    .body("state", is("GIVEN_UP"))
                    .body("tries.status", is(List.of(500)));
            var again = as(REGULATOR)
                    .contentType("application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body("{}");
            again.post(tests).then().statusCode(201).body("state", is("DELIVERED"));
            again.post(tests).then().statusCode(201).body("tries.status", is(List.of(200)));
            assertEquals(2, receiver.count());
        }
    }

    @Test
    void for_a_while_after_a_rotation_both_secrets_verify_and_then_the_new_one_alone() throws Exception {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = desk.webhook(receiver);
            var secrets = SUBSCRIPTIONS + "/" + subscribed.id() + "/secrets";
            String second = post(REGULATOR, secrets, "{}")
                    .statusCode(201)
                    .body("formerUntil", notNullValue())
                    .extract()
                    .path("secret");
            String key = post(REGULATOR, secrets, "{\"signature\":\"ED25519\"}")
                    .statusCode(201)
                    .body("secret", nullValue())
                    .body("publicKey", startsWith("whpk_"))
                    .extract()
                    .path("publicKey");

            var request = tested(subscribed.id(), receiver);
            var signatures = List.of(request.header("webhook-signature").split(" "));
            assertEquals(3, signatures.size());
            for (var secret : List.of(subscribed.secret(), second)) {
                new Webhook(secret).verify(request.body(), standard(request));
            }
            var content = request.id() + "." + request.header("webhook-timestamp") + "." + request.body();
            assertTrue(SigningTest.verifies(key, signatures.getFirst(), content));

            String last = post(REGULATOR, secrets, "{\"signature\":\"HMAC\",\"endFormer\":true}")
                    .extract()
                    .path("secret");
            var later = tested(subscribed.id(), receiver);
            assertEquals(1, later.header("webhook-signature").split(" ").length);
            new Webhook(last).verify(later.body(), standard(later));
        }
    }

    @Test
    void a_receivers_signed_receipt_joins_the_pilots_chain_after_the_delivery() throws Exception {
        var keys = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        try (var receiver = Receiver.answering(200)) {
            var subscribed = desk.subscribe(Map.of(
                    "channel",
                    "WEBHOOK",
                    "target",
                    receiver.url(),
                    "receiptKey",
                    keys.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
            var alert = Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING);
            desk.plan(Said.raised(alert));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> "DELIVERED".equals(only(subscribed.id()).getString("state")));
            var id = only(subscribed.id()).getString("deliveryId");

            sign(id, signed(keys, "{\"deliveryId\":\"" + UUID.randomUUID() + "\"}"))
                    .statusCode(422)
                    .body("code", is("RECEIPT_OF_OTHER_DELIVERY"));
            var other = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            sign(id, signed(other, "{\"deliveryId\":\"" + id + "\"}"))
                    .statusCode(422)
                    .body("code", is("RECEIPT_NOT_SIGNED"));
            var receipt = signed(keys, "{\"deliveryId\":\"" + id + "\",\"receivedAt\":\"2022-03-01T09:00:00+08:00\"}");
            sign(id, receipt).statusCode(201);
            sign(id, receipt).statusCode(201);
            sign(id, signed(keys, "{\"deliveryId\":\"" + id + "\",\"other\":1}"))
                    .statusCode(409)
                    .body("code", is("RECEIVED_ALREADY"));

            var chain = chain(desk.pilot());
            var ours = chain.stream()
                    .filter(entry -> entry.at("/submission/deliveryId").asText().equals(id))
                    .toList();
            assertEquals(
                    List.of("delivered", "received"),
                    ours.stream().map(entry -> entry.path("kind").asText()).toList());
            assertEquals(receipt, ours.getLast().at("/submission/receipt").asText());
            get(REGULATOR, "/compliance-alert/api/v1/deliveries/" + id).body("receivedAt", notNullValue());
        }
    }

    private static io.restassured.response.ValidatableResponse put(String path, String ifMatch, String body) {
        var request = as(REGULATOR).contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(path)
                .then();
    }

    /** As a receiver does: without an account. */
    private static io.restassured.response.ValidatableResponse sign(String deliveryId, String receipt) {
        return given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("receipt", receipt))
                .post("/compliance-alert/api/v1/deliveries/" + deliveryId + "/receipts")
                .then();
    }

    private static String signed(OctetKeyPairJsonWebKey keys, String payload) throws JoseException {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("EdDSA");
        jws.setPayload(payload);
        jws.setKey(keys.getPrivateKey());
        return jws.getCompactSerialization();
    }

    /** The payloads of a pilot's receipts, each of which must follow from the one before. */
    private static List<JsonNode> chain(String pilotId) throws Exception {
        List<String> receipts = get(REGULATOR, "/compliance-alert/api/v1/pilots/" + pilotId + "/ledger")
                .statusCode(200)
                .extract()
                .path("receipts");
        var payloads = new ArrayList<JsonNode>();
        for (var receipt : receipts) {
            var payload = new String(Base64.getUrlDecoder().decode(receipt.split("\\.")[1]), StandardCharsets.UTF_8);
            payloads.add(MAPPER.readTree(payload));
            assertEquals(payloads.size(), payloads.getLast().path("sequence").asInt());
        }
        return payloads;
    }

    private static Receiver.Request tested(UUID subscriptionId, Receiver receiver) {
        post(REGULATOR, SUBSCRIPTIONS + "/" + subscriptionId + "/tests", "{}").statusCode(201);
        return receiver.requests().getLast();
    }

    private static HttpHeaders standard(Receiver.Request request) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(request.id()),
                        "webhook-timestamp", List.of(request.header("webhook-timestamp")),
                        "webhook-signature", Arrays.asList(request.header("webhook-signature"))),
                (name, value) -> true);
    }
}
