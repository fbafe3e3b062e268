package io.pilotwatch.intake;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.intake.core.Application;
import io.pilotwatch.intake.core.Application.Wish;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Outbox;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;

/** Loads an application, has the core decide, and saves what it decided with its events. */
@ApplicationScoped
class Applications {

    private final PilotRows rows;
    private final Outbox outbox;
    private final Programme programme;
    private final Clock clock;

    Applications(PilotRows rows, Outbox outbox, Programme programme, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.programme = programme;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    ApplicationView submit(Wish wish, String by) {
        var submitted = told(Application.submit(programme, wish, rows.nextNumber(), by, clock.instant()));
        rows.persist(PilotRow.of(submitted));
        return ApplicationView.of(submitted, programme);
    }

    @Transactional(TxType.MANDATORY)
    PilotView approve(String pilotId, String by) {
        var row = rows.lockedApplication(pilotId).orElseThrow(() -> Problem.notFound(pilotId));
        row.take(told(Application.approve(row.application(), programme, by, clock.instant())));
        return PilotView.of(row.pilot(), programme, programme.dayOf(clock.instant()));
    }

    private Application told(Decision<Application> decision) {
        return switch (decision) {
            case Refused<Application> refused -> throw Problem.of(refused.refusal());
            case Decided<Application> decided -> {
                outbox.add(decided.events());
                yield decided.state();
            }
        };
    }

    Page<ApplicationView> list(Caller caller, String cursor, int limit, UriInfo uri) {
        var found = rows.applications(caller, Page.after(cursor, 0, Integer::valueOf), limit + 1);
        return Page.of(found, limit, row -> Integer.toString(row.number), uri)
                .map(row -> ApplicationView.of(row.application(), programme));
    }

    ApplicationView get(Caller caller, String pilotId) {
        var row = rows.findByIdOptional(pilotId)
                .filter(PilotRow::isApplication)
                .orElseThrow(() -> Problem.notFound(pilotId));
        caller.requireSee(row.subject(Names.coversFields(programme, row.kind)));
        return ApplicationView.of(row.application(), programme);
    }
}
