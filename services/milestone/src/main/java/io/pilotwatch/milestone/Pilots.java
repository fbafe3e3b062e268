package io.pilotwatch.milestone;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.milestone.core.Refusal;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The pilots by what a caller wants with one: the first line of every decision and of every look. */
@ApplicationScoped
public class Pilots {

    private final PilotRows rows;
    private final Programme programme;

    Pilots(PilotRows rows, Programme programme) {
        this.rows = rows;
        this.programme = programme;
    }

    /** To look at it: 404 where there is none, 403 for whoever may not. */
    public Standing see(Caller caller, String pilotId) {
        var pilot = rows.known(pilotId);
        caller.requireSee(pilot.subject());
        return standing(pilot);
    }

    /**
     * To post something for it, by its team or a delegate; locked until the transaction ends, so that whatever is decided on
     * one pilot is decided one after the other. 409 {@code PILOT_SUSPENDED} while it rests and {@code PILOT_ENDED} after it.
     */
    public Standing report(Caller caller, String pilotId) {
        var pilot = rows.locked(pilotId);
        caller.requireReport(pilot.subject());
        requireNotEnded(pilot);
        if (pilot.state.isSuspended()) {
            throw Problem.of(Refusal.PILOT_SUSPENDED);
        }
        return standing(pilot);
    }

    /** To decide on it as its lead, which goes on while it rests; locked too. 409 {@code PILOT_ENDED} after it. */
    public Standing lead(Caller caller, String pilotId) {
        var pilot = rows.locked(pilotId);
        caller.requireLead(pilot.subject());
        requireNotEnded(pilot);
        return standing(pilot);
    }

    /** Those for which the caller speaks, by id. */
    public List<Standing> ofTeam(Caller caller) {
        return rows.ofOrganisations(caller.organisations()).stream()
                .filter(pilot -> caller.mayReport(pilot.subject()))
                .map(this::standing)
                .toList();
    }

    /** Those of a field that the caller may look at, by id. */
    public List<Standing> ofField(Caller caller, String field) {
        return rows.ofField(field).stream()
                .filter(pilot -> caller.maySee(pilot.subject()))
                .map(this::standing)
                .toList();
    }

    private static void requireNotEnded(PilotRow pilot) {
        if (pilot.state.isEnded()) {
            throw Problem.of(Refusal.PILOT_ENDED);
        }
    }

    private Standing standing(PilotRow pilot) {
        var approvedOn = pilot.approvedOn == null ? programme.start() : pilot.approvedOn;
        return new Standing(pilot.subject(), pilot.state, approvedOn, pilot.synthetic);
    }
}
