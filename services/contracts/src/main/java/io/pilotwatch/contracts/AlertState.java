package io.pilotwatch.contracts;

/** An alert's life. It is cleared by the facts, never by hand; a person may dismiss it. */
public enum AlertState {
    OPEN("未签收", "Open"),
    ACKNOWLEDGED("已签收", "Acknowledged"),
    DISMISSED("已消除", "Dismissed"),
    CLEARED("已解除", "Cleared");

    private final Text text;

    AlertState(String zh, String en) {
        text = new Text(zh, en);
    }

    /** Whether nobody has to do anything about it any more. */
    public boolean isClosed() {
        return this == DISMISSED || this == CLEARED;
    }

    /** The state in words. */
    public Text text() {
        return text;
    }
}
