package io.pilotwatch.contracts;

/** A milestone's life. It is reached only when the lead regulator accepts the claim. */
public enum MilestoneState {
    PLANNED("未开始", "Planned"),
    IN_PROGRESS("进行中", "In progress"),
    CLAIMED("已提交待核", "Claimed"),
    REACHED("已完成", "Reached"),
    CANCELLED("取消", "Cancelled");

    private final Text text;

    MilestoneState(String zh, String en) {
        text = new Text(zh, en);
    }

    /** The state in words. */
    public Text text() {
        return text;
    }

    /** Whether nothing more is expected of it. */
    public boolean isClosed() {
        return this == REACHED || this == CANCELLED;
    }
}
