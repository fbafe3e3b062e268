package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.ConductFlagView;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import io.pilotwatch.contracts.Nullable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When what happened to a flag, on the programme's clock.
 *
 * @param found when a later vocabulary found it; null where it was found when it was posted
 * @param decided null before
 * @param alertId of the alert that was raised for it; null for a mention, which raises none
 */
public record FlagTimes(
        OffsetDateTime posted,
        @Nullable OffsetDateTime found,
        @Nullable OffsetDateTime decided,
        List<Happened> history,
        @Nullable String alertId) {

    /** The rule that raises alerts for flags. */
    private static final String RULE = "PROHIBITED_CONTENT";

    /** One step of the history. */
    public record Happened(ConductFlagView.Step step, DeskWord what, OffsetDateTime at) {}

    static FlagTimes of(ConductFlagView.WithHistory of, ZoneId zone) {
        var flag = of.flag();
        return new FlagTimes(
                at(flag.postedAt(), zone),
                flag.foundAt() == null ? null : at(flag.foundAt(), zone),
                flag.decision() == null ? null : at(flag.decision().at(), zone),
                of.history().stream()
                        .map(step -> new Happened(step, DeskWord.valueOf("STEP_" + step.what()), at(step.at(), zone)))
                        .toList(),
                alertId(flag));
    }

    private static String alertId(ConductFlagView flag) {
        return flag.outcome().code().equals(ConductOutcome.MENTION.name())
                ? null
                : "%s.%s.%s.%d".formatted(flag.pilotId(), RULE, flag.subject(), flag.postingRevision());
    }

    static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
