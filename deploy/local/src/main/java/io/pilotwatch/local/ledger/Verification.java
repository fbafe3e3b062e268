package io.pilotwatch.local.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pilotwatch.local.ledger.PublicKeys.NotGood;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Whether a ledger is whole: each receipt is signed, canonical, of this pilot, next in the sequence and linked to the one
 * before; and the head, signed too, counts as many and knows the last. Shares no code with the services that sign.
 */
final class Verification {

    private Verification() {}

    /** The first thing that is wrong in the order of the chain, the head after the receipts; or that all is whole. */
    static Verdict of(Ledger ledger, PublicKeys keys) {
        String last = null;
        for (int number = 1; number <= ledger.receipts().size(); number++) {
            String receipt = ledger.receipts().get(number - 1);
            try {
                link(keys.open(receipt, "pilotwatch.receipt"), ledger.pilotId(), number, last);
            } catch (NotGood e) {
                return Verdict.Broken.atReceipt(number, e.why());
            }
            last = hash(receipt);
        }
        try {
            head(keys.open(ledger.head(), "pilotwatch.ledger-head"), ledger, last);
        } catch (NotGood e) {
            return Verdict.Broken.atTheHead(e.why());
        }
        return new Verdict.Whole(ledger.pilotId(), ledger.receipts().size(), ledger.asOf());
    }

    private static void link(JsonNode receipt, String pilotId, int number, String last) throws NotGood {
        samePilot(receipt, pilotId);
        JsonNode sequence = receipt.path("sequence");
        require(
                sequence.isIntegralNumber() && sequence.asLong() == number,
                "序号是 %s，应为 %d".formatted(sequence, number),
                "its sequence is %s where %d belongs".formatted(sequence, number));
        require(
                isText(receipt, "previous", last),
                "与前一份回执不相连",
                number == 1 ? "it names one before it" : "it does not follow from receipt " + (number - 1));
    }

    private static void head(JsonNode head, Ledger ledger, String last) throws NotGood {
        samePilot(head, ledger.pilotId());
        int there = ledger.receipts().size();
        JsonNode count = head.path("count");
        require(
                count.isIntegralNumber() && count.asLong() == there,
                "签名记载 %s 份回执，文件中有 %d 份".formatted(count, there),
                "it counts %s, but the file has %d".formatted(count, there));
        require(
                ledger.count() == there,
                "文件称有 %d 份回执，实有 %d 份".formatted(ledger.count(), there),
                "the file says %d, but has %d".formatted(ledger.count(), there));
        require(isText(head, "last", last), "所记载的最后一份回执不同", "it knows another last receipt");
        require(
                isText(head, "asOf", ledger.asOf()),
                "签名记载的时间是 " + head.path("asOf"),
                "it is of " + head.path("asOf") + ", but the file says " + TextNode.valueOf(ledger.asOf()));
    }

    private static void samePilot(JsonNode signed, String pilotId) throws NotGood {
        JsonNode other = signed.path("pilotId");
        require(isText(signed, "pilotId", pilotId), "属于另一试点 " + other, "it is of another pilot, " + other);
    }

    /** A field that must be there, as this text or as null. */
    private static boolean isText(JsonNode signed, String field, String expected) {
        JsonNode value = signed.path(field);
        return expected == null
                ? value.isNull()
                : value.isTextual() && value.textValue().equals(expected);
    }

    private static void require(boolean holds, String zh, String en) throws NotGood {
        if (!holds) {
            throw new NotGood(zh, en);
        }
    }

    private static String hash(String jws) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(jws.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
