package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * What is known of the programme and its pilots. Whoever is signed in sees the portfolio's totals; of pilots, a team sees
 * its organisation's and those it acts for, a regulator its fields', a recommender its regions' and fields', and everyone
 * else all.
 */
@Path("/reporting/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class ReportingResource {

    private static final int PRECONDITION_FAILED = 412;

    private final Portfolios portfolios;
    private final PilotList list;
    private final PilotViews views;
    private final Callers callers;
    private final Programme programme;

    ReportingResource(Portfolios portfolios, PilotList list, PilotViews views, Callers callers, Programme programme) {
        this.portfolios = portfolios;
        this.list = list;
        this.views = views;
        this.callers = callers;
        this.programme = programme;
    }

    /**
     * The whole programme in figures: a {@link PortfolioView} with a strong ETag that changes with each event and each
     * minute. 304 when {@code If-None-Match} names it.
     */
    @GET
    @Path("/portfolio")
    @APIResponseSchema(PortfolioView.class)
    public Response portfolio(@Context Request request) {
        var current = portfolios.current();
        return answer(request, current.etag(), current::view);
    }

    /**
     * Pilots in the order of their numbers: a {@link Page} of {@link PilotItem}. 400 for a filter value that does not
     * exist.
     *
     * @param field code of a field, of a kind that covers several, or {@code not-stated}
     * @param state a pilot state, such as {@code IN_PROGRESS}
     * @param finish {@code BY_DEADLINE}, {@code LATE}, {@code NOT_FINISHED}, {@code UNDECIDED} or {@code ENDED_OTHERWISE}
     * @param q part of the organisation's name or of the pilot id
     */
    @GET
    @Path("/pilots")
    public Page<PilotItem> pilots(
            @QueryParam("field") String field,
            @QueryParam("state") String state,
            @QueryParam("finish") String finish,
            @QueryParam("q") String q,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        var filter = Filters.of(field, state, finish, q, programme);
        int most = Page.limit(limit);
        return Page.of(
                list.find(callers.current(), filter, Page.after(cursor), most + 1), most, PilotList::sortKey, uri);
    }

    /**
     * One pilot with its history: a {@link PilotView} with a strong ETag that changes with each of its events and each
     * programme day. 304 when {@code If-None-Match} names it; 404 where there is none, 403 where the caller may not see
     * it.
     */
    @GET
    @Path("/pilots/{pilotId: [\\w-]+}")
    @APIResponseSchema(PilotView.class)
    public Response pilot(@PathParam("pilotId") String pilotId, @Context Request request) {
        var stored = views.require(pilotId);
        return answer(request, views.etag(stored), () -> views.view(stored));
    }

    private static Response answer(Request request, String etag, Supplier<Object> view) {
        var tag = new EntityTag(etag);
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null && unchanged.build().getStatus() == PRECONDITION_FAILED) {
            throw new WebApplicationException(PRECONDITION_FAILED);
        }
        return unchanged != null
                ? unchanged.build()
                : Response.ok(view.get())
                        .tag(tag)
                        .header("Cache-Control", "private, no-cache")
                        .build();
    }
}
