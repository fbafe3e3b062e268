package io.pilotwatch.milestone.report.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.contracts.ReportKind;
import java.time.LocalDate;

/** A report: one type a state, each with only what it has then. A draft is no state of it: it is the team's alone. */
public sealed interface Report {

    /** 0 before it is handed in, and one more with each decision. */
    long revision();

    /**
     * Nothing was handed in yet.
     *
     * @param period null unless periodic
     * @param due programme day; null unless periodic
     */
    record Expected(
            ReportKind kind,
            @Nullable Period period,
            @Nullable LocalDate due) implements Report {

        @Override
        public long revision() {
            return 0;
        }
    }

    /** The lead regulator is to decide on it. */
    record Submitted(long revision, RecordEvent.Report told) implements Report {}

    /** The lead regulator took it. */
    record Accepted(long revision, RecordEvent.Report told) implements Report {}

    /** The lead regulator gave it back; the team is to hand it in again. */
    record Returned(long revision, RecordEvent.Report told) implements Report {}

    /** The report of which this was told. */
    static Report of(long revision, RecordEvent.Report told) {
        return switch (told.state()) {
            case SUBMITTED -> new Submitted(revision, told);
            case ACCEPTED -> new Accepted(revision, told);
            case RETURNED -> new Returned(revision, told);
            case DRAFT -> throw new IllegalArgumentException("a draft is told to nobody");
        };
    }

    /** What others may see; null before it is handed in. */
    @Nullable
    default RecordEvent.Report told() {
        return null;
    }

    /** Why it is written. */
    default ReportKind kind() {
        return told().kind();
    }

    /** Programme day by which it is to be handed in; null unless periodic. */
    @Nullable
    default LocalDate due() {
        return told().due();
    }

    /** Days from the due day to {@code today} where nothing was handed in, or nothing that stands; otherwise 0. */
    default int overdueOn(LocalDate today) {
        return switch (this) {
            case Expected _, Returned _ -> due() == null ? 0 : Reports.daysLate(due(), today);
            case Submitted _, Accepted _ -> 0;
        };
    }
}
