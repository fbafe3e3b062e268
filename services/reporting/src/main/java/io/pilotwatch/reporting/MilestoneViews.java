package io.pilotwatch.reporting;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.reporting.core.Lateness;
import io.pilotwatch.reporting.core.PilotReport;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Shows a pilot's milestones. */
public final class MilestoneViews {

    private MilestoneViews() {}

    /** In the order in which they were promised first. {@code countedTo} is the day to which lateness is counted. */
    public static List<PilotView.Milestone> of(PilotReport report, LocalDate countedTo) {
        return report.milestones().values().stream()
                .sorted(Comparator.comparing(MilestoneEvent.Milestone::baselineDue)
                        .thenComparing(MilestoneEvent.Milestone::milestoneId))
                .map(m -> milestone(m, countedTo, report.state().isEnded()))
                .toList();
    }

    private static PilotView.Milestone milestone(MilestoneEvent.Milestone m, LocalDate countedTo, boolean ended) {
        int late = Lateness.days(m.state(), m.due(), m.daysLate(), countedTo);
        return new PilotView.Milestone(
                m.milestoneId(),
                m.title(),
                m.criterion(),
                m.dependsOn(),
                new Named(m.state().name(), m.state().text()),
                m.critical(),
                m.weight(),
                m.baselineDue(),
                m.due(),
                m.forecast(),
                m.percent(),
                m.claimedOn(),
                m.firstAcceptedBy(),
                m.requestedDue(),
                m.reachedOn(),
                late > 0 && !m.state().isClosed() && !ended,
                late,
                Lateness.daysPastBaseline(m.state(), m.baselineDue(), m.reachedOn(), countedTo));
    }
}
