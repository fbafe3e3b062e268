package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.reporting.core.PilotFacts.Milestone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * When the last milestone is likely to be reached, by earned schedule (W. Lipke, "Schedule is Different", 2003) from the
 * milestones' weights: the plan says how much weight was to be earned by each day, the day by which as much as has been
 * earned was to be earned is the earned time, and the rest is taken to go at the same pace. The plan is what was promised
 * first, so that an extension does not make a slow pilot look fast.
 *
 * <p>The range is what the rest would take at the slowest and at the quickest pace at which the pilot reached any milestone so
 * far, counted from the beginning; as long as fewer than two are reached, as planned counts among these.
 *
 * @param planned percent of the plan's weight that was to be earned by the day, 0 to 100, one decimal
 * @param earned percent of the plan's weight that is earned, 0 to 100, one decimal
 * @param pace earned time over elapsed time (SPI(t)), three decimals: 1 on schedule, less is behind; null before any time
 *     has passed
 * @param likely programme day; null where it cannot be told yet, since nothing was earned
 * @param earliest programme day, never after {@code likely}; null with it
 * @param latest programme day, never before {@code likely}; null with it
 * @param ofTeam the latest day that the team itself names for an open milestone; null where it names none
 */
public record Forecast(
        BigDecimal planned,
        BigDecimal earned,
        @Nullable BigDecimal pace,
        @Nullable LocalDate likely,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable LocalDate ofTeam) {

    private static final int PACE_DECIMALS = 3;

    /** A forecast never lies further away than this, in days: beyond it says no more than that work hardly moves. */
    private static final double FARTHEST = 20 * 365.25;

    /** So much of a day is nothing but the computer's arithmetic. */
    private static final double ROUNDING = 1e-6;

    /**
     * On a day.
     *
     * @param start the day on which the pilot began
     */
    static Forecast of(PilotFacts.Plan plan, LocalDate start, LocalDate day) {
        var curve = PlannedValue.of(plan.milestones(), start);
        double earned = earned(plan);
        double elapsed = day.toEpochDay() - start.toEpochDay();
        double earnedTime = curve.dayOf(earned);
        var spi = elapsed <= 0 ? null : decimal(earnedTime / elapsed, PACE_DECIMALS);
        var shown = new Forecast(
                percent(curve.by(elapsed), curve.weight()),
                percent(earned, curve.weight()),
                spi,
                null,
                null,
                null,
                ofTeam(plan));
        var finishedOn = finishedOn(plan);
        if (finishedOn != null) {
            return shown.within(finishedOn, finishedOn, finishedOn);
        }
        if (elapsed <= 0 || earnedTime <= 0) {
            return shown;
        }
        double left = curve.days() - earnedTime;
        double slowness = elapsed / earnedTime;
        var range = range(plan, start, slowness);
        return shown.within(
                after(day, left * slowness), after(day, left * range.quickest), after(day, left * range.slowest));
    }

    /**
     * When each open milestone is likely to be reached by the same reckoning, by its id: the rest of the planned time up to
     * it at the pace so far. None where as much is earned as was to be earned by then, since the pace does not tell why it
     * is open, and none at all where there is no pace yet.
     *
     * @param start the day on which the pilot began
     */
    public static Map<String, LocalDate> ofEach(PilotFacts.Plan plan, LocalDate start, LocalDate day) {
        double elapsed = day.toEpochDay() - start.toEpochDay();
        double earnedTime = PlannedValue.of(plan.milestones(), start).dayOf(earned(plan));
        var likely = new TreeMap<String, LocalDate>();
        if (elapsed <= 0 || earnedTime <= 0) {
            return likely;
        }
        for (var m : plan.milestones()) {
            double left = m.baselineDue().toEpochDay() - start.toEpochDay() - earnedTime;
            if (m.isOpen() && left > ROUNDING) {
                likely.put(m.id(), after(day, left * elapsed / earnedTime));
            }
        }
        return likely;
    }

    private Forecast within(LocalDate likeliest, LocalDate first, LocalDate last) {
        return new Forecast(planned, earned, pace, likeliest, first, last, ofTeam);
    }

    /** Elapsed over planned time, at the quickest and at the slowest. */
    private record Range(double quickest, double slowest) {
        private Range with(double slowness) {
            return new Range(Math.min(quickest, slowness), Math.max(slowest, slowness));
        }
    }

    private static Range range(PilotFacts.Plan plan, LocalDate start, double now) {
        var range = new Range(now, now);
        int reached = 0;
        for (var m : plan.milestones()) {
            double planned = m.baselineDue().toEpochDay() - start.toEpochDay();
            if (m.reachedOn() != null && planned > 0) {
                range = range.with(Math.max(0, m.reachedOn().toEpochDay() - start.toEpochDay()) / planned);
                reached++;
            }
        }
        return reached < 2 ? range.with(1) : range;
    }

    private static double earned(PilotFacts.Plan plan) {
        return plan.milestones().stream()
                .filter(Milestone::isPlanned)
                .mapToDouble(m -> m.weight() * (m.state() == MilestoneState.REACHED ? 1 : m.percent() / 100.0))
                .sum();
    }

    /** Null while any milestone is open, and where all were left out. */
    static @Nullable LocalDate finishedOn(PilotFacts.Plan plan) {
        return plan.milestones().stream().anyMatch(Milestone::isOpen)
                ? null
                : plan.milestones().stream()
                        .map(Milestone::reachedOn)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static @Nullable LocalDate ofTeam(PilotFacts.Plan plan) {
        return plan.milestones().stream()
                .filter(Milestone::isOpen)
                .map(Milestone::forecast)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static LocalDate after(LocalDate day, double days) {
        return day.plusDays((long) Math.ceil(Math.min(days, FARTHEST) - ROUNDING));
    }

    private static BigDecimal percent(double part, double whole) {
        return decimal(whole == 0 ? 0 : 100 * part / whole, 1);
    }

    private static BigDecimal decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
