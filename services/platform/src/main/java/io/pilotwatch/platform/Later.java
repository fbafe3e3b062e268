package io.pilotwatch.platform;

import io.pilotwatch.contracts.Text;
import java.time.Duration;

/** A request that is refused for the moment only: the answer says after how long it may be made again. */
public class Later extends Problem {

    private static final int TOO_MANY = 429;
    private static final int NOT_NOW = 503;

    /** As long as what is away or in the way may well take. */
    private static final Duration SHORTLY = Duration.ofSeconds(2);

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

    /** Nothing is wrong with the request, but it cannot be done just now. */
    static Later notNow(String code, Text text) {
        return new Later(NOT_NOW, code, text, SHORTLY);
    }

    /** What all depends on is away. */
    static Later notReady() {
        return notNow("NOT_READY", HttpTexts.of(NOT_NOW));
    }

    /** For the header {@code Retry-After}. */
    long seconds() {
        return seconds;
    }
}
