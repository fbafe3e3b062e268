package io.pilotwatch.contracts;

/** An alert's life. It is cleared by the facts, never by hand. */
public enum AlertState {
    OPEN("未签收", "Open"),
    ACKNOWLEDGED("已签收", "Acknowledged"),
    CLEARED("已解除", "Cleared");

    private final Text text;

    AlertState(String zh, String en) {
        text = new Text(zh, en);
    }

    /** The state in words. */
    public Text text() {
        return text;
    }
}
