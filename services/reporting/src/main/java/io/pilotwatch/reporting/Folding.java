package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Envelope;
import io.pilotwatch.reporting.core.PilotFacts;
import io.pilotwatch.reporting.core.PilotReport;
import java.time.Instant;

/** One pilot's events being folded, day by day. */
final class Folding {

    /** Another whenever the same events come to make another report or other facts: the views are folded again then. */
    static final int VERSION = 1;

    /** A pilot's facts at the end of the day before and of a day; either is null while its approval is not known. */
    record Change(@Nullable PilotFacts before, @Nullable PilotFacts after) {}

    private final Programme programme;
    private PilotReport report;
    private PilotFacts taken;
    private PilotReport takenOf;

    /** From this report on. */
    Folding(PilotReport report, Programme programme) {
        this.programme = programme;
        this.report = report;
        this.taken = PilotFacts.of(report, programme);
        this.takenOf = report;
    }

    void with(Envelope envelope) {
        with(envelope.event(), envelope.time());
    }

    void with(JournalRows.Entry entry) {
        with(entry.event(), entry.happenedAt());
    }

    private void with(Event event, Instant time) {
        report = PilotReport.fold(report, event, time);
    }

    PilotReport report() {
        return report;
    }

    /** What became different since the last time that it was taken. */
    Change takeChange() {
        var before = taken;
        taken = PilotFacts.of(report, takenOf, before, programme);
        takenOf = report;
        return new Change(before, taken);
    }
}
