package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Text;
import java.util.List;

/**
 * How the system rates a pilot on a day, and why.
 *
 * @param reasons the weightiest first; of GREEN and NOT_RATED as well
 */
public record SystemRating(Rating rating, List<Reason> reasons) {

    /** One reason: its code, such as {@code MILESTONE_LATE}, and the words with the figures in them. */
    public record Reason(String code, Text text) {}

    static SystemRating of(
            PilotFacts facts, Forecast forecast, java.time.LocalDate day, io.pilotwatch.contracts.Programme programme) {
        return new SystemRating(facts.isSilent() ? Rating.NOT_RATED : Rating.GREEN, List.of());
    }
}
