package io.pilotwatch.reporting.scheduled;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.contracts.Nullable;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * One try to send a report.
 *
 * @param day on which it was due; the report is as of the end of the day before
 * @param number 1 for the day's first
 * @param at by the wall clock
 * @param outcome {@code SENT} or {@code FAILED}; null while it is made, or where the service ended before it knew
 * @param error why it failed; null where it did not
 */
public record ReportTry(
        LocalDate day,
        int number,
        OffsetDateTime at,
        @Nullable @JsonInclude(JsonInclude.Include.ALWAYS) String outcome,
        @Nullable @JsonInclude(JsonInclude.Include.ALWAYS) String error) {

    @JsonIgnore
    String sortKey() {
        return day + " " + "%09d".formatted(number);
    }
}
