package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.reporting.core.Sums.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * How much of the work was to be done, and is, by the end of each month: the weight of the milestones up to it in percent of
 * all, one decimal. Milestones that a change of the task book left out are no work.
 */
public final class BurnUp {

    /**
     * By the end of a month.
     *
     * @param promised as it was promised first
     * @param planned as it is planned now
     * @param reached null for months that have not begun
     */
    public record Month(
            YearMonth month,
            BigDecimal promised,
            BigDecimal planned,
            @Nullable BigDecimal reached) {}

    private BurnUp() {}

    /** From the month of the first due day to that of the last; none while nothing is planned. */
    public static List<Month> of(Sums sums, LocalDate day) {
        var promised = sums.of(Measure.PROMISED);
        var planned = sums.of(Measure.PLANNED);
        if (promised.isEmpty()) {
            return List.of();
        }
        var reached = sums.of(Measure.REACHED);
        var first = Stream.of(promised, planned, reached)
                .filter(m -> !m.isEmpty())
                .map(m -> YearMonth.parse(m.firstKey()))
                .min(YearMonth::compareTo)
                .orElseThrow();
        var last = Stream.of(promised, planned)
                .map(m -> YearMonth.parse(m.lastKey()))
                .max(YearMonth::compareTo)
                .orElseThrow();
        long all = sums.all(Measure.PROMISED);
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> new Month(
                        month,
                        percent(upTo(month, promised), all),
                        percent(upTo(month, planned), all),
                        month.isAfter(YearMonth.from(day)) ? null : percent(upTo(month, reached), all)))
                .toList();
    }

    private static long upTo(YearMonth month, SortedMap<String, Long> weights) {
        return weights.headMap(month.plusMonths(1).toString()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
