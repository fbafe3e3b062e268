package io.pilotwatch.milestone.report.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;

/** Why something may not be done to a report. */
public enum Refusal implements io.pilotwatch.contracts.Refusal {
    REPORT_TOO_EARLY("定期报告自所属期最后一个月起方可提交。", "A periodic report is handed in from its period's last month on.", null),
    REPORT_AWAITS_DECISION("报告已提交，正待牵头部门处理。", "The report awaits the lead regulator's decision.", null),
    REPORT_ALREADY_ACCEPTED("报告已被接收，不能再变更。", "The report is accepted; nothing can be changed any more.", null),
    REPORT_NOT_SUBMITTED("报告尚未提交。", "The report is not handed in, or was returned.", null),
    TITLE_MISSING("专题报告和突发事件报告应有标题。", "An ad-hoc or incident report has a title.", "/title"),
    TITLE_OF_PERIODIC("定期报告以所属期为题，不另拟标题。", "A periodic report is called by its period.", "/title"),
    SUMMARY_MISSING("请填写报告概要。", "A report has a summary.", "/summary"),
    SELF_RATING_MISSING("请给出自评：正常、预警或严重滞后。", "Rate yourselves: GREEN, AMBER or RED.", "/selfRating"),
    RATING_REASON_MISSING("自评为预警或严重滞后时应说明理由。", "Say why you rate yourselves AMBER or RED.", "/ratingReason"),
    REPORT_IS_PERIODIC(
            "定期报告按所属期提交，此处只接受专题报告和突发事件报告。",
            "A periodic report is handed in at its period's address; here it is AD_HOC or INCIDENT.",
            "/kind");

    private final Text text;
    private final String pointer;

    Refusal(String zh, String en, @Nullable String pointer) {
        this.text = new Text(zh, en);
        this.pointer = pointer;
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
