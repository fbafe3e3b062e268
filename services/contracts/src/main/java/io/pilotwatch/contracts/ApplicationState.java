package io.pilotwatch.contracts;

/** An application's life, up to the pilot that it becomes. A draft is its applicant's alone and told to nobody. */
public enum ApplicationState {
    DRAFT("草稿", "Draft"),
    SUBMITTED("已申报", "Submitted"),
    RECOMMENDED("已推荐", "Recommended"),
    UNDER_REVIEW("评审中", "Under review"),
    SHORTLISTED("公示中", "Shortlisted"),
    APPROVED("已公布", "Approved"),
    RETURNED("退回补正", "Returned"),
    REJECTED("未入选", "Rejected"),
    WITHDRAWN("撤回", "Withdrawn");

    private final Text text;

    ApplicationState(String zh, String en) {
        text = new Text(zh, en);
    }

    /** The state in words. */
    public Text text() {
        return text;
    }

    /** Whether nothing more can become of it as an application. */
    public boolean isClosed() {
        return this == APPROVED || this == REJECTED || this == WITHDRAWN;
    }
}
