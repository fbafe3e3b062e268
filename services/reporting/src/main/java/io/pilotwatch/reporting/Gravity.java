package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Rating;
import io.pilotwatch.reporting.ChangesView.Pilot;
import io.pilotwatch.reporting.ChangesView.Standing;
import java.util.Comparator;

/** How much a pilot's change needs somebody's eyes, the gravest first. */
enum Gravity {
    NOW_RED,
    NOW_AMBER,
    NOW_SILENT,
    MORE_OVERDUE,
    IN_BETTER_ORDER,
    IN_ANOTHER_STATE,
    COUNTED,
    /** The likely finish moves a little with nearly each word from a team. */
    FORECAST_ALONE;

    /** Among equals as the list has them. */
    static final Comparator<Pilot> GRAVEST_FIRST =
            Comparator.comparing(Gravity::of).thenComparingInt(Pilot::number).thenComparing(Pilot::pilotId);

    private static Gravity of(Pilot pilot) {
        var before = pilot.before();
        var after = pilot.after();
        if (before == null) {
            return IN_ANOTHER_STATE;
        }
        if (!before.rating().equals(after.rating())) {
            return rated(Rating.valueOf(after.rating().code()));
        }
        if (after.overdueMilestones() > before.overdueMilestones()) {
            return MORE_OVERDUE;
        }
        if (!before.state().equals(after.state())) {
            return IN_ANOTHER_STATE;
        }
        return sameCounts(before, after) ? FORECAST_ALONE : COUNTED;
    }

    private static Gravity rated(Rating now) {
        return switch (now) {
            case RED -> NOW_RED;
            case AMBER -> NOW_AMBER;
            case NOT_RATED -> NOW_SILENT;
            case GREEN -> IN_BETTER_ORDER;
        };
    }

    private static boolean sameCounts(Standing before, Standing after) {
        return before.overdueMilestones() == after.overdueMilestones()
                && before.openAlerts() == after.openAlerts()
                && before.milestonesReached() == after.milestonesReached()
                && before.reportsReceived() == after.reportsReceived();
    }
}
