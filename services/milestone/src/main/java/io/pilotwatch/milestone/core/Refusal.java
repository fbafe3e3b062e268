package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;

/** Why something may not be done to a task book or a milestone. */
public enum Refusal implements io.pilotwatch.contracts.Refusal {
    PILOT_SUSPENDED("该试点已暂停，恢复后方可填报。", "The pilot is suspended; nothing is posted until it resumes.", null),
    PILOT_ENDED("该试点已结束，不能再变更。", "The pilot has ended; nothing can be changed any more.", null),
    TASK_BOOK_ALREADY_FILED("该试点的任务书已备案。", "The pilot has filed its task book already.", null),
    MILESTONE_ALREADY_REACHED("该里程碑已完成，不能再变更。", "The milestone is reached; nothing can be changed any more.", null),
    MILESTONE_CANCELLED("该里程碑已取消。", "The milestone is cancelled.", null),
    MILESTONE_AWAITS_DECISION(
            "该里程碑已提交，正待牵头部门核定。", "The milestone is claimed and awaits the lead regulator's decision.", null),
    MILESTONE_NOT_CLAIMED("试点单位尚未提交该里程碑。", "The team has not claimed the milestone.", null),
    FORECAST_NOT_PLAUSIBLE(
            "预计完成日期应不早于项目启动日，且不晚于今后十年。",
            "The forecast is a day from the programme's start to ten years from now.",
            "/forecastDate"),
    NEW_DUE_NOT_LATER("新的截止日期应晚于当前截止日期。", "The new due day is after the present one.", "/newDue"),
    NEW_DUE_AFTER_DEADLINE("新的截止日期不能晚于项目总截止日期。", "The new due day is not after the programme's deadline.", "/newDue");

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
