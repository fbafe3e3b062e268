package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * What is known of the pilots, as of the end of a programme day, {@code asOf}: today where none is named, 400 for a later
 * one. A team sees its organisation's pilots and those it acts for, a regulator its fields', a recommender its regions' and
 * fields', and everyone else all.
 */
@Path("/reporting/api/v1/pilots")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class PilotResource {

    private final PilotList list;
    private final PilotViews views;
    private final Callers callers;
    private final Programme programme;
    private final AsOf asOf;

    PilotResource(PilotList list, PilotViews views, Callers callers, Programme programme, AsOf asOf) {
        this.list = list;
        this.views = views;
        this.callers = callers;
        this.programme = programme;
        this.asOf = asOf;
    }

    /**
     * Pilots in the order of their numbers: a {@link Page} of {@link PilotItem}. 400 for a filter value that does not
     * exist.
     */
    @GET
    public Page<PilotItem> pilots(
            @BeanParam Filters filters,
            @QueryParam("asOf") String day,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        int most = Page.limit(limit);
        var found =
                list.find(callers.current(), filters.predicate(programme), asOf.day(day), Page.after(cursor), most + 1);
        return Page.of(found, most, PilotList::sortKey, uri);
    }

    /**
     * One pilot with its history: a {@link PilotView} with a strong ETag that changes with each of its events and each
     * programme day. 304 when {@code If-None-Match} names it; 404 where there is none, or none yet on that day, 403 where
     * the caller may not see it.
     */
    @GET
    @Path("/{pilotId: [\\w-]+}")
    @APIResponseSchema(PilotView.class)
    public Response pilot(
            @PathParam("pilotId") String pilotId, @QueryParam("asOf") String day, @Context Request request) {
        var on = asOf.day(day);
        var folded = views.require(pilotId, on);
        return Tagged.answer(request, views.etag(folded, on), () -> views.view(folded, on));
    }

    /** How the pilot's milestones slipped, month by month: a {@link SlipView}. */
    @GET
    @Path("/{pilotId: [\\w-]+}/slip")
    public SlipView slip(@PathParam("pilotId") String pilotId, @QueryParam("asOf") String day) {
        var on = asOf.day(day);
        return views.slip(views.require(pilotId, on).report(), on);
    }

    /**
     * The pilot's events in words, newest first: a {@link Page} of {@link PilotView.Happening}.
     */
    @GET
    @Path("/{pilotId: [\\w-]+}/timeline")
    public Page<PilotView.Happening> timeline(
            @PathParam("pilotId") String pilotId,
            @QueryParam("asOf") String day,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        var on = asOf.day(day);
        int most = Page.limit(limit);
        var report = views.require(pilotId, on).report();
        return Page.of(
                views.timeline(report, on, Page.after(cursor), most + 1), most, PilotView.Happening::eventId, uri);
    }
}
