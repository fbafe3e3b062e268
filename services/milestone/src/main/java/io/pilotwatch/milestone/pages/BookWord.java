package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The words on the pages of task books and calendars, and those that all pages of a pilot share. */
@TemplateEnum
public enum BookWord implements Spoken {
    OVERVIEW("概况", "Overview"),
    TASK_BOOK("任务书", "Task book"),
    REPORTS("进展报告", "Progress reports"),
    INDICATORS("指标", "Indicators"),
    CALENDAR("日历", "Calendar"),
    RECEIPTS("回执", "Receipts"),
    STORY("试点全貌", "The whole story"),
    OF_THIS_PILOT("本试点的页面", "Pages of this pilot"),
    BACK_TO_WORK("返回我的工作", "Back to my work"),
    BACK_TO_DECISIONS("返回待我决定", "Back to what waits for you"),
    BACK_TO_PILOT("返回试点", "Back to the pilot"),
    BACK_TO_BOOK("返回任务书", "Back to the task book"),
    PILOT_ENDED("该试点已结束，不能再填报。", "The pilot has ended; nothing can be posted any more."),
    PILOT_SUSPENDED("该试点已暂停，恢复后方可填报。", "The pilot is suspended; nothing can be posted until it resumes."),
    COLON("：", ": "),
    LIST_COMMA("、", ", "),
    MILESTONE("里程碑", "Milestone"),
    MILESTONES("里程碑", "Milestones"),
    MILESTONE_N("里程碑 %d", "Milestone %d"),
    TITLE("名称", "Title"),
    TITLE_ZH("名称（中文）", "Title in Chinese"),
    TITLE_EN("名称（英文）", "Title in English"),
    DUE("截止日期", "Due"),
    FIRST_DUE("最初截止日期", "First due"),
    WEIGHT("权重", "Weight"),
    CRITICAL("重要", "Critical"),
    CRITICAL_YES("重要，须两人核定", "Critical: two persons accept it"),
    CRITICAL_BOX("是，须由牵头部门两人核定", "Yes, two persons at the lead regulator accept it"),
    CRITERION("完成标准", "Criterion"),
    CRITERION_ZH("完成标准（中文）", "Criterion in Chinese"),
    CRITERION_EN("完成标准（英文）", "Criterion in English"),
    DEPENDS_ON("依赖", "Depends on"),
    DEPENDS_ON_N("依赖的里程碑（已选 %d 个）", "Milestones it depends on (%d chosen)"),
    DEPENDS_ON_HINT("须先完成的里程碑", "Milestones that must be reached first"),
    STATE("状态", "State"),
    PROGRESS("进度", "Progress"),
    FORECAST("预计完成", "Forecast"),
    OVERDUE_DAYS("逾期 %d 天", "%d days overdue"),
    INDICATOR("指标", "Indicator"),
    UNIT("单位", "Unit"),
    BASELINE("基线", "Baseline"),
    TARGET("目标", "Target"),
    NO_GOALS("任务书中没有约定指标。", "The task book promises nothing of any indicator."),
    GOALS_CAPTION("到项目截止日应达到的指标", "What the indicators are to come to by the programme's deadline"),
    GOALS_MEANS(
            "只填写本试点承诺的指标，其余留空。数值只写数字，不带单位。",
            "Fill in those that your pilot promises; leave the others empty. Write figures without the unit."),
    MORE_IS_BETTER("越高越好", "higher is better"),
    LESS_IS_BETTER("越低越好", "lower is better"),
    PLAN_CAPTION("里程碑，权重合计 100 %", "Milestones; the weights add up to 100 %"),
    PLAN_AS_ACCEPTED("核定时的里程碑", "The milestones as they were accepted"),
    NO_CHANGES("没有变化。", "Nothing differs."),
    ADDED("新增", "Added"),
    LEFT_OUT("取消", "Left out"),
    CHANGED("修改", "Changed"),
    VERSION_N("第 %s 版", "Version %s"),
    VERSIONS("各版任务书", "Versions"),
    IN_FORCE("现行", "in force"),
    FILED_ON("备案日期", "filed"),
    ACCEPTED_ON("核定日期：", "Accepted on"),
    LEAD_SAID("牵头部门意见", "The lead regulator said"),
    LEAD_RETURNED("牵头部门退回，请按意见修改", "Returned by the lead regulator: please correct it"),
    WHAT_CHANGED("与上一版的变化", "What changed since the version before"),
    SINCE_VERSION("其间批准的延期也列在内。", "Extensions granted in between are among them."),
    WHAT_CHANGES("申请变更的内容", "What is to change"),
    WHOLE_PLAN("查看完整计划", "The whole plan"),
    PLAN_IN_FORCE("现行计划", "The plan in force"),
    PLAN_WAITING("待核定的计划", "The plan that waits for a decision"),
    PLAN_RETURNED("被退回的计划", "The plan that was returned"),
    CANCELLED_ONES("已取消：", "Cancelled: "),
    WHAT_HAPPENED("经过", "What happened"),
    REASON("理由", "Reason"),
    WHY("变更理由", "Why"),
    WAITS_FOR_YOU("等待您决定", "This waits for your decision"),
    LOOK_AND_DECIDE("查看并决定", "Look and decide"),
    NO_PLAN_YET("尚未提交任务书", "No task book yet"),
    NO_PLAN_MEANS(
            "写明里程碑、截止日期、权重和指标后提交，由牵头部门核定备案。",
            "Write the milestones with their days and weights and the indicators, and send them; the lead regulator files them."),
    WRITE_PLAN("填写任务书", "Write the task book"),
    CORRECT_PLAN("修改并重新提交", "Correct it and send it again"),
    REQUEST_CHANGE("申请变更任务书", "Request a change of the task book"),
    PLAN_MEANS(
            "可在项目模板的里程碑基础上修改、增加或删除。权重合计应为 100 %。提交前可随时保存草稿。",
            "Change, add to or take away from the milestones to begin with. The weights add up to 100 %. You can save a draft at any time."),
    CHANGE_MEANS(
            "在现行计划上修改，核定前现行计划继续有效。已有里程碑的截止日期只能通过延期申请变更。",
            "Edit the plan in force; it stays in force until the change is agreed to. The day of a milestone that is there already moves by an extension alone."),
    SETTLED_MEANS("已提交待核或已完成，不能变更。", "It is claimed or reached and stays as it is."),
    DUE_FIXED("只能通过延期申请变更。", "It moves by an extension alone."),
    TO_EXTENSION("申请延期", "Ask for an extension"),
    ADD_MILESTONE("增加里程碑", "Add a milestone"),
    REMOVE_MILESTONE("删除里程碑 %d", "Remove milestone %d"),
    WEIGHTS_SUM("权重合计", "Sum of the weights"),
    WEIGHTS_MUST("（应为 100 %）", "(100 % is needed)"),
    PLAN_FULL("最多 100 个里程碑。", "A plan has at most 100 milestones."),
    CHANGE_REASON("为什么要变更", "Why is it to change?"),
    CHANGE_REASON_HINT("牵头部门将据此决定，并留存备查。", "The lead regulator decides by this, and it stays on record."),
    SAVE_DRAFT("保存草稿", "Save the draft"),
    START_AGAIN("放弃草稿，重新开始", "Discard the draft and begin again"),
    DRAFT_SAVED("草稿已保存，只有本试点单位可见。", "The draft is saved. Only your team sees it."),
    DRAFT_DISCARDED("草稿已放弃。", "The draft is discarded."),
    DRAFT_OF("这是 %s 于 %s 保存的草稿。", "This is the draft that %s saved at %s."),
    PLAN_SEND_MEANS(
            "提交后由牵头部门核定，核定前不能再修改。", "Once sent, the lead regulator decides on it; until then it cannot be changed."),
    SEND_TO_LEAD("提交给牵头部门", "Send to the lead regulator"),
    PLAN_SENT("任务书已提交", "The task book is sent"),
    PLAN_SENT_NEXT(
            "牵头部门核定后即生效；如被退回，意见会显示在本页最上方。",
            "It is in force once the lead regulator accepts it. If it is returned, the reason stands at the top of this page."),
    RECEIPT_NUMBER("回执编号：%d", "Receipt number %d"),
    RECEIPT_PROOF("查看签名回执", "The signed receipt"),
    RECEIPT_MEANS("回执证明您提交的内容和时间，无需另行保存。", "The receipt proves what you sent and when. It is kept here for you."),
    RECEIPTS_ALL("全部回执", "All receipts"),
    CALENDAR_TITLE("把截止日期放进您的日历", "Deadlines in your own calendar"),
    CALENDAR_MEANS(
            "生成一个订阅地址，添加到 Outlook、手机等日历后，本试点的里程碑和报告截止日期会自动显示并随变更更新。",
            "Make an address and add it to Outlook, your phone or any calendar. The days on which this pilot's milestones and reports are due then show there, and follow every change."),
    MAKE_ANOTHER_FEED("再生成一个订阅地址", "Make another address"),
    MAKE_FEED("生成订阅地址", "Make an address"),
    FEED_READY("订阅地址已生成，请立即复制", "Your address is ready: copy it now"),
    FEED_ONCE(
            "出于安全，此地址只显示这一次，离开本页后无法再查看。",
            "To keep it safe it is shown this once; it cannot be read again after you leave this page."),
    FEED_URL("订阅地址", "Address to subscribe to"),
    FEED_SECRET("任何人得到此地址都能看到这些截止日期，请勿转发。", "Whoever has this address sees these deadlines. Do not pass it on."),
    FEED_MADE_ALREADY(
            "该地址已生成并显示过一次。如未复制，请重新生成一个，并撤销旧的。",
            "That address was made and shown already. If you did not copy it, make another one and revoke the old one."),
    FEED_REVOKED("订阅已撤销，该地址不再可用。", "The feed is revoked; its address works no more."),
    HOW_TO_ADD("怎样添加", "How to add it"),
    ADD_OUTLOOK(
            "Outlook：日历 › 添加日历 › 从 Internet 订阅，粘贴地址。",
            "Outlook: Calendar › Add calendar › Subscribe from web, and paste the address."),
    ADD_PHONE(
            "iPhone：设置 › 日历 › 账户 › 添加账户 › 其他 › 添加已订阅的日历，粘贴地址。",
            "iPhone: Settings › Calendar › Accounts › Add account › Other › Add subscribed calendar, and paste the address."),
    ADD_OTHER(
            "其他日历：查找“订阅日历”或“通过网址添加”，粘贴地址。",
            "Other calendars: look for “subscribe” or “add by URL”, and paste the address."),
    FEED_REFRESH("日历程序会自行更新，通常每几小时一次。", "Calendar programs look for changes by themselves, usually every few hours."),
    YOUR_FEEDS("您为本试点生成的订阅", "Feeds that you made of this pilot"),
    NO_FEEDS("您还没有生成过订阅地址。", "You have made no address yet."),
    FEED_MADE("生成于", "Made"),
    REVOKE_FEED("撤销", "Revoke"),
    REVOKE_MEANS(
            "撤销后该地址立即失效，可随时重新生成。", "A revoked address stops working at once. You can make another one at any time.");

    private final Text text;

    BookWord(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
