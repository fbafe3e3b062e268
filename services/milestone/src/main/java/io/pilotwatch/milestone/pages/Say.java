package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The words on the pages of one milestone: what is asked there, and what is told of it. */
@TemplateEnum
public enum Say implements Spoken {
    PROMISE("承诺", "What was promised"),
    CRITERION("完成标准", "Reached when"),
    NO_CRITERION("任务书未写明", "The task book states nothing"),
    DUE("截止日期", "Due"),
    FIRST_PROMISED("最初承诺 %s", "first promised for %s"),
    DEPENDS_ON("前置里程碑", "After these milestones"),
    WEIGHT("权重", "Weight"),
    PERCENT("完成百分比", "Percent done"),
    PERCENT_HINT("0 到 100 的整数。上次填报：%d%%。", "A whole number from 0 to 100. Last reported: %d%%."),
    FORECAST("预计完成日期", "Forecast date"),
    FORECAST_HINT(
            "您预计哪一天完成。不填则沿用上次填报的日期。",
            "On which day do you expect to be done? Leave it empty to keep the one named before."),
    NOT_NAMED("未填报", "None named"),
    NOTE("进展说明", "Note"),
    NOTE_HINT("做了什么、还差什么，最多 2000 字。", "What was done and what is missing, in at most 2,000 characters."),
    SELF_RATING("自评", "Self-rating"),
    SELF_RATING_HINT("自评为“预警”或“严重滞后”时请说明原因。", "At risk and off track ask for a reason."),
    NO_RATING("不自评", "No rating"),
    RATING_REASON("自评原因", "Reason for the rating"),
    MORE("偏差、风险或问题（选填）", "A deviation, risk or issue (optional)"),
    DEVIATION("偏差", "Deviation"),
    WHAT_DEVIATED("哪里偏离了计划", "What left the plan"),
    CAUSE("原因", "Cause"),
    CORRECTION("纠正措施", "What is done about it"),
    RISK("风险", "Risk"),
    WHAT_MAY("可能发生什么", "What may go wrong"),
    LEVEL("程度", "Level"),
    LOW("低", "Low"),
    MEDIUM("中", "Medium"),
    HIGH("高", "High"),
    RESPONSE("应对措施", "Response"),
    ISSUE("问题", "Issue"),
    WHAT_WENT("发生了什么", "What went wrong"),
    NEEDS("需要他人提供什么支持", "What you need from others"),
    UPDATE_TITLE("更新进展", "Post an update"),
    UPDATE_SENT_MEANS("提交后不可修改，更正请再次更新。", "What is sent stays; to correct it, post another update."),
    CONTINUE("继续核对", "Continue"),
    CHECK("核对填写内容", "Check your answers"),
    CHECK_MEANS("尚未提交。请核对，确认无误后提交。", "Nothing is sent yet. Check what you wrote, then send it."),
    SEND_UPDATE("提交进展", "Send the update"),
    SEND_CLAIM("提交核定", "Send the claim"),
    SEND_EXTENSION("提交延期申请", "Send the request"),
    NOT_GIVEN("未填", "Not given"),

    CLAIM_TITLE("提交里程碑核定", "Claim the milestone"),
    CLAIM_MEANS("提交后由牵头部门核定；核定前不能再更新进展。", "The lead regulator then decides; until that, no update can be posted."),
    BEFORE_CLAIM("提交前核查", "Before you claim"),
    EVIDENCE_ATTACHED("已上传佐证材料 %d 份", "%d pieces of evidence attached"),
    NO_EVIDENCE(
            "尚未上传佐证材料。没有佐证材料的提交很可能被退回。", "No evidence is attached. A claim without evidence is likely to be returned."),
    ALL_BEFORE_REACHED("前置里程碑均已完成", "All milestones before it are reached"),
    BEFORE_OPEN("前置里程碑尚未完成，暂不能提交", "Milestones before it are not reached, so it cannot be claimed yet"),
    REMARK("补充说明", "Remark"),
    REMARK_HINT("写给牵头部门，最多 2000 字。", "To the lead regulator, in at most 2,000 characters."),
    EXTENSION_TITLE("申请延期", "Ask for an extension"),
    EXTENSION_MEANS(
            "牵头部门同意后截止日期变更；原日期和逾期记录保留。",
            "The due day changes once the lead regulator agrees. The old day and any lateness stay on record."),
    NEW_DUE("新的截止日期", "New due day"),
    NEW_DUE_HINT("晚于 %s，不晚于项目截止日 %s。", "After %s and not after the programme's deadline, %s."),
    REASON("理由", "Reason"),
    REASON_HINT("为什么需要延期，最多 2000 字。", "Why more time is needed, in at most 2,000 characters."),
    NOT_NOW("现在不能办理", "This cannot be done now"),
    NOW_CLAIMED("该里程碑已提交，等待牵头部门核定。", "The milestone is claimed and waits for the lead regulator."),
    NOW_FIRST("第一位核定人 %s 已同意，等待第二位核定。", "%s has accepted it first; a second person is to do so too."),
    NOW_ASKED("已申请延期至 %s，等待牵头部门决定。", "An extension to %s is asked for and waits for the lead regulator."),
    NOW_REACHED("该里程碑已完成，不再变更。", "The milestone is reached; nothing is changed any more."),
    NOW_CANCELLED("该里程碑已取消。", "The milestone is cancelled."),
    NOW_RETURNED("牵头部门退回了该里程碑", "The lead regulator returned this milestone"),
    NOW_REFUSED("牵头部门未同意延期", "The lead regulator refused the extension"),
    RETURNED_MEANS("请按意见补充材料、更新进展，再重新提交。", "Attach or update what is asked for, then claim it again."),
    NOT_YOURS("只有试点单位可以在此填报。", "Only the pilot's own team posts here."),
    LABELLED("%s：%s", "%s: %s"),
    BACK_TO_MILESTONE("返回里程碑", "Back to the milestone"),
    BACK_TO_PILOT("返回试点", "Back to the pilot"),
    BACK_TO_WORK("返回我的工作", "Back to my work");

    private final Text text;

    Say(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
