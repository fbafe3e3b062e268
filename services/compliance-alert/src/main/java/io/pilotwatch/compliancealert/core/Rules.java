package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All rules. A new one is a function and a line in the list; its thresholds stand in the programme file. */
public final class Rules {

    /** The subject of a rule that looks at the whole pilot. */
    public static final String WHOLE_PILOT = "pilot";

    static final String DUE_SOON = "MILESTONE_DUE_SOON";
    static final String MILESTONE_OVERDUE = "MILESTONE_OVERDUE";
    static final String REPORT_DUE_SOON = "REPORT_DUE_SOON";
    static final String DEADLINE_APPROACHING = "DEADLINE_APPROACHING";
    static final String DEADLINE_MISSED = "DEADLINE_MISSED";

    /** Said when the programme itself changed, so that no fact of the pilot explains it. */
    static final Text NO_LONGER = new Text("预警条件不再成立。", "What the alert was raised for no longer holds.");

    /** The list. */
    public static final List<Rule> ALL = List.of(
            owed(DUE_SOON, "里程碑即将到期", "Milestone due soon", MilestoneRules::dueSoon, MilestoneRules::dueClearing),
            owed(MILESTONE_OVERDUE, "里程碑逾期", "Milestone overdue", MilestoneRules::overdue, MilestoneRules::dueClearing),
            owed(
                    "FORECAST_AFTER_DEADLINE",
                    "预计完成日晚于总期限",
                    "Forecast after the deadline",
                    MilestoneRules::forecastAfterDeadline,
                    MilestoneRules::forecastClearing),
            owed(
                    "PROGRESS_FELL",
                    "进度下降",
                    "Progress fell",
                    MilestoneRules::progressFell,
                    MilestoneRules::progressClearing),
            owed(
                    "EVIDENCE_MISSING",
                    "缺少佐证材料",
                    "Evidence missing",
                    MilestoneRules::evidenceMissing,
                    MilestoneRules::evidenceClearing),
            owed(REPORT_DUE_SOON, "报告即将到期", "Report due soon", ReportRules::dueSoon, ReportRules::clearing),
            owed("REPORT_OVERDUE", "报告逾期", "Report overdue", ReportRules::overdue, ReportRules::clearing),
            owed(
                    "RECTIFICATION_OVERDUE",
                    "整改逾期",
                    "Rectification overdue",
                    ReportRules::rectificationOverdue,
                    ReportRules::rectificationClearing),
            owed("PILOT_STALE", "试点长期无进展报送", "Pilot silent", PilotRules::stale, PilotRules::staleClearing),
            owed(
                    "TASKBOOK_MISSING",
                    "任务书未备案",
                    "Task book missing",
                    PilotRules::taskBookMissing,
                    PilotRules::taskBookClearing),
            owed(
                    DEADLINE_APPROACHING,
                    "总期限临近",
                    "Deadline approaching",
                    PilotRules::deadlineApproaching,
                    PilotRules::deadlineClearing),
            owed(DEADLINE_MISSED, "总期限逾期", "Deadline missed", PilotRules::deadlineMissed, PilotRules::deadlineClearing),
            owed(
                    "INDICATOR_BEHIND",
                    "指标落后",
                    "Indicator behind",
                    IndicatorRules::behind,
                    IndicatorRules::behindClearing),
            owed(
                    "INDICATOR_UNCHANGED",
                    "指标数值未变",
                    "Indicator unchanged",
                    IndicatorRules::unchanged,
                    IndicatorRules::unchangedClearing),
            done(
                    "EVIDENCE_SHARED",
                    "佐证材料重复使用",
                    "Evidence shared",
                    ConductRules::evidenceShared,
                    (facts, programme, alert) -> NO_LONGER),
            done(
                    "PROHIBITED_CONTENT",
                    "疑似违规内容",
                    "Words of prohibited conduct",
                    ConductRules::prohibited,
                    ConductRules::prohibitedClearing));

    private Rules() {}

    private static Rule owed(String name, String zh, String en, Rule.Planner planner, Rule.Clearing clearing) {
        return new Rule(name, new Text(zh, en), true, planner, clearing);
    }

    private static Rule done(String name, String zh, String en, Rule.Planner planner, Rule.Clearing clearing) {
        return new Rule(name, new Text(zh, en), false, planner, clearing);
    }

    /** The rule with this name, if there is one. */
    public static Optional<Rule> named(String name) {
        return ALL.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** Everything that holds now. */
    public static List<Breach> breaches(Facts facts, Programme programme, Instant now) {
        return ALL.stream()
                .flatMap(rule ->
                        rule.plans(facts, programme, now).flatMap(plan -> plan.breach(rule.name(), now).stream()))
                .toList();
    }

    /** What each rule makes of each of its subjects now, whether it holds or not, in the order of the list. */
    public static List<Explanation> explain(Facts facts, Programme programme, Instant now) {
        return ALL.stream().flatMap(rule -> rule.explain(facts, programme, now)).toList();
    }

    /** The next instant at which any rule can change its mind without an event; empty for never. */
    public static Optional<Instant> nextCheck(Facts facts, Programme programme, Instant now) {
        return ALL.stream()
                .flatMap(rule -> rule.plans(facts, programme, now))
                .flatMap(plan -> plan.changesAfter(now))
                .min(Instant::compareTo);
    }

    /** Why an open alert that no breach matches is over. */
    public static Text clearingReason(Facts facts, Programme programme, Alert alert) {
        return named(alert.rule())
                .map(rule -> rule.clearingReason(facts, programme, alert))
                .orElse(NO_LONGER);
    }
}
