package io.pilotwatch.milestone.report;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.Standing;
import io.pilotwatch.milestone.report.Shelf.Kept;
import io.pilotwatch.milestone.report.core.Report;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A report as answered.
 *
 * @param key its address below the pilot's: the code of its period, or its id where it has none
 * @param synthetic made for a demonstration; must be marked wherever it shows
 * @param revision also its ETag; 0 before it is handed in
 * @param period null unless periodic
 * @param due programme day; null unless periodic. Never changes
 * @param state EXPECTED until its period ends and DUE after it, then SUBMITTED, ACCEPTED or RETURNED
 * @param overdue days past the due day at the present programme day while nothing is handed in that stands; 0 otherwise, and
 *     while the pilot rests or has ended. A fact beside the state
 * @param report as it was handed in, with {@code daysLate}; null before that
 * @param note what the lead wrote last; null where nothing
 * @param by the account that acted last; null before it is handed in, like at
 */
public record ReportView(
        String key,
        String pilotId,
        boolean synthetic,
        long revision,
        Named kind,
        @Nullable Named period,
        @Nullable LocalDate due,
        Named state,
        int overdue,
        @Nullable RecordEvent.Report report,
        @Nullable String note,
        @Nullable String by,
        @Nullable Instant at) {

    private static final Named EXPECTED = new Named("EXPECTED", new Text("未到期", "Expected"));
    private static final Named DUE = new Named("DUE", new Text("待提交", "Due"));

    static ReportView of(Standing pilot, Kept kept, LocalDate today) {
        var report = kept.report();
        var last = kept.last();
        boolean isOwed = !pilot.state().isSuspended() && !pilot.state().isEnded();
        return new ReportView(
                kept.key(),
                pilot.subject().pilotId(),
                pilot.synthetic(),
                report.revision(),
                new Named(report.kind().name(), report.kind().text()),
                Period.ofCode(kept.key())
                        .map(p -> new Named(p.code(), p.text()))
                        .orElse(null),
                report.due(),
                state(report, today),
                isOwed ? report.overdueOn(today) : 0,
                report.told(),
                last == null ? null : last.note(),
                last == null ? null : last.by(),
                last == null ? null : last.recordedAt());
    }

    /** Whether it is still to be handed in, for the first time or again. */
    public boolean awaited() {
        return report == null || report.state() == ReportState.RETURNED;
    }

    /** Its place in a list: by the day when it is due, or was handed in where nothing is due. */
    String order() {
        return (due == null ? report.submittedOn() : due) + " " + key;
    }

    private static Named state(Report report, LocalDate today) {
        return switch (report) {
            case Report.Expected e ->
                e.period() != null && today.isAfter(e.period().to()) ? DUE : EXPECTED;
            case Report.Submitted _ -> named(ReportState.SUBMITTED);
            case Report.Accepted _ -> named(ReportState.ACCEPTED);
            case Report.Returned _ -> named(ReportState.RETURNED);
        };
    }

    private static Named named(ReportState state) {
        return new Named(state.name(), state.text());
    }
}
