package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Refusal;
import io.pilotwatch.contracts.Text;

/** Why an act on an alert is refused. */
public enum AlertRefusal implements Refusal {
    ALERT_CLEARED("预警已解除或消除，无需处理。", "The alert is cleared or dismissed; there is nothing to do about it.", null),
    ALREADY_ACKNOWLEDGED("预警已签收。", "The alert is already acknowledged.", null),
    RULE_UNKNOWN("没有这一规则。", "There is no such rule.", "/rule"),
    RULE_NOT_WAIVABLE("该规则涉及已发生的行为，不得豁免。", "That rule judges what was done, so nobody is exempt from it.", "/rule"),
    WAIVER_IN_THE_PAST("豁免期限应晚于当前时间。", "A waiver ends in the future.", "/until"),
    WAIVER_OVER("豁免已结束。", "The waiver is over.", null);

    private final Text text;
    private final String pointer;

    AlertRefusal(String zh, String en, @Nullable String pointer) {
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
