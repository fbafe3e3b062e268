package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.Plan;
import io.pilotwatch.contracts.MilestoneEvent.PlannedMilestone;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A plan as the team posts it.
 *
 * @param milestones null for those of the programme's template, or of the plan in force; one without an id gets one, one
 *     without a title is a fault
 * @param indicators null for none, or for those of the plan in force
 */
public record Draft(
        @Nullable List<PlannedMilestone> milestones,
        @Nullable List<IndicatorTarget> indicators) {

    /** As the first plan. */
    public Plan first(Programme programme) {
        var planned = milestones == null
                ? programme.template().stream().map(Draft::planned).toList()
                : named(Set.of());
        return new Plan(1, planned, indicators == null ? List.of() : indicators);
    }

    private static PlannedMilestone planned(Programme.PlannedMilestone m) {
        return new PlannedMilestone(m.id(), m.title(), m.due(), m.weight(), m.critical(), m.criterion(), m.dependsOn());
    }

    /** As the plan after the one in force. */
    Plan after(Book book) {
        var planned = milestones == null
                ? book.inForce().stream().map(m -> m.promise().planned()).toList()
                : named(book.byId().keySet());
        return new Plan(book.version() + 1, planned, indicators == null ? book.indicators() : indicators);
    }

    /** Whoever has no id gets the lowest {@code m1}, {@code m2} … that nobody has or had. */
    private List<PlannedMilestone> named(Set<String> before) {
        var taken =
                milestones.stream().map(PlannedMilestone::milestoneId).collect(Collectors.toCollection(HashSet::new));
        taken.addAll(before);
        return milestones.stream()
                .map(p -> p.milestoneId() == null ? named(p, free(taken)) : p)
                .toList();
    }

    private static String free(Set<String> taken) {
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> "m" + n)
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }

    private static PlannedMilestone named(PlannedMilestone p, String id) {
        return new PlannedMilestone(id, p.title(), p.due(), p.weight(), p.critical(), p.criterion(), p.dependsOn());
    }
}
