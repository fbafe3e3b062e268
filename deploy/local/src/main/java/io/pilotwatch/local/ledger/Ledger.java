package io.pilotwatch.local.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A downloaded answer of {@code GET …/ledger}.
 *
 * @param head compact JWS
 * @param receipts compact JWS each
 */
record Ledger(String pilotId, String asOf, long count, String head, List<String> receipts) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> FIELDS = Set.of("pilotId", "asOf", "count", "head", "receipts");

    static Ledger read(String json) throws Unreadable {
        JsonNode ledger = parse(json);
        Set<String> fields = new TreeSet<>();
        ledger.fieldNames().forEachRemaining(fields::add);
        // Nobody signed any other, so it must not look as if it had been verified.
        if (!fields.equals(FIELDS)) {
            throw new Unreadable("A ledger has the fields " + new TreeSet<>(FIELDS) + ", each once, and no other.");
        }
        JsonNode count = ledger.path("count");
        if (!count.isIntegralNumber() || !count.canConvertToLong()) {
            throw new Unreadable("count is a whole number.");
        }
        return new Ledger(
                text(ledger.path("pilotId"), "pilotId"),
                text(ledger.path("asOf"), "asOf"),
                count.asLong(),
                text(ledger.path("head"), "head"),
                texts(ledger.path("receipts"), "receipts"));
    }

    private static JsonNode parse(String json) throws Unreadable {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // Without the parser's own words, which quote whatever is in the file.
            throw new Unreadable(
                    "The ledger is no JSON from line " + e.getLocation().getLineNr() + " on.");
        }
    }

    private static List<String> texts(JsonNode list, String name) throws Unreadable {
        if (!list.isArray()) {
            throw new Unreadable(name + " is a list.");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode one : list) {
            texts.add(text(one, name));
        }
        return texts;
    }

    private static String text(JsonNode value, String name) throws Unreadable {
        if (!value.isTextual()) {
            throw new Unreadable(name + " holds text.");
        }
        return value.textValue();
    }
}
