package io.pilotwatch.milestone.indicator.core;

import static java.util.Comparator.comparing;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.Programme.Indicator;
import io.pilotwatch.contracts.Programme.IndicatorType;
import io.pilotwatch.contracts.RecordEvent.IndicatorCorrected;
import io.pilotwatch.contracts.RecordEvent.IndicatorRecorded;
import io.pilotwatch.contracts.RecordEvent.IndicatorValue;
import io.pilotwatch.milestone.core.Act;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a pilot's indicator came to, period by period, as it stands now.
 *
 * @param months of its periods
 * @param approvedOn programme day on which the pilot was published: no period before it counts
 * @param revision how many values were recorded or corrected so far
 */
public record Series(
        Indicator indicator, int months, LocalDate approvedOn, long revision, NavigableMap<Period, BigDecimal> values) {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 6;
    private static final BigDecimal ALL = new BigDecimal(100);

    /** What a team says of a period. */
    public sealed interface Input {
        /** The period's code. */
        String period();

        /** In the indicator's unit. */
        BigDecimal value();

        /** The first word on a period. */
        record Record(
                String period, BigDecimal value, @Nullable String note) implements Input {}

        /** Another word; the one before stays on record. */
        record Correct(String period, BigDecimal value, String reason) implements Input {}
    }

    /** A series of values by the codes of their periods. */
    public static Series of(
            Indicator indicator, int months, LocalDate approvedOn, long revision, Map<String, BigDecimal> values) {
        var byPeriod = new TreeMap<Period, BigDecimal>(comparing(Period::from));
        values.forEach((code, value) -> byPeriod.put(Period.ofCode(code).orElseThrow(), value));
        return new Series(indicator, months, approvedOn, revision, byPeriod);
    }

    /** Decides any input. */
    public Decision<Series> decide(Input in, Act act) {
        var period = Period.ofCode(in.period()).filter(p -> p.months() == months);
        if (period.isEmpty()) {
            return Decision.refused(Refusal.PERIOD_UNKNOWN);
        }
        return Stream.<Supplier<io.pilotwatch.contracts.Refusal>>of(
                        () -> wrongPeriod(period.get(), act.day()),
                        () -> wrongState(values.get(period.get()), in),
                        () -> wrongValue(in.value()),
                        () -> fell(period.get(), in.value()))
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Decision::<Series>refused)
                .orElseGet(() -> decided(period.get(), in, act));
    }

    @Nullable
    private Refusal wrongPeriod(Period period, LocalDate today) {
        if (period.from().isAfter(today)) {
            return Refusal.PERIOD_NOT_BEGUN;
        }
        return period.to().isBefore(approvedOn) ? Refusal.PERIOD_BEFORE_PILOT : null;
    }

    /** A period has a value, or it has none. */
    @Nullable
    private static Refusal wrongState(@Nullable BigDecimal recorded, Input in) {
        return switch (in) {
            case Input.Record _ -> recorded == null ? null : Refusal.VALUE_ALREADY_RECORDED;
            case Input.Correct _ when recorded == null -> Refusal.VALUE_NOT_RECORDED;
            case Input.Correct correct -> recorded.compareTo(correct.value()) == 0 ? Refusal.VALUE_UNCHANGED : null;
        };
    }

    @Nullable
    private Refusal wrongValue(BigDecimal value) {
        if (value.signum() < 0) {
            return Refusal.VALUE_NEGATIVE;
        }
        var digits = value.stripTrailingZeros();
        int decimals = Math.max(0, digits.scale());
        // In long: the scale of what somebody writes as 1e-2147483647 would overflow.
        long whole = Math.max(0, (long) digits.precision() - digits.scale());
        if (decimals > MOST_DECIMALS || whole + decimals > MOST_DIGITS) {
            return Refusal.VALUE_TOO_LONG;
        }
        return indicator.type() == IndicatorType.RATIO && value.compareTo(ALL) > 0 ? Refusal.RATIO_OUT_OF_RANGE : null;
    }

    /** What counts all so far never falls, neither by a new value nor by a correction. */
    @Nullable
    private CumulativeFell fell(Period period, BigDecimal value) {
        if (indicator.type() != IndicatorType.CUMULATIVE) {
            return null;
        }
        var before = values.lowerEntry(period);
        if (before != null && value.compareTo(before.getValue()) < 0) {
            return new CumulativeFell(before.getKey(), before.getValue(), true);
        }
        var after = values.higherEntry(period);
        return after != null && value.compareTo(after.getValue()) > 0
                ? new CumulativeFell(after.getKey(), after.getValue(), false)
                : null;
    }

    private Decision<Series> decided(Period period, Input in, Act act) {
        var value = exact(in.value());
        var next = new TreeMap<>(values);
        var previous = next.put(period, value);
        var series = new Series(indicator, months, approvedOn, revision + 1, next);
        return Decision.decided(
                series,
                switch (in) {
                    case Input.Record first ->
                        new IndicatorRecorded(
                                act.pilotId(),
                                series.revision,
                                new IndicatorValue(indicator.code(), first.period(), value, first.note()),
                                act.by());
                    case Input.Correct correct ->
                        new IndicatorCorrected(
                                act.pilotId(),
                                series.revision,
                                new IndicatorValue(indicator.code(), correct.period(), value, null),
                                previous,
                                correct.reason(),
                                act.by());
                });
    }

    /** What the period with this code came to; null where nothing is on record. */
    @Nullable
    public BigDecimal value(String period) {
        return Period.ofCode(period).map(values::get).orElse(null);
    }

    /** Without zeros that say nothing and without an exponent: 1.50 is 1.5, and 1E+3 is 1000. */
    private static BigDecimal exact(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
