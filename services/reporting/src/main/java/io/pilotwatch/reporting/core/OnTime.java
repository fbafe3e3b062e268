package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Expectations;
import io.pilotwatch.contracts.Expectations.Expected;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.reporting.core.PilotFacts.Milestone;
import io.pilotwatch.reporting.core.PilotFacts.Periodic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How punctual something was that was due in a period: reports, by the period that they are about, or milestones, by the
 * quarter of the due day. What is not due yet counts only once it is there; what came late never counts as on time.
 *
 * @param period its code, such as {@code 2022-Q3}
 * @param expected due before the day asked for, or received
 * @param received of those expected
 * @param onTime of those received, by the due day
 */
public record OnTime(String period, int expected, int received, int onTime) {

    private static final int QUARTER = 3;

    /** Periodic reports, in the order of their due days; {@code owed} are those that are due and not there. */
    static List<OnTime> reports(PilotFacts facts, List<Expected> owed) {
        var counted = new ArrayList<OnTime>();
        received(facts)
                .map(r -> new OnTime(r.period(), 1, 1, r.daysLate() > 0 ? 0 : 1))
                .forEach(counted::add);
        owed.stream().map(e -> new OnTime(e.period().code(), 1, 0, 0)).forEach(counted::add);
        counted.sort(Comparator.comparing((OnTime o) -> end(o.period())).thenComparing(OnTime::period));
        return Collections.unmodifiableList(counted);
    }

    /** The reports that were due before that day and are not there. */
    static List<Expected> owed(PilotFacts facts, LocalDate day, Programme programme) {
        var received = received(facts).map(Periodic::period).toList();
        return Expectations.of(
                        programme,
                        facts.register().approvedOn(),
                        facts.reports().rectifications(),
                        day)
                .stream()
                .filter(e -> e.due().isBefore(day))
                .filter(e -> !received.contains(e.period().code()))
                .toList();
    }

    /** One that was given back is owed again until it is handed in anew; its due day stays. */
    private static Stream<Periodic> received(PilotFacts facts) {
        return facts.reports().periodic().stream().filter(r -> r.state() != ReportState.RETURNED);
    }

    /** Milestones, without those that a change of the task book left out. */
    static List<OnTime> milestones(PilotFacts.Plan plan, LocalDate day) {
        var quarters = new TreeMap<LocalDate, OnTime>();
        for (var m : plan.milestones()) {
            if (m.isPlanned() && (!m.isOpen() || m.due().isBefore(day))) {
                var quarter = Period.containing(m.due(), QUARTER);
                quarters.merge(quarter.to(), of(m, quarter), OnTime::and);
            }
        }
        return List.copyOf(quarters.values());
    }

    private static OnTime of(Milestone m, Period quarter) {
        boolean inTime = !m.isOpen() && m.daysLate() != null && m.daysLate() == 0;
        return new OnTime(quarter.code(), 1, m.isOpen() ? 0 : 1, inTime ? 1 : 0);
    }

    private OnTime and(OnTime other) {
        return new OnTime(period, expected + other.expected, received + other.received, onTime + other.onTime);
    }

    private static LocalDate end(String period) {
        return Period.ofCode(period).map(Period::to).orElse(LocalDate.MIN);
    }
}
