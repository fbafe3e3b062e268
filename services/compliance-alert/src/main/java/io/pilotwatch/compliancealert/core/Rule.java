package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule: what it has in mind for a pilot, and why an alert of it is over.
 *
 * @param name as in the programme file, such as {@code MILESTONE_OVERDUE}
 * @param title what it is about, for people
 * @param ofWhatIsOwed whether it speaks of what a team owes, which a suspension puts off and an end lets go; what a team
 *     has done is still to be judged then
 */
public record Rule(String name, Text title, boolean ofWhatIsOwed, Planner planner, Clearing clearing) {

    /** Everything that the rule has in mind, now and later, while the facts stay as they are. */
    @FunctionalInterface
    interface Planner {
        Stream<Plan> plans(Facts facts, Programme programme, List<Threshold> thresholds);
    }

    /** Why the facts no longer hold this alert up. */
    @FunctionalInterface
    interface Clearing {
        Text reason(Facts facts, Programme programme, Alert alert);
    }

    /** No rule speaks of a pilot that is not approved, or that the programme gives no threshold. */
    Stream<Plan> plans(Facts facts, Programme programme) {
        var thresholds = programme.thresholds(name);
        return facts.pilot() == null || rests(facts) || thresholds.isEmpty()
                ? Stream.empty()
                : planner.plans(facts, programme, thresholds);
    }

    /** Why an open alert that no breach matches is over. */
    Text clearingReason(Facts facts, Programme programme, Alert alert) {
        if (!rests(facts)) {
            return clearing.reason(facts, programme, alert);
        }
        var state = facts.pilot().state().text();
        return facts.pilot().state().isSuspended()
                ? new Text("试点已暂停，恢复后重新计算。", "The pilot is suspended; what it owes counts again once it resumes.")
                : new Text(
                        "试点已结束（%s），不再要求。".formatted(state.zh()),
                        "The pilot has ended (%s); nothing more is expected of it.".formatted(state.en()));
    }

    private boolean rests(Facts facts) {
        var state = facts.pilot() == null ? PilotState.APPROVED : facts.pilot().state();
        return ofWhatIsOwed && (state.isEnded() || state.isSuspended());
    }
}
