package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.AlertEvent.OfRectification;
import io.pilotwatch.contracts.AlertEvent.Rectification;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.contracts.RecordEvent.EvidenceShared;
import io.pilotwatch.contracts.RecordEvent.IndicatorValue;
import io.pilotwatch.contracts.RecordEvent.OfEvidence;
import io.pilotwatch.contracts.RecordEvent.OfIndicator;
import io.pilotwatch.contracts.RecordEvent.OfReport;
import io.pilotwatch.contracts.RecordEvent.Report;
import io.pilotwatch.contracts.RectificationState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a pilot has beside its milestones, each at the highest revision heard.
 *
 * @param evidence by evidence id
 * @param values of indicators, by indicator and period
 * @param reports by report id
 * @param rectifications by rectification id
 * @param sharedWith by evidence id, the other pilots that attached the same content
 * @param settled when each rectification was accepted, by its id
 */
public record Records(
        SortedMap<String, Known<Evidence>> evidence,
        SortedMap<String, Known<IndicatorValue>> values,
        SortedMap<String, Known<Report>> reports,
        SortedMap<String, Known<Rectification>> rectifications,
        SortedMap<String, SortedSet<String>> sharedWith,
        SortedMap<String, Instant> settled) {

    /** Something at a revision. */
    public record Known<T>(long revision, T what) {}

    /** Nothing is known yet. */
    public static Records none() {
        return new Records(
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap());
    }

    /** These and what the event adds; an event of something else adds nothing. */
    Records with(Event event, Instant time) {
        return switch (event) {
            case EvidenceShared e -> with((OfEvidence) e).sharing(e);
            case OfEvidence e -> with(e);
            case OfIndicator e -> with(e);
            case OfReport e -> with(e);
            case RectificationAccepted e -> with((OfRectification) e).settled(e, time);
            case OfRectification e -> with(e);
            default -> this;
        };
    }

    private Records with(OfEvidence e) {
        var next = newer(evidence, e.evidence().evidenceId(), e.revision(), e.evidence());
        return new Records(next, values, reports, rectifications, sharedWith, settled);
    }

    private Records sharing(EvidenceShared e) {
        var next = new TreeMap<>(sharedWith);
        next.merge(e.evidence().evidenceId(), new TreeSet<>(e.otherPilots()), Records::union);
        return new Records(evidence, values, reports, rectifications, next, settled);
    }

    private Records with(OfIndicator e) {
        var key = e.value().indicator() + " " + e.value().period();
        var next = newer(values, key, e.revision(), e.value());
        return new Records(evidence, next, reports, rectifications, sharedWith, settled);
    }

    private Records with(OfReport e) {
        var next = newer(reports, e.report().reportId(), e.revision(), e.report());
        return new Records(evidence, values, next, rectifications, sharedWith, settled);
    }

    private Records with(OfRectification e) {
        var r = e.rectification();
        var next = newer(rectifications, r.rectificationId(), e.revision(), r);
        return new Records(evidence, values, reports, next, sharedWith, settled);
    }

    private Records settled(RectificationAccepted e, Instant time) {
        var next = new TreeMap<>(settled);
        next.merge(e.rectification().rectificationId(), time, (a, b) -> b.isBefore(a) ? b : a);
        return new Records(evidence, values, reports, rectifications, sharedWith, next);
    }

    static <T> SortedMap<String, Known<T>> newer(SortedMap<String, Known<T>> known, String key, long revision, T what) {
        var next = new TreeMap<>(known);
        next.merge(key, new Known<>(revision, what), (a, b) -> b.revision() > a.revision() ? b : a);
        return next;
    }

    private static SortedSet<String> union(Set<String> a, Set<String> b) {
        return Stream.concat(a.stream(), b.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each indicator's value of its latest period, by indicator; between periods that end together the longer one. */
    public List<IndicatorValue> latestValues() {
        return values.values().stream()
                .map(Known::what)
                .collect(Collectors.toMap(
                        IndicatorValue::indicator, v -> v, (a, b) -> LATEST.compare(b, a) > 0 ? b : a, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    private static final Comparator<IndicatorValue> LATEST = Comparator.comparing((IndicatorValue v) -> end(v.period()))
            .thenComparing(v -> months(v.period()))
            .thenComparing(IndicatorValue::period);

    private static LocalDate end(String period) {
        return Period.ofCode(period).map(Period::to).orElse(LocalDate.MIN);
    }

    private static int months(String period) {
        return Period.ofCode(period).map(Period::months).orElse(0);
    }

    /** Those that were not accepted yet, oldest due day first. */
    public List<Rectification> openRectifications() {
        return rectifications.values().stream()
                .map(Known::what)
                .filter(r -> r.state() != RectificationState.ACCEPTED)
                .sorted(Comparator.comparing(Rectification::due).thenComparing(Rectification::rectificationId))
                .toList();
    }

    /** The other pilots that attached the content of this piece of evidence. */
    public Set<String> othersWith(String evidenceId) {
        return sharedWith.getOrDefault(evidenceId, Collections.emptySortedSet());
    }
}
