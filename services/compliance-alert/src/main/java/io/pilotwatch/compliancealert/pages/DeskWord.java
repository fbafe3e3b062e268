package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The fixed words of conduct review. */
@TemplateEnum
public enum DeskWord implements Spoken {
    CONDUCT("内容审查", "Conduct review"),
    CONDUCT_MEANS(
            "系统在试点单位填报的内容中发现的疑似违规字样。是否违规由人判断；作出结论前，系统不会自动处理试点。",
            "Words of possible prohibited conduct that the system found in what pilot teams posted. Whether it is conduct that is prohibited is for a person to say; nothing is done to a pilot by itself."),
    TO_DECIDE("待核实", "To be decided"),
    ALERTS_TO_DECIDE("明确违规用语", "Plain words"),
    REVIEWS_TO_DECIDE("需人工判断", "For a person to judge"),
    MENTIONS("仅提及", "Only mentioned"),
    FLAGS_UNIT("项", "items"),
    BY_STATE("按状态查看", "By state"),
    ALL_STATES("全部", "All"),
    OUTCOME("程度", "Outcome"),
    OUTCOME_IS("程度：%s", "Outcome: %s"),
    OUTCOME_USUAL("除仅提及外全部", "All but mentions"),
    OUTCOME_ALL("全部，含仅提及", "All, mentions too"),
    OUTCOME_ALERT("告警：明确违规用语", "Alert: plain words"),
    OUTCOME_REVIEW("需人工判断", "For a person to judge"),
    OUTCOME_MENTION("仅提及", "Only mentioned"),
    FIELD("领域", "Field"),
    PILOT_OR_NUMBER("试点单位或编号", "Pilot unit or number"),
    LIST_CAPTION("疑似违规内容，待核实的在前，程度重、时间早的在前", "Flags: what is to be decided first, then the gravest, then the oldest"),
    CHOOSE("选择", "Choose"),
    CHOOSE_ONE("选择 %s 的“%s”", "Choose “%2$s” of %1$s"),
    PILOT("试点", "Pilot"),
    WHAT_WAS_FOUND("发现内容", "What was found"),
    STATE("状态", "State"),
    SINCE("发现时间", "Since"),
    NONE_TO_DECIDE("没有待核实的内容。", "Nothing is to be decided."),
    NONE_TO_DECIDE_MEANS(
            "试点单位的填报一经提交即自动筛查，发现疑似违规字样时会出现在这里，并发出预警。",
            "Whatever teams post is screened at once; what is found shows here and raises an alert."),
    NO_MATCH("没有符合条件的内容。", "Nothing matches."),
    SEE_ALL("查看全部状态", "See all states"),
    DISMISS_SEVERAL("将所选各项一并认定为不属违规", "Dismiss the chosen ones together"),
    DISMISS_SEVERAL_MEANS(
            "仅在理由完全相同时使用。每项分别记录，不可撤回；相应预警随即解除。",
            "Only where the very same reason holds. Each is recorded by itself and cannot be taken back; its alert is cleared."),
    DISMISS_CHOSEN("认定所选不属违规", "Dismiss the chosen"),
    CHOOSE_FLAGS("请至少选择一项，一次不超过 50 项。", "Choose at least one, and at most 50."),

    FLAG_OF("%s：%s", "%s: %s"),
    WHAT_WAS_WRITTEN("填报原文", "What was written"),
    LEGEND("标注说明", "What the marks mean"),
    WHOLE_POSTING("查看本次填报的全部文字", "See everything of this posting"),
    WHY_FLAGGED("为何标出", "Why it was flagged"),
    CATEGORY("违规类别", "Kind of conduct"),
    RULE("筛查规则", "Rule"),
    WORDS("命中字样", "Matched words"),
    VOCABULARY("词库版本", "Vocabulary"),
    LOST_WITH("自词库 %s 起不再命中", "not found any more by vocabulary %s"),
    UNKNOWN("未记录", "Not recorded"),
    WHERE("出处", "Written in"),
    POSTED("填报时间", "Posted"),
    FOUND("发现时间", "Found"),
    FOUND_LATER("由后来的词库发现", "by a later vocabulary"),
    POSTING("第 %d 次变更", "revision %d"),
    ALERT_OF_IT("相应预警", "Its alert"),
    SEE_ALERT("查看预警", "See the alert"),
    HISTORY("经过", "History"),
    STEP_FOUND("筛查发现", "Found by screening"),
    STEP_FOUND_AGAIN("新版词库重新发现", "Found otherwise by a newer vocabulary"),
    STEP_NO_LONGER_FOUND("新版词库不再命中", "No longer found by a newer vocabulary"),
    STEP_CONFIRMED("核实违规", "Confirmed"),
    STEP_DISMISSED("核实不属违规", "Dismissed"),
    BY_VOCABULARY("词库 %s", "vocabulary %s"),
    REASON("理由", "Reason"),
    DECIDED_BY("%s 于 %s 作出结论", "Decided by %s at %s"),

    YOUR_DECISION("您的结论", "Your decision"),
    VERDICT_CONFIRM("属违规内容", "It is prohibited conduct"),
    CONFIRM_MEANS(
            "预警升至最高级别并持续有效，试点的系统评级转为严重滞后；试点单位将看到您的结论和理由。",
            "The alert goes to its highest level and stays; the system rates the pilot off track; the team sees your decision and reason."),
    VERDICT_DISMISS("不属违规内容", "It is not prohibited conduct"),
    DISMISS_MEANS(
            "本次填报没有其他待核实内容时，预警随即解除；试点单位将看到您的结论和理由。",
            "The alert is cleared unless more of the same posting is to be decided; the team sees your decision and reason."),
    CANNOT_BE_UNDONE(
            "结论连同理由和您的账号永久保存，不可撤回。",
            "Your decision is kept for good with its reason and your account, and cannot be taken back."),
    REASON_HINT("写明核实了什么、依据是什么；试点单位会看到。", "Say what you looked into and on what grounds; the team will read it."),
    RECORD_DECISION("提交结论", "Record the decision"),
    CHOOSE_VERDICT("请选择属于或不属于违规内容。", "Choose whether it is prohibited conduct or not."),
    CHANGED_MEANWHILE(
            "您阅读期间内容已有变化，请按下方最新情况重新判断。", "It was changed while you read. Look at it as it stands below, then decide."),
    NOT_YOURS_TO_DECIDE("由该试点的牵头部门或主管办公室作出结论。", "The pilot's lead regulator or the programme office decides."),
    DONE_CONFIRMED("已认定为违规内容。", "Recorded as prohibited conduct."),
    DONE_DISMISSED("已认定不属违规。", "Recorded as no prohibited conduct."),
    NEXT_ONE("下一项待核实", "The next to decide"),
    WAITING("共有 %d 项待核实", "%d wait for a decision"),
    NOTHING_LEFT("您没有其他待核实的内容。", "Nothing else is yours to decide."),
    BACK_TO_LIST("返回内容审查", "Back to conduct review"),

    RESULTS("处理结果", "What became of them"),
    RESULTS_CAPTION("所选各项的处理结果", "The result of each that you chose"),
    RESULTS_DONE("已认定 %d 项不属违规。", "Dismissed: %d."),
    RESULTS_LEFT("%d 项未处理，原因见下表。", "Left as they were: %d, for the reasons below."),
    RESULT("结果", "Result"),
    RESULT_DISMISSED("已认定不属违规", "Dismissed"),
    RESULT_DECIDED_BEFORE("此前已有结论", "It had been decided before"),
    RESULT_NO_LONGER_FOUND("新版词库不再命中，无需处理", "A newer vocabulary does not find it; nothing to decide"),
    RESULT_NOT_YOURS("未处理：应由该试点的牵头部门作出结论", "Not done: it is its lead regulator's to decide");

    private final Text text;

    DeskWord(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
