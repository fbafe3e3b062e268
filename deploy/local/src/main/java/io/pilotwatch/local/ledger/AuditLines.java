package io.pilotwatch.local.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of one or several answers of {@code GET /q/audit}, and checkpoints that somebody kept, each alone in its line.
 *
 * @param checkpoints compact JWS each
 */
record AuditLines(List<Entry> entries, List<String> checkpoints) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @param hash in hexadecimal digits */
    record Entry(long position, String hash, JsonNode said) {}

    static AuditLines read(List<String> lines) throws Unreadable {
        AuditLines all = new AuditLines(new ArrayList<>(), new ArrayList<>());
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (line.matches("[\\w-]+[.][\\w-]+[.][\\w-]+")) {
                all.checkpoints().add(line);
            } else if (!line.isEmpty()) {
                all.add(parse(line, number), number);
            }
        }
        if (all.entries().isEmpty()) {
            throw new Unreadable("There is no entry of an audit log.");
        }
        return all;
    }

    private void add(JsonNode line, int number) throws Unreadable {
        JsonNode position = line.path("position");
        if (line.size() == 1 && line.path("checkpoint").isTextual()) {
            checkpoints.add(line.path("checkpoint").textValue());
        } else if (line.size() == 3
                && position.isIntegralNumber()
                && position.canConvertToLong()
                && line.path("hash").isTextual()
                && line.path("entry").isObject()) {
            entries.add(new Entry(position.asLong(), line.path("hash").textValue(), line.path("entry")));
        } else {
            throw new Unreadable("Line " + number + " is neither an entry nor a checkpoint.");
        }
    }

    private static JsonNode parse(String line, int number) throws Unreadable {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException _) {
            throw new Unreadable("Line " + number + " is no JSON.");
        }
    }
}
