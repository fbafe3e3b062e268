package io.pilotwatch.contracts;

/** How grave an alert is, least first. */
public enum Severity {
    INFO("提示", "Info"),
    WARNING("一般", "Warning"),
    CRITICAL("严重", "Critical");

    private final Text text;

    Severity(String zh, String en) {
        text = new Text(zh, en);
    }

    /** The severity in words. */
    public Text text() {
        return text;
    }
}
