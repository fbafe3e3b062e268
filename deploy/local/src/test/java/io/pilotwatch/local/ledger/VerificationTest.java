package io.pilotwatch.local.ledger;

import static io.pilotwatch.local.ledger.Signer.AS_OF;
import static io.pilotwatch.local.ledger.Signer.HEAD;
import static io.pilotwatch.local.ledger.Signer.RECEIPT;
import static io.pilotwatch.local.ledger.Signer.canonical;
import static io.pilotwatch.local.ledger.Signer.decoded;
import static io.pilotwatch.local.ledger.Signer.hash;
import static io.pilotwatch.local.ledger.Signer.part;
import static io.pilotwatch.local.ledger.Signer.receiptFields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An honest chain is never refused, and every way of changing one is found where it begins. */
class VerificationTest {

    private static final String PILOT = "BP-028";
    private static final int LENGTH = 5;

    private static final Signer OURS = Signer.named("ours");
    private static final Signer FORMER = Signer.named("former");
    private static final Signer STRANGER = Signer.named("stranger");
    private static final PublicKeys KEYS = keys(Signer.jwks(OURS, FORMER));
    private static final List<String> CHAIN = OURS.chain(PILOT, LENGTH);
    private static final List<String> OTHERS = OURS.chain("BP-029", LENGTH);

    @ParameterizedTest(name = "{0} receipts")
    @ValueSource(ints = {0, 1, 2, 50})
    void anHonestChainIsWhole(int length) {
        var ledger = OURS.ledger(PILOT, OURS.chain(PILOT, length));

        assertEquals(new Verdict.Whole(PILOT, length, AS_OF), Verification.of(ledger, KEYS));
    }

    @Test
    void aChainThatAFormerKeyBeganIsWhole() {
        var chain = new ArrayList<>(FORMER.chain(PILOT, 2));
        chain.add(OURS.receipt(receiptFields(PILOT, 3, hash(chain.getLast()))));

        assertEquals(new Verdict.Whole(PILOT, 3, AS_OF), Verification.of(OURS.ledger(PILOT, chain), KEYS));
        assertBroken(3, OURS.ledger(PILOT, chain), keys(Signer.jwks(FORMER)));
        assertBroken(1, OURS.ledger(PILOT, chain), keys(Signer.jwks(OURS)));
    }

    @Test
    void aReceiptThatIsMissingIsFoundWhereTheNextOneStands() {
        for (int missing = 1; missing <= LENGTH; missing++) {
            int index = missing - 1;
            var ledger = changed(chain -> chain.remove(index));

            // Behind the last one stands the head.
            assertBroken(missing == LENGTH ? 0 : missing, ledger);
            assertBroken(missing == LENGTH ? 0 : missing, counted(ledger));
        }
    }

    @Test
    void twoThatAreSwappedAreFoundAtTheFirst() {
        for (int one = 1; one <= LENGTH; one++) {
            for (int other = one + 1; other <= LENGTH; other++) {
                int first = one - 1;
                int second = other - 1;
                assertBroken(one, changed(chain -> Collections.swap(chain, first, second)));
            }
        }
    }

    @Test
    void oneThatStandsTwiceIsFoundWhereverItsCopyStands() {
        for (int copied = 0; copied < LENGTH; copied++) {
            for (int place = 0; place <= LENGTH; place++) {
                int from = copied;
                int to = place;
                var copy = changed(chain -> chain.add(to, CHAIN.get(from)));
                // Beside its own place, the first of the two is the right one.
                assertBroken(to == from ? to + 2 : to + 1, copy);
            }
        }
    }

    @Test
    void aCutIsFoundAtTheHeadWhereTheTailIsGoneAndAtTheFirstReceiptWhereTheBeginningIs() {
        for (int left = 0; left < LENGTH; left++) {
            var tailGone = CHAIN.subList(0, left);
            var beginningGone = CHAIN.subList(LENGTH - left, LENGTH);
            assertBroken(0, ledger(tailGone));
            assertBroken(0, counted(ledger(tailGone)));
            assertBroken(left == 0 ? 0 : 1, counted(ledger(beginningGone)));
        }
    }

    @Test
    void everyCharacterThatIsChangedIsFound() {
        for (int number = 0; number <= LENGTH; number++) {
            var jws = number == 0 ? OURS.head(PILOT, CHAIN) : CHAIN.get(number - 1);
            for (int i = 0; i < jws.length(); i++) {
                assertBroken(number, with(number, flipped(jws, i)));
            }
        }
    }

    /** The smallest change: one bit of the six that a character stands for; a dot becomes another one's neighbour. */
    private static String flipped(String jws, int place) {
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int value = alphabet.indexOf(jws.charAt(place));
        char other = value < 0 ? '-' : alphabet.charAt(value ^ 1);
        return jws.substring(0, place) + other + jws.substring(place + 1);
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery("a payload edited under its signature", jws -> {
                    var parts = jws.split("\\.");
                    return parts[0] + "." + part(edited(jws)) + "." + parts[2];
                }),
                forgery("edited and signed by a stranger", jws -> STRANGER.sign(type(jws), edited(jws))),
                forgery(
                        "edited and signed by a stranger who takes our name",
                        jws -> new Signer("ours", STRANGER.pair()).sign(type(jws), edited(jws))),
                forgery(
                        "edited and signed by a stranger who brings his key along",
                        jws -> STRANGER.signAs(
                                "{\"alg\":\"EdDSA\",\"typ\":\"%s\",\"kid\":\"ours\",\"jwk\":%s}"
                                        .formatted(type(jws), jwk(STRANGER)),
                                edited(jws))),
                forgery(
                        "named after another key of ours",
                        jws -> new Signer("former", OURS.pair()).sign(type(jws), payload(jws))),
                forgery("without a name", jws -> OURS.signAs(header("EdDSA", null, type(jws)), payload(jws))),
                forgery(
                        "with a number for a name",
                        jws -> OURS.signAs(
                                "{\"alg\":\"EdDSA\",\"kid\":5,\"typ\":\"" + type(jws) + "\"}", payload(jws))),
                forgery("alg none", jws -> part(header("none", "ours", type(jws))) + "." + part(edited(jws)) + "."),
                forgery(
                        "alg none with the old signature",
                        jws -> part(header("none", "ours", type(jws))) + "." + part(edited(jws)) + "."
                                + jws.split("\\.")[2]),
                forgery("alg HS256 with the public key as the secret", jws -> hmac(jws, OURS.publicBytes())),
                forgery(
                        "alg HS256 with the public key's X.509 form as the secret",
                        jws -> hmac(jws, OURS.pair().getPublic().getEncoded())),
                forgery(
                        "alg HS256 with the public key's text as the secret",
                        jws -> hmac(jws, part(OURS.publicBytes()).getBytes(StandardCharsets.US_ASCII))),
                forgery("no alg", jws -> OURS.signAs("{\"kid\":\"ours\"}", payload(jws))),
                forgery("a header that is a list", jws -> OURS.signAs("[]", payload(jws))),
                forgery("signed by us for another purpose", jws -> OURS.sign("pilotwatch.other", payload(jws))),
                forgery("of no type", jws -> OURS.signAs("{\"alg\":\"EdDSA\",\"kid\":\"ours\"}", payload(jws))),
                forgery(
                        "a receipt for a head, a head for a receipt",
                        jws -> OURS.sign(type(jws).equals(HEAD) ? RECEIPT : HEAD, payload(jws))),
                forgery(
                        "not canonical: a space",
                        jws -> OURS.sign(type(jws), payload(jws).replaceFirst(":", ": "))),
                forgery("not canonical: other order", jws -> OURS.sign(type(jws), reordered(payload(jws)))),
                forgery(
                        "not canonical: a field twice",
                        jws -> OURS.sign(type(jws), payload(jws).replaceFirst("\\{", "{\"pilotId\":\"BP-029\","))),
                forgery("not JSON", jws -> OURS.sign(type(jws), "BP-028")),
                forgery("a list", jws -> OURS.sign(type(jws), "[]")),
                forgery("nothing in it", jws -> OURS.sign(type(jws), "{}")),
                forgery("empty", jws -> ""),
                forgery("two parts", jws -> jws.substring(0, jws.lastIndexOf('.'))),
                forgery("four parts", jws -> jws + ".AA"),
                forgery("five parts", jws -> jws + ".AA.AA"),
                forgery("padded", jws -> jws + "=="),
                forgery("a line break", jws -> jws.replaceFirst("\\.", ".\n")),
                forgery("a foreign character", jws -> jws.replaceFirst("\\.", "*.")),
                forgery(
                        "another pilot's",
                        jws -> type(jws).equals(HEAD) ? OURS.head("BP-029", OTHERS) : OTHERS.get(sequence(jws) - 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aForgeryIsFoundInTheVeryPlace(String what, UnaryOperator<String> forgery) {
        assertBroken(0, with(0, forgery.apply(OURS.head(PILOT, CHAIN))));
        for (int number = 1; number <= LENGTH; number++) {
            assertBroken(number, with(number, forgery.apply(CHAIN.get(number - 1))));
        }
    }

    @Test
    void aWholeChainOfForgeriesIsFoundAtItsFirst() {
        assertBroken(1, STRANGER.ledger(PILOT, STRANGER.chain(PILOT, LENGTH)));
        assertBroken(0, STRANGER.ledger(PILOT, CHAIN));
        assertBroken(0, STRANGER.ledger(PILOT, List.of()));
    }

    @Test
    void anotherReceiptThatWeSignedForTheSamePlaceIsFoundByTheLinkAfterIt() {
        for (int number = 1; number <= LENGTH; number++) {
            var previous = number == 1 ? null : hash(CHAIN.get(number - 2));
            var fields = receiptFields(PILOT, number, previous);
            fields.put("by", "team-029");

            assertBroken(number == LENGTH ? 0 : number + 1, with(number, OURS.receipt(fields)));
        }
    }

    @Test
    void aWrongSequenceOrLinkIsFoundEvenWhereWeSignedIt() {
        var second = hash(CHAIN.getFirst());
        for (var fields : List.of(
                receiptFields(PILOT, 3, second),
                receiptFields(PILOT, 0, second),
                receiptFields(PILOT, 2, null),
                receiptFields(PILOT, 2, ""),
                receiptFields(PILOT, 2, hash(CHAIN.getLast())))) {
            assertBroken(2, OURS.ledger(PILOT, List.of(CHAIN.getFirst(), OURS.receipt(fields))));
        }
        var text = receiptFields(PILOT, 1, null);
        text.put("sequence", "1");
        assertBroken(1, OURS.ledger(PILOT, List.of(OURS.receipt(text))));
        var linked = receiptFields(PILOT, 1, second);
        assertBroken(1, OURS.ledger(PILOT, List.of(OURS.receipt(linked))));
        linked.remove("previous");
        assertBroken(1, OURS.ledger(PILOT, List.of(OURS.receipt(linked))));
    }

    @Test
    void theHeadOfAnotherStateIsFound() {
        for (int length = 0; length < LENGTH; length++) {
            assertBroken(0, with(0, OURS.head(PILOT, CHAIN.subList(0, length))));
        }
        assertBroken(0, with(0, OURS.head(PILOT, LENGTH, hash(CHAIN.getFirst()), AS_OF)));
        assertBroken(0, with(0, OURS.head(PILOT, LENGTH, null, AS_OF)));
        assertBroken(0, with(0, OURS.head(PILOT, LENGTH + 1, hash(CHAIN.getLast()), AS_OF)));
    }

    @Test
    void whatTheFileSaysBesideTheSignaturesIsComparedToo() {
        var head = OURS.head(PILOT, CHAIN);
        assertBroken(1, new Ledger("BP-029", AS_OF, LENGTH, head, CHAIN));
        assertBroken(0, new Ledger("BP-029", AS_OF, 0, OURS.head(PILOT, List.of()), List.of()));
        assertBroken(0, new Ledger(PILOT, "2023-05-01T01:00:00Z", LENGTH, head, CHAIN));
        assertBroken(0, new Ledger(PILOT, AS_OF, LENGTH + 1, head, CHAIN));
    }

    @Test
    void twoPilotsMixedAreFoundAtTheFirstForeignReceipt() {
        var mixed = new ArrayList<>(CHAIN);
        mixed.addAll(OTHERS);
        assertBroken(LENGTH + 1, OURS.ledger(PILOT, mixed));

        var grafted = new ArrayList<>(CHAIN);
        grafted.add(OURS.receipt(receiptFields("BP-029", LENGTH + 1, hash(CHAIN.getLast()))));
        assertBroken(LENGTH + 1, OURS.ledger(PILOT, grafted));
    }

    private static Arguments forgery(String what, UnaryOperator<String> forgery) {
        return Arguments.of(what, forgery);
    }

    /** Expects the break at this receipt, 0 for the head. */
    private static void assertBroken(int number, Ledger ledger) {
        assertBroken(number, ledger, KEYS);
    }

    private static void assertBroken(int number, Ledger ledger, PublicKeys keys) {
        var line = Verification.of(ledger, keys).line();
        var start = "broken at " + (number == 0 ? "the head" : "receipt " + number) + ": ";
        assertTrue(line.startsWith(start), () -> "not \"" + start + "\" but \"" + line + "\"");
        assertEquals(1, line.lines().count());
    }

    /** The head and the count as they were before the change. */
    private static Ledger ledger(List<String> chain) {
        return new Ledger(PILOT, AS_OF, LENGTH, OURS.head(PILOT, CHAIN), chain);
    }

    private static Ledger changed(Consumer<List<String>> change) {
        var chain = new ArrayList<>(CHAIN);
        change.accept(chain);
        return ledger(chain);
    }

    /** The count in the file made to fit. */
    private static Ledger counted(Ledger ledger) {
        return new Ledger(ledger.pilotId(), ledger.asOf(), ledger.receipts().size(), ledger.head(), ledger.receipts());
    }

    /** This receipt, 0 for the head, in place of the honest one. */
    private static Ledger with(int number, String jws) {
        return number == 0
                ? new Ledger(PILOT, AS_OF, LENGTH, jws, CHAIN)
                : changed(chain -> chain.set(number - 1, jws));
    }

    private static String payload(String jws) {
        return decoded(jws.split("\\.")[1]);
    }

    private static String edited(String jws) {
        return payload(jws).replaceFirst("2022", "2021");
    }

    private static String type(String jws) {
        return decoded(jws.split("\\.")[0]).contains(HEAD) ? HEAD : RECEIPT;
    }

    private static int sequence(String jws) {
        return IntStream.rangeClosed(1, LENGTH)
                .filter(number -> payload(jws).contains("\"sequence\":" + number + ","))
                .findFirst()
                .orElseThrow();
    }

    /** The last field first. */
    private static String reordered(String payload) {
        int last = payload.lastIndexOf(",\"");
        return "{" + payload.substring(last + 1, payload.length() - 1) + "," + payload.substring(1, last) + "}";
    }

    private static String header(String alg, String kid, String type) {
        return kid == null
                ? canonical(Map.of("alg", alg, "typ", type))
                : canonical(Map.of("alg", alg, "kid", kid, "typ", type));
    }

    private static String jwk(Signer signer) {
        var jwks = Signer.jwks(signer);
        return jwks.substring(jwks.indexOf('[') + 1, jwks.indexOf(']'));
    }

    private static String hmac(String jws, byte[] secret) {
        try {
            var content = part(header("HS256", "ours", type(jws))) + "." + part(edited(jws));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content + "." + part(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PublicKeys keys(String jwks) {
        try {
            return PublicKeys.read(jwks);
        } catch (Unreadable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
