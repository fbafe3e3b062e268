package io.pilotwatch.reporting;

import io.pilotwatch.platform.Caller;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells open pages that something changed. */
@Path("/reporting/live")
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class LivePages {

    private final Portfolios portfolios;

    LivePages(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    /**
     * Server-sent events: the version of what pages show, at once and whenever it changes, at most each second; the same
     * again every 15 seconds as a sign of life. It says nothing about any pilot.
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> live() {
        return portfolios.news().map(Portfolios.News::version);
    }
}
