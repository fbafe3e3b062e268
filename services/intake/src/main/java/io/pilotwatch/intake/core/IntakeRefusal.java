package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Refusal;
import io.pilotwatch.contracts.Text;

/** Why intake says no: to what an application states, to a move of an application, to a step of a pilot. */
public enum IntakeRefusal implements Refusal {
    KIND_NEEDED("/kind", "请选择试点类别。", "Choose the kind of pilot."),
    KIND_UNKNOWN("/kind", "本项目没有这一类别。", "The programme has no such kind."),
    FIELD_NEEDED("/fields", "请选择领域。", "Choose the field, or the fields."),
    FIELD_UNKNOWN("/fields", "本项目没有其中的某个领域。", "The programme does not have one of these fields."),
    ONE_FIELD_NEEDED("/fields", "该类别须且只能选择一个领域。", "A pilot of this kind has exactly one field."),
    FIELDS_NEEDED("/fields", "该类别须列明所覆盖的领域。", "A pilot of this kind names the fields that it covers."),
    TAG_UNKNOWN("/tags", "所选领域没有其中的某个子类。", "The fields do not have one of these sub-tags."),
    TAG_NEEDED("/tags", "所选领域分为子类，须至少选择一个。", "The field has sub-tags; name at least one."),
    LEVEL_NEEDED("/level", "该类别须说明申报主体的层级。", "For this kind the applicant states its level."),
    LEVEL_UNKNOWN("/level", "本项目没有这一层级。", "The programme has no such level."),
    LEVEL_REASON_NEEDED(
            "/levelReason",
            "该层级原则上不申报这一类别，请说明理由。",
            "Applicants of this kind have, in principle, another level; say why."),
    SCENARIOS_NEEDED("/scenarios", "须有 1 至 50 个应用场景。", "There are 1 to 50 scenarios."),
    SCENARIO_NOT_PLAIN("/scenarios", "应用场景名称含有控制字符。", "A scenario's name has control characters."),
    REGION_NEEDED("/region", "请填写所在地区。", "Give the region."),
    REGION_NOT_PLAIN("/region", "地区含有控制字符。", "The region has control characters."),
    SUMMARY_NEEDED("/summary", "请填写项目简介。", "Give a summary."),
    SUMMARY_NOT_PLAIN("/summary", "简介含有换行以外的控制字符。", "The summary has control characters other than line breaks."),
    CRITERION_UNKNOWN("/scores", "本项目没有其中的某个评审指标。", "The programme does not have one of these criteria."),
    CRITERION_MISSING("/scores", "每个评审指标都须评分。", "Every criterion needs a score."),

    NOT_SUBMITTED(null, "该申报尚未提交。", "The application is not submitted yet."),
    AWAITS_CORRECTION(null, "该申报已退回补正。", "The application was returned for correction."),
    ALREADY_SUBMITTED(null, "该申报已提交。", "The application is submitted already."),
    NOT_RECOMMENDED(null, "该申报尚未获推荐。", "Nobody has recommended the application yet."),
    ALREADY_RECOMMENDED(null, "该申报已获推荐。", "The application is recommended already."),
    NOT_UNDER_REVIEW(null, "该申报尚未进入专家评审。", "The application is not under review yet."),
    ALREADY_UNDER_REVIEW(null, "该申报已在专家评审中。", "The application is under review already."),
    REVIEWS_MISSING(null, "给出评审意见的专家人数不足。", "Too few experts have given a review."),
    NOT_SHORTLISTED(null, "该申报尚未公示。", "The application is not shortlisted yet."),
    ALREADY_SHORTLISTED(null, "该申报已公示。", "The application is shortlisted already."),
    PUBLIC_COMMENT_RUNNING(null, "公示期尚未结束。", "The public comment is still running."),
    PUBLIC_COMMENT_OVER(null, "公示期已结束。", "The public comment is over."),
    OBJECTION_OPEN(null, "尚有异议未处理。", "An objection is not settled yet."),
    OBJECTION_UPHELD(null, "有异议成立，该申报不能公布。", "An objection was upheld, so it cannot be approved."),
    OBJECTION_SETTLED(null, "该异议已处理。", "The objection is settled already."),
    OBJECTION_PAST(null, "该异议属于此前提交的申报。", "The objection is of an earlier submission."),
    ALREADY_APPROVED(null, "该申报已获批准。", "The application is already approved."),
    APPLICATION_REJECTED(null, "该申报未入选。", "The application was rejected."),
    APPLICATION_WITHDRAWN(null, "该申报已撤回。", "The application was withdrawn."),

    GRADE_UNKNOWN("/grade", "本项目没有这一等次。", "The programme has no such grade."),
    DELEGATE_ITSELF("/organisation", "试点单位无须委托自身。", "The pilot's own organisation acts for it already."),
    DELEGATE_NOT_PLAIN("/organisation", "单位名称含有控制字符。", "The organisation has control characters."),
    ALREADY_DELEGATED(null, "该单位已受委托。", "The organisation acts for the pilot already."),
    TOO_MANY_DELEGATES(null, "受委托单位已达上限。", "The pilot has as many delegates as it can have."),
    NOT_DELEGATED(null, "该单位未受委托。", "The organisation does not act for the pilot."),
    PILOT_SUSPENDED(null, "该试点已暂停。", "The pilot is suspended."),
    PILOT_NOT_SUSPENDED(null, "该试点未暂停。", "The pilot is not suspended."),
    PILOT_NOT_IN_PROGRESS(null, "该试点尚未开展工作。", "The pilot's work has not begun yet."),
    PILOT_RECTIFYING(null, "该试点正在整改。", "The pilot is rectifying."),
    PILOT_IN_EVALUATION(null, "该试点已在终期评估中。", "The pilot is in its final evaluation already."),
    PILOT_NOT_IN_EVALUATION(null, "该试点不在终期评估中。", "The pilot is not in its final evaluation."),
    RECTIFICATION_OPEN(null, "尚有整改未通过。", "A rectification is not accepted yet."),
    PILOT_COMPLETED(null, "该试点已完成。", "The pilot is completed."),
    PILOT_FAILED(null, "该试点未通过终期评估。", "The pilot failed its final evaluation."),
    PILOT_TERMINATED(null, "该试点已终止。", "The pilot was terminated."),
    PILOT_WITHDRAWN(null, "该试点已退出。", "The pilot has withdrawn.");

    private final String pointer;
    private final Text text;

    IntakeRefusal(@Nullable String pointer, String zh, String en) {
        this.pointer = pointer;
        this.text = new Text(zh, en);
    }

    /** Whether something is only missing yet: a draft may wait for it, a submission may not. */
    boolean isMissing() {
        return switch (this) {
            case KIND_NEEDED,
                    FIELD_NEEDED,
                    ONE_FIELD_NEEDED,
                    FIELDS_NEEDED,
                    TAG_NEEDED,
                    LEVEL_NEEDED,
                    LEVEL_REASON_NEEDED,
                    SCENARIOS_NEEDED,
                    REGION_NEEDED,
                    SUMMARY_NEEDED -> true;
            default -> false;
        };
    }

    @Override
    public Text text() {
        return text;
    }

    @Override
    @Nullable
    public String pointer() {
        return pointer;
    }
}
