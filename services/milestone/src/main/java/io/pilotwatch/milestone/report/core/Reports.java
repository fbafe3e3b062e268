package io.pilotwatch.milestone.report.core;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.contracts.RecordEvent.ReportAccepted;
import io.pilotwatch.contracts.RecordEvent.ReportReturned;
import io.pilotwatch.contracts.RecordEvent.ReportSubmitted;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.milestone.core.Act;
import io.pilotwatch.milestone.report.core.Report.Accepted;
import io.pilotwatch.milestone.report.core.Report.Expected;
import io.pilotwatch.milestone.report.core.Report.Returned;
import io.pilotwatch.milestone.report.core.Report.Submitted;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What each input makes of a report in each state: one function an input, one case a state. */
public final class Reports {

    private Reports() {}

    /** Decides any input. */
    public static Decision<Report> decide(Report report, Input input, Act act) {
        return switch (input) {
            case Input.Submit submit -> submit(report, submit, act);
            case Input.Accept accept -> accept(report, accept, act);
            case Input.Return back -> return_(report, back, act);
        };
    }

    /** Whether the team may write on it still. */
    @Nullable
    public static Refusal notWritable(Report report) {
        return switch (report) {
            case Expected _, Returned _ -> null;
            case Submitted _ -> Refusal.REPORT_AWAITS_DECISION;
            case Accepted _ -> Refusal.REPORT_ALREADY_ACCEPTED;
        };
    }

    /** The team hands it in. Its lateness is that of the submission that stands, always against the same due day. */
    static Decision<Report> submit(Report report, Input.Submit in, Act act) {
        return switch (report) {
            case Expected r when isTooEarly(r, act.day()) -> Decision.refused(Refusal.REPORT_TOO_EARLY);
            case Expected r ->
                submitted(
                        r, in.reportId(), r.period() == null ? null : r.period().code(), in, act);
            case Returned r -> submitted(r, r.told().reportId(), r.told().period(), in, act);
            case Submitted _ -> Decision.refused(Refusal.REPORT_AWAITS_DECISION);
            case Accepted _ -> Decision.refused(Refusal.REPORT_ALREADY_ACCEPTED);
        };
    }

    /** A quarter can be told of in its last month; what happens after the submission is the next report's. */
    private static boolean isTooEarly(Expected report, LocalDate today) {
        return report.period() != null && today.isBefore(report.period().to().withDayOfMonth(1));
    }

    private static Decision<Report> submitted(
            Report report, String reportId, @Nullable String period, Input.Submit in, Act act) {
        var refusal = wrong(report.kind(), in.content());
        if (refusal != null) {
            return Decision.refused(refusal);
        }
        var c = in.content();
        var told = new RecordEvent.Report(
                reportId,
                report.kind(),
                period,
                report.due(),
                ReportState.SUBMITTED,
                act.day(),
                report.due() == null ? null : daysLate(report.due(), act.day()),
                c.title(),
                c.summary(),
                c.selfRating(),
                c.ratingReason(),
                c.nextPlan(),
                in.milestones(),
                c.deviations(),
                c.risks(),
                c.issues());
        var next = new Submitted(report.revision() + 1, told);
        return Decision.decided(next, new ReportSubmitted(act.pilotId(), next.revision(), told, act.by()));
    }

    @Nullable
    private static Refusal wrong(ReportKind kind, Input.Content c) {
        if (kind == ReportKind.PERIODIC && c.title() != null) {
            return Refusal.TITLE_OF_PERIODIC;
        }
        if (kind != ReportKind.PERIODIC && isBlank(c.title())) {
            return Refusal.TITLE_MISSING;
        }
        if (isBlank(c.summary())) {
            return Refusal.SUMMARY_MISSING;
        }
        if (c.selfRating() == null || c.selfRating() == Rating.NOT_RATED) {
            return Refusal.SELF_RATING_MISSING;
        }
        return c.selfRating().needsReason() && isBlank(c.ratingReason()) ? Refusal.RATING_REASON_MISSING : null;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The lead regulator takes it. A late one stays late. */
    static Decision<Report> accept(Report report, Input.Accept in, Act act) {
        return switch (report) {
            case Submitted r -> {
                var next = new Accepted(r.revision() + 1, in(ReportState.ACCEPTED, r.told()));
                yield Decision.decided(
                        next, new ReportAccepted(act.pilotId(), next.revision(), next.told(), in.note(), act.by()));
            }
            case Expected _, Returned _ -> Decision.refused(Refusal.REPORT_NOT_SUBMITTED);
            case Accepted _ -> Decision.refused(Refusal.REPORT_ALREADY_ACCEPTED);
        };
    }

    /** The lead regulator gives it back: nothing stands any more, and the due day is the one that it was. */
    static Decision<Report> return_(Report report, Input.Return in, Act act) {
        return switch (report) {
            case Submitted r -> {
                var next = new Returned(r.revision() + 1, in(ReportState.RETURNED, r.told()));
                yield Decision.decided(
                        next, new ReportReturned(act.pilotId(), next.revision(), next.told(), in.reason(), act.by()));
            }
            case Expected _, Returned _ -> Decision.refused(Refusal.REPORT_NOT_SUBMITTED);
            case Accepted _ -> Decision.refused(Refusal.REPORT_ALREADY_ACCEPTED);
        };
    }

    /** Whole days after the due day; 0 in time. */
    static int daysLate(LocalDate due, LocalDate day) {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(due, day)));
    }

    private static RecordEvent.Report in(ReportState state, RecordEvent.Report r) {
        return new RecordEvent.Report(
                r.reportId(),
                r.kind(),
                r.period(),
                r.due(),
                state,
                r.submittedOn(),
                r.daysLate(),
                r.title(),
                r.summary(),
                r.selfRating(),
                r.ratingReason(),
                r.nextPlan(),
                r.milestones(),
                r.deviations(),
                r.risks(),
                r.issues());
    }
}
