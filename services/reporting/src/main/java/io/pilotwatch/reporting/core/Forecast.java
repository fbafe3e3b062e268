package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * When the last milestone is likely to be reached, by earned schedule from the milestones' weights.
 *
 * @param planned percent of the plan's weight that was to be earned by the day, 0 to 100, one decimal
 * @param earned percent of the plan's weight that is earned, 0 to 100, one decimal
 * @param pace earned time over elapsed time (SPI(t)): 1 on schedule, less is behind; null before any time has passed
 * @param likely programme day; null where it cannot be told yet
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
    static Forecast of(
            PilotFacts.Plan plan, LocalDate start, LocalDate day, io.pilotwatch.contracts.Programme programme) {
        return null;
    }
}
