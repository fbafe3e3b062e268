package io.pilotwatch.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.platform.testing.Chains;
import io.pilotwatch.platform.testing.Owner;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts on the real database, checked with nothing but what Java brings. */
@QuarkusTest
class LedgerIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What stands before the 32 bytes of an Ed25519 public key in X.509. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    @Inject
    Ledger ledger;

    @Test
    void receiptsAddedAtOnceMakeOneWholeChainAPilot() throws Exception {
        var one = freshPilot();
        var other = freshPilot();
        var adds = IntStream.range(0, 60)
                .<Callable<Receipt>>mapToObj(i -> () -> add(i % 3 == 0 ? other : one, "note " + i))
                .toList();

        try (var threads = Executors.newFixedThreadPool(12)) {
            for (var added : threads.invokeAll(adds)) {
                added.get();
            }
        }

        assertEquals(40, checked(ledger.view(one)).size());
        assertEquals(20, checked(ledger.view(other)).size());
    }

    @Test
    void aReceiptSaysTheWholeOfWhatWasAcceptedAndIsPartOfTheAnswer() throws Exception {
        var pilot = freshPilot();
        var key = UUID.randomUUID().toString();

        var first = submit(pilot, key).statusCode(201).body("note", equalTo("接口已联调"));
        var again = submit(pilot, key).statusCode(201);
        var second = submit(pilot, UUID.randomUUID().toString()).statusCode(201);

        assertEquals(first.extract().asString(), again.extract().asString());
        first.body("pilotId", equalTo(pilot)).body("receipt.sequence", equalTo(1));
        first.body("receipt.previous", nullValue()).body("made", nullValue());
        String hash = first.extract().path("receipt.hash");
        second.body("receipt.sequence", equalTo(2)).body("receipt.previous", equalTo(hash));
        var payloads = checked(ledger(pilot));
        assertEquals(2, payloads.size());
        assertEquals(MAPPER.readTree("""
            {"note": "接口已联调", "amount": "1234567890123456.78", "on": "2022-03-01"}\
            """), payloads.getFirst().path("submission"));
        assertEquals("platform", payloads.getFirst().path("issuer").asText());
        assertEquals("office", payloads.getFirst().path("by").asText());
        assertEquals("update", payloads.getFirst().path("kind").asText());
    }

    @Test
    void aPilotWithoutReceiptsHasAnEmptyLedgerWithASignedHead() throws Exception {
        assertEquals(List.of(), checked(ledger(freshPilot())));
    }

    @Test
    void whatIsRolledBackLeavesNoGap() throws Exception {
        var pilot = freshPilot();
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    ledger.add(pilot, "update", "/", Map.of(), "it");
                    throw new IllegalStateException("after the add");
                }));

        add(pilot, "kept");

        assertEquals(1, checked(ledger.view(pilot)).size());
    }

    @Test
    void withoutATransactionThereIsNoReceipt() {
        assertThrows(TransactionalException.class, () -> ledger.add(freshPilot(), "update", "/", Map.of(), "it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update receipt set jws = ''", "delete from receipt where sequence = 1", "truncate receipt"})
    void theTableIsOnlyAddedTo(String statement) {
        add(freshPilot(), "kept");

        var refused = assertThrows(SQLException.class, () -> Owner.execute(statement));
        assertTrue(refused.getMessage().contains("receipt is only added to"), refused::getMessage);
    }

    @Test
    void aChainFromElsewhereIsTakenOnceAndGoesOnFromItsEnd() throws Exception {
        var pilot = freshPilot();
        var begun = Chains.begunElsewhere(ledger, pilot, 3);

        take(pilot, begun);
        take(pilot, begun);
        var receipt = add(pilot, "here");
        take(pilot, begun);

        assertEquals(4, receipt.sequence());
        assertEquals(begun, ledger.receipts(pilot).subList(0, 3));
        assertEquals(4, checked(ledger.view(pilot)).size());
        take(freshPilot(), List.of());
    }

    @Test
    void aBrokenChainFromElsewhereIsRefusedAndNothingOfItIsTaken() {
        var pilot = freshPilot();
        var chain = Chains.begunElsewhere(ledger, pilot, 3);
        var fork = Chains.begunElsewhere(ledger, pilot, 1);

        refuse(freshPilot(), chain);
        refuse(pilot, chain.subList(1, 3));
        refuse(pilot, List.of(chain.get(0), chain.get(2)));
        refuse(pilot, List.of(chain.get(1), chain.get(0), chain.get(2)));
        refuse(pilot, List.of(chain.get(0), chain.get(0)));
        refuse(pilot, List.of(fork.getFirst(), chain.get(1)));
        refuse(pilot, List.of(chain.getFirst().replaceFirst("\\..", ".A")));
        refuse(pilot, List.of(""));
        refuse(pilot, List.of("a.b.c"));
        assertEquals(List.of(), ledger.receipts(pilot));
        take(pilot, chain);
        refuse(pilot, fork);
        assertEquals(chain, ledger.receipts(pilot));
    }

    @Test
    void thePublicKeysAreForEverybody() {
        given().get("/platform/api/v1/receipts/jwks.json")
                .then()
                .statusCode(200)
                .contentType("application/jwk-set+json")
                .body("keys.size()", equalTo(1))
                .body("keys[0].crv", equalTo("Ed25519"))
                .body("keys[0].d", nullValue());
    }

    @Test
    void theDescriptionOfTheInterfaceShowsTheFieldsOfWhatWasMadeBesideTheReceipt() {
        var schema = "components.schemas.ReceiptedSubmissionView.properties.";
        given().queryParam("format", "json")
                .get("/platform/api/v1/openapi")
                .then()
                .statusCode(200)
                .body(schema + "keySet()", equalTo(Set.of("pilotId", "note", "receipt")));
    }

    private Receipt add(String pilot, String note) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ledger.add(pilot, "update", "/here", Map.of("note", note), "it"));
    }

    private void take(String pilot, List<String> receipts) {
        QuarkusTransaction.requiringNew().run(() -> ledger.take(pilot, receipts));
    }

    private void refuse(String pilot, List<String> receipts) {
        assertThrows(Ledger.Broken.class, () -> take(pilot, receipts));
    }

    private static ValidatableResponse submit(String pilot, String key) {
        return given().auth()
                .oauth2(Tokens.of("office"))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"note\": \"接口已联调\", \"amount\": 1234567890123456.780, \"on\": \"2022-03-01\"}")
                .post("/platform/api/v1/pilots/" + pilot + "/submissions")
                .then();
    }

    private static JsonNode ledger(String pilot) throws Exception {
        return MAPPER.readTree(given().auth()
                .oauth2(Tokens.of("office"))
                .get("/platform/api/v1/pilots/" + pilot + "/ledger")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static List<JsonNode> checked(LedgerView view) throws Exception {
        return checked(MAPPER.valueToTree(new Object() {
            public final String pilotId = view.pilotId();
            public final String asOf = view.asOf().toString();
            public final long count = view.count();
            public final String head = view.head();
            public final List<String> receipts = view.receipts();
        }));
    }

    /** The payloads of a ledger in which nothing is wrong. */
    private static List<JsonNode> checked(JsonNode ledger) throws Exception {
        var payloads = new ArrayList<JsonNode>();
        String previous = null;
        for (var jws : ledger.path("receipts")) {
            var payload = signed(jws.asText(), "pilotwatch.receipt");
            assertEquals(ledger.path("pilotId"), payload.path("pilotId"));
            assertEquals(payloads.size() + 1, payload.path("sequence").asInt());
            assertEquals(previous, payload.path("previous").textValue());
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(jws.asText().getBytes(StandardCharsets.US_ASCII));
            previous = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            payloads.add(payload);
        }
        var head = signed(ledger.path("head").asText(), "pilotwatch.ledger-head");
        assertEquals(payloads.size(), head.path("count").asInt());
        assertEquals(ledger.path("count").asInt(), head.path("count").asInt());
        assertEquals(ledger.path("pilotId"), head.path("pilotId"));
        assertEquals(ledger.path("asOf"), head.path("asOf"));
        assertEquals(previous, head.path("last").textValue());
        return payloads;
    }

    private static JsonNode signed(String jws, String type) throws Exception {
        var parts = jws.split("\\.");
        var header = MAPPER.readTree(Base64.getUrlDecoder().decode(parts[0]));
        assertEquals("EdDSA", header.path("alg").asText());
        assertEquals(type, header.path("typ").asText());
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new X509EncodedKeySpec(publicKey(header.path("kid").asText()))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
        var payload = Base64.getUrlDecoder().decode(parts[1]);
        assertEquals(new JsonCanonicalizer(payload).getEncodedString(), new String(payload, StandardCharsets.UTF_8));
        return MAPPER.readTree(payload);
    }

    private static byte[] publicKey(String kid) {
        String x = given().get("/platform/api/v1/receipts/jwks.json")
                .then()
                .extract()
                .path("keys.find { it.kid == '" + kid + "' }.x");
        var key = Base64.getUrlDecoder().decode(x);
        var x509 = Arrays.copyOf(X509, X509.length + key.length);
        System.arraycopy(key, 0, x509, X509.length, key.length);
        return x509;
    }

    private static String freshPilot() {
        return "XX-" + UUID.randomUUID();
    }
}
