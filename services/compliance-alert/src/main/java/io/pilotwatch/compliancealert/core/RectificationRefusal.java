package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Refusal;
import io.pilotwatch.contracts.Text;

/** Why an act on a rectification is refused. */
public enum RectificationRefusal implements Refusal {
    PILOT_ENDED("该试点已结束，不能再变更。", "The pilot has ended; nothing can be changed any more.", null),
    PILOT_SUSPENDED("该试点已暂停，恢复后方可整改。", "The pilot is suspended; it rectifies nothing until it resumes.", null),
    DUE_NOT_AFTER_TODAY("整改期限应晚于今天。", "The due day is after today.", "/due"),
    DUE_AFTER_DEADLINE("整改期限不能晚于项目总截止日期。", "The due day is not after the programme's deadline.", "/due"),
    RECTIFICATION_AWAITS_DECISION(
            "整改情况已反馈，正待牵头部门核定。", "The rectification is answered and awaits the lead regulator's decision.", null),
    RECTIFICATION_NOT_ANSWERED("试点单位尚未反馈整改情况。", "The team has not answered the rectification.", null),
    EVIDENCE_UNKNOWN(
            "所列佐证材料不属于该试点，或刚刚上传，请稍后再试。",
            "Not all of these are evidence of this pilot; what was attached just now is known in a moment.",
            "/evidenceIds"),
    RECTIFICATION_ACCEPTED("整改已通过。", "The rectification is accepted already.", null);

    private final Text text;
    private final String pointer;

    RectificationRefusal(String zh, String en, @Nullable String pointer) {
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
