package io.pilotwatch.milestone.pages;

import io.pilotwatch.milestone.MilestoneDesk;
import io.pilotwatch.milestone.MilestoneView;
import io.pilotwatch.milestone.Pilots;
import io.pilotwatch.milestone.pages.WorkRows.Open;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lays out what the pages of a pilot and of one milestone are about. */
@ApplicationScoped
class Sheets {

    private final Pilots pilots;
    private final MilestoneDesk desk;
    private final WorkRows rows;

    Sheets(Pilots pilots, MilestoneDesk desk, WorkRows rows) {
        this.pilots = pilots;
        this.desk = desk;
        this.rows = rows;
    }

    /** The pilot, for whoever may see it. */
    Place place(Caller caller, String pilotId) {
        return Place.of(pilots.see(caller, pilotId), caller);
    }

    /** One milestone, for whoever may see the pilot. */
    Sheet of(Caller caller, String pilotId, String milestoneId) {
        var place = place(caller, pilotId);
        var plan = desk.all(caller, pilotId);
        var milestone = plan.stream()
                .filter(m -> m.milestoneId().equals(milestoneId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(pilotId + "/" + milestoneId));
        var open = rows.milestones(List.of(pilotId)).stream()
                .filter(m -> m.milestoneId().equals(milestoneId))
                .findFirst();
        return new Sheet(
                place,
                milestone,
                before(plan, milestone),
                open.map(Open::returned).orElse(null),
                open.map(Open::refused).orElse(null));
    }

    /** As {@link #of}, for whoever speaks for the pilot. */
    Sheet mine(Caller caller, String pilotId, String milestoneId) {
        caller.requireReport(pilots.see(caller, pilotId).subject());
        return of(caller, pilotId, milestoneId);
    }

    private static List<MilestoneView> before(List<MilestoneView> plan, MilestoneView milestone) {
        return milestone.dependsOn().stream()
                .flatMap(id -> plan.stream().filter(m -> m.milestoneId().equals(id)))
                .toList();
    }
}
