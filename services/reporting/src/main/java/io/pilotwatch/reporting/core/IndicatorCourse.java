package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.PlannedPath;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.RecordEvent.IndicatorValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an indicator of a pilot went over the periods, beside the path that the task book plans for it: straight from the
 * baseline on the day of its filing to the target at the deadline.
 *
 * @param promise with baseline and target; null where the task book promises nothing
 * @param points what was told of each period, the earliest first; empty while nothing was
 */
public record IndicatorCourse(
        Programme.Indicator indicator, @Nullable IndicatorTarget promise, List<Point> points) {

    /** A change smaller than this is told with a decimal at least. */
    private static final BigDecimal SMALL = BigDecimal.valueOf(100);

    /**
     * A value told.
     *
     * @param planned where the path is at the period's end; null where there is none there
     * @param percent of the planned change for the better, rounded down to one decimal; null without a path
     * @param behind less than the percentage below which the system rates a pilot worse
     * @param note how it was measured; null where the team wrote nothing
     */
    public record Point(
            Period period,
            BigDecimal value,
            @Nullable BigDecimal planned,
            @Nullable BigDecimal percent,
            boolean behind,
            @Nullable String note) {}

    /** The indicators of one benefit that the pilot promises or tells of, in the programme's order. */
    public record OfBenefit(Named benefit, List<IndicatorCourse> indicators) {}

    /** All of a pilot, by benefit; without the benefits to which it has nothing. */
    public static List<OfBenefit> of(PilotReport report, Programme programme) {
        return programme.benefits().stream()
                .map(b -> new OfBenefit(
                        new Named(b.code(), b.name()),
                        b.indicators().stream()
                                .map(i -> of(i, report, programme))
                                .filter(c -> c.promise() != null || !c.points().isEmpty())
                                .toList()))
                .filter(b -> !b.indicators().isEmpty())
                .toList();
    }

    private static IndicatorCourse of(Programme.Indicator indicator, PilotReport report, Programme programme) {
        var promise = promise(indicator, report);
        var path = promise == null
                ? null
                : new Path(indicator, promise, report.taskBook().filedOn(), programme);
        var points = report.records().values().values().stream()
                .map(Records.Known::what)
                .filter(v -> v.indicator().equals(indicator.code()))
                .flatMap(v -> Period.ofCode(v.period()).map(p -> point(v, p, path)).stream())
                .sorted(Comparator.comparing((Point p) -> p.period().to())
                        .thenComparing(p -> p.period().months()))
                .toList();
        return new IndicatorCourse(indicator, promise, points);
    }

    private static @Nullable IndicatorTarget promise(Programme.Indicator indicator, PilotReport report) {
        return Stream.ofNullable(report.taskBook())
                .flatMap(book -> book.indicators().stream())
                .filter(t -> t.indicator().equals(indicator.code()))
                .findFirst()
                .orElse(null);
    }

    private static Point point(IndicatorValue told, Period period, @Nullable Path path) {
        if (path == null) {
            return new Point(period, told.value(), null, null, false, told.note());
        }
        var on = path.of(told.value(), period.to());
        return new Point(
                period,
                told.value(),
                on.map(path::planned).orElse(null),
                on.map(PlannedPath::percent).orElse(null),
                on.filter(path::isBehind).isPresent(),
                told.note());
    }

    /** What was promised from which day on. */
    private record Path(
            Programme.Indicator indicator, IndicatorTarget promise, LocalDate filedOn, Programme programme) {

        Optional<PlannedPath> of(BigDecimal value, LocalDate to) {
            return PlannedPath.of(
                    indicator.direction(),
                    promise.baseline(),
                    promise.target(),
                    value,
                    filedOn,
                    to,
                    programme.deadline());
        }

        BigDecimal planned(PlannedPath on) {
            var promised = promise.target().subtract(promise.baseline());
            int decimals = Math.max(promised.scale(), promised.abs().compareTo(SMALL) < 0 ? 1 : 0);
            var change = promised.multiply(BigDecimal.valueOf(on.passed()))
                    .divide(BigDecimal.valueOf(on.all()), decimals, RoundingMode.HALF_UP);
            return promise.baseline().add(change);
        }

        boolean isBehind(PlannedPath on) {
            return on.isBelow(programme.rating().amberIndicatorPercent());
        }
    }

    /** The latest value; null while there is none. */
    public @Nullable Point latest() {
        return points.isEmpty() ? null : points.getLast();
    }
}
