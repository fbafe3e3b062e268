package io.pilotwatch.platform;

import io.pilotwatch.contracts.Text;
import java.time.Duration;

/** A request that is refused for the moment only: the answer says after how long it may be made again. */
public class Later extends Problem {

    private static final int TOO_MANY = 429;

    private final long seconds;

    private Later(int status, String code, Text text, Duration after) {
        super(status, code, text);
        // Whole seconds, and not sooner than it helps.
        this.seconds = after.plusMillis(999).toSeconds();
    }

    /** The caller asks for more than it may. */
    public static Later tooMany(String code, Text text, Duration after) {
        return new Later(TOO_MANY, code, text, after);
    }

    /** For the header {@code Retry-After}. */
    long seconds() {
        return seconds;
    }
}
