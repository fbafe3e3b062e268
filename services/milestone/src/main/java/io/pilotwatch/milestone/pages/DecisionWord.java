package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The words on the pages where a lead decides. */
@TemplateEnum
public enum DecisionWord implements Spoken {
    DECISIONS("待我决定", "What waits for your decision"),
    KINDS_OF_DECISIONS("按类型", "By kind"),
    NOTHING_WAITS("没有待您决定的事项", "Nothing waits for you"),
    NOTHING_WAITS_MEANS("试点单位提交任务书、里程碑、延期申请或报告后，会自动出现在这里。", "Whatever teams send for your decision appears here."),
    TO_PILOTS("查看试点", "To the pilots"),
    OLDEST_FIRST("等待最久的在最前。", "What has waited longest comes first."),
    CHOOSE_KIND("选择一种类型后，可勾选多项一并同意。", "Choose a kind to agree to several at once."),
    WAITING_CAPTION("待决定事项", "What waits for a decision"),
    TICK("勾选", "Tick"),
    WHAT("事项", "What"),
    PILOT("试点", "Pilot"),
    WAITS_SINCE("提交日期", "Waiting since"),
    ASKED_DUE("申请延至", "Asked for"),
    NEEDS_ANOTHER("您已同意，等待另一人核定", "You agreed; another person has to agree too"),
    SECOND_PERSON("%s 已同意，须第二人核定", "%s agreed; a second person is needed"),
    EXTENSION_FIRST("请先决定延期申请。", "Decide on the extension request first."),
    AGREE_TO_TICKED("同意所勾选的事项", "Agree to those that are ticked"),
    REASON_OF_MANY("对所选各项相同，试点单位将看到。", "The same for all of them; the teams read it."),
    NOTE("说明", "Note"),
    NOTE_OF_MANY("对所选各项相同。需要退回的，请逐项打开处理。", "The same for all of them. To return one, open it."),
    AGREE_TO_N("同意以下 %d 项？", "Agree to these %d?"),
    GONE_N("所选事项中有 %d 项已有变化或已处理，未列入。", "%d of those chosen have changed or were decided meanwhile and are left out."),
    FIRST_OF_TWO("重要：您为第一人，仍须另一人核定", "Critical: you are the first of two persons"),
    SECOND_OF_TWO("重要：您为第二人，同意后即完成", "Critical: you are the second person; it is then reached"),
    MANY_MEANS(
            "每项单独处理；有不能同意的，会逐项说明，不影响其他各项。",
            "Each is dealt with by itself. Where one cannot be agreed to you are told why, and the others are not held up."),
    AGREE("同意", "Agree"),
    AGREED_N("已同意 %d 项。", "%d agreed to."),
    REFUSED_N("%d 项未能同意", "%d could not be agreed to"),
    DECIDED_YES("已同意，试点单位可以看到。", "Agreed. The team sees it."),
    DECIDED_NO("已退回，试点单位可以看到理由。", "Sent back. The team sees why."),
    TEAM_SAYS("试点单位说明", "What the team says"),
    EXTENSIONS_BEFORE("以前批准的延期", "Extensions granted before"),
    EVIDENCE("佐证材料", "Evidence"),
    NO_EVIDENCE("没有提交佐证材料。", "No evidence was attached."),
    SHARED_WITH("其他试点也提交了相同文件：", "Other pilots attached the same file:"),
    CLAIMED_ON("提交完成日期", "Claimed on"),
    WHOLE_PILOT("查看试点全貌", "The whole pilot"),
    DECIDED_ALREADY("没有待决定的内容", "There is nothing to decide here any more"),
    READ_IT("查看现状", "See how it stands"),
    DO_YOU_AGREE("是否同意？", "Do you agree?"),
    YOUR_DECISION("您的决定", "Your decision"),
    NEEDS_ANOTHER_MEANS(
            "您已作为第一人同意。重要里程碑须由另一人核定，您仍可退回。",
            "You agreed as the first person. A critical milestone takes another one; you can still return it."),
    FIRST_PERSON_MEANS(
            "这是重要里程碑：您同意后，仍须另一人核定才算完成。",
            "This milestone is critical: after you, another person has to agree before it is reached."),
    TO_EXTENSION_DECISION("去决定延期", "Decide on the extension"),
    REASON_ALWAYS("无论是否同意都须说明，试点单位将看到。", "Needed for either answer; the team reads it."),
    REASON_OR_NOTE("理由或说明", "Reason or note"),
    REASON_WITH_NO("退回时必填，试点单位将看到；同意时选填。", "Needed when you return it; the team reads it."),
    SEND_DECISION("提交决定", "Send your decision"),
    DECIDE_LATER("稍后决定", "Decide later"),
    TASK_BOOK_YES("同意备案", "Accept and file it"),
    TASK_BOOK_NO("退回修改", "Return it to be corrected"),
    CHANGE_YES("同意变更", "Agree to the change"),
    CHANGE_NO("不同意，维持现行计划", "Refuse; the plan in force stays"),
    CLAIM_YES("同意，核定完成", "Accept: it is done"),
    CLAIM_NO("退回", "Return it"),
    EXTENSION_YES("同意延期", "Grant the extension"),
    EXTENSION_NO("不同意延期", "Refuse the extension"),
    REPORT_YES("接收报告", "Accept the report"),
    REPORT_NO("退回修改", "Return it to be corrected");

    private final Text text;

    DecisionWord(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
