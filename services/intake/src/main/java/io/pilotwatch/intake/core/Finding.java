package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;

/**
 * Something about one row that its sender should know.
 *
 * @param column where it stands; null when it is about the row as a whole
 * @param detail the reason with the values at fault
 */
public record Finding(Code code, @Nullable Column column, Text detail) {

    /** What may be found; names are stable, texts take the values at fault. */
    public enum Code {
        VALUE_MISSING("缺少必填内容。", "This value is required."),
        VALUE_TOO_LONG("长度为 %d 个字符，最多 %d 个。", "It has %d characters; at most %d are allowed."),
        CONTROL_CHARACTER("含有控制字符 %s。", "It has the control character %s."),
        CELLS_MISSING("只有 %d 列，应为 %d 列。", "The row has %d cells instead of %d."),
        CELLS_EXTRA("有 %d 列，应为 %d 列。", "The row has %d cells instead of %d."),
        NUMBER_UNUSABLE("“%s”不是 1 至 %d 的整数。", "“%s” is not a whole number from 1 to %d."),
        NUMBER_REPEATED("编号 %d 已出现在第 %d 行。", "Number %d already stands on line %d."),
        NUMBER_OF_APPLICATION("编号 %d 属于一项申报。", "Number %d belongs to an application."),
        ALREADY_REGISTERED(
                "%s 登记的内容为“%s”；导入不更改已公布的试点。",
                "%s is registered with “%s” here; an import does not change a published pilot."),
        KIND_UNKNOWN("本项目没有类别“%s”。", "The programme has no kind “%s”."),
        FIELD_UNKNOWN("本项目没有领域“%s”。", "The programme has no field “%s”."),
        FIELDS_DISAGREE("中文与英文所指领域不同。", "The Chinese and the English column name different fields."),
        ONE_FIELD_ONLY("该类别只能有一个领域。", "A pilot of this kind has one field only."),
        SYNTHETIC_UNUSABLE("“%s”不是 true、false 或空。", "“%s” is neither true nor false nor empty."),
        FIELD_NOT_STATED("来源未说明领域。", "field not stated in the source", true);

        private final Text text;
        private final boolean warning;

        Code(String zh, String en) {
            this(zh, en, false);
        }

        Code(String zh, String en, boolean warning) {
            this.text = new Text(zh, en);
            this.warning = warning;
        }

        /** Whether the row can be taken all the same. */
        public boolean isWarning() {
            return warning;
        }

        Finding at(Column column, Object... values) {
            return new Finding(
                    this,
                    column,
                    new Text(text.zh().formatted(values), text.en().formatted(values)));
        }

        Finding ofRow(Object... values) {
            return at(null, values);
        }
    }
}
