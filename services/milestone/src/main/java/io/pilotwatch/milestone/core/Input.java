package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.Nullable;
import java.time.LocalDate;

/** What may be done to a milestone. Update and claim are the team's, the other three the lead regulator's. */
public sealed interface Input {

    /**
     * How far the team is.
     *
     * @param percent 0 to 100
     * @param forecast programme day on which the team expects to be done; null leaves the one named before
     */
    record Update(
            String updateId,
            int percent,
            @Nullable LocalDate forecast,
            @Nullable String note) implements Input {}

    /** All is done, says the team. */
    record Claim(@Nullable String note) implements Input {}

    /** The claim is right. */
    record Accept(@Nullable String note) implements Input {}

    /** The claim is not right. */
    record Return(String reason) implements Input {}

    /** A later day is granted. */
    record Extend(LocalDate newDue, String reason) implements Input {}
}
