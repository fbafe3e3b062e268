package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledged;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.AlertMuted;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.AlertEvent.Mute;
import io.pilotwatch.contracts.AlertEvent.MuteCause;
import io.pilotwatch.contracts.AlertEvent.Rectification;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.AlertEvent.RectificationAnswered;
import io.pilotwatch.contracts.AlertEvent.RectificationOrdered;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneExtended;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.Update;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotEvent.DelegationGranted;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotAdvanced;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.PilotEvent.PilotSuspended;
import io.pilotwatch.contracts.PilotEvent.PilotTerminated;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.contracts.RecordEvent.EvidenceAttached;
import io.pilotwatch.contracts.RecordEvent.EvidenceShared;
import io.pilotwatch.contracts.RecordEvent.IndicatorRecorded;
import io.pilotwatch.contracts.RecordEvent.IndicatorValue;
import io.pilotwatch.contracts.RecordEvent.Report;
import io.pilotwatch.contracts.RecordEvent.ReportSubmitted;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Events of one pilot, said briefly: {@code reached("m1", 3, "2022-07-05")}. */
public record Facts(int number, List<String> fields) {

    /** Everything is promised for this day. */
    public static final LocalDate DUE = LocalDate.parse("2022-06-30");

    public static Facts of(int number) {
        return new Facts(number, List.of("tax"));
    }

    public String pilotId() {
        return "BP-%03d".formatted(number);
    }

    public PilotApproved approved() {
        return approved("special-field", "示例单位-%03d".formatted(number), true);
    }

    public PilotApproved approved(String kind, String organisation, boolean synthetic) {
        return approved(kind, organisation, "北京市", synthetic);
    }

    public PilotApproved approved(String kind, String organisation, String region, boolean synthetic) {
        var pilot = new Pilot(
                pilotId(),
                number,
                kind,
                fields,
                organisation,
                region,
                LocalDate.parse("2022-01-30"),
                synthetic,
                "synthetic: made for a test");
        return new PilotApproved(pilotId(), 1, pilot, "office");
    }

    /** Intake's word on where the pilot stands. */
    public PilotAdvanced advanced(long revision, PilotState state) {
        return new PilotAdvanced(pilotId(), revision, entry(state, List.of()), PilotState.APPROVED, null);
    }

    public PilotSuspended suspended(long revision) {
        return new PilotSuspended(pilotId(), revision, entry(PilotState.SUSPENDED, List.of()), "系统迁移", "office");
    }

    public PilotTerminated terminated(long revision) {
        return new PilotTerminated(pilotId(), revision, entry(PilotState.TERMINATED, List.of()), "未推进任务", "office");
    }

    /** The people of another organisation may act for the unit that team-028 acts for. */
    public DelegationGranted delegated(long revision, String organisation) {
        return new DelegationGranted(
                pilotId(), revision, entry(PilotState.APPROVED, List.of(organisation)), organisation, "代为填报", "office");
    }

    private Pilot entry(PilotState state, List<String> delegates) {
        return new Pilot(
                pilotId(),
                number,
                "special-field",
                fields,
                "示例单位-028",
                "北京市",
                LocalDate.parse("2022-01-30"),
                true,
                "synthetic: made for a test",
                state,
                List.of(),
                List.of("电子发票核验"),
                delegates,
                null);
    }

    public EvidenceAttached attached(String evidenceId) {
        return new EvidenceAttached(pilotId(), 1, evidence(evidenceId), "team");
    }

    public EvidenceShared shared(String evidenceId, long revision, String... others) {
        return new EvidenceShared(pilotId(), revision, evidence(evidenceId), List.of(others));
    }

    private static Evidence evidence(String id) {
        return new Evidence(
                id,
                "m1",
                "test-report",
                EvidenceLevel.DECLARED,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                482_133,
                "application/pdf",
                "上线测试报告.pdf",
                null,
                null);
    }

    public IndicatorRecorded recorded(String period, long revision, int value) {
        return new IndicatorRecorded(
                pilotId(),
                revision,
                new IndicatorValue("on-chain-records", period, BigDecimal.valueOf(value), null),
                "team");
    }

    public ReportSubmitted submitted(String reportId, long revision, int daysLate) {
        var due = LocalDate.parse("2022-07-15");
        return new ReportSubmitted(
                pilotId(),
                revision,
                report(reportId, ReportKind.PERIODIC, "2022-Q2", due, due.plusDays(daysLate), daysLate, null),
                "team");
    }

    public ReportSubmitted incident(String title) {
        var day = LocalDate.parse("2022-08-01");
        return new ReportSubmitted(
                pilotId(), 1, report("r9", ReportKind.INCIDENT, null, null, day, null, title), "team");
    }

    private static Report report(
            String id, ReportKind kind, String period, LocalDate due, LocalDate on, Integer late, String title) {
        return new Report(
                id,
                kind,
                period,
                due,
                ReportState.SUBMITTED,
                on,
                late,
                title,
                "开始联调。",
                Rating.AMBER,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    public RectificationOrdered ordered(String rectificationId) {
        return new RectificationOrdered(
                pilotId(), 1, rectification(rectificationId, RectificationState.ORDERED, null), "regulator");
    }

    public RectificationAnswered answered(String rectificationId) {
        return new RectificationAnswered(
                pilotId(), 2, rectification(rectificationId, RectificationState.ANSWERED, "已补齐。"), "team");
    }

    public RectificationAccepted accepted(String rectificationId) {
        return new RectificationAccepted(
                pilotId(), 3, rectification(rectificationId, RectificationState.ACCEPTED, "已补齐。"), null, "regulator");
    }

    private Rectification rectification(String id, RectificationState state, String answer) {
        return new Rectification(
                id,
                pilotId(),
                "补齐报告。",
                LocalDate.parse("2022-08-01"),
                LocalDate.parse("2022-08-31"),
                state,
                answer,
                List.of());
    }

    public TaskBookFiled filed(String... milestoneIds) {
        var milestones = List.of(milestoneIds).stream()
                .map(id -> milestone(id, 1, MilestoneState.PLANNED, 0, DUE, null))
                .toList();
        return new TaskBookFiled(
                pilotId(), 1, new TaskBook(pilotId(), 1, LocalDate.parse("2022-02-20"), milestones), "team");
    }

    public MilestoneUpdated updated(String id, long revision, int percent) {
        var milestone = milestone(id, revision, MilestoneState.IN_PROGRESS, percent, DUE, null);
        return new MilestoneUpdated(
                pilotId(), revision, milestone, new Update("u" + revision, percent, 0, DUE, "进展顺利"), "team");
    }

    public MilestoneClaimed claimed(String id, long revision) {
        return new MilestoneClaimed(
                pilotId(), revision, milestone(id, revision, MilestoneState.CLAIMED, 100, DUE, null), null, "team");
    }

    public MilestoneReached reached(String id, long revision, String on) {
        var milestone = milestone(id, revision, MilestoneState.REACHED, 100, DUE, LocalDate.parse(on));
        return new MilestoneReached(pilotId(), revision, milestone, null, "regulator");
    }

    public MilestoneExtended extended(String id, long revision, String to) {
        var milestone = milestone(id, revision, MilestoneState.IN_PROGRESS, 50, LocalDate.parse(to), null);
        return new MilestoneExtended(pilotId(), revision, milestone, DUE, "设备到货推迟", "regulator");
    }

    public AlertRaised raised(String rule, long revision) {
        return new AlertRaised(pilotId(), revision, alert(rule, (int) revision, AlertState.OPEN));
    }

    public AlertAcknowledged acknowledged(String rule, long revision) {
        return new AlertAcknowledged(
                pilotId(), revision, alert(rule, 1, AlertState.ACKNOWLEDGED), null, "regulator", null);
    }

    public AlertCleared cleared(String rule, long revision) {
        return new AlertCleared(
                pilotId(), revision, alert(rule, 1, AlertState.CLEARED), new Text("已报送进展", "It reported"));
    }

    public AlertMuted muted(String rule, long revision) {
        var mute = new Mute(MuteCause.PILOT_SUSPENDED, null, new Text("试点已暂停。", "The pilot is suspended."));
        return new AlertMuted(
                pilotId(), revision, alert(rule, 1, AlertState.OPEN).mutedBy(mute));
    }

    private Alert alert(String rule, int level, AlertState state) {
        return new Alert(
                pilotId() + "." + rule + ".pilot.1",
                pilotId(),
                rule,
                "pilot",
                1,
                level > 1 ? Severity.CRITICAL : Severity.WARNING,
                level,
                60 * level,
                state,
                new Text("已 60 天无进展报送。", "No word for 60 days."),
                Instant.parse("2022-09-01T00:00:00Z"),
                Instant.parse("2022-09-01T00:05:00Z"),
                false,
                null,
                null);
    }

    private static Milestone milestone(
            String id, long revision, MilestoneState state, int percent, LocalDate due, LocalDate reachedOn) {
        var late = reachedOn == null ? null : Math.toIntExact(Math.max(0, reachedOn.toEpochDay() - due.toEpochDay()));
        return new Milestone(
                id,
                revision,
                new Text("首个应用场景上线", "First scenario live"),
                DUE,
                due,
                due.equals(DUE) ? 1 : 2,
                50,
                true,
                state,
                percent,
                null,
                reachedOn,
                late);
    }
}
