package io.pilotwatch.milestone.core;

import static io.pilotwatch.milestone.core.PlanFault.Kind.DEPENDENCY_CYCLE;
import static io.pilotwatch.milestone.core.PlanFault.Kind.DEPENDENCY_TWICE;
import static io.pilotwatch.milestone.core.PlanFault.Kind.DEPENDENCY_UNKNOWN;
import static io.pilotwatch.milestone.core.PlanFault.Kind.DUE_BEFORE_DEPENDENCY;
import static io.pilotwatch.milestone.core.PlanFault.Kind.DUE_MOVES_BY_EXTENSION;
import static io.pilotwatch.milestone.core.PlanFault.Kind.DUE_OUTSIDE_PROGRAMME;
import static io.pilotwatch.milestone.core.PlanFault.Kind.INDICATOR_TWICE;
import static io.pilotwatch.milestone.core.PlanFault.Kind.INDICATOR_UNKNOWN;
import static io.pilotwatch.milestone.core.PlanFault.Kind.MILESTONE_SETTLED;
import static io.pilotwatch.milestone.core.PlanFault.Kind.PLAN_ID_CANCELLED;
import static io.pilotwatch.milestone.core.PlanFault.Kind.PLAN_ID_TWICE;
import static io.pilotwatch.milestone.core.PlanFault.Kind.PLAN_TITLE_MISSING;
import static io.pilotwatch.milestone.core.PlanFault.Kind.TARGET_NOT_BETTER;
import static io.pilotwatch.milestone.core.PlanFault.Kind.WEIGHTS_NOT_100;

import io.pilotwatch.contracts.MilestoneEvent.Plan;
import io.pilotwatch.contracts.MilestoneEvent.PlannedMilestone;
import io.pilotwatch.contracts.Programme.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** All that is wrong with a plan, against the programme and the milestones that there are. */
final class PlanCheck {

    private final Ground ground;
    private final Map<String, Milestone> before;
    private final Plan plan;
    private final Map<String, PlannedMilestone> byId = new HashMap<>();
    private final List<PlanFault> faults = new ArrayList<>();

    private PlanCheck(Ground ground, Map<String, Milestone> before, Plan plan) {
        this.ground = ground;
        this.before = before;
        this.plan = plan;
        plan.milestones().forEach(p -> byId.putIfAbsent(p.milestoneId(), p));
    }

    /** Of a first plan. */
    static List<PlanFault> of(Ground ground, Plan plan) {
        return new PlanCheck(ground, Map.of(), plan).faults();
    }

    /** Of a plan that is to follow the one in force. */
    static List<PlanFault> of(Ground ground, Plan plan, Book book) {
        return new PlanCheck(ground, book.byId(), plan).faults();
    }

    private List<PlanFault> faults() {
        for (int i = 0; i < plan.milestones().size(); i++) {
            milestone(plan.milestones().get(i), "/milestones/" + i);
        }
        Circles.in(plan.milestones())
                .forEach(circle -> faults.add(DEPENDENCY_CYCLE.at(
                        "/milestones/" + indexOf(circle.getFirst()) + "/dependsOn", String.join(" → ", circle))));
        leftOut();
        int weights =
                plan.milestones().stream().mapToInt(PlannedMilestone::weight).sum();
        if (weights != 100) {
            faults.add(WEIGHTS_NOT_100.at("/milestones", weights));
        }
        indicators();
        return List.copyOf(faults);
    }

    private int indexOf(String id) {
        return plan.milestones().indexOf(byId.get(id));
    }

    private void milestone(PlannedMilestone p, String at) {
        if (p.title() == null) {
            faults.add(PLAN_TITLE_MISSING.at(at + "/title"));
        }
        if (byId.get(p.milestoneId()) != p) {
            faults.add(PLAN_ID_TWICE.at(at + "/milestoneId", p.milestoneId()));
        }
        var known = before.get(p.milestoneId());
        if (known == null) {
            within(p, at);
        } else {
            stays(p, known, at);
        }
        dependencies(p, known == null ? List.of() : known.promise().dependsOn(), at + "/dependsOn", at);
    }

    private void within(PlannedMilestone p, String at) {
        var first = ground.firstDay();
        var last = ground.programme().deadline();
        if (p.due().isBefore(first) || p.due().isAfter(last)) {
            faults.add(DUE_OUTSIDE_PROGRAMME.at(at + "/due", first, last));
        }
    }

    /** What is in the plan already keeps its day, and all of it once it is claimed. */
    private void stays(PlannedMilestone p, Milestone known, String at) {
        var promise = known.promise();
        if (!known.isInForce()) {
            faults.add(PLAN_ID_CANCELLED.at(at + "/milestoneId", p.milestoneId()));
        } else if (!p.due().equals(promise.due())) {
            faults.add(DUE_MOVES_BY_EXTENSION.at(at + "/due", promise.due()));
        } else if (!known.isOpen() && !promise.planned().equals(p)) {
            faults.add(MILESTONE_SETTLED.at(at, p.milestoneId()));
        }
    }

    /** An extension may have put a day after that of what builds on it; so days are compared where they are new. */
    private void dependencies(PlannedMilestone p, List<String> already, String at, String milestone) {
        var seen = new HashSet<String>();
        for (int i = 0; i < p.dependsOn().size(); i++) {
            var id = p.dependsOn().get(i);
            var other = byId.get(id);
            if (!seen.add(id)) {
                faults.add(DEPENDENCY_TWICE.at(at + "/" + i, id));
            } else if (other == null) {
                faults.add(DEPENDENCY_UNKNOWN.at(at + "/" + i, id));
            } else if (p.due().isBefore(other.due()) && !already.contains(id)) {
                faults.add(DUE_BEFORE_DEPENDENCY.at(milestone + "/due", id));
            }
        }
    }

    private void leftOut() {
        before.values().stream()
                .filter(m -> m.isInForce() && !m.isOpen())
                .map(m -> m.promise().milestoneId())
                .filter(id -> !byId.containsKey(id))
                .sorted()
                .forEach(id -> faults.add(MILESTONE_SETTLED.at("/milestones", id)));
    }

    private void indicators() {
        var seen = new HashSet<String>();
        for (int i = 0; i < plan.indicators().size(); i++) {
            var promised = plan.indicators().get(i);
            var at = "/indicators/" + i;
            var indicator = ground.programme().indicator(promised.indicator());
            if (indicator.isEmpty()) {
                faults.add(INDICATOR_UNKNOWN.at(at + "/indicator", promised.indicator()));
            } else if (!seen.add(promised.indicator())) {
                faults.add(INDICATOR_TWICE.at(at + "/indicator", promised.indicator()));
            } else {
                int better = promised.target().compareTo(promised.baseline());
                if (indicator.get().direction() == Direction.UP ? better < 0 : better > 0) {
                    faults.add(TARGET_NOT_BETTER.at(
                            at + "/target", promised.baseline().toPlainString()));
                }
            }
        }
    }
}
