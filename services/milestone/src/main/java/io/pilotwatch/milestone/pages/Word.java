package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The words on the pages of a pilot team's work, both languages side by side. */
@TemplateEnum
public enum Word implements Spoken {
    WORK("我的工作", "My work"),
    WORK_MEANS("最紧急的在最前。", "The most urgent comes first."),
    RETURNED_TO_YOU("需要您处理的退回与整改", "Returned to you, or to be put right"),
    RETURNED_MEANS("牵头部门已提出意见，请先处理。", "The lead regulator has asked for something; please see to this first."),
    OVERDUE("逾期", "Overdue"),
    DUE_SOON("30 天内到期", "Due within 30 days"),
    AND_MORE("还有 %d 项，请打开下列各试点查看。", "And %d more; open the pilots below to see them."),
    WAITING("等待牵头部门核定", "Waiting for the lead regulator"),
    WAITING_MEANS("您暂时无需操作。", "There is nothing for you to do for now."),
    NOTHING_DUE("目前没有待办事项", "Nothing is due at the moment"),
    COMES_NEXT("下一项：%s，截止 %s。", "Next is “%s”, due on %s."),
    NOTHING_NEXT("所有事项均已完成。", "Everything is done."),
    MY_PILOTS("我的试点", "My pilots"),
    NO_PILOTS("您的账号名下还没有试点", "There is no pilot for your account yet"),
    NO_PILOTS_MEANS(
            "试点公布后会自动出现在此页。若您认为有误，请联系主管办公室。",
            "A pilot appears here by itself once it is published. If one is missing, ask the programme office."),
    DUE("截止", "Due"),
    DAYS_LEFT("还有 %d 天", "%d days left"),
    DUE_TODAY("今天到期", "due today"),
    DAYS_LATE("逾期 %d 天", "%d days late"),
    DAYS("%d 天", "%d days"),
    SAID_BY("%s，%s", "%s, %s"),
    LEAD_SAYS("牵头部门意见：", "The lead regulator says:"),
    NO_WORDS("未留下说明", "No words were left"),
    MILESTONE_RETURNED("里程碑退回", "Milestone returned"),
    REPORT_RETURNED("进展报告退回", "Progress report returned"),
    BOOK_RETURNED("任务书退回", "Task book returned"),
    BOOK_CHANGE_REFUSED("任务书变更未同意", "Change of the task book refused"),
    EXTENSION_REFUSED("延期未同意", "Extension refused"),
    RECTIFICATION("限期整改", "Rectification"),
    RECTIFICATION_RETURNED("整改退回", "Rectification returned"),
    RECTIFICATION_ANSWERED("整改已答复", "Rectification answered"),
    RECTIFICATION_OF("%s 提出的整改要求", "What was ordered to be put right on %s"),
    MILESTONE("里程碑", "Milestone"),
    REPORT("进展报告", "Progress report"),
    REPORT_OF("%s进展报告", "Progress report for %s"),
    TASK_BOOK("任务书", "Task book"),
    BOOK_MISSING("任务书尚未提交", "The task book is not submitted yet"),
    CLAIMED("已提交待核", "Claimed"),
    EXTENSION_WAITS("延期申请待决定", "Extension asked for"),
    REPORT_SUBMITTED("报告待核", "Report submitted"),
    BOOK_SUBMITTED("任务书待核", "Task book submitted"),
    BOOK_CHANGE_ASKED("任务书变更待核", "Change of the task book asked for"),
    DO_UPDATE("更新进展", "Post an update"),
    DO_CLAIM("提交核定", "Claim it"),
    DO_EXTEND("申请延期", "Ask for an extension"),
    DO_SEE("查看", "See it"),
    DO_REPORT("填写报告", "Write the report"),
    DO_BOOK("编写任务书", "Write the task book"),
    DO_ANSWER("答复整改", "Answer it"),
    DO_ATTACH("上传佐证材料", "Attach evidence"),
    NOTHING_IS_OWED("该试点已暂停或结束，无需报送。", "The pilot is suspended or has ended; nothing is owed."),

    PILOT_PAGES("本试点的页面", "Pages of this pilot"),
    OVERVIEW("待办与里程碑", "To do and milestones"),
    REPORTS("进展报告", "Reports"),
    INDICATORS("指标", "Indicators"),
    CALENDAR("日历订阅", "Calendar"),
    RECEIPTS("回执", "Receipts"),
    STORY("试点全貌", "The whole story"),
    TO_DO("待办", "To do"),
    MILESTONES("里程碑", "Milestones"),
    MILESTONES_CAPTION("任务书中的里程碑及其进展", "The milestones of the task book and how far they are"),
    NO_MILESTONES("任务书备案后，里程碑显示在这里。", "The milestones show here once the task book is filed."),
    STATE("状态", "State"),
    FORECAST("预计完成", "Forecast"),
    PROGRESS("进度", "Progress"),
    LATENESS("逾期", "Days late"),
    REACHED_ON("完成于 %s", "reached on %s"),
    CRITICAL("重要", "Critical"),
    WEIGHT("权重 %d%%", "weight %d%%"),
    READ_ONLY("您以查阅身份查看此试点。", "You are looking at this pilot; its team posts here.");

    private final Text text;

    Word(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
