package io.pilotwatch.contracts;

/** A rectification's life; a returned answer makes it ordered again. The pilot is rectifying until it is accepted. */
public enum RectificationState {
    ORDERED("待整改", "Ordered"),
    ANSWERED("已反馈待核", "Answered"),
    ACCEPTED("整改通过", "Accepted");

    private final Text text;

    RectificationState(String zh, String en) {
        text = new Text(zh, en);
    }

    /** The state in words. */
    public Text text() {
        return text;
    }
}
