package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;
import io.quarkus.qute.TemplateEnum;

/** The words on the pages on which applications are judged. */
@TemplateEnum
public enum AdmissionWord implements Spoken {
    WHAT_YOU_CAN_DO("您可以办理", "What you can do"),
    WHAT_YOU_CAN_DO_LATER("暂不能办理", "Not possible yet"),
    NOTHING_TO_DO("目前没有需要您办理的事项。", "There is nothing for you to do here at present."),
    REASON("理由", "Reason"),
    REASON_HINT("申报主体会看到您写的内容。最多 2000 个字符。", "The applicant reads what you write. At most 2,000 characters."),
    NOTE("推荐意见", "Why you recommend it"),
    RECOMMEND("推荐", "Recommend"),
    RECOMMEND_MEANS(
            "申报将交主管办公室，由其启动专家评审。推荐不能撤回。",
            "It goes to the programme office, which opens the expert review. A recommendation cannot be taken back."),
    OPEN("启动专家评审", "Open the expert review"),
    OPEN_MEANS(
            "所有专家都能看到该申报并给出意见。至少有 %d 位专家给出意见后才能公示。",
            "All experts then see the application and may give their reviews. At least %d experts are needed before it can be shortlisted."),
    SHORTLIST("列入公示", "Shortlist"),
    SHORTLIST_MEANS(
            "所有登录用户都能看到该申报，并可在 %d 天内提出异议。评审随即结束。",
            "Everybody who is signed in sees the application and may object for %d days. The expert review ends."),
    APPROVE("公布为试点", "Approve"),
    APPROVE_MEANS(
            "申报成为试点，列入名册，并通知所有系统。此操作不能撤销。",
            "The application becomes a pilot of the register, and all are told. This cannot be undone."),
    RETURN("退回补正", "Return for correction"),
    RETURN_MEANS(
            "申报主体会看到您的理由，可修改后重新提交。已有的推荐和评审意见不再计入。",
            "The applicant reads your reason, and may correct it and submit it again. Recommendation and reviews given so far count no more."),
    REJECT("不予入选", "Reject"),
    REJECT_MEANS("申报就此结束，不能恢复。申报主体会看到您的理由。", "The application ends here for good. The applicant reads your reason."),
    WITHDRAW("撤回申报", "Withdraw the application"),
    WITHDRAW_MEANS("申报就此结束，不能恢复；如需再次申报，须重新填写。", "The application ends here for good; to apply again you start anew."),
    GIVE_REVIEW("给出评审意见", "Give your review"),
    GIVE_REVIEW_MEANS(
            "按各项指标评分并写明意见。其他专家看不到您的意见。", "Score each criterion and give your opinion. Other experts do not see it."),
    CHANGE_REVIEW("修改评审意见", "Change your review"),
    CHANGE_REVIEW_MEANS("以最后一次意见为准，此前的意见仍会留存。", "Your last review counts; the earlier one is kept on record."),
    OBJECT("提出异议", "Object"),
    OBJECT_MEANS(
            "公示期内任何人都可以提出异议。主管办公室会处理；申报主体能看到内容，但看不到是谁提出的。",
            "While the public comment runs, anybody may object. The programme office settles it; the applicant reads what you write, but not who wrote it."),
    NOT_RECOMMENDED_YET("须先由推荐单位推荐。", "It must be recommended first."),
    REVIEWS_SO_FAR("已有 %d 位专家给出意见，至少需要 %d 位。", "%d of at least %d experts have given a review."),
    COMMENT_RUNS("公示至 %s（含当日），自 %s 起可以公布。", "The public comment runs to the end of %s; it can be approved from %s on."),
    OBJECTIONS_OPEN("尚有 %d 件异议未处理。", "Objections not settled yet: %d."),
    OBJECTION_UPHELD(
            "有异议成立，不能公布；可以退回补正或不予入选。", "An objection was upheld, so it cannot be approved: return it or reject it."),
    CONFIRM("确认%s", "Confirm: %s"),
    SCORES("评审意见", "Expert reviews"),
    SCORES_CAPTION("本次提交的评审意见，分值 0 至 100", "Reviews of this submission, scores from 0 to 100"),
    SCORES_NONE("还没有专家给出意见。", "No expert has given a review yet."),
    SCORE_MEAN("平均得分", "Mean score"),
    SCORE("综合得分", "Weighted score"),
    EXPERT("专家", "Expert"),
    OWN_REVIEW("您的评审意见", "Your review"),
    OPINION("评审意见", "Opinion"),
    OPINION_HINT("写明理由，最多 2000 个字符。", "Say why. At most 2,000 characters."),
    SUPPORTS("是否支持入选？", "Do you support it?"),
    SUPPORTS_YES("支持", "Supports it"),
    SUPPORTS_NO("不支持", "Does not support it"),
    SUPPORTS_NEEDED("请选择是否支持入选。", "Say whether you support it."),
    REPLACED("已被后来的意见取代", "replaced by a later one"),
    POINTS("分", "points"),
    WEIGHT("权重 %d %%，0 至 100 分", "Weight %d %%, 0 to 100 points"),
    SCORE_NEEDED("请填写 0 至 100 的整数。", "Enter a whole number from 0 to 100."),
    CHECK_REVIEW("核对评审意见", "Check your review"),
    SEND_REVIEW("提交评审意见", "Submit the review"),
    EDIT("返回修改", "Go back and change"),
    OTHERS_HIDDEN("其他专家的意见对您不可见，以保证独立评审。", "You do not see other experts’ reviews, so that each judges alone."),
    DUPLICATES("可能重复的申报或试点", "Likely duplicates"),
    DUPLICATES_MEAN("仅供参考，不妨碍办理。", "A hint only; nothing is blocked by it."),
    DUPLICATES_COUNT("查看全部 %d 项", "Show all %d"),
    SAME_TEXT("简介内容相同", "The same summary"),
    SAME_ORGANISATION("同一单位、同一领域", "The same organisation and field"),
    LEVEL_UNUSUAL("层级提示", "About the level"),
    OBJECTIONS("异议", "Objections"),
    OBJECTIONS_NONE("没有异议。", "No objection."),
    OBJECTION_TEXT("异议内容", "What you object to"),
    OBJECTION_HINT("写明事实和依据，最多 2000 个字符。", "State facts and where they can be checked. At most 2,000 characters."),
    OBJECTION_STATE_OPEN("未处理", "Open"),
    OBJECTION_STATE_UPHELD("异议成立", "Upheld"),
    OBJECTION_STATE_DISMISSED("异议不成立", "Dismissed"),
    SEND_OBJECTION("提交异议", "Send the objection"),
    SETTLE("处理异议", "Settle the objection"),
    SETTLE_MEANS(
            "异议成立的，该申报不能公布；不成立的，不影响公布。处理结果不能更改。",
            "If it is upheld, the application cannot be approved; if it is dismissed, it can. What you decide cannot be changed."),
    SETTLE_HOW("异议是否成立？", "Is the objection upheld?"),
    SETTLE_NEEDED("请选择异议是否成立。", "Say whether it is upheld."),
    SETTLED_REASON("处理意见", "Why"),
    DONE_RECOMMENDATION("已推荐。申报已交主管办公室。", "Recommended. It is with the programme office now."),
    DONE_REVIEW_OPENING("专家评审已启动。", "The expert review is open."),
    DONE_SHORTLISTING("已列入公示。", "Shortlisted. The public comment has begun."),
    DONE_APPROVAL("已公布为试点。", "Approved: it is a pilot now."),
    DONE_RETURN("已退回补正。", "Returned for correction."),
    DONE_REJECTION("已决定不予入选。", "Rejected."),
    DONE_WITHDRAWAL("申报已撤回。", "The application is withdrawn."),
    DONE_REVIEW("评审意见已提交。", "Your review is in."),
    DONE_OBJECTION("异议已提交，主管办公室将处理。", "Your objection is in; the programme office will settle it."),
    DONE_SETTLEMENT("异议已处理。", "The objection is settled.");

    private final Text text;

    AdmissionWord(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
