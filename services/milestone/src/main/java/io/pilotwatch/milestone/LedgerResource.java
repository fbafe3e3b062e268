package io.pilotwatch.milestone;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Ledger;
import io.pilotwatch.platform.LedgerView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What a pilot submitted, as a chain of signed receipts. 404 for a pilot that intake has not told of, 403 for a foreign one. */
@Path(Addresses.PILOTS + "{pilotId}/ledger")
public class LedgerResource {

    private final Callers callers;
    private final Pilots pilots;
    private final Ledger ledger;

    LedgerResource(Callers callers, Pilots pilots, Ledger ledger) {
        this.callers = callers;
        this.pilots = pilots;
        this.ledger = ledger;
    }

    /** The whole chain, from the application on, with a head that is signed now. */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public LedgerView look(@PathParam("pilotId") String pilotId) {
        pilots.see(callers.current(), pilotId);
        return ledger.view(pilotId);
    }
}
