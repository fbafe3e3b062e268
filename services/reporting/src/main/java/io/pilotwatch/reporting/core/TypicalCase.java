package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.contracts.TypicalCases;
import java.util.List;

/**
 * Whether a pilot is a typical case, which others can follow, by the programme's criteria.
 *
 * @param points of 100
 * @param nominated it meets all that is required and has points enough
 * @param judged each criterion in the programme's order
 */
public record TypicalCase(int points, boolean nominated, List<Judged> judged) {

    /**
     * How a pilot does by a criterion.
     *
     * @param reason what it has and what is asked for
     */
    public record Judged(TypicalCases.Criterion criterion, boolean met, Text reason) {

        /** What it brings: all of the criterion's points, or none. */
        public int points() {
            return met ? criterion.points() : 0;
        }

        /** Whether this alone rules the pilot out. */
        public boolean isMissing() {
            return criterion.required() && !met;
        }
    }

    /** Judges a pilot as it stands on the day of its figures. */
    public static TypicalCase of(PilotFigures pilot, Programme programme) {
        var merits = new Merits(pilot, programme);
        var judged =
                programme.typicalCases().criteria().stream().map(merits::judge).toList();
        int points = judged.stream().mapToInt(Judged::points).sum();
        boolean nominated = points >= programme.typicalCases().leastPoints()
                && judged.stream().noneMatch(Judged::isMissing);
        return new TypicalCase(points, nominated, judged);
    }
}
