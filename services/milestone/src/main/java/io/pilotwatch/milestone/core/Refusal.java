package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;

/** Why something may not be done to a task book or a milestone. What is wrong with a plan is told by {@link PlanFault}s. */
public enum Refusal implements io.pilotwatch.contracts.Refusal {
    PILOT_SUSPENDED("该试点已暂停，恢复后方可填报。", "The pilot is suspended; nothing is posted until it resumes.", null),
    PILOT_ENDED("该试点已结束，不能再变更。", "The pilot has ended; nothing can be changed any more.", null),

    TASK_BOOK_AWAITS_DECISION(
            "任务书已提交，正待牵头部门核定。", "The task book is submitted and awaits the lead regulator's decision.", null),
    TASK_BOOK_ALREADY_FILED("该试点的任务书已备案。", "The pilot has filed its task book already.", null),
    TASK_BOOK_NOT_SUBMITTED("没有待核定的任务书。", "There is no task book to decide on.", null),
    TASK_BOOK_NOT_FILED("任务书尚未备案，不能申请变更。", "The task book is not filed yet; there is nothing to change.", null),
    CHANGE_AWAITS_DECISION(
            "任务书变更申请正待牵头部门核定。", "A change of the task book awaits the lead regulator's decision already.", null),
    CHANGE_NOT_REQUESTED("没有申请变更为该版本。", "No change to this version is asked for.", null),
    CHANGE_OVERTAKEN(
            "申请之后里程碑已有进展，请不予同意，由试点单位重新申请。",
            "Milestones have moved on since it was asked for; refuse it, so that the team asks anew.",
            null),

    MILESTONE_ALREADY_REACHED("该里程碑已完成，不能再变更。", "The milestone is reached; nothing can be changed any more.", null),
    MILESTONE_CANCELLED("该里程碑已取消。", "The milestone is cancelled.", null),
    MILESTONE_AWAITS_DECISION(
            "该里程碑已提交，正待牵头部门核定。", "The milestone is claimed and awaits the lead regulator's decision.", null),
    MILESTONE_NOT_CLAIMED("试点单位尚未提交该里程碑。", "The team has not claimed the milestone.", null),
    DEPENDENCIES_OPEN("该里程碑所依赖的里程碑尚未完成。", "A milestone that this one depends on is not reached yet.", null),
    SECOND_PERSON_NEEDED(
            "重要里程碑须由另一人再次核定。", "A critical milestone is accepted by a second person, not by the same one again.", null),
    EXTENSION_AWAITS_DECISION("延期申请正待牵头部门核定。", "A request for a later day awaits the lead regulator's decision.", null),
    EXTENSION_NOT_REQUESTED("试点单位没有申请延期。", "The team has not asked for a later day.", null),
    FORECAST_NOT_PLAUSIBLE(
            "预计完成日期应不早于项目启动日，且不晚于今后十年。",
            "The forecast is a day from the programme's start to ten years from now.",
            "/forecastDate"),
    RATING_REASON_MISSING("自评为预警或严重滞后时须说明原因。", "A rating of at risk or off track says why.", "/ratingReason"),
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
