package io.pilotwatch.compliancealert;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Whether the alerts are complete, for those who answer for it. */
@Path("/compliance-alert/api/v1/recount")
public class RecountResource {

    private final Recount recount;

    RecountResource(Recount recount) {
        this.recount = recount;
    }

    /**
     * What this process's last recount came to.
     *
     * @return {@link RecountView}; 404 NOT_FOUND before the first
     */
    @GET
    @RolesAllowed({Caller.PROGRAMME_OFFICE, Caller.OPERATOR})
    public RecountView last() {
        var last = recount.last();
        if (last == null) {
            throw Problem.notFound("recount");
        }
        return last;
    }
}
