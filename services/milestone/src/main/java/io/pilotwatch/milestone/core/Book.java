package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.Plan;
import io.pilotwatch.contracts.MilestoneEvent.PlannedMilestone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A plan in force, and what became of it.
 *
 * @param version 1 is the first baseline
 * @param filedOn programme day on which version 1 was accepted
 * @param milestones in the order of the plan, then those that were cancelled
 */
public record Book(int version, LocalDate filedOn, List<Milestone> milestones, List<IndicatorTarget> indicators) {

    /** The first baseline. */
    static Book of(Plan plan, LocalDate filedOn) {
        return new Book(
                plan.version(),
                filedOn,
                plan.milestones().stream().map(Book::planned).toList(),
                plan.indicators());
    }

    private static Milestone planned(PlannedMilestone p) {
        return new Milestone.Planned(Promise.of(p), 1);
    }

    /** After a change to this plan: what is new is planned, what is left out is cancelled. */
    Book changedTo(Plan plan) {
        var before = byId();
        var next = new ArrayList<Milestone>();
        for (var p : plan.milestones()) {
            var m = before.remove(p.milestoneId());
            next.add(m == null ? planned(p) : as(p, m));
        }
        milestones.stream()
                .filter(m -> before.containsKey(m.promise().milestoneId()))
                .forEach(m -> next.add(m.isInForce() ? m.cancelled() : m));
        return new Book(plan.version(), filedOn, List.copyOf(next), plan.indicators());
    }

    private static Milestone as(PlannedMilestone p, Milestone m) {
        var promise = m.promise().as(p);
        return promise.equals(m.promise()) ? m : m.promising(promise);
    }

    /** Those of the plan in force, in its order. */
    public List<Milestone> inForce() {
        return milestones.stream().filter(Milestone::isInForce).toList();
    }

    /** All, by their ids. */
    Map<String, Milestone> byId() {
        return milestones.stream()
                .collect(Collectors.toMap(
                        m -> m.promise().milestoneId(), Function.identity(), (a, b) -> a, HashMap::new));
    }

    /** What others may see. */
    MilestoneEvent.TaskBook told(String pilotId) {
        return new MilestoneEvent.TaskBook(
                pilotId,
                version,
                filedOn,
                inForce().stream().map(Milestone::told).toList(),
                indicators);
    }
}
