package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Programme;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Figures of many pilots, each a sum over them: a pilot is added and taken away again without looking at the others. A
 * ratio is none of these; it is made of two sums when it is shown.
 */
public final class Sums {

    /** What is summed up, for each code of its kind. */
    public enum Measure {
        /** Pilots, by state. */
        STATE,
        /** Those made up for a demonstration, by state. */
        SYNTHETIC,
        /** Pilots, by the system's rating. */
        RATING,
        /** Pilots, by the team's own rating. */
        SELF_RATING,
        /** Pilots, by {@link Finish}. */
        FINISH,
        /** Pilots whose forecast is past the deadline; the code is empty. */
        FORECAST_LATE,
        /** Milestones, by state. */
        MILESTONE,
        /** Milestones open after their due day; the code is empty. */
        OVERDUE,
        /** Milestones reached after their due day; the code is empty. */
        REACHED_LATE,
        /** Days late of all milestones; the code is empty. */
        DAYS_LATE,
        /** Open alerts, by severity. */
        SEVERITY,
        /** Open alerts, by rule. */
        RULE,
        /** Periodic reports due by the day, by period. */
        REPORTS_EXPECTED,
        /** Of those, received. */
        REPORTS_RECEIVED,
        /** Of those, on time. */
        REPORTS_ON_TIME,
        /** Milestones due by the day, by the quarter of the due day. */
        MILESTONES_EXPECTED,
        /** Of those, reached. */
        MILESTONES_REACHED,
        /** Of those, on time. */
        MILESTONES_ON_TIME,
        /** Alerts about which an agency was asked, by agency. */
        ASKED,
        /** Of those, acknowledged. */
        ACKNOWLEDGED,
        /** Seconds from asking to acknowledging, by agency. */
        ACKNOWLEDGED_SECONDS,
        /** Of those asked about, cleared. */
        CLEARED,
        /** Seconds from raising to clearing, by agency. */
        CLEARED_SECONDS,
        /** Weight of milestones, by the month for which they were promised first, such as {@code 2022-06}. */
        PROMISED,
        /** The same, by the month in which they are due now. */
        PLANNED,
        /** The same, by the month in which they were reached. */
        REACHED
    }

    private final Programme programme;
    private final Map<Measure, SortedMap<String, Long>> sums = new EnumMap<>(Measure.class);

    /** Of no pilots yet. */
    public Sums(Programme programme) {
        this.programme = programme;
    }

    /** With one more pilot. */
    void add(PilotFigures pilot) {
        count(pilot, 1);
    }

    /** Without a pilot that was added as it is. */
    void subtract(PilotFigures pilot) {
        count(pilot, -1);
    }

    /** One sum; 0 where nothing was counted. */
    public long of(Measure measure, String code) {
        return of(measure).getOrDefault(code, 0L);
    }

    /** The sum over all codes. */
    public long all(Measure measure) {
        return of(measure).values().stream().mapToLong(Long::longValue).sum();
    }

    /** All sums of a kind that are not 0, by code. */
    public SortedMap<String, Long> of(Measure measure) {
        return Collections.unmodifiableSortedMap(sums.getOrDefault(measure, Collections.emptySortedMap()));
    }

    /** How many pilots there are. */
    public int pilots() {
        return Math.toIntExact(all(Measure.STATE));
    }

    private void count(PilotFigures pilot, int sign) {
        var register = pilot.facts().register();
        count(Measure.STATE, register.state().name(), sign);
        count(Measure.SYNTHETIC, register.state().name(), register.synthetic() ? sign : 0);
        count(Measure.RATING, pilot.rating().rating().name(), sign);
        count(Measure.SELF_RATING, pilot.facts().reports().selfRating().name(), sign);
        count(Measure.FINISH, pilot.finish().name(), sign);
        count(Measure.FORECAST_LATE, "", pilot.isForecastLate(programme) ? sign : 0);
        pilot.facts().plan().milestones().forEach(m -> count(m, sign));
        count(Measure.OVERDUE, "", (long) sign * pilot.lateness().overdue());
        count(Measure.REACHED_LATE, "", (long) sign * pilot.lateness().reachedLate());
        count(Measure.DAYS_LATE, "", (long) sign * pilot.lateness().sumDays());
        count(pilot.facts().alerts(), sign);
        count(pilot.reports(), ofReports(), sign);
        count(pilot.milestones(), ofMilestones(), sign);
    }

    private void count(PilotFacts.Milestone milestone, int sign) {
        count(Measure.MILESTONE, milestone.state().name(), sign);
        if (milestone.isPlanned()) {
            long weight = (long) sign * milestone.weight();
            count(Measure.PROMISED, month(milestone.baselineDue()), weight);
            count(Measure.PLANNED, month(milestone.due()), weight);
            if (milestone.reachedOn() != null) {
                count(Measure.REACHED, month(milestone.reachedOn()), weight);
            }
        }
    }

    private static String month(LocalDate day) {
        return YearMonth.from(day).toString();
    }

    private void count(PilotFacts.Alerts alerts, int sign) {
        for (var told : alerts.told()) {
            count(Measure.SEVERITY, told.severity().name(), sign);
            count(Measure.RULE, told.rule(), sign);
        }
        for (var a : alerts.answers()) {
            count(Measure.ASKED, a.agency(), (long) sign * a.asked());
            count(Measure.ACKNOWLEDGED, a.agency(), (long) sign * a.acknowledged());
            count(Measure.ACKNOWLEDGED_SECONDS, a.agency(), sign * a.acknowledgedSeconds());
            count(Measure.CLEARED, a.agency(), (long) sign * a.cleared());
            count(Measure.CLEARED_SECONDS, a.agency(), sign * a.clearedSeconds());
        }
    }

    private static List<Measure> ofReports() {
        return List.of(Measure.REPORTS_EXPECTED, Measure.REPORTS_RECEIVED, Measure.REPORTS_ON_TIME);
    }

    private static List<Measure> ofMilestones() {
        return List.of(Measure.MILESTONES_EXPECTED, Measure.MILESTONES_REACHED, Measure.MILESTONES_ON_TIME);
    }

    private void count(List<OnTime> periods, List<Measure> measures, int sign) {
        for (var p : periods) {
            count(measures.get(0), p.period(), (long) sign * p.expected());
            count(measures.get(1), p.period(), (long) sign * p.received());
            count(measures.get(2), p.period(), (long) sign * p.onTime());
        }
    }

    private void count(Measure measure, String code, long amount) {
        if (amount != 0) {
            // A sum that comes to 0 goes, so that equal pilots make equal sums whatever was added and taken away
            // before.
            sums.computeIfAbsent(measure, m -> new TreeMap<>())
                    .merge(code, amount, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums s && nonEmpty().equals(s.nonEmpty());
    }

    @Override
    public int hashCode() {
        return nonEmpty().hashCode();
    }

    private Map<Measure, SortedMap<String, Long>> nonEmpty() {
        var all = new EnumMap<Measure, SortedMap<String, Long>>(Measure.class);
        sums.forEach((measure, codes) -> {
            if (!codes.isEmpty()) {
                all.put(measure, codes);
            }
        });
        return all;
    }

    @Override
    public String toString() {
        return nonEmpty().toString();
    }
}
