package io.pilotwatch.intake;

import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.intake.EntryRow.Subject;
import io.pilotwatch.intake.core.Act;
import io.pilotwatch.intake.core.Register;
import io.pilotwatch.intake.core.Registered;
import io.pilotwatch.intake.core.Step;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Envelope;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;

/** Where the register's pilots are decided on and looked at. */
@ApplicationScoped
public class PilotDesk {

    private final PilotRows rows;
    private final History history;
    private final Programme programme;
    private final Clock clock;

    PilotDesk(PilotRows rows, History history, Programme programme, Clock clock) {
        this.rows = rows;
        this.history = history;
        this.programme = programme;
        this.clock = clock;
    }

    /**
     * Somebody takes a step, inside the request's transaction.
     *
     * @param condition refuses a version that the caller did not mean
     */
    public PilotView step(Caller caller, String pilotId, Step step, LongConsumer condition) {
        var row = rows.locked(pilotId);
        requireStep(caller, row, step);
        condition.accept(row.version);
        take(row, step, caller.name(), null);
        return view(caller, row);
    }

    /** Something was heard of a pilot whose row is locked. */
    void hear(PilotRow row, Envelope heard) {
        take(row, new Step.Hear(heard.event()), heard.event().by(), heard);
    }

    private void take(PilotRow row, Step step, @Nullable String by, @Nullable Envelope cause) {
        // The database keeps no finer time.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = row.registered();
        switch (Register.decide(programme, before, step, new Act(by, programme.dayOf(now)))) {
            case Refused<Registered>(var refusal) -> throw Problem.of(refusal);
            case Decided<Registered>(var next, var events) -> {
                row.set(next);
                if (!events.isEmpty() || !next.contacts().equals(before.contacts())) {
                    row.version++;
                    history.add(
                            EntryRow.of(Subject.PILOT, row.pilotId, row.version, row.state, events)
                                    .by(by, step.reason(), now),
                            events,
                            cause);
                }
            }
        }
    }

    /** What the token alone cannot tell. A delegate acts for the pilot, but does not leave with it or pass it on. */
    private void requireStep(Caller caller, PilotRow row, Step step) {
        boolean own = caller.is(Caller.PILOT_TEAM) && caller.organisations().contains(row.organisation);
        boolean office = caller.is(Caller.PROGRAMME_OFFICE);
        boolean allowed = switch (step) {
            case Step.Withdraw _ -> own;
            case Step.Amend _ -> caller.mayReport(subject(row));
            case Step.Delegate _, Step.Revoke _ -> own || office;
            case Step.Suspend _, Step.Resume _, Step.Terminate _, Step.Evaluate _, Step.Complete _, Step.Fail _ ->
                office;
            case Step.Hear _ -> false;
        };
        if (!allowed) {
            throw Problem.foreign(row.pilotId);
        }
    }

    /** A page of those that the caller may see; kind and field are codes of the programme, null for any. */
    public Page<PilotView> list(Caller caller, RegisterFilter filter, String cursor, int limit, UriInfo uri) {
        Parameters.known("kind", filter.kind(), programme::kind);
        Parameters.known("field", filter.field(), programme::field);
        var found = rows.register(filter, caller, Page.after(cursor, 0, Integer::valueOf), limit + 1);
        return Page.of(found, limit, row -> Integer.toString(row.number), uri).map(this::item);
    }

    /** One pilot with what this caller may know of it. */
    public PilotView look(Caller caller, String pilotId) {
        return view(caller, seen(caller, pilotId));
    }

    /** Its history after a version, oldest first. */
    public List<EntryView> history(Caller caller, String pilotId, long after, int most) {
        seen(caller, pilotId);
        return history.entries(Subject.PILOT, pilotId, false, true, after, most).stream()
                .map(entry -> EntryView.of(entry, programme.zone()))
                .toList();
    }

    private PilotRow seen(Caller caller, String pilotId) {
        var row = rows.known(pilotId);
        caller.requireSee(subject(row));
        return row;
    }

    private PilotView view(Caller caller, PilotRow row) {
        boolean close = caller.is(Caller.PROGRAMME_OFFICE)
                || caller.mayReport(subject(row))
                || caller.is(Caller.REGULATOR) && !Collections.disjoint(caller.fields(), row.fields);
        return close ? item(row).with(row.registered().contacts()) : item(row);
    }

    private PilotView item(PilotRow row) {
        return PilotView.of(row, programme, programme.dayOf(clock.instant()));
    }

    private Caller.Subject subject(PilotRow row) {
        return row.subject(Names.coversFields(programme, row.kind));
    }

    static String address(String pilotId) {
        return "/intake/api/v1/pilots/" + pilotId;
    }
}
