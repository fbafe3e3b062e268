package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.IndicatorType;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.contracts.RecordEvent.IndicatorValue;
import io.pilotwatch.reporting.core.PilotFacts.Indicator;
import io.pilotwatch.reporting.core.PilotFacts.Outcome;
import io.pilotwatch.reporting.core.Records.Known;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads of a pilot's report what came of the pilot. */
final class OutcomeOf {

    private final Programme programme;
    private final Collection<Known<IndicatorValue>> values;
    private final List<Evidence> evidence;

    private OutcomeOf(PilotReport report, Programme programme) {
        this.programme = programme;
        this.values = report.records().values().values();
        this.evidence =
                report.records().evidence().values().stream().map(Known::what).toList();
    }

    /** Each indicator that the task book promises or the team told of, by its code; and who vouches for the evidence. */
    static Outcome report(PilotReport report, Programme programme) {
        var of = new OutcomeOf(report, programme);
        var targets = targets(report);
        var latest = report.records().latestValues().stream()
                .collect(Collectors.toMap(IndicatorValue::indicator, Function.identity()));
        var codes = new TreeSet<>(targets.keySet());
        codes.addAll(latest.keySet());
        return new Outcome(
                codes.stream()
                        .map(code -> of.indicator(code, targets.get(code), latest.get(code)))
                        .toList(),
                of.count(EvidenceLevel.DECLARED),
                of.count(EvidenceLevel.THIRD_PARTY),
                of.count(EvidenceLevel.AUTHORITY));
    }

    private static Map<String, IndicatorTarget> targets(PilotReport report) {
        return report.taskBook() == null
                ? Map.of()
                : report.taskBook().indicators().stream()
                        .collect(Collectors.toMap(IndicatorTarget::indicator, Function.identity(), (a, b) -> b));
    }

    private Indicator indicator(String code, @Nullable IndicatorTarget promise, @Nullable IndicatorValue latest) {
        return new Indicator(
                code,
                promise == null ? null : promise.baseline(),
                promise == null ? null : promise.target(),
                latest == null ? null : latest.period(),
                latest == null ? null : latest.value(),
                latest == null ? null : sum(latest, EvidenceLevel.values()),
                latest == null ? null : sum(latest, EvidenceLevel.THIRD_PARTY),
                latest == null ? null : sum(latest, EvidenceLevel.AUTHORITY),
                latest == null ? EvidenceLevel.DECLARED : level(latest));
    }

    /** What the values that make the total come to, of those for which one of these vouches. */
    private BigDecimal sum(IndicatorValue latest, EvidenceLevel... levels) {
        return addends(latest)
                .filter(v -> List.of(levels).contains(level(v)))
                .map(IndicatorValue::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Of a period's indicator the values of the periods that lie in no longer one that was told of as well: periods are
     * nested, they never overlap. Of any other the latest.
     */
    private Stream<IndicatorValue> addends(IndicatorValue latest) {
        var indicator = programme.indicator(latest.indicator());
        if (indicator.filter(i -> i.type() == IndicatorType.PERIOD).isEmpty()) {
            return Stream.of(latest);
        }
        var of = values.stream()
                .map(Known::what)
                .filter(v -> v.indicator().equals(latest.indicator()))
                .toList();
        var periods =
                of.stream().flatMap(v -> Period.ofCode(v.period()).stream()).toList();
        return of.stream()
                .filter(v -> Period.ofCode(v.period())
                        .filter(p -> periods.stream().noneMatch(other -> isWithin(p, other)))
                        .isPresent());
    }

    private static boolean isWithin(Period period, Period other) {
        return !period.equals(other)
                && !period.from().isBefore(other.from())
                && !period.to().isAfter(other.to());
    }

    /** The highest level of evidence that covers the whole of the value's period. */
    private EvidenceLevel level(IndicatorValue value) {
        return Period.ofCode(value.period()).stream()
                .flatMap(period -> evidence.stream().filter(e -> covers(e, period)))
                .map(Evidence::level)
                .max(Comparator.naturalOrder())
                .orElse(EvidenceLevel.DECLARED);
    }

    private static boolean covers(Evidence e, Period period) {
        return e.periodFrom() != null
                && e.periodTo() != null
                && !e.periodFrom().isAfter(period.from())
                && !e.periodTo().isBefore(period.to());
    }

    private int count(EvidenceLevel level) {
        return (int) evidence.stream().filter(e -> e.level() == level).count();
    }
}
