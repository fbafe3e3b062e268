package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.Expectations;
import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.PilotEvent.PilotCompleted;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.contracts.RecordEvent.EvidenceVerified;
import io.pilotwatch.contracts.RecordEvent.IndicatorRecorded;
import io.pilotwatch.contracts.RecordEvent.IndicatorValue;
import io.pilotwatch.contracts.RecordEvent.Report;
import io.pilotwatch.contracts.RecordEvent.ReportAccepted;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.contracts.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A pilot in the field of tax with one milestone and two indicators, and what may befall it up to a typical case. */
public record CaseStory(Facts pilot, String unit) {

    private static final LocalDate APPROVED = LocalDate.parse("2022-01-30");
    private static final LocalDate DUE = LocalDate.parse("2023-06-30");

    /** A fresh one. */
    public static CaseStory of(String unit) {
        return new CaseStory(new Facts((int) (1_000_000 + System.nanoTime() % 1_000_000_000), List.of("tax")), unit);
    }

    public PilotApproved approved() {
        return new PilotApproved(pilot.pilotId(), 1, entry(PilotState.APPROVED, null), "office");
    }

    public PilotCompleted completed(String grade) {
        return new PilotCompleted(pilot.pilotId(), 2, entry(PilotState.COMPLETED, grade), "通过终期评估", "office");
    }

    private Pilot entry(PilotState state, String grade) {
        return new Pilot(
                pilot.pilotId(),
                pilot.number(),
                "special-field",
                List.of("tax"),
                unit,
                "北京市",
                APPROVED,
                true,
                "synthetic: made for a test",
                state,
                List.of(),
                List.of("电子发票核验", "完税证明互认"),
                List.of(),
                grade);
    }

    public TaskBookFiled filed() {
        var book = new TaskBook(
                pilot.pilotId(),
                1,
                LocalDate.parse("2022-02-20"),
                List.of(milestone(1, MilestoneState.PLANNED, null)),
                List.of(target("on-chain-records", "0", "100"), target("online-share", "50", "90")));
        return new TaskBookFiled(pilot.pilotId(), 1, book, "regulator");
    }

    private static IndicatorTarget target(String indicator, String baseline, String target) {
        return new IndicatorTarget(indicator, new BigDecimal(baseline), new BigDecimal(target));
    }

    public MilestoneReached reached() {
        var milestone = milestone(2, MilestoneState.REACHED, LocalDate.parse("2023-06-01"));
        return new MilestoneReached(pilot.pilotId(), 2, milestone, null, "regulator");
    }

    private static Milestone milestone(long revision, MilestoneState state, LocalDate reachedOn) {
        return new Milestone(
                "m1",
                revision,
                new Text("全部计划场景推广到位", "Scaled to all planned scenarios"),
                DUE,
                DUE,
                1,
                100,
                true,
                state,
                reachedOn == null ? 0 : 100,
                null,
                reachedOn,
                reachedOn == null ? null : 0);
    }

    public IndicatorRecorded recorded(String indicator, String period, String value) {
        return new IndicatorRecorded(
                pilot.pilotId(), 1, new IndicatorValue(indicator, period, new BigDecimal(value), null), "team");
    }

    /** Evidence of these days, verified by the authority. */
    public EvidenceVerified verified(String from, String to) {
        var evidence = new Evidence(
                "e1",
                null,
                "data",
                EvidenceLevel.AUTHORITY,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                1,
                "text/csv",
                "values.csv",
                LocalDate.parse(from),
                LocalDate.parse(to));
        return new EvidenceVerified(pilot.pilotId(), 2, evidence, null, "regulator");
    }

    /** All that it owes, each accepted on its due day. */
    public List<ReportAccepted> reports() {
        return Expectations.of(Samples.programme(), APPROVED, List.of(), DUE).stream()
                .map(this::report)
                .toList();
    }

    private ReportAccepted report(Expectations.Expected expected) {
        var report = new Report(
                "r-" + expected.period().code().toLowerCase(),
                ReportKind.PERIODIC,
                expected.period().code(),
                expected.due(),
                ReportState.ACCEPTED,
                expected.due(),
                0,
                null,
                "按计划推进。",
                Rating.GREEN,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new ReportAccepted(pilot.pilotId(), 2, report, null, "regulator");
    }
}
