package io.pilotwatch.milestone.indicator.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;

/** Why a value may not be recorded or corrected; {@link CumulativeFell} is the one that names figures. */
public enum Refusal implements io.pilotwatch.contracts.Refusal {
    VALUE_ALREADY_RECORDED("该所属期的数值已填报，如有误请更正。", "The period has its value already; correct it if it is wrong.", null),
    VALUE_NOT_RECORDED("该所属期尚未填报数值。", "The period has no value to correct.", null),
    VALUE_UNCHANGED("更正后的数值与现值相同。", "The correction says what is on record already.", "/value"),
    VALUE_TOO_LONG(
            "数值最多 15 位有效数字，其中小数最多 6 位。",
            "A value has at most 15 digits, of which at most 6 after the point.",
            "/value"),
    VALUE_NEGATIVE("数值不能为负。", "A value is not negative.", "/value"),
    RATIO_OUT_OF_RANGE("比率应为 0 至 100。", "A share in percent is 0 to 100.", "/value"),
    PERIOD_UNKNOWN("所属期应为项目报告周期，如 2022-Q3。", "A period is one of the programme's, such as 2022-Q3.", "/period"),
    PERIOD_NOT_BEGUN("该所属期尚未开始。", "The period has not begun.", "/period"),
    PERIOD_BEFORE_PILOT("该所属期早于试点公布。", "The period ended before the pilot was published.", "/period"),
    EVIDENCE_UNKNOWN("所列佐证材料不属于该试点。", "Not all of these are evidence of this pilot.", "/evidenceIds");

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
