package io.pilotwatch.reporting;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.reporting.SlipView.Point;
import io.pilotwatch.reporting.core.PilotReport;
import io.pilotwatch.reporting.core.PlanHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Shows how a pilot's milestones slipped. */
@ApplicationScoped
class Slips {

    private final FactsRows facts;

    Slips(FactsRows facts) {
        this.facts = facts;
    }

    /** Up to the end of a day; the report is as of it. */
    SlipView of(PilotReport report, LocalDate day) {
        var history = facts.planHistory(report.pilotId());
        var ends = history.monthEnds(day);
        var milestones = report.milestones().values().stream()
                .sorted(Comparator.comparing(MilestoneEvent.Milestone::baselineDue)
                        .thenComparing(MilestoneEvent.Milestone::milestoneId))
                .map(m -> new SlipView.Milestone(
                        m.milestoneId(), m.title(), m.baselineDue(), points(m.milestoneId(), history, ends)))
                .toList();
        return new SlipView(report.pilotId(), day, milestones);
    }

    private static List<Point> points(String milestoneId, PlanHistory history, List<LocalDate> ends) {
        return ends.stream().flatMap(end -> point(milestoneId, history, end)).toList();
    }

    private static Stream<Point> point(String milestoneId, PlanHistory history, LocalDate on) {
        return history.on(on).milestones().stream()
                .filter(m -> m.id().equals(milestoneId))
                .map(m -> new Point(on, m.due(), m.forecast(), m.reachedOn(), m.percent()));
    }
}
