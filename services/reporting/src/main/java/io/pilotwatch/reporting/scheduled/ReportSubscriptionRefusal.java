package io.pilotwatch.reporting.scheduled;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Refusal;
import io.pilotwatch.contracts.Text;

/** Why a report is not subscribed to. */
enum ReportSubscriptionRefusal implements Refusal {
    FIELD_ALONE("领域报告应在 filter 中只给出 field。", "A field's report has field in its filter, and nothing else.", "/filter"),
    NO_FILTER_TAKEN("总览报告涵盖整个项目，不接受筛选。", "The portfolio's report is of the whole and takes no filter.", "/filter"),
    TOO_MANY_REPORT_SUBSCRIPTIONS(
            "每个账号最多订阅 %d 份报告。".formatted(ReportSubscriptionDesk.MOST),
            "An account subscribes to at most %d reports.".formatted(ReportSubscriptionDesk.MOST),
            null);

    private final Text text;
    private final String pointer;

    ReportSubscriptionRefusal(String zh, String en, @Nullable String pointer) {
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
