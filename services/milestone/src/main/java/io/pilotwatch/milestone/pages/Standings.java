package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.RecordEvent.Progress;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.PlanInForce;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How far the milestones are, with their names. */
@ApplicationScoped
class Standings {

    private final PlanInForce plan;

    Standings(PlanInForce plan) {
        this.plan = plan;
    }

    /**
     * How far a milestone is, or was when it was reported.
     *
     * @param due null where the plan knows it no more
     */
    record Standing(
            String milestoneId,
            Text title,
            @Nullable LocalDate due,
            int percent,
            @Nullable LocalDate forecast,
            @Nullable Text state) {}

    /** Now; what was cancelled is not reported on. */
    List<Standing> now(String pilotId) {
        return plan.milestones(pilotId).stream()
                .filter(m -> m.state() != MilestoneState.CANCELLED)
                .map(m -> new Standing(
                        m.milestoneId(),
                        m.title(),
                        m.due(),
                        m.percent(),
                        m.forecast(),
                        m.state().text()))
                .toList();
    }

    /** As a report says. */
    List<Standing> reported(String pilotId, List<Progress> reported) {
        var known = plan.milestones(pilotId).stream()
                .collect(Collectors.toMap(MilestoneEvent.Milestone::milestoneId, Function.identity()));
        return reported.stream()
                .map(p -> {
                    var m = known.get(p.milestoneId());
                    var title = m == null ? new Text(p.milestoneId(), p.milestoneId()) : m.title();
                    return new Standing(
                            p.milestoneId(), title, m == null ? null : m.due(), p.percent(), p.forecast(), null);
                })
                .toList();
    }
}
