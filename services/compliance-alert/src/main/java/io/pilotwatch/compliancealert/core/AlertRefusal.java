package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.Refusal;
import io.pilotwatch.contracts.Text;

/** Why an act on an alert is refused. */
public enum AlertRefusal implements Refusal {
    ALERT_CLEARED("预警已解除，无需签收。", "The alert is cleared; there is nothing to acknowledge."),
    ALREADY_ACKNOWLEDGED("预警已签收。", "The alert is already acknowledged.");

    private final Text text;

    AlertRefusal(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }
}
