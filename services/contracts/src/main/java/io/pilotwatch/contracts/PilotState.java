package io.pilotwatch.contracts;

/** A pilot's life after publication. Overdue is a fact beside the state, never a state. */
public enum PilotState {
    APPROVED("已公布", "Approved"),
    TASKBOOK_FILED("任务书已备案", "Task book filed"),
    IN_PROGRESS("试点中", "In progress"),
    RECTIFYING("整改中", "Rectifying"),
    SUSPENDED("暂停", "Suspended"),
    FINAL_EVALUATION("终期评估中", "Final evaluation"),
    COMPLETED("已完成", "Completed"),
    FAILED("未通过", "Failed"),
    TERMINATED("终止", "Terminated"),
    WITHDRAWN("退出试点", "Withdrawn");

    private final Text text;

    PilotState(String zh, String en) {
        text = new Text(zh, en);
    }

    /** The state in words. */
    public Text text() {
        return text;
    }

    /** Whether it rests: nothing is expected of it and nothing is posted for it. */
    public boolean isSuspended() {
        return this == SUSPENDED;
    }

    /** Whether nothing more can become of it. */
    public boolean isEnded() {
        return this == COMPLETED || this == FAILED || this == TERMINATED || this == WITHDRAWN;
    }

    /** Whether its final evaluation is over, whatever came of it: what it owed is settled. */
    public boolean isEvaluated() {
        return this == COMPLETED || this == FAILED;
    }
}
