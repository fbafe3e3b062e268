package io.pilotwatch.milestone;

import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.PlannedMilestone;
import io.pilotwatch.contracts.Nullable;
import java.time.LocalDate;
import java.util.List;

/**
 * A plan that is or was in force, exactly as it was accepted. It never changes.
 *
 * @param version 1 is the first baseline
 * @param filedOn programme day of its acceptance
 * @param by the account that accepted it; null where it was filed before this was kept
 * @param reason what that one said; null where nothing
 */
public record VersionView(
        String pilotId,
        int version,
        LocalDate filedOn,
        @Nullable String by,
        @Nullable String reason,
        List<PlannedMilestone> milestones,
        List<IndicatorTarget> indicators) {

    static VersionView of(BookEntryRow row) {
        return new VersionView(
                row.pilotId,
                row.version,
                row.day,
                row.byAccount,
                row.note,
                row.plan.milestones(),
                row.plan.indicators());
    }
}
