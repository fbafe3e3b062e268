package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.DeliveryRows.Due;
import io.pilotwatch.compliancealert.delivery.DeliveryRows.State;
import io.pilotwatch.compliancealert.delivery.DeliveryRows.Tried;
import io.pilotwatch.compliancealert.delivery.core.Answer;
import io.pilotwatch.compliancealert.delivery.core.Ladder;
import java.time.Duration;
import java.time.Instant;

/** A try that was made; {@code at} is when it began, by the wall clock. */
record Attempt(Due due, Answer answer, Instant at, Duration took) {

    /** What becomes of its delivery. */
    Tried on(Ladder ladder) {
        var id = due.message().deliveryId();
        if (answer.delivered()) {
            return new Tried(id, answer, at, took, State.DELIVERED, null);
        }
        return ladder.after(due.rung() + 1, id)
                .map(wait -> new Tried(id, answer, at, took, State.PENDING, next(wait)))
                .orElseGet(() -> new Tried(id, answer, at, took, State.GIVEN_UP, null));
    }

    /** Where nothing is tried again by itself, as with a test. */
    Tried once() {
        return on(new Ladder(java.util.List.of()));
    }

    /** Not before the receiver wants it. */
    private Instant next(Duration wait) {
        var asked = answer.retryAfter();
        return at.plus(took).plus(asked != null && asked.compareTo(wait) > 0 ? asked : wait);
    }
}
