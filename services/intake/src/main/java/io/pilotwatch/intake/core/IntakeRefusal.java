package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Refusal;
import io.pilotwatch.contracts.Text;

/** Why intake says no to an application or its approval. */
public enum IntakeRefusal implements Refusal {
    KIND_UNKNOWN("/kind", "本项目没有这一类别。", "The programme has no such kind."),
    FIELD_UNKNOWN("/fields", "本项目没有其中的某个领域。", "The programme does not have one of these fields."),
    ONE_FIELD_NEEDED("/fields", "该类别须且只能选择一个领域。", "A pilot of this kind has exactly one field."),
    REGION_NOT_PLAIN("/region", "地区含有控制字符。", "The region has control characters."),
    SUMMARY_NOT_PLAIN("/summary", "简介含有换行以外的控制字符。", "The summary has control characters other than line breaks."),
    ALREADY_APPROVED(null, "该申报已获批准。", "The application is already approved.");

    private final String pointer;
    private final Text text;

    IntakeRefusal(@Nullable String pointer, String zh, String en) {
        this.pointer = pointer;
        this.text = new Text(zh, en);
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
