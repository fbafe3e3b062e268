package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.MilestoneEvent;
import java.time.LocalDate;
import java.util.List;

/**
 * A pilot's plan, as filed.
 *
 * @param version 1 is the first baseline
 * @param milestones in the order of the plan
 */
public record TaskBook(String pilotId, long revision, int version, LocalDate filedOn, List<Milestone> milestones) {

    /** What others may see. */
    MilestoneEvent.TaskBook told() {
        return new MilestoneEvent.TaskBook(
                pilotId,
                version,
                filedOn,
                milestones.stream().map(Milestone::told).toList());
    }
}
