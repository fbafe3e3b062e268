package io.pilotwatch.contracts;

/** A report's life. A draft is the team's alone and told to nobody. */
public enum ReportState {
    DRAFT("草稿", "Draft"),
    SUBMITTED("已提交", "Submitted"),
    ACCEPTED("已接收", "Accepted"),
    RETURNED("退回", "Returned");

    private final Text text;

    ReportState(String zh, String en) {
        text = new Text(zh, en);
    }

    /** The state in words. */
    public Text text() {
        return text;
    }
}
