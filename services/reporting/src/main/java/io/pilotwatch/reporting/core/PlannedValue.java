package io.pilotwatch.reporting.core;

import io.pilotwatch.reporting.core.PilotFacts.Milestone;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * How much of a plan's weight was to be earned by each day: what is due on a day between the due day before and that day,
 * evenly.
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
        var byDay = new TreeMap<Long, Integer>();
        for (var m : milestones) {
            if (m.isPlanned()) {
                long due = Math.max(0, m.baselineDue().toEpochDay() - start.toEpochDay());
                byDay.merge(due, m.weight(), Integer::sum);
            }
        }
        var days = new double[byDay.size() + 1];
        var earned = new double[byDay.size() + 1];
        int i = 0;
        for (var due : byDay.entrySet()) {
            i++;
            days[i] = due.getKey();
            earned[i] = earned[i - 1] + due.getValue();
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
