package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The words on the pages of reports and indicators. */
@TemplateEnum
public enum ReportWord implements Spoken {
    REPORT("报告", "Report"),
    BACK_TO_REPORTS("返回进展报告", "Back to progress reports"),
    REPORTS_OWED("待提交", "To hand in"),
    NOTHING_OWED("目前没有待提交的报告。", "No report is owed now."),
    REPORTS_HANDED_IN("已提交", "Handed in"),
    NONE_HANDED_IN("尚未提交过报告。", "No report was handed in yet."),
    HANDED_IN_CAPTION("已提交的报告，最近的在前", "Reports that were handed in, the latest first"),
    REPORTS_LATER("以后的报告（%d 份）", "Later reports (%d)"),
    SUBMITTED_ON("提交日期", "Handed in"),
    DAYS_LATE("逾期天数", "Days late"),
    UNASKED_REPORTS("其他报告", "Other reports"),
    UNASKED_MEANS(
            "有重要情况或发生突发事件时，随时可以报告。",
            "You can report at any time when there is something to say or something happened."),
    WRITE_AD_HOC("填写专题报告", "Write an ad-hoc report"),
    WRITE_INCIDENT("填写突发事件报告", "Write an incident report"),
    WRITE_REPORT("填写报告", "Write a report"),
    YOUR_REPORT("报告内容", "Your report"),
    REPORT_KIND("报告类型", "Kind of report"),
    REPORT_TITLE("标题", "Title"),
    SUMMARY("概要", "Summary"),
    SUMMARY_HINT("本期主要进展，最多 2000 字。", "What was achieved in this period, in at most 2,000 characters."),
    SELF_RATING("自评", "Self-rating"),
    SELF_RATING_HINT("选择预警或严重滞后时须说明理由。", "At risk and off track need a reason."),
    RATING_REASON("自评理由", "Reason for the rating"),
    RATING_REASON_HINT("自评为正常时可不填。", "Not needed for on track."),
    DEVIATIONS("偏差", "Deviations"),
    DEVIATIONS_MEANS("与计划不一致之处，没有则不填。", "Where the work left the plan. Leave it out where there is none."),
    DEVIATION_N("偏差 %d", "Deviation %d"),
    DEVIATION_WHAT("偏差情况", "What deviates"),
    CAUSE("原因", "Cause"),
    CORRECTION("纠正措施", "Correction"),
    ADD_DEVIATION("增加偏差", "Add a deviation"),
    REMOVE_DEVIATION("删除偏差 %d", "Remove deviation %d"),
    RISKS("风险", "Risks"),
    RISKS_MEANS("可能影响完成的事项，没有则不填。", "What may go wrong. Leave it out where there is none."),
    RISK_N("风险 %d", "Risk %d"),
    RISK_WHAT("风险情况", "What may go wrong"),
    LEVEL("程度", "Level"),
    LEVEL_LOW("低", "Low"),
    LEVEL_MEDIUM("中", "Medium"),
    LEVEL_HIGH("高", "High"),
    RESPONSE("应对措施", "Response"),
    NO_RESPONSE("尚无应对措施", "No response yet"),
    ADD_RISK("增加风险", "Add a risk"),
    REMOVE_RISK("删除风险 %d", "Remove risk %d"),
    ISSUES("问题", "Issues"),
    ISSUES_MEANS(
            "已经发生、需要解决或需要支持的问题，没有则不填。", "What went wrong and needs solving or help. Leave it out where there is none."),
    ISSUE_N("问题 %d", "Issue %d"),
    ISSUE_WHAT("问题情况", "What went wrong"),
    NEEDS("需要的支持", "What you need of others"),
    ADD_ISSUE("增加问题", "Add an issue"),
    REMOVE_ISSUE("删除问题 %d", "Remove issue %d"),
    NEXT_PLAN("下期计划", "Plan for the next period"),
    PROGRESS_NOW("里程碑进度", "Progress of the milestones"),
    PROGRESS_NOW_CAPTION("当前进度，提交时自动附入报告", "As it stands; it goes into the report when you send it"),
    PROGRESS_NOW_MEANS(
            "进度取自您填报的更新。如有不符，请先更新。", "It comes from your updates. If it is not right, post an update first."),
    TO_UPDATES("去更新进度", "To the milestones"),
    PROGRESS_THEN("提交时的里程碑进度", "Progress when it was handed in"),
    PROGRESS_THEN_CAPTION("提交时的进度", "Progress when it was handed in"),
    NO_PROGRESS("没有已备案的里程碑。", "No milestone is filed yet."),
    NOT_HANDED_IN("试点单位尚未提交本报告。", "The team has not handed this report in."),
    DRAFT_MEANS(
            "草稿保存在系统中，本试点单位的同事都能继续填写。", "The draft is kept here, so that colleagues of your team can go on with it."),
    REPORT_SEND_MEANS(
            "提交后由牵头部门处理；如被退回可修改后重新提交。", "Once sent, the lead regulator takes it or returns it to be corrected."),
    REPORT_SENT("报告已提交", "The report is handed in"),
    REPORT_SENT_NEXT("牵头部门处理后，结果显示在本页。", "What the lead regulator says will stand on this page."),
    BACK_TO_INDICATORS("返回指标", "Back to the indicators"),
    BACK_TO_INDICATOR("返回该指标", "Back to the indicator"),
    OTHER_INDICATORS("任务书未约定的指标", "Indicators of which the task book promises nothing"),
    INDICATORS_CAPTION("基线、目标和最新数值", "Baseline, target and latest value"),
    LATEST("最新数值", "Latest"),
    PERIOD("所属期", "Period"),
    VALUE("数值", "Value"),
    NO_VALUE("尚未填报", "Nothing recorded yet"),
    CORRECTED("经更正", "corrected"),
    DIRECTION("方向", "Better"),
    COUNTS("统计口径", "What it counts"),
    COUNTS_CUMULATIVE("截至期末的累计值", "All up to the period's end"),
    COUNTS_PERIOD("当期发生值", "What fell in the period"),
    COUNTS_SNAPSHOT("期末值", "How it is at the period's end"),
    COUNTS_RATIO("比率，0 至 100 %", "A share, 0 to 100 %"),
    NOT_PROMISED("任务书未约定", "Not in the task book"),
    HISTORY("历史数值", "History"),
    HISTORY_CAPTION("各期数值，最近的在前", "Values by period, the latest first"),
    HOW_MEASURED("测算方法", "How it was measured"),
    RECORDED("填报", "Recorded"),
    ACTION("操作", "Action"),
    CORRECT("更正", "Correct"),
    CORRECTED_FROM("由 %s 更正为 %s", "Corrected from %s to %s"),
    CORRECT_VALUE("更正指标数值", "Correct a value"),
    FILL_IN_VALUES("填报指标数值", "Fill in values"),
    OTHER_PERIOD("换一期", "Show this period"),
    ALL_FILLED("本期所有指标均已填报。", "All indicators of this period are filled in."),
    VALUES_MEANS(
            "填写本期的数值，没有的留空。只写数字，不带单位和千位分隔符。",
            "Fill in what you have for this period; leave the others empty. Write figures alone, without unit and thousands separators."),
    VALUE_HINT("目标 %s · 上次 %s", "Target %s · last %s"),
    ALREADY_FILLED("本期已填报", "Filled in already"),
    VALUES_SEND_MEANS(
            "提交后不能直接修改，但可以更正并说明理由。", "Once sent a value cannot be edited, but it can be corrected with a reason."),
    VALUES_RECORDED("已填报 %d 项指标。", "%d values are recorded."),
    VALUE_CORRECTED("数值已更正，原值仍留存备查。", "The value is corrected; the one before stays on record."),
    ON_RECORD("现有数值", "On record"),
    RIGHT_VALUE("正确数值", "Right value"),
    CORRECTION_REASON("更正理由", "Why it is corrected"),
    CORRECTION_REASON_HINT("与原值一并留存。", "It stays on record with the value before."),
    CORRECTION_MEANS("原值、新值和理由都会留存。", "The value before, the new one and the reason stay on record.");

    private final Text text;

    ReportWord(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
