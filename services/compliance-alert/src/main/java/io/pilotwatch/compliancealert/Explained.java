package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An explanation in words.
 *
 * @param regulator to which agency deliveries are narrowed down, by name; null for all
 * @param held what held then
 * @param others what was looked at and did not hold
 */
public record Explained(
        ExplanationView view, OffsetDateTime at, @Nullable Text regulator, List<Found> held, List<Found> others) {

    /** What a rule made of one thing. */
    public record Found(
            ExplanationView.Finding finding,
            Text subject,
            List<RuleWords.Said> inputs,
            @Nullable OffsetDateTime expectedAt,
            @Nullable OffsetDateTime nextAt,
            List<AlertFile.Happened> history,
            List<AlertFile.Sent> deliveries) {

        /** The id of its heading on a page, by its place in the list. */
        public String titleId(int index) {
            return "told-" + index;
        }
    }
}
