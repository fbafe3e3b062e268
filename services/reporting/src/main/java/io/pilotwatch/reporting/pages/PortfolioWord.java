package io.pilotwatch.reporting.pages;

import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The fixed words of the portfolio's pages alone. */
@TemplateEnum
public enum PortfolioWord implements Spoken {
    SYNTHETIC_AMONG("其中合成数据 %s 个", "%s of them synthetic"),
    OUT_OF("占 %s", "%s of all"),
    DAYS_TO_DEADLINE("距截止日（天）", "Days to the deadline"),
    DAYS_PAST_DEADLINE("截止日已过（天）", "Days past the deadline"),
    AS_OF_SLIDER("拖动查看两年间任一天", "Slide to any day of the two years"),
    AS_OF_FAILED("未能载入该日的情况，请重试。", "That day could not be loaded. Try again."),
    SHARE_RATED("各评级的试点数", "Pilots by rating"),
    WEEK("本周变化", "What changed this week"),
    WEEK_DAYS("%s 日终至 %s 日终", "from the end of %s to the end of %s"),
    NOTHING_CHANGED("没有变化。", "Nothing changed."),
    MOVED("变动较大的试点", "Pilots that moved the most"),
    ALL_MOVED("查看全部 %s 个有变化的试点", "See all pilots that changed (%s)"),
    COMPARE("比较任意两天", "Compare any two days"),
    RATINGS_BY_FIELD("各领域评级", "How each field does"),
    RATINGS_BY_FIELD_CAPTION("各领域试点数量（按系统评级）", "Number of pilots in each field by the system's rating"),
    RATINGS_CHART(
            "各领域试点数量按评级堆叠的条形图；下方表格含相同数字。",
            "Stacked bars of the number of pilots in each field by rating; the table below has the same figures."),
    BURN_UP_CHART(
            "截至各月末的原定、现行计划与实际完成百分比折线图；下方表格含相同数字。",
            "Lines of what was first promised, what is planned now and what is done by the end of each month, in percent; the table below has the same figures."),
    BURN_UP_MEANS(
            "原定为最初承诺，现行计划含已批准的延期，实际为已完成的里程碑；均按权重计。",
            "First promised as in the first task book, planned now with extensions, done by milestones reached; all by weight."),
    NO_BURN_UP("任务书备案后显示完成曲线。", "The curve shows once task books are filed."),
    DONE("实际完成", "Done"),
    FIGURES_TABLE("数据表", "Table of figures"),
    HEAT("领域与阶段", "Fields and states"),
    HEAT_CAPTION(
            "各领域处于各阶段的试点数量；数字越大，底色越深。",
            "Number of pilots in each field and state; the larger the number, the stronger the ground."),
    TAKE_APART("按其他方式查看", "See it another way"),
    BY_EACH_FIELD("按领域", "By field"),
    BY_EACH_REGION("按地区", "By region"),
    BY_EACH_REGULATOR("按牵头部门", "By lead regulator"),
    BY_EACH_CATEGORY("按大类", "By category"),
    BY_EACH_KIND("按类别", "By kind"),
    BY_EACH_STATE("按阶段", "By state"),
    GROUPS_CAPTION("每行一组：试点数量、评级、里程碑与预警", "One group a row: pilots, ratings, milestones and alerts"),
    OVERLAPPING(
            "一个试点可有多个牵头部门，各行之和可能大于试点总数。",
            "A pilot may have several leads, so the rows may add up to more than all pilots."),
    NO_GROUPS("该日尚无试点。", "No pilots yet on that day."),
    ITS_PILOTS("查看这 %s 个试点", "See its pilots (%s)"),
    BACK_TO_GROUPS("返回全部分组", "Back to all groups"),
    ON_TIME("按时情况", "Punctuality"),
    ON_TIME_CAPTION(
            "到期应交的报告与里程碑中，收到和按时的数量；逾期完成仍计为逾期。",
            "Of what was due, how much came and how much of it in time; late stays late."),
    WHAT("项目", "What"),
    EXPECTED("应完成", "Due"),
    RECEIVED("已完成", "Came"),
    IN_TIME("按时", "In time"),
    RATIO("按时率", "Share in time"),
    TAKE_AWAY("下载数据", "Take away"),
    TAKE_AWAY_MEANS(
            "文件内容与本页条件和截至日期一致，仅含您可查看的试点。CSV 可直接用 Excel 打开。",
            "As of the day and with the filters of this page, of the pilots that you may see. Excel opens the CSV as it is."),
    PORTFOLIO_REPORT("总览报告", "Portfolio report"),
    FIELD_REPORT("领域报告", "Field report"),
    FOUND("共 %s 个试点符合条件", "Pilots that match: %s"),
    MORE_FILTERS("更多条件", "More filters"),
    SAVED_VIEWS("常用筛选", "Saved views"),
    NO_SAVED_VIEWS("尚未保存任何筛选条件。", "No filters saved yet."),
    SAVE_VIEW("保存当前筛选条件", "Save the present filters"),
    VIEW_NAME("名称", "Name"),
    VIEW_NAME_HINT("例如：严重滞后的金融科技试点", "Such as: fintech pilots off track"),
    SHARE_VIEW("与所有人共享", "Share with everyone"),
    SHARED("共享", "Shared"),
    DELETE("删除", "Delete"),
    DELETE_VIEW("删除“%s”", "Delete “%s”"),
    VIEW_SAVED("已保存筛选条件。", "The filters have been saved."),
    VIEW_DELETED("已删除。", "Deleted."),
    CHANGES("两天之间的变化", "What changed between two days"),
    FROM_DAY("自（日终）", "From the end of"),
    TO_DAY("至（日终）", "To the end of"),
    COMPARE_THEM("比较", "Compare"),
    FIGURES_CAPTION("总体数字在两天的对比", "Figures of the whole programme on both days"),
    FIGURE("数字", "Figure"),
    DIFFERENCE("变化", "Change"),
    PILOTS_CHANGED("有变化的试点（%s）", "Pilots that changed (%s)"),
    OUTCOME("成效", "Outcome"),
    OUTCOME_MEANS(
            "数量可以相加的指标给出合计；比率、中位数和单位成本不能相加，只给出各试点数值的分布。",
            "Where values can be added there is a sum. Ratios, medians and unit costs are never added: there you see how the pilots' values lie."),
    OUTCOME_OF("%s 个试点，其中合成数据 %s 个。", "%s pilots, %s of them synthetic."),
    OUTCOME_CAPTION("%s：各指标的合计或分布", "%s: sum or spread of each indicator"),
    HIGHER_BETTER("越高越好", "higher is better"),
    LOWER_BETTER("越低越好", "lower is better"),
    TELLING("已报 / 承诺", "Told / promised"),
    AT_TARGET("达到目标", "At target"),
    SUM("合计", "Sum"),
    SUM_OR_SPREAD("合计或中位数（四分位区间）", "Sum or median (quartiles)"),
    MEDIAN("中位数 %s", "median %s"),
    QUARTILES("%s 至 %s", "%s to %s"),
    ACHIEVED("完成目标的", "Of the promised change"),
    ACHIEVED_MEDIAN("各试点中位数 %s%%", "median of the pilots %s%%"),
    VOUCHED("数据由谁证明", "Who vouches for it"),
    VOUCHED_PILOTS("%s：%s 个试点", "%s, pilots: %s"),
    CASES("典型案例", "Typical cases"),
    CASES_CAPTION("各试点的得分，得分高者在前", "Points of each pilot, the most first"),
    POINTS("得分", "Points"),
    POINTS_OF("%d / %d", "%d of %d"),
    NOMINATED("是否入选", "Nominated?"),
    IS_NOMINATED("入选", "Nominated"),
    NOT_NOMINATED("未入选", "Not nominated"),
    WHY("理由", "Why"),
    MET("符合", "met"),
    NOT_MET("不符合", "not met"),
    REQUIRED("必备", "required"),
    WHY_POINTS("各项得分与理由", "Points and reasons"),
    FORECAST_LATE_PILOTS("预计逾期的试点", "Pilots forecast to be late"),
    ON_TRACK(Rating.GREEN.text()),
    AT_RISK(Rating.AMBER.text()),
    OFF_TRACK(Rating.RED.text()),
    NOT_RATED(Rating.NOT_RATED.text());

    private final Text text;

    PortfolioWord(String zh, String en) {
        this(new Text(zh, en));
    }

    PortfolioWord(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
