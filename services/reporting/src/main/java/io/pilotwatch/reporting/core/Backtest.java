package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How far off the forecasts were: those that would have been made, and that the teams made, at the end of each month in the
 * lives of pilots that have finished since, against the day on which they did.
 */
public final class Backtest {

    /** How long before the finish a forecast was made. */
    public enum Horizon {
        UP_TO_3_MONTHS(3),
        UP_TO_6_MONTHS(6),
        UP_TO_12_MONTHS(12),
        MORE(Integer.MAX_VALUE);

        private final int months;

        Horizon(int months) {
            this.months = months;
        }

        private static Horizon of(LocalDate made, LocalDate finished) {
            long before = ChronoUnit.MONTHS.between(made, finished);
            return Arrays.stream(values())
                    .filter(h -> before < h.months)
                    .findFirst()
                    .orElse(MORE);
        }
    }

    /**
     * How far off, in days; late is positive.
     *
     * @param forecasts how many there were
     * @param meanAbsoluteError one decimal; null with no forecasts
     * @param bias the median error: positive where finishes were forecast too late; null with no forecasts
     */
    public record Error(
            int forecasts,
            @Nullable BigDecimal meanAbsoluteError,
            @Nullable Integer bias) {}

    /**
     * Of the forecasts made so long before the finish.
     *
     * @param withinRange share of the finishes between the system's earliest and latest day, 0 to 1, three decimals; null
     *     with no forecasts
     */
    public record Result(
            Horizon horizon, Error system, @Nullable BigDecimal withinRange, Error team) {}

    private static final class Errors {
        private final List<Integer> system = new ArrayList<>();
        private final List<Integer> team = new ArrayList<>();
        private int within;
    }

    private final Map<Horizon, Errors> errors = new EnumMap<>(Horizon.class);
    private int pilots;

    /**
     * Takes in a pilot that has finished.
     *
     * @param start when it began
     */
    public void add(LocalDate start, PlanHistory history, LocalDate finishedOn) {
        pilots++;
        for (var day : history.monthEnds(finishedOn)) {
            if (day.isBefore(finishedOn)) {
                var forecast = Forecast.of(history.on(day), start, day);
                add(forecast, errors.computeIfAbsent(Horizon.of(day, finishedOn), h -> new Errors()), finishedOn);
            }
        }
    }

    private static void add(Forecast forecast, Errors errors, LocalDate finishedOn) {
        if (forecast.likely() != null) {
            errors.system.add(days(forecast.likely(), finishedOn));
            boolean within = !finishedOn.isBefore(forecast.earliest()) && !finishedOn.isAfter(forecast.latest());
            errors.within += within ? 1 : 0;
        }
        if (forecast.ofTeam() != null) {
            errors.team.add(days(forecast.ofTeam(), finishedOn));
        }
    }

    private static int days(LocalDate forecast, LocalDate finishedOn) {
        return Math.toIntExact(ChronoUnit.DAYS.between(finishedOn, forecast));
    }

    /** How many pilots there were. */
    public int pilots() {
        return pilots;
    }

    /** By horizon, the nearest first; each is there. */
    public List<Result> results() {
        return Arrays.stream(Horizon.values())
                .map(h -> result(h, errors.getOrDefault(h, new Errors())))
                .toList();
    }

    private static Result result(Horizon horizon, Errors errors) {
        int forecasts = errors.system.size();
        var within = forecasts == 0
                ? null
                : BigDecimal.valueOf(errors.within).divide(BigDecimal.valueOf(forecasts), 3, RoundingMode.HALF_UP);
        return new Result(horizon, error(errors.system), within, error(errors.team));
    }

    private static Error error(List<Integer> days) {
        if (days.isEmpty()) {
            return new Error(0, null, null);
        }
        long sum = days.stream().mapToLong(Math::abs).sum();
        var mean = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(days.size()), 1, RoundingMode.HALF_UP);
        var sorted = days.stream().sorted().toList();
        return new Error(days.size(), mean, sorted.get((sorted.size() - 1) / 2));
    }
}
