package io.pilotwatch.compliancealert;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Ledger;
import io.pilotwatch.platform.LedgerView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Who was told what of a pilot, as a chain of signed receipts. 404 for an unknown pilot, 403 for a foreign one. */
@Path("/compliance-alert/api/v1/pilots/{pilotId: [\\w-]+}/ledger")
public class LedgerResource {

    private final Callers callers;
    private final PilotDoor door;
    private final Ledger ledger;

    LedgerResource(Callers callers, PilotDoor door, Ledger ledger) {
        this.callers = callers;
        this.door = door;
        this.ledger = ledger;
    }

    /** The whole chain, with a head that is signed now; {@code deploy/local/verify-ledger} verifies it offline. */
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
        door.visible(callers.current(), pilotId);
        return ledger.view(pilotId);
    }
}
