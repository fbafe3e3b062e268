package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.compliancealert.delivery.core.Answer.Outcome;
import io.pilotwatch.contracts.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How sending to a subscription's target goes. One that does not work is probed by a single delivery now and then, so that
 * it neither gets all that waits for it at once nor takes much of the machine; one success, and all the rest follows.
 *
 * @param failures rounds without success in a row
 * @param failingSince when the first of them was, by the wall clock; null where there is none
 * @param quietUntil until when it is left in peace, by the wall clock; null where it need not be
 * @param told whether somebody was told that it fails
 */
public record Endpoint(
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant quietUntil,
        boolean told) {

    /** One to which nothing was sent yet. */
    public static final Endpoint NEW = new Endpoint(0, null, null, false);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** Whether nothing may be sent now. */
    public boolean isQuiet(Instant now) {
        return quietUntil != null && quietUntil.isAfter(now);
    }

    /** How many deliveries may be tried in the next round, of as many as usual. */
    public int most(int usual) {
        return failures == 0 ? usual : 1;
    }

    /** After a round of tries. */
    public Endpoint after(List<Answer> round, Instant now) {
        var asked = round.stream()
                .filter(answer -> answer.outcome() == Outcome.OVERLOADED)
                .map(answer -> answer.retryAfter() == null ? FIRST_PAUSE : answer.retryAfter())
                .reduce(Duration.ZERO, Endpoint::longer);
        if (round.stream().anyMatch(Answer::delivered)) {
            return new Endpoint(0, null, asked.isZero() ? null : now.plus(asked), false);
        }
        return new Endpoint(
                failures + 1,
                Objects.requireNonNullElse(failingSince, now),
                now.plus(longer(asked, pause(failures))),
                told);
    }

    /** Its owner was told that it fails: not again before it works. */
    public Endpoint toldOwner() {
        return new Endpoint(failures, failingSince, quietUntil, true);
    }

    /** Whether it has failed without one success for that long. */
    public boolean failsFor(Duration time, Instant now) {
        return failingSince != null && !failingSince.plus(time).isAfter(now);
    }

    /** Doubled with each round that fails. */
    private static Duration pause(int failuresBefore) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failuresBefore, 20));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
