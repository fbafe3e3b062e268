package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Text;
import io.quarkus.qute.TemplateEnum;
import java.util.Locale;

/** Every fixed word on the pages, both languages side by side: {@code {Word:PILOTS.in(l)}} in a template. */
@TemplateEnum
public enum Word {
    SKIP("跳到正文", "Skip to content"),
    MAIN_MENU("主菜单", "Main menu"),
    LANGUAGE("语言", "Language"),
    PORTFOLIO("总览", "Portfolio"),
    PILOTS("试点", "Pilots"),
    SIGNED_IN_AS("已登录：", "Signed in as"),
    SIGN_OUT("退出登录", "Sign out"),
    FOOTER("所有日期为项目所在时区的日期。", "All dates are days in the programme's time zone."),
    PAUSE("暂停自动更新", "Pause updates"),
    RESUME("恢复自动更新", "Resume updates"),
    LIVE("自动更新中", "Updating by itself"),
    PAUSED("已暂停自动更新", "Updates are paused"),
    OFFLINE("连接中断，正在重试", "Connection lost, trying again"),

    TODAY("项目日", "Programme day"),
    AS_OF("数据截至", "as of"),
    DEADLINE("截止日", "Deadline"),
    DAYS_LEFT("距截止还有 %d 天", "%d days to the deadline"),
    LAST_DAY("今天是截止日", "Today is the deadline"),
    DAYS_OVER("截止日已过 %d 天", "%d days past the deadline"),
    DATA_NOTICE("数据说明", "About the data"),
    SYNTHETIC_LOADED("另有 %d 个合成数据", "%d synthetic"),
    SYNTHETIC("合成数据", "Synthetic"),
    SYNTHETIC_MEANS(
            "合成数据仅用于演示，不对应任何真实单位。", "Synthetic entries are made up for demonstration and stand for no real unit."),
    KEY_FIGURES("关键数字", "Key figures"),
    PILOTS_LOADED("试点总数", "Pilots"),
    MILESTONES_REACHED("已完成里程碑", "Milestones reached"),
    OF("/ %d", "of %d"),
    REACHED_LATE("其中逾期完成 %d 个", "%d of them late"),
    OVERDUE_MILESTONES("逾期里程碑", "Overdue milestones"),
    OPEN_ALERTS("未解除预警", "Open alerts"),
    NO_PILOTS("尚无试点数据", "No pilots yet"),
    NO_PILOTS_MEANS(
            "名单导入并公布后，试点会自动出现在此页，无需刷新。",
            "Once the list is imported and published, its pilots appear here by themselves; there is no need to reload."),

    FINISH("到期完成情况", "Finished by the deadline?"),
    FINISH_MEANS(
            "完成日为最后一个里程碑经核定完成之日。",
            "A pilot is finished on the day on which its last milestone was accepted as reached."),
    BY_FIELD("各领域试点所处阶段", "Pilots by field and state"),
    BY_FIELD_CAPTION("各领域试点数量（按阶段）、里程碑与预警", "Number of pilots in each field by state, with milestones and alerts"),
    CHART_LABEL(
            "各领域试点数量堆叠条形图；下方表格含相同数字。",
            "Stacked bars of the number of pilots in each field by state; the table below has the same figures."),
    FIELD("领域", "Field"),
    LEAD("牵头", "Lead"),
    INFERRED("推断", "inferred"),
    INFERRED_MEANS("“推断”指公开资料未明确该领域的牵头部门。", "“Inferred” marks a lead that no published source states."),
    TOTAL("合计", "Total"),
    REACHED_OF("里程碑完成", "Milestones reached"),
    ALERTS("预警", "Alerts"),
    BY_SEVERITY("按严重程度", "By severity"),
    BY_RULE("按规则", "By rule"),
    SEVERITY("严重程度", "Severity"),
    RULE("规则", "Rule"),
    COUNT("数量", "Number"),
    LATEST_ALERTS("最新预警", "Latest alerts"),
    LATEST_ALERTS_MEANS("仅列出您可查看的试点。", "Of the pilots that you may see."),
    NO_ALERTS("没有未解除的预警。", "No alert is open."),

    FILTERS("筛选", "Filter"),
    ANY("全部", "Any"),
    STATE("阶段", "State"),
    SEARCH("单位名称或编号", "Unit or number"),
    APPLY("筛选", "Apply"),
    CLEAR("清除条件", "Clear"),
    PILOT_LIST_CAPTION("符合条件的试点，按名单序号排列", "Pilots that match, in the order of the list"),
    NUMBER("序号", "No."),
    UNIT("试点单位", "Pilot unit"),
    FINISHED("完成", "Finish"),
    OVERDUE("逾期", "Overdue"),
    STALE("其中长期未报送 %d", "%d for silence"),
    NEXT("下一页", "Next page"),
    FIRST("回到首页", "Back to the first page"),
    NO_MATCH("没有符合条件的试点。", "No pilot matches."),

    CATEGORY("大类", "Category"),
    KIND("类别", "Kind"),
    FIELDS("涉及领域", "Fields"),
    REGION("地区", "Region"),
    LEADS("牵头部门", "Leads"),
    APPROVED_ON("公布日", "Published on"),
    PROVENANCE("数据来源", "Source"),
    NOT_STATED("未说明", "Not stated"),
    TASK_BOOK("任务书", "Task book"),
    TASK_BOOK_FILED("第 %d 版，备案于 %s", "Version %d, filed on %s"),
    TASK_BOOK_NONE("尚未备案", "Not filed yet"),
    LAST_REPORT("最近报送", "Last report"),
    NEVER("从未报送", "Never"),
    RATING("评级", "Rating"),
    REASON("原因", "Reason"),
    BURN_UP("工作量完成曲线", "Burn-up"),
    BURN_UP_CAPTION("截至各月末的里程碑权重占全部的百分比。", "Weight of the milestones up to the end of each month, in percent of all."),
    MONTH("月份", "Month"),
    PROMISED("原定", "First promised"),
    PLANNED("现行计划", "Planned now"),
    REPORTS_ON_TIME("按时报告", "Reports on time"),
    MILESTONES_ON_TIME("按时完成里程碑", "Milestones on time"),
    CASE_BOOK("典型案例集", "Case book"),
    CASE_BOOK_MEANS("按项目评选标准得分不低于 %d 分的试点。", "Pilots with at least %d points by the programme's criteria."),
    NO_CASES("尚无符合标准的试点。", "No pilot meets the criteria yet."),
    WHY_NOMINATED("入选理由", "Why it is nominated"),
    WHAT_WAS_DONE("主要做法", "What was done"),
    GENERATED("生成于 %s", "made at %s"),
    RATINGS("试点评级", "How the pilots do"),
    RATINGS_MEAN(
            "系统按任务书、进展报告、指标与预警评定；未备案任务书或从未报送进展的试点不予评级。",
            "Rated by the system from task books, reports, indicators and conduct; a pilot without a task book or any word from its team is not rated."),
    FORECAST_LATE("预计逾期", "Forecast to be late"),
    NO_SELF_RATING("未自评", "None given"),
    LIKELY_FINISH("预计完成", "Likely finish"),
    LIKELY_RANGE("区间 %s 至 %s", "between %s and %s"),
    NO_FORECAST("尚无法预计", "Cannot be told yet"),
    TEAM_FORECAST("试点单位预计 %s", "%s by the team"),
    AS_OF_DAY("截至日期", "As of"),
    SHOW("查看", "Show"),
    PAST("此为 %s 日终的情况。", "This is how things stood at the end of %s."),
    TO_TODAY("查看今天", "See today"),
    LATENESS("累计逾期", "Lateness"),
    LATENESS_DAYS("合计 %d 天，最长 %d 天", "%d days in all, %d at most"),
    SINCE("自 %s 起", "since %s"),
    GRADE("等级", "Grade"),
    SCENARIOS("应用场景", "Scenarios"),
    DELEGATES("代为填报单位", "Acting for it"),
    MILESTONES("里程碑", "Milestones"),
    MILESTONES_CAPTION("里程碑的承诺、进展与结果", "What was promised, what was reported and what came of it"),
    MILESTONE("里程碑", "Milestone"),
    CRITICAL("关键", "Critical"),
    WEIGHT("权重 %d%%", "weight %d%%"),
    DUE("应完成", "Due"),
    BASELINE("原定 %s", "first promised for %s"),
    FORECAST("预计", "Forecast"),
    PROGRESS("进度", "Progress"),
    REACHED_ON("完成日", "Reached on"),
    DAYS_LATE("逾期天数", "Days late"),
    DAYS("%d 天", "%d days"),
    PAST_BASELINE("较原定 %d 天", "%d past the first promise"),
    CRITERION("完成标准：%s", "reached when: %s"),
    DEPENDS_ON("前置：%s", "after %s"),
    CLAIMED_ON("提交于 %s", "claimed on %s"),
    FIRST_ACCEPTED("初核：%s", "first accepted by %s"),
    REQUESTED_DUE("申请延至 %s", "%s asked for"),
    NO_MILESTONES("任务书备案后显示里程碑。", "Milestones show once the task book is filed."),
    MUTED("已静默：", "Muted:"),
    CLEARED_ALERTS("已解除预警（%d）", "Cleared alerts (%d)"),
    CLEARED_BECAUSE("解除原因：", "Cleared because:"),
    RAISED("发出", "raised"),
    LATE_DETECTED("发出延迟", "raised late"),
    RECTIFICATIONS("待完成整改", "Open rectifications"),
    REPORTS("进展报告", "Reports"),
    REPORT("报告", "Report"),
    SUBMITTED_ON("提交日", "Submitted on"),
    SELF_RATING("自评", "Self-rating"),
    EVIDENCE("佐证材料", "Evidence"),
    FILE("文件", "File"),
    LEVEL("证明级别", "Level"),
    SHARED_WITH("与 %s 内容相同", "same content as %s"),
    INDICATORS("指标最新值", "Latest indicator values"),
    INDICATOR("指标", "Indicator"),
    PERIOD("期间", "Period"),
    VALUE("数值", "Value"),
    BASELINE_VALUE("基线", "Baseline"),
    TARGET("目标", "Target"),
    TIMELINE("大事记", "History"),
    TIMELINE_SHOWN("共 %d 条，显示最新 %d 条。", "%d events; the latest %d are shown."),
    BACK_TO_LIST("返回试点列表", "Back to the list of pilots"),
    BACK_TO_PORTFOLIO("返回总览", "Back to the portfolio"),
    SOMETHING_WRONG("无法显示此页", "This page cannot be shown");

    private final Text text;

    Word(String zh, String en) {
        text = new Text(zh, en);
    }

    /** The words in the reader's language. */
    public String in(Locale locale) {
        return text.in(locale);
    }

    /** The words with a value in them. */
    public String in(Locale locale, Object value) {
        return text.in(locale).formatted(value);
    }

    /** The words with two values in them. */
    public String in(Locale locale, Object first, Object second) {
        return text.in(locale).formatted(first, second);
    }
}
