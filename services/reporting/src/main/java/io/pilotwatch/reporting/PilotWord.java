package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The fixed words of a pilot's own pages, beside those of {@link Word}. */
@TemplateEnum
public enum PilotWord implements Spoken {
    ON_THIS_PAGE("本页内容", "On this page"),
    ELSEWHERE("该试点的其他页面", "This pilot's other pages"),
    PILOTS_WORK("任务书与填报", "Task book and reporting"),
    PILOTS_ALERTS("预警处理", "Deal with its alerts"),
    WHY_ALERTS("预警依据与通知记录", "Why it has alerts, and who was told"),
    WHY_THIS("为何预警", "Why this alert"),
    REGISTER_ENTRY("登记信息", "Register entry"),
    SYSTEM_RATING("系统评级", "The system's rating"),
    OWN_RATING("试点单位自评", "The team's own rating"),
    NO_REASON("未说明原因", "No reason given"),
    AFTER_DEADLINE("晚于总期限", "After the deadline"),
    LONGEST("最长一项 %d 天", "%d days for the latest one"),
    LATE_MILESTONES("逾期完成", "reached late"),
    PILOT_ENDED("该试点已于 %s 结束（%s）。", "This pilot ended on %s (%s)."),
    PILOT_ENDED_MEANS("逾期天数计至结束之日，此后不再要求报送。", "Lateness is counted to that day, and nothing more is expected of it."),
    NO_TASK_BOOK("任务书尚未备案。", "The task book is not filed yet."),
    NO_TASK_BOOK_MEANS("备案后显示里程碑、指标目标与预计完成日。", "Milestones, targets and forecasts show once it is."),
    ALERTS_AND_RECTIFICATIONS("预警与整改", "Alerts and rectifications"),
    ORDERED_ON("%s 责令整改", "ordered on %s"),
    ANSWER("答复：", "Answer:"),
    MUTED_STATE("已静默", "Muted"),
    FORECAST_TEAM("单位预计", "Team's forecast"),
    FORECAST_SYSTEM("系统预计", "System's forecast"),
    FORECAST_MEANS(
            "系统预计按截至目前的进度推算：若以同样速度推进，该里程碑何时完成；无法推算的不显示。",
            "The system's forecast is when the milestone would be reached if the work goes on at the pace so far; where that cannot be told, none is shown."),
    EXTENDED("已延期", "extended"),
    EXTENDED_BY("延期", "Extension"),
    LATE_BY("逾期", "Lateness"),
    TODAY_SHORT("今天", "Today"),
    PLAN_CHART_LABEL(
            "各里程碑的原定、应完成、预计与完成日期；下方表格含相同日期。",
            "For each milestone the day first promised, the due day, the forecasts and the day reached; the table below has the same days."),
    SLIPS("应完成日与预计日的变动", "How due days and forecasts moved"),
    SLIPS_MEAN(
            "实线为应完成日（完成后为完成日），虚线为单位预计；水平表示未变，上升表示推迟。",
            "Solid lines are due days, and the day reached once it is; dotted ones are the team's forecasts. A level line did not move, a rising one was put off."),
    SLIPS_CAPTION("各月末的应完成日与预计日（仅列有变动的月份）", "Due day and forecast as of the end of each month in which either changed"),
    SLIP_CHART_LABEL(
            "各里程碑应完成日与预计日随时间的变动；下方表格含相同日期。",
            "How the due day and the forecast of each milestone moved over time; the table below has the same days."),
    AS_OF_MONTH("截至", "As of"),
    MOVED("较原定（天）", "Against the first promise (days)"),
    BENEFITS("成效指标", "Indicators"),
    NO_INDICATORS("任务书未列指标，也尚无指标数据。", "The task book names no indicator and no value was told yet."),
    PATH_MEANS(
            "“计划值”为从备案日基线到总期限目标的直线在该期末的数值；“达成”为实际改善占计划改善的百分比。",
            "“Planned” is where a straight line from the baseline at filing to the target at the deadline stands at the period's end; “of plan” is how much of the planned improvement has come."),
    LATEST_VALUE("最新值", "Latest value"),
    PLANNED_THEN("计划值", "Planned"),
    OF_PLAN("达成", "Of plan"),
    BEHIND("落后于计划", "behind"),
    NO_TARGET("未设目标", "no target"),
    NOTHING_TOLD("尚未报送", "None told yet"),
    UNIT_IS("单位：%s", "in %s"),
    MORE_IS_BETTER("越高越好", "higher is better"),
    LESS_IS_BETTER("越低越好", "lower is better"),
    OVER_TIME("各期数值：%s", "%s over time"),
    LINE_CHART_LABEL("%s：各期数值与计划值；下方表格含相同数字。", "%s: values and plan by period; the table below has the same figures."),
    HOW_MEASURED("计量说明", "How it was measured"),
    REPORTS_SO_FAR("应交报告 %d 份，已交 %d 份，其中按时 %d 份。", "%d reports were due, %d came, %d of them on time."),
    REPORTS_CAPTION("各份报告的应交日、提交日与逾期天数", "When each report was due, when it came and how late"),
    REPORT_DUE("应交日", "Due"),
    STATUS("状态", "Status"),
    EVIDENCE_CAPTION("佐证材料清单，点击文件名下载", "The files; a file's name downloads it"),
    MORE_REASONS("另有 %d 项原因", "%d more reasons"),
    NO_REPORTS("尚无报告。", "No report yet."),
    RISKS("试点单位报告的风险", "Risks that the team names"),
    RISK_HIGH("高", "High"),
    RISK_MEDIUM("中", "Medium"),
    RISK_LOW("低", "Low"),
    RISK_RESPONSE("应对：", "Response:"),
    RISK_UNANSWERED("尚无应对措施", "No response yet"),
    NO_EVIDENCE("尚无佐证材料。", "No evidence yet."),
    SAME_AS("内容相同：", "Same content as"),
    WHOLE_PILOT("整个试点", "The whole pilot"),
    ABOUT_PILOT("基本情况", "About the pilot"),
    WHOLE_STORY("查看全部大事记", "Read the whole history"),
    TAKE_AWAY("下载", "Download"),
    TAKE_AWAY_MEANS("截至 %s 日终。", "As of the end of %s."),
    SHEET_PDF("试点情况表（PDF）", "Pilot sheet (PDF)"),
    MILESTONES_CSV("里程碑（CSV，可用 Excel 打开）", "Milestones (CSV, opens in Excel)"),
    ALERTS_CSV("预警（CSV）", "Alerts (CSV)"),
    HISTORY_CSV("大事记（CSV）", "History (CSV)"),
    CALENDAR_HINT("各项期限可在日历软件中订阅。", "A calendar program can subscribe to the due days."),
    TO_CALENDAR("前往设置日历订阅", "Set up the calendar feed"),
    SUBJECT("主题", "Subject"),
    EVENTS_IN_ALL("全部主题共 %d 条，按时间从新到旧排列。", "%d events about all subjects, newest first."),
    NO_EVENTS("没有这一主题的记录。", "There is nothing about this."),
    OLDER("更早的记录", "Older events"),
    NEWEST("回到最新", "Back to the newest"),
    BACK_TO_PILOT("返回试点页", "Back to the pilot"),
    NO_SUCH_PILOT("没有这个试点", "There is no such pilot"),
    NO_SUCH_PILOT_MEANS(
            "编号可能有误，或者该试点在所选日期尚未公布。", "Its number may be mistyped, or it was not published yet on the day chosen."),
    NOT_YOURS("您无权查看该试点", "You may not see this pilot"),
    NOT_YOURS_MEANS(
            "试点单位只能查看本单位的试点，牵头部门和推荐单位只能查看本领域、本地区的试点。如有疑问，请联系主管办公室。",
            "A team sees its own pilots, a lead regulator and a recommending unit those of their fields and regions. Ask the programme office if you think that you should see it."),
    FIND_PILOT("查找试点", "Find a pilot");

    private final Text text;

    PilotWord(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
