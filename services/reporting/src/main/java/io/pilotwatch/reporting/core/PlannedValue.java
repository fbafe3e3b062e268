package io.pilotwatch.reporting.core;

import io.pilotwatch.reporting.core.PilotFacts.Milestone;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * How much of a plan's weight was to be earned by each day: each milestone's between the due day of the one before and its
 * own, evenly.
 */
final class PlannedValue {

    private final double[] days;
    private final double[] earned;

    private PlannedValue(double[] days, double[] earned) {
        this.days = days;
        this.earned = earned;
    }

    /** As these milestones were promised first; days are counted from {@code start}. */
    static PlannedValue of(List<Milestone> milestones, LocalDate start) {
        var planned = milestones.stream()
                .filter(Milestone::isPlanned)
                .sorted(Comparator.comparing(Milestone::baselineDue))
                .toList();
        var days = new double[planned.size() + 1];
        var earned = new double[planned.size() + 1];
        for (int i = 0; i < planned.size(); i++) {
            long due = planned.get(i).baselineDue().toEpochDay() - start.toEpochDay();
            days[i + 1] = Math.max(days[i], due);
            earned[i + 1] = earned[i] + planned.get(i).weight();
        }
        return new PlannedValue(days, earned);
    }

    /** The whole weight. */
    double weight() {
        return earned[earned.length - 1];
    }

    /** Days from the start to the last due day. */
    double days() {
        return days[days.length - 1];
    }

    /** The weight to be earned by so many days. */
    double by(double day) {
        return between(days, earned, day);
    }

    /** After how many days so much weight was to be earned. */
    double dayOf(double weight) {
        return between(earned, days, weight);
    }

    /** Reads the broken line: where several points lie above each other, its highest. */
    private static double between(double[] from, double[] to, double at) {
        int i = from.length - 1;
        while (i > 0 && from[i] > at) {
            i--;
        }
        if (i == from.length - 1 || at <= from[0] && from[i] > at) {
            return to[i];
        }
        double share = (at - from[i]) / (from[i + 1] - from[i]);
        return to[i] + Math.max(0, share) * (to[i + 1] - to[i]);
    }
}
