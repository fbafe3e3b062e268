package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Direction;
import io.pilotwatch.reporting.core.PilotFacts.Indicator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a pilot promises of an indicator against what it told of last, in the indicator's unit and counted in the direction
 * that is better, whichever that is.
 *
 * @param promised from the baseline to the target; 0 or less where the task book promises nothing better than the baseline
 * @param gained from the baseline to the latest value; null while there is none
 */
public record Promise(BigDecimal promised, @Nullable BigDecimal gained) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** Of an indicator; none where the task book has no target for it. */
    public static Optional<Promise> of(Indicator told, Programme.Indicator indicator) {
        if (told.baseline() == null || told.target() == null) {
            return Optional.empty();
        }
        var promised = better(told.target().subtract(told.baseline()), indicator);
        var gained = told.value() == null ? null : better(told.value().subtract(told.baseline()), indicator);
        return Optional.of(new Promise(promised, gained));
    }

    private static BigDecimal better(BigDecimal change, Programme.Indicator indicator) {
        return indicator.direction() == Direction.UP ? change : change.negate();
    }

    /** Whether the value is at its target, or better. */
    public boolean isKept() {
        return gained != null && gained.compareTo(promised) >= 0;
    }

    /**
     * How much of the promised change has come, in percent, rounded down to one decimal; below 0 where things got worse, 0
     * while nothing is told, null where no change for the better was promised.
     */
    public @Nullable BigDecimal percent() {
        return percent(gained == null ? BigDecimal.ZERO : gained, promised);
    }

    static @Nullable BigDecimal percent(BigDecimal gained, BigDecimal promised) {
        return promised.signum() <= 0 ? null : gained.multiply(HUNDRED).divide(promised, 1, RoundingMode.FLOOR);
    }
}
