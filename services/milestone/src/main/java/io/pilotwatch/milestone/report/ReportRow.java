package io.pilotwatch.milestone.report;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.RecordEvent;
import java.time.Instant;

/**
 * What befell a report, with the whole of it as it then stood.
 *
 * @param note of an acceptance or a return; null where the lead wrote nothing
 */
record ReportRow(
        long revision,
        EventType event,
        RecordEvent.Report report,
        @Nullable String note,
        String by,
        Instant recordedAt) {

    /** By what it is found: its period's code, or its id where it has no period. */
    String key() {
        return report.period() == null ? report.reportId() : report.period();
    }
}
