package io.pilotwatch.contracts;

/** Why a report is written: because a period ended, because there is something to say, or because something happened. */
public enum ReportKind {
    PERIODIC("定期报告", "Periodic report"),
    AD_HOC("专题报告", "Ad-hoc report"),
    INCIDENT("突发事件报告", "Incident report");

    private final Text text;

    ReportKind(String zh, String en) {
        text = new Text(zh, en);
    }

    /** The kind in words. */
    public Text text() {
        return text;
    }
}
