package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.Nullable;
import java.time.Duration;

/**
 * What came of one try.
 *
 * @param status of HTTP or SMTP; null where no answer came
 * @param text what the first bytes of the answer say; null where no answer came
 * @param error why no answer came, in one line; null where one did
 * @param retryAfter how long the receiver asks to be left in peace; null where it does not
 */
public record Answer(
        Outcome outcome,
        @Nullable Integer status,
        @Nullable String text,
        @Nullable String error,
        @Nullable Duration retryAfter) {

    /** How many bytes of an answer are kept. */
    public static final int KEPT_BYTES = 500;

    /** What it means for the delivery and its endpoint. */
    public enum Outcome {
        DELIVERED,
        /** Try again. */
        FAILED,
        /** Try again, and leave the whole endpoint in peace meanwhile. */
        OVERLOADED,
        /** Nobody is there any more: disable the subscription. */
        GONE
    }

    /** An answer came. */
    public static Answer of(Outcome outcome, int status, String text, @Nullable Duration retryAfter) {
        return new Answer(outcome, status, text, null, retryAfter);
    }

    /** No answer came. */
    public static Answer none(String error) {
        return new Answer(Outcome.FAILED, null, null, error, null);
    }

    /** What an HTTP status means: only 2xx is success; where others point is not followed. */
    public static Outcome ofHttp(int status) {
        return switch (status) {
            case 410 -> Outcome.GONE;
            case 429, 502, 503, 504 -> Outcome.OVERLOADED;
            default -> status >= 200 && status < 300 ? Outcome.DELIVERED : Outcome.FAILED;
        };
    }

    /** Whether the receiver has it. */
    public boolean delivered() {
        return outcome == Outcome.DELIVERED;
    }
}
