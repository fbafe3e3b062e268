package io.pilotwatch.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.function.BinaryOperator;

/**
 * What pilots handed in, by milestone's own word.
 *
 * @param inTime reports that stand and came by their due day
 * @param late reports that stand and came after it
 * @param missing reports that are overdue; nothing is of a pilot that rests or has ended
 * @param evidence files attached
 * @param receipts given, those of the pilots' applications among them
 */
record Figures(int inTime, int late, int missing, int evidence, int receipts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final Figures NONE = new Figures(0, 0, 0, 0, 0);

    static final BinaryOperator<Figures> SUM = (a, b) -> new Figures(
            a.inTime + b.inTime,
            a.late + b.late,
            a.missing + b.missing,
            a.evidence + b.evidence,
            a.receipts + b.receipts);

    /** One pilot's. */
    static Figures of(JsonNode reports, JsonNode ledger) {
        int inTime = 0;
        int late = 0;
        int missing = 0;
        for (var report : reports.path("items")) {
            var state = report.at("/state/code").asText();
            boolean stands = state.equals("SUBMITTED") || state.equals("ACCEPTED");
            inTime += stands && report.at("/report/daysLate").asInt() == 0 ? 1 : 0;
            late += stands && report.at("/report/daysLate").asInt() > 0 ? 1 : 0;
            missing += report.path("overdue").asInt() > 0 ? 1 : 0;
        }
        int evidence = 0;
        for (var receipt : ledger.path("receipts")) {
            evidence += kind(receipt.asText()).equals("evidence") ? 1 : 0;
        }
        return new Figures(inTime, late, missing, evidence, ledger.path("count").asInt());
    }

    private static String kind(String receipt) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(receipt.split("\\.")[1]))
                    .path("kind")
                    .asText();
        } catch (IOException e) {
            throw new IllegalStateException("a receipt is no JWS over JSON", e);
        }
    }
}
