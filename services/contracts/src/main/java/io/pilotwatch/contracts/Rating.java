package io.pilotwatch.contracts;

/** How a pilot or milestone does, by the team's own word or by the system's figures. Silence is never green. */
public enum Rating {
    GREEN("正常", "On track"),
    AMBER("预警", "At risk"),
    RED("严重滞后", "Off track"),
    NOT_RATED("未评级", "Not rated");

    private final Text text;

    Rating(String zh, String en) {
        text = new Text(zh, en);
    }

    /** Whether whoever gives it has to say why. */
    public boolean needsReason() {
        return this == AMBER || this == RED;
    }

    /** The rating in words. */
    public Text text() {
        return text;
    }
}
