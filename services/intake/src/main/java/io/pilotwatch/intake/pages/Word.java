package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The words on the pages of applications: lists, task list, sections, receipt. */
@TemplateEnum
public enum Word implements Spoken {
    APPLICATIONS("申报", "Applications"),
    APPLICATION("申报书", "Application"),
    APPLICATION_OF("%s的申报", "Application of %s"),
    BEGIN("开始申报", "Start an application"),
    BEGIN_MEANS(
            "申报书可以分多次填写，随时保存。提交之前，只有本单位能看到。",
            "You can fill in an application bit by bit and save at any time. Until you submit it, only your organisation sees it."),
    WHICH_UNIT("由哪个单位申报？", "Which organisation applies?"),
    NO_UNIT(
            "您的账号尚未关联任何单位，不能申报。请联系主管办公室。",
            "Your account belongs to no organisation yet, so it cannot apply. Ask the programme office."),
    MADE_UP("这是演示用的合成数据", "This is made up for a demonstration"),
    MADE_UP_MEANS(
            "合成数据在所有页面上都会标明，不对应任何真实单位。",
            "It is marked as synthetic on every page and stands for no real organisation."),
    WAITING("待您办理", "Waiting for you"),
    WAITING_NONE("目前没有待您办理的申报。", "No application is waiting for you."),
    WAITING_MORE("查看全部待办理的申报", "Show all that wait for you"),
    WAITING_ONLY("仅看待我办理", "Waiting for me"),
    ALL_APPLICATIONS("全部申报", "All applications"),
    ALL_CAPTION("您可查看的申报，按编号排列", "Applications that you may see, in the order of their numbers"),
    WAITING_CAPTION("待您办理的申报，按编号排列", "Applications that wait for you, in the order of their numbers"),
    NOTHING_FOUND("没有符合条件的申报。", "No application matches."),
    NOTHING_YET("还没有任何申报。", "There is no application yet."),
    NOTHING_YET_MEANS("有申报提交后会显示在这里。", "Once one is submitted, it appears here."),
    UNIT("申报主体", "Applicant"),
    STATE("状态", "State"),
    KIND("试点类别", "Kind of pilot"),
    FIELD("领域", "Field"),
    FIELDS("领域", "Fields"),
    TAGS("子类", "Parts of the field"),
    TO_DO("下一步", "What comes next"),
    REGION("所在地区", "Region"),
    LEVEL("申报主体层级", "Level of the applicant"),
    LEVEL_REASON("由该层级申报的理由", "Why an applicant of this level asks"),
    SUMMARY("项目简介", "Summary"),
    SCENARIOS("应用场景", "Scenarios"),
    CONTACT("联系人", "Contact"),
    NOT_STATED("尚未填写", "Not stated yet"),
    SUBMITTED_AT("提交时间", "Submitted"),
    SUBMITTED_BY("%s（%s）", "%s, by %s"),
    APPROVED_ON("公布日", "Published on"),
    COMMENT_UNTIL("公示截止日", "Public comment until"),
    HISTORY("办理经过", "What was done"),
    BY("办理人", "by"),
    BY_SYSTEM("系统", "the system"),
    NEXT_FILL_IN("填写并提交", "Fill in and submit"),
    NEXT_CORRECT("按退回意见修改后重新提交", "Correct it and submit it again"),
    NEXT_RECOMMENDER("等待推荐单位推荐", "Waits for its recommending unit"),
    NEXT_OPENING("等待主管办公室启动专家评审", "Waits for the office to open the expert review"),
    NEXT_EXPERTS("等待专家评审", "Waits for the experts"),
    NEXT_COMMENT("公示中，至 %s", "In public comment until %s"),
    NEXT_NONE("已办结", "Nothing more to do"),
    NEXT_RECOMMEND("推荐或退回", "Recommend it or return it"),
    NEXT_OPEN("启动专家评审", "Open the expert review"),
    NEXT_REVIEW("给出评审意见", "Give your review"),
    NEXT_SHORTLIST("评审意见已齐，决定是否公示", "Enough reviews are in: decide on the shortlist"),
    NEXT_SETTLE("处理异议或公布", "Settle objections, or approve"),
    TASKS("申报书目录", "Your application"),
    TASKS_MEANS("请完成以下各项，顺序不限。", "Complete these in any order."),
    TASKS_LEFT("还有 %d 项未完成。", "%d still to do."),
    TASKS_READY("各项均已完成，可以核对并提交。", "All parts are done: check and submit."),
    DONE("已完成", "Done"),
    TODO("待填写", "To do"),
    VOLUNTARY("选填", "Optional"),
    LOCKED("完成以上各项后可核对并提交", "You can check and submit once all parts are done"),
    CHECK_AND_SUBMIT("核对、声明并提交", "Check, declare and submit"),
    RETURNED_BECAUSE("此申报已退回补正", "This application was returned to you"),
    RETURNED_MEANS(
            "请按以下意见修改，然后重新提交。重新提交后将重新推荐和评审。",
            "Correct it as said here and submit it again. It will then be recommended and reviewed anew."),
    SECTION_KIND_MEANS(
            "综合性试点覆盖多个领域；特色领域试点只属于一个领域。",
            "A comprehensive pilot covers several fields; a special-field pilot belongs to exactly one."),
    SECTION_FIELD_ONE("该类别只能选择一个领域。", "A pilot of this kind has exactly one field."),
    SECTION_FIELD_MANY("请选择试点所覆盖的全部领域。", "Choose all fields that the pilot covers."),
    SECTION_TAGS("“%s”的子类", "Parts of “%s”"),
    SECTION_TAGS_MEANS("仅在选择了该领域时填写，至少选择一项。", "Only if you chose this field: at least one."),
    REGION_HINT("填写省、自治区或直辖市全称，例如：北京市", "Full name of the province or municipality, such as 北京市"),
    LEVEL_USUAL(
            "该类别原则上由以下层级申报：%s。其他层级也可申报，但须说明理由。",
            "Applicants of this kind are, in principle: %s. Others may apply too, but say why."),
    LEVEL_ANY("该类别对申报主体的层级没有要求。", "Applicants of any level may apply for this kind."),
    LEVEL_REASON_HINT(
            "仅在上面所选层级不是通常层级时填写。这不会妨碍提交。",
            "Only if the level chosen above is not a usual one. It does not keep you from submitting."),
    CONTACT_MEANS(
            "主管办公室有问题时与此人联系。其他人看不到联系人。",
            "The programme office asks this person when there are questions. Nobody else sees it."),
    PERSON_NAME("姓名", "Name"),
    PERSON_ROLE("职务", "Role"),
    PERSON_PHONE("电话", "Phone"),
    PERSON_EMAIL("电子邮箱", "Email"),
    SUMMARY_HINT(
            "说明要解决的问题、如何应用区块链、预期成效。最多 2000 个字符，可分段。",
            "Which problem is to be solved, how blockchain is used, what is expected. At most 2,000 characters; paragraphs are kept."),
    SCENARIOS_HINT(
            "每行填写一个应用场景的名称，1 至 50 个，每个不超过 200 个字符。",
            "One scenario a line: 1 to 50 of them, each at most 200 characters."),
    SAVE_NEXT("保存并继续", "Save and continue"),
    SAVE_LATER("先保存，稍后再填", "Save as it is and come back later"),
    BACK_TO_TASKS("返回申报书目录", "Back to your application"),
    BACK_TO_LIST("返回申报列表", "Back to the list of applications"),
    BACK_TO_APPLICATION("返回申报书", "Back to the application"),
    STILL_MISSING("提交前还须补充以下内容", "Before you can submit it, please give these"),
    DECLARATION("申报声明", "Declaration"),
    DECLARE(
            "本单位声明：所填内容真实、完整，没有弄虚作假，并遵守试点工作的各项规定。",
            "We declare that what is stated here is true and complete, that nothing is falsified, and that we keep to the rules of the programme."),
    DECLARE_FIRST("请先作出声明。", "Make the declaration first."),
    SUBMIT("提交申报", "Submit the application"),
    SUBMIT_MEANS(
            "提交后内容不能再修改，除非被退回。系统会出具回执。",
            "After that it cannot be changed unless it is returned to you. You get a receipt."),
    RECEIPT("申报回执", "Receipt"),
    RECEIPT_KEEP(
            "请打印或下载并妥善保管。回执由系统签名，可以证明何时提交了什么内容。",
            "Print or download it and keep it. It is signed and proves what you submitted, and when."),
    RECEIPT_NUMBER("第 %d 次提交", "Submission no. %d"),
    RECEIPT_MARK("回执校验码（SHA-256）", "Fingerprint of the receipt (SHA-256)"),
    RECEIPT_FILE("下载回执文件（JSON）", "Download the receipts (JSON)"),
    RECEIPT_NONE("此申报尚未提交，没有回执。", "This application is not submitted yet, so there is no receipt."),
    RECEIPT_SHOW("查看回执", "Show the receipt"),
    WHAT_NOW("接下来", "What happens next"),
    WHAT_NOW_MEANS(
            "推荐单位将审核并推荐；随后由专家评审，通过后公示 %d 天，再公布。每一步都会显示在申报页面上。",
            "Your recommending unit looks at it and recommends it; experts review it, it is open to public comment for %d days, and then it is published. Each step shows on its page."),
    DONE_SAVED("已保存。", "Saved."),
    DONE_SUBMITTED("申报已提交。", "The application is submitted.");

    private final Text text;

    Word(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
