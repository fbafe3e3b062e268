package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.RecordEvent.Evidence;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A rectification for the person who answers it or decides on the answer.
 *
 * @param evidence all of the pilot's, latest first
 * @param mayAnswer whether the reader may say now what was done
 * @param mayDecide whether the reader may accept or return the answer now
 */
public record RectificationFile(
        RectificationView rectification,
        List<Happened> history,
        List<Evidence> evidence,
        boolean mayAnswer,
        boolean mayDecide) {

    /** A line of its history. */
    public record Happened(RectificationView.Step step, OffsetDateTime at) {}
}
