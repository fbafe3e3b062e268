package io.pilotwatch.reporting.core;

import static java.util.Map.entry;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Text;
import java.util.Map;

/** What the rules behind alerts are called. */
public final class AlertRule {

    /** The rule that speaks of a team's silence. */
    public static final String STALE = "PILOT_STALE";

    private static final Map<String, Text> NAMES = Map.ofEntries(
            entry("MILESTONE_DUE_SOON", new Text("里程碑临近到期", "Milestone due soon")),
            entry("MILESTONE_OVERDUE", new Text("里程碑逾期", "Milestone overdue")),
            entry("FORECAST_AFTER_DEADLINE", new Text("预计完成日晚于总期限", "Forecast after the deadline")),
            entry("PROGRESS_FELL", new Text("进度下降", "Progress fell")),
            entry("EVIDENCE_MISSING", new Text("缺少佐证材料", "Evidence missing")),
            entry("REPORT_DUE_SOON", new Text("报告临近到期", "Report due soon")),
            entry("REPORT_OVERDUE", new Text("报告逾期", "Report overdue")),
            entry("RECTIFICATION_OVERDUE", new Text("整改逾期", "Rectification overdue")),
            entry(STALE, new Text("长期未报送进展", "No word from the team")),
            entry("TASKBOOK_MISSING", new Text("任务书未备案", "Task book missing")),
            entry("DEADLINE_APPROACHING", new Text("总期限临近", "Deadline approaching")),
            entry("DEADLINE_MISSED", new Text("总期限逾期", "Deadline missed")),
            entry("INDICATOR_BEHIND", new Text("指标落后", "Indicator behind")),
            entry("INDICATOR_UNCHANGED", new Text("指标数值未变", "Indicator unchanged")),
            entry("EVIDENCE_SHARED", new Text("佐证材料重复使用", "Evidence shared")),
            entry("PROHIBITED_CONTENT", new Text("涉禁止行为内容", "Words of prohibited conduct")));

    private AlertRule() {}

    /** The rule with its name; one that this version does not know shows its code. */
    public static Named named(String rule) {
        return new Named(rule, NAMES.getOrDefault(rule, new Text(rule, rule)));
    }
}
