package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Expectations.Expected;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the system rates a pilot on a day, and why. What the team says of itself is no part of it, and neither is what was
 * late once and is done: that stays in the pilot's lateness, which is never erased.
 *
 * @param reasons the weightiest first; of GREEN and NOT_RATED as well
 */
public record SystemRating(Rating rating, List<Reason> reasons) {

    /** One reason: its code, such as {@code MILESTONE_LATE}, and the words with the figures in them. */
    public record Reason(String code, Text text) {}

    /**
     * As of a day; of a pilot that has ended, as of the day on which it did.
     *
     * @param forecast null while there is no plan
     * @param owed reports that are due and not there
     */
    static SystemRating of(
            PilotFacts facts, @Nullable Forecast forecast, List<Expected> owed, LocalDate day, Programme programme) {
        if (facts.isSilent()) {
            return new SystemRating(Rating.NOT_RATED, silence(facts));
        }
        var reasons = new RatingReasons(facts, forecast, owed, day, programme);
        var red = reasons.red().toList();
        var amber = reasons.amber().toList();
        if (red.isEmpty() && amber.isEmpty()) {
            return new SystemRating(Rating.GREEN, List.of(reasons.green()));
        }
        return new SystemRating(
                red.isEmpty() ? Rating.AMBER : Rating.RED,
                Stream.concat(red.stream(), amber.stream()).toList());
    }

    private static List<Reason> silence(PilotFacts facts) {
        return facts.plan().filedOn() == null
                ? List.of(new Reason("NO_TASK_BOOK", new Text("任务书未备案。", "No task book is on file.")))
                : List.of(new Reason("NO_WORD", new Text("试点单位从未报送进展。", "The team has never reported any progress.")));
    }
}
