package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Nullable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A pilot's plan over time.
 *
 * @param plans by the programme day from which on it stood so, to the next
 */
public record PlanHistory(String pilotId, SortedMap<LocalDate, PilotFacts.Plan> plans) {

    /** As of the end of a day; null before there was any. */
    public @Nullable PilotFacts.Plan on(LocalDate day) {
        var upTo = plans.headMap(day.plusDays(1));
        return upTo.isEmpty() ? null : upTo.get(upTo.lastKey());
    }

    /** The last days of the months from the first plan to that day, which is the last of them. */
    public List<LocalDate> monthEnds(LocalDate until) {
        if (plans.isEmpty() || plans.firstKey().isAfter(until)) {
            return List.of();
        }
        var ends = Stream.iterate(YearMonth.from(plans.firstKey()), month -> month.plusMonths(1))
                .map(YearMonth::atEndOfMonth)
                .takeWhile(end -> end.isBefore(until));
        return Stream.concat(ends, Stream.of(until)).toList();
    }
}
