package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The words on the pages of the register. */
@TemplateEnum
public enum RegisterWord implements Spoken {
    REGISTER("试点名册", "Register of pilots"),
    REGISTER_CAPTION("您可查看的试点，按编号排列", "Pilots that you may see, in the order of their numbers"),
    NOTHING_FOUND("没有符合条件的试点。", "No pilot matches."),
    NOTHING_YET("名册中还没有试点。", "The register has no pilot yet."),
    NOTHING_YET_MEANS(
            "导入官方名单或公布申报后，试点会显示在这里。",
            "Once the official list is imported or an application is approved, pilots appear here."),
    UNIT("试点单位", "Pilot unit"),
    NUMBER("编号", "No."),
    STATE("阶段", "State"),
    KIND("类别", "Kind"),
    FIELD("领域", "Field"),
    FIELD_NOT_STATED("来源未说明", "Not stated in the source"),
    TAGS("子类", "Parts of the field"),
    REGION("地区", "Region"),
    LEADS("牵头部门", "Lead"),
    INFERRED("推断", "inferred"),
    SEARCH("单位名称或编号", "Unit or id"),
    MADE_UP("数据", "Data"),
    MADE_UP_YES("仅合成数据", "Synthetic only"),
    MADE_UP_NO("仅真实数据", "Real only"),
    APPROVED_ON("公布日", "Published on"),
    PROVENANCE("数据来源", "Source"),
    SCENARIOS("应用场景", "Scenarios"),
    GRADE("终期评估等次", "Grade of the final evaluation"),
    CONTACTS("联系人", "Contacts"),
    CONTACTS_NONE("尚未登记联系人。", "No contact is registered."),
    CONTACTS_HIDDEN(
            "联系人仅试点单位、牵头部门和主管办公室可见。",
            "Contacts are shown to the pilot’s team, its leads and the programme office only."),
    DELEGATES("受委托单位", "Delegates"),
    DELEGATES_MEAN("受委托单位的人员可以代试点单位填报。", "People of a delegate may report for the pilot."),
    DELEGATES_NONE("没有受委托单位。", "There are no delegates."),
    HISTORY("办理经过", "What was done"),
    REPORT("查看进展、评级和预警", "Progress, rating and alerts"),
    BACK_TO_REGISTER("返回试点名册", "Back to the register"),
    BACK_TO_PILOT("返回试点", "Back to the pilot"),
    REASON("理由", "Reason"),
    REASON_HINT(
            "理由会留存在办理经过中，试点单位和牵头部门可见。最多 2000 个字符。",
            "It is kept in the history, where the pilot’s team and its leads read it. At most 2,000 characters."),
    WHAT_YOU_CAN_DO("您可以办理", "What you can do"),
    NOT_NOW("暂不能办理", "Not possible now"),
    SUSPEND("暂停试点", "Suspend"),
    SUSPEND_MEANS(
            "暂停期间不要求报送，也不产生新的预警；截止日不变。以后可以恢复。",
            "Nothing is expected of it meanwhile and no new alerts arise; deadlines stay. It can be resumed."),
    RESUME("恢复试点", "Resume"),
    RESUME_MEANS("试点回到暂停前所处的阶段，恢复报送要求。", "It goes on where it stands by then, and reports are expected again."),
    TERMINATE("终止试点", "Terminate"),
    TERMINATE_MEANS("试点就此结束，不能恢复；历史记录保留。", "The pilot ends for good; its history is kept."),
    EVALUATE("启动终期评估", "Begin the final evaluation"),
    EVALUATE_MEANS(
            "试点进入终期评估，之后评定为完成或未通过。", "It goes into its final evaluation, after which it is completed or has failed."),
    COMPLETE("评定为完成", "Complete with a grade"),
    COMPLETE_MEANS("试点通过终期评估并结束，等次不能更改。", "It has passed and ends; the grade cannot be changed."),
    FAIL("评定为未通过", "Did not pass"),
    FAIL_MEANS("试点未通过终期评估，就此结束，不能恢复。", "It has not passed its final evaluation and ends for good."),
    WITHDRAW("退出试点", "Leave the programme"),
    WITHDRAW_MEANS("本单位退出试点，就此结束，不能恢复；历史记录保留。", "Your pilot leaves the programme for good; its history is kept."),
    DELEGATE("增加受委托单位", "Add a delegate"),
    DELEGATE_MEANS(
            "该单位的人员可以代本试点填报，但不能再委托他人，也不能代为退出。",
            "Its people may report for the pilot, but cannot pass that on or leave for it."),
    REVOKE("取消委托", "Revoke"),
    REVOKE_MEANS("该单位的人员不能再查看或填报本试点。", "Its people can no longer see the pilot or report for it."),
    REVOKE_OF("取消对“%s”的委托", "Revoke “%s”"),
    AMEND("修改应用场景和联系人", "Change scenarios and contacts"),
    DELEGATE_NAME("受委托单位名称", "Name of the organisation"),
    DELEGATE_HINT("须与该单位账号中的名称完全一致。", "Exactly as in the accounts of that organisation."),
    DELEGATE_UNKNOWN("未指明受委托单位。", "No delegate is named."),
    SCENARIOS_HINT("每行一个，1 至 50 个，每个不超过 200 个字符。", "One a line: 1 to 50, each at most 200 characters."),
    PERSON("联系人 %d", "Contact %d"),
    PERSON_HINT("不需要的联系人，请将姓名留空。", "Leave the name empty for a contact that is not needed."),
    STALE("内容已被他人更新，请返回试点页面重新修改。", "Somebody has changed it meanwhile: go back to the pilot and start again."),
    SUSPENDED_FIRST("试点已暂停，须先恢复。", "It is suspended: resume it first."),
    NOT_SUSPENDED("试点未暂停。", "It is not suspended."),
    IN_PROGRESS_FIRST("任务书备案并开展工作后，才能启动终期评估。", "Possible once its task book is filed and its work has begun."),
    RECTIFYING_FIRST("正在整改，整改通过后才能启动终期评估。", "Possible once its rectification is accepted."),
    EVALUATE_FIRST("须先启动终期评估。", "Begin the final evaluation first."),
    EVALUATION_RUNS("终期评估已启动。", "The final evaluation has begun already."),
    ENDED("试点已结束，除取消委托外不能再办理。", "The pilot has ended; nothing more can be done but to revoke delegates."),
    DONE_SUSPENSION("试点已暂停。", "The pilot is suspended."),
    DONE_RESUMPTION("试点已恢复。", "The pilot is resumed."),
    DONE_TERMINATION("试点已终止。", "The pilot is terminated."),
    DONE_EVALUATION("终期评估已启动。", "The final evaluation has begun."),
    DONE_COMPLETION("试点已评定为完成。", "The pilot is completed."),
    DONE_FAILURE("试点已评定为未通过。", "The pilot did not pass."),
    DONE_WITHDRAWAL("试点已退出。", "The pilot has left the programme."),
    DONE_DELEGATION("已增加受委托单位。", "The delegate is added."),
    DONE_REVOCATION("委托已取消。", "The delegate is revoked."),
    DONE_AMENDMENT("应用场景和联系人已更新。", "Scenarios and contacts are updated.");

    private final Text text;

    RegisterWord(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
