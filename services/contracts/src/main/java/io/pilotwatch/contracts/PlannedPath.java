package io.pilotwatch.contracts;

import io.pilotwatch.contracts.Programme.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where an indicator's value stands on its planned path: straight from the baseline on the day on which the first task book
 * was filed to the target at the deadline, read at the end of the value's period.
 *
 * @param gained how much better than the baseline it is, in the indicator's unit
 * @param promised how much better than the baseline the target is, above 0
 * @param passed days from the filing to the period's end, above 0; no more than {@code all}
 * @param all days from the filing to the deadline
 */
public record PlannedPath(BigDecimal gained, BigDecimal promised, long passed, long all) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * Of a value; none where nothing better than the baseline was promised, or the value is of no later day than the
     * filing.
     *
     * @param filedOn programme day
     * @param to last programme day of the value's period
     * @param deadline last programme day
     */
    public static Optional<PlannedPath> of(
            Direction direction,
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal value,
            LocalDate filedOn,
            LocalDate to,
            LocalDate deadline) {
        long all = ChronoUnit.DAYS.between(filedOn, deadline);
        long passed = Math.min(all, ChronoUnit.DAYS.between(filedOn, to));
        var gained = value.subtract(baseline);
        var promised = target.subtract(baseline);
        var path = direction == Direction.UP
                ? new PlannedPath(gained, promised, passed, all)
                : new PlannedPath(gained.negate(), promised.negate(), passed, all);
        return path.promised().signum() > 0 && passed > 0 ? Optional.of(path) : Optional.empty();
    }

    /** Whether it is less than so many percent of what was planned for then; compared without a division, hence exactly. */
    public boolean isBelow(int percent) {
        return scaled().compareTo(planned().multiply(BigDecimal.valueOf(percent))) < 0;
    }

    /** In percent of the plan for then, rounded down to one decimal. */
    public BigDecimal percent() {
        return scaled().divide(planned(), 1, RoundingMode.FLOOR);
    }

    private BigDecimal scaled() {
        return gained.multiply(HUNDRED).multiply(BigDecimal.valueOf(all));
    }

    private BigDecimal planned() {
        return promised.multiply(BigDecimal.valueOf(passed));
    }
}
