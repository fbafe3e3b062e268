package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.Alert;
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
 */
public record Rule(String name, Text title, Planner planner, Clearing clearing) {

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
        return facts.pilot() == null || thresholds.isEmpty()
                ? Stream.empty()
                : planner.plans(facts, programme, thresholds);
    }
}
