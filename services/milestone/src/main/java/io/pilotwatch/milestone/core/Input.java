package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.Nullable;
import java.time.LocalDate;

/** What may be done to a milestone: the team reports, claims and asks; the lead regulator decides. */
public sealed interface Input {

    /** The team's. */
    sealed interface OfTeam extends Input {}

    /** The lead regulator's. */
    sealed interface OfLead extends Input {}

    /** What was said with it; null where nothing was. */
    @Nullable
    String note();

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
            @Nullable String note,
            Situation situation) implements OfTeam {}

    /** All is done, says the team. */
    record Claim(@Nullable String note) implements OfTeam {}

    /** The team asks for a later day. */
    record RequestExtension(LocalDate newDue, String note) implements OfTeam {}

    /** The claim is right. */
    record Accept(@Nullable String note) implements OfLead {}

    /** The claim is not right. */
    record Return(String note) implements OfLead {}

    /** The later day is granted. */
    record GrantExtension(String note) implements OfLead {}

    /** The later day is not granted. */
    record RefuseExtension(String note) implements OfLead {}
}
