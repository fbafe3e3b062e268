package io.pilotwatch.milestone.report.core;

import static io.pilotwatch.milestone.Shipped.PILOT;
import static io.pilotwatch.milestone.Shipped.act;
import static io.pilotwatch.milestone.report.core.Refusal.REPORT_ALREADY_ACCEPTED;
import static io.pilotwatch.milestone.report.core.Refusal.REPORT_AWAITS_DECISION;
import static io.pilotwatch.milestone.report.core.Refusal.REPORT_NOT_SUBMITTED;
import static io.pilotwatch.milestone.report.core.Refusal.REPORT_TOO_EARLY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.contracts.RecordEvent.Progress;
import io.pilotwatch.contracts.RecordEvent.ReportAccepted;
import io.pilotwatch.contracts.RecordEvent.ReportReturned;
import io.pilotwatch.contracts.RecordEvent.ReportSubmitted;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.milestone.report.core.Report.Accepted;
import io.pilotwatch.milestone.report.core.Report.Expected;
import io.pilotwatch.milestone.report.core.Report.Returned;
import io.pilotwatch.milestone.report.core.Report.Submitted;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ReportsTest {

    private static final LocalDate DUE = LocalDate.parse("2022-10-15");
    private static final Report EXPECTED =
            new Expected(ReportKind.PERIODIC, Period.ofCode("2022-Q3").orElseThrow(), DUE);
    private static final Report AD_HOC = new Expected(ReportKind.AD_HOC, null, null);

    private static final Input SUBMIT = submit(Rating.GREEN, null, null);
    private static final Input ACCEPT = new Input.Accept(null);
    private static final Input RETURN = new Input.Return("缺少数据");

    private static Input.Submit submit(Rating rating, String reason, String title) {
        return new Input.Submit(
                "r-1",
                new Input.Content(title, "完成联调。", rating, reason, null, List.of(), List.of(), List.of()),
                List.of(new Progress("m3", 60, null)));
    }

    private static Report in(ReportState state) {
        return Report.of(
                2,
                new RecordEvent.Report(
                        "r-0",
                        ReportKind.PERIODIC,
                        "2022-Q3",
                        DUE,
                        state,
                        LocalDate.parse("2022-10-10"),
                        0,
                        null,
                        "概要",
                        Rating.GREEN,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    record Cell(String sentence, Report state, Input input, Object outcome) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static final List<Cell> CELLS = List.of(
            new Cell("An expected report is handed in", EXPECTED, SUBMIT, Submitted.class),
            new Cell("A submission is not repeated", in(ReportState.SUBMITTED), SUBMIT, REPORT_AWAITS_DECISION),
            new Cell("What is accepted stays as it is", in(ReportState.ACCEPTED), SUBMIT, REPORT_ALREADY_ACCEPTED),
            new Cell("What was returned is handed in again", in(ReportState.RETURNED), SUBMIT, Submitted.class),
            new Cell("Without a report nothing is accepted", EXPECTED, ACCEPT, REPORT_NOT_SUBMITTED),
            new Cell("A submission is accepted", in(ReportState.SUBMITTED), ACCEPT, Accepted.class),
            new Cell(
                    "What is accepted is not accepted again",
                    in(ReportState.ACCEPTED),
                    ACCEPT,
                    REPORT_ALREADY_ACCEPTED),
            new Cell(
                    "What was returned is not accepted as it was",
                    in(ReportState.RETURNED),
                    ACCEPT,
                    REPORT_NOT_SUBMITTED),
            new Cell("Without a report nothing is returned", EXPECTED, RETURN, REPORT_NOT_SUBMITTED),
            new Cell("A submission is returned", in(ReportState.SUBMITTED), RETURN, Returned.class),
            new Cell("What is accepted is not returned", in(ReportState.ACCEPTED), RETURN, REPORT_ALREADY_ACCEPTED),
            new Cell(
                    "What was returned is with the team already",
                    in(ReportState.RETURNED),
                    RETURN,
                    REPORT_NOT_SUBMITTED));

    @ParameterizedTest
    @FieldSource("CELLS")
    void everyInputInEveryState(Cell cell) {
        switch (Reports.decide(cell.state(), cell.input(), act("2022-10-10"))) {
            case Refused(var refusal) -> assertEquals(cell.outcome(), refusal);
            case Decided(var next, var events) -> {
                assertEquals(cell.outcome(), next.getClass());
                assertEquals(cell.state().revision() + 1, next.revision());
                assertEquals(next.revision(), events.getFirst().revision());
                assertEquals(next, Report.of(next.revision(), next.told()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2022-08-31, REPORT_TOO_EARLY
            2022-09-01, 0
            2022-10-15, 0
            2022-10-16, 1
            2023-10-15, 365
            """)
    void aReportIsHandedInFromItsPeriodsLastMonthOnAndKeepsItsLateness(String day, String outcome) {
        var decision = Reports.decide(EXPECTED, SUBMIT, act(day));

        switch (decision) {
            case Refused(var refusal) -> assertEquals(outcome, refusal.name());
            case Decided(var next, var events) ->
                assertEquals(outcome, next.told().daysLate().toString());
        }
        assertEquals(outcome.equals("REPORT_TOO_EARLY"), decision.equals(new Refused<>(REPORT_TOO_EARLY)));
    }

    @Test
    void aReturnedReportCountsAnewAgainstTheSameDueDayAndLateButAcceptedStaysLate() {
        var first = decided(EXPECTED, SUBMIT, "2022-10-10");
        var returned = decided(first, RETURN, "2022-10-20");
        var again = decided(returned, SUBMIT, "2022-10-25");
        var accepted = decided(again, ACCEPT, "2022-11-01");

        assertEquals(5, returned.overdueOn(LocalDate.parse("2022-10-20")));
        assertEquals(10, again.told().daysLate());
        assertEquals(DUE, accepted.told().due());
        assertEquals(10, accepted.told().daysLate());
        assertEquals("r-1", accepted.told().reportId());
        assertEquals(4, accepted.revision());
        assertEquals(0, accepted.overdueOn(LocalDate.parse("2023-01-01")));
    }

    private static Report decided(Report report, Input in, String day) {
        return ((Decided<Report>) Reports.decide(report, in, act(day))).state();
    }

    @ParameterizedTest(name = "a {0} report with title {1}, rating {2} and reason {3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
            PERIODIC, -,  GREEN,     -,    taken
            PERIODIC, -,  AMBER,     延期, taken
            PERIODIC, -,  AMBER,     -,    RATING_REASON_MISSING
            PERIODIC, -,  RED,       ' ',  RATING_REASON_MISSING
            PERIODIC, -,  NOT_RATED, -,    SELF_RATING_MISSING
            PERIODIC, -,  -,         -,    SELF_RATING_MISSING
            PERIODIC, 题, GREEN,     -,    TITLE_OF_PERIODIC
            AD_HOC,   题, GREEN,     -,    taken
            AD_HOC,   -,  GREEN,     -,    TITLE_MISSING
            AD_HOC,   题, RED,       -,    RATING_REASON_MISSING
            """)
    void whatAReportNeeds(ReportKind kind, String title, Rating rating, String reason, String outcome) {
        var report = kind == ReportKind.PERIODIC ? EXPECTED : AD_HOC;

        var decision = Reports.decide(report, submit(rating, reason, title), act("2022-10-10"));

        assertEquals(outcome, decision instanceof Refused(var refusal) ? refusal.name() : "taken");
    }

    @Test
    void anAdHocReportIsDueOnNoDayAndNeverTooEarly() {
        var report = decided(AD_HOC, submit(Rating.GREEN, null, "系统迁移"), "2022-02-01");

        assertEquals(null, report.told().due());
        assertEquals(null, report.told().daysLate());
        assertEquals(0, report.overdueOn(LocalDate.parse("2025-01-01")));
    }

    @Test
    void eachStepIsTold() {
        var submitted = (Decided<Report>) Reports.decide(EXPECTED, SUBMIT, act("2022-10-10"));
        var told = submitted.state().told();
        var returned = (Decided<Report>) Reports.decide(submitted.state(), RETURN, act("2022-10-11"));
        var accepted = (Decided<Report>) Reports.decide(submitted.state(), new Input.Accept("好"), act("2022-10-11"));

        assertEquals(List.of(new Progress("m3", 60, null)), told.milestones());
        assertEquals("2022-Q3", told.period());
        assertEquals(List.of(new ReportSubmitted(PILOT, 1, told, "team-028")), submitted.events());
        assertEquals(
                List.of(new ReportReturned(PILOT, 2, returned.state().told(), "缺少数据", "team-028")), returned.events());
        assertEquals(
                List.of(new ReportAccepted(PILOT, 2, accepted.state().told(), "好", "team-028")), accepted.events());
    }
}
