package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A rule: what it has in mind for a pilot, and why an alert of it is over.
 *
 * @param name as in the programme file, such as {@code MILESTONE_OVERDUE}
 * @param title what it is about, for people
 * @param ofWhatIsOwed whether it speaks of what a team owes, which the final evaluation settles, and a suspension or
 *     another end mutes; what a team has done is still to be judged then
 */
public record Rule(String name, Text title, boolean ofWhatIsOwed, Planner planner, Clearing clearing) {

    /**
     * Everything that the rule has in mind, now and later, while the facts stay as they are: a plan for each subject that it
     * looks at.
     */
    @FunctionalInterface
    interface Planner {
        Stream<Plan> plans(Case of);
    }

    /** Why the facts no longer hold this alert up. */
    @FunctionalInterface
    interface Clearing {
        Text reason(Facts facts, Programme programme, Alert alert);
    }

    /** No rule speaks of a pilot that is not approved, or that the programme gives no threshold. */
    Stream<Plan> plans(Facts facts, Programme programme, Instant now) {
        var of = new Case(facts, programme, programme.thresholds(name), programme.dayOf(now));
        return of.pilot() == null || isSettled(facts) || of.thresholds().isEmpty() ? Stream.empty() : planner.plans(of);
    }

    /** What it makes of each subject; of the pilot where there is none that it could look at. */
    Stream<Explanation> explain(Facts facts, Programme programme, Instant now) {
        var thresholds = programme.thresholds(name);
        var plans = plans(facts, programme, now).toList();
        return (plans.isEmpty() ? Stream.of(nothing(facts)) : plans.stream())
                .map(plan -> plan.explain(name, thresholds, now));
    }

    private static Plan nothing(Facts facts) {
        var state = facts.pilot() == null ? null : facts.pilot().state();
        return Plan.none(Rules.WHOLE_PILOT, 0).from("pilotState", state).from("subjects", 0);
    }

    /** Why an open alert that no breach matches is over. */
    Text clearingReason(Facts facts, Programme programme, Alert alert) {
        if (!isSettled(facts)) {
            return clearing.reason(facts, programme, alert);
        }
        var state = facts.pilot().state().text();
        return new Text(
                "试点终期评估已结束（%s），不再要求。".formatted(state.zh()),
                "The pilot's final evaluation is over (%s); nothing more is expected of it.".formatted(state.en()));
    }

    private boolean isSettled(Facts facts) {
        return ofWhatIsOwed && facts.pilot() != null && facts.pilot().state().isEvaluated();
    }
}
