package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.AlertEvent.ConductConfirmed;
import io.pilotwatch.contracts.AlertEvent.ConductDismissed;
import io.pilotwatch.contracts.AlertEvent.OfConduct;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.Risk;
import io.pilotwatch.contracts.MilestoneEvent.RiskLevel;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.RecordEvent.ReportSubmitted;
import io.pilotwatch.reporting.core.Records.Known;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * How the team says that it does, what it fears, and what a person judged of its conduct.
 *
 * @param selfRating the team's latest; null while it gave none
 * @param risks as the latest update of each milestone names them, by milestone id; one that names none has none any more
 * @param reported risks of the report submitted last; null before the first
 * @param conduct whether prohibited conduct was confirmed, by flag id; those not judged yet are not here
 */
public record Concerns(
        @Nullable SelfRating selfRating,
        SortedMap<String, Known<List<Risk>>> risks,
        @Nullable Reported reported,
        SortedMap<String, Known<Boolean>> conduct) {

    /** The team's word on itself. */
    public record SelfRating(
            Instant at, Rating rating, @Nullable String reason) {

        private static final Comparator<SelfRating> LATEST = Comparator.comparing(SelfRating::at)
                .thenComparing(SelfRating::rating)
                .thenComparing(SelfRating::reason, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** Risks named in a report. */
    public record Reported(Instant at, String reportId, long revision, List<Risk> risks) {

        private static final Comparator<Reported> LATEST = Comparator.comparing(Reported::at)
                .thenComparing(Reported::reportId)
                .thenComparing(Reported::revision);
    }

    /** Nothing is known yet. */
    public static Concerns none() {
        return new Concerns(null, Collections.emptySortedMap(), null, Collections.emptySortedMap());
    }

    /** These and what the event adds; an event of something else adds nothing. */
    Concerns with(Event event, Instant time) {
        return switch (event) {
            case MilestoneUpdated e ->
                rated(new SelfRating(time, e.update().selfRating(), e.update().ratingReason()))
                        .fearing(e);
            case ReportSubmitted e ->
                rated(new SelfRating(time, e.report().selfRating(), e.report().ratingReason()))
                        .with(new Reported(
                                time,
                                e.report().reportId(),
                                e.revision(),
                                e.report().risks()));
            case ConductConfirmed e -> judged(e, true);
            case ConductDismissed e -> judged(e, false);
            default -> this;
        };
    }

    private Concerns rated(SelfRating other) {
        if (other.rating() == Rating.NOT_RATED) {
            return this;
        }
        return new Concerns(latest(selfRating, other, SelfRating.LATEST), risks, reported, conduct);
    }

    private Concerns fearing(MilestoneUpdated e) {
        var next = Records.newer(
                risks, e.milestone().milestoneId(), e.revision(), e.update().risks());
        return new Concerns(selfRating, next, reported, conduct);
    }

    private Concerns with(Reported other) {
        return new Concerns(selfRating, risks, latest(reported, other, Reported.LATEST), conduct);
    }

    private Concerns judged(OfConduct e, boolean confirmed) {
        var next = Records.newer(conduct, e.flag().flagId(), e.revision(), confirmed);
        return new Concerns(selfRating, risks, reported, next);
    }

    private static <T> T latest(@Nullable T known, T other, Comparator<T> order) {
        return known == null || order.compare(other, known) > 0 ? other : known;
    }

    /** How many postings a person confirmed to be prohibited conduct. */
    public int confirmed() {
        return (int) conduct.values().stream().filter(Known::what).count();
    }

    /** Whether any of these is high and nobody has said what is done about it. */
    static boolean isUnanswered(List<Risk> risks) {
        return risks.stream()
                .anyMatch(r -> r.level() == RiskLevel.HIGH
                        && (r.response() == null || r.response().isBlank()));
    }
}
