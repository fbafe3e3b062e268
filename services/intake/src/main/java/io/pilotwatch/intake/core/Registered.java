package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotState;
import java.util.List;

/** A pilot of the register; {@code pilot} is what others may see of it. */
public record Registered(Pilot pilot, long revision, Life life, List<Contact> contacts) {

    Registered now(Life next) {
        return now(next, pilot.grade());
    }

    Registered now(Life next, String grade) {
        return new Registered(
                shown(next.state(), pilot.scenarios(), pilot.delegates(), grade), revision + 1, next, contacts);
    }

    Registered with(List<String> scenarios, List<Contact> people) {
        boolean told = !scenarios.equals(pilot.scenarios());
        return new Registered(
                shown(pilot.state(), scenarios, pilot.delegates(), pilot.grade()),
                told ? revision + 1 : revision,
                life,
                people);
    }

    Registered with(List<String> delegates) {
        return new Registered(
                shown(pilot.state(), pilot.scenarios(), delegates, pilot.grade()), revision + 1, life, contacts);
    }

    /** The same to everybody, with more known of it. */
    Registered knowing(Life next) {
        return new Registered(pilot, revision, next, contacts);
    }

    private Pilot shown(PilotState state, List<String> scenarios, List<String> delegates, String grade) {
        return new Pilot(
                pilot.pilotId(),
                pilot.number(),
                pilot.kind(),
                pilot.fields(),
                pilot.organisation(),
                pilot.region(),
                pilot.approvedOn(),
                pilot.synthetic(),
                pilot.provenance(),
                state,
                pilot.tags(),
                scenarios,
                delegates,
                grade);
    }
}
