package io.pilotwatch.reporting.outcome;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.reporting.AsOf;
import io.pilotwatch.reporting.Filters;
import io.pilotwatch.reporting.outcome.core.CaseBook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/**
 * What came of the pilots that a caller may see, as of the end of a programme day, {@code asOf}: today where none is named,
 * 400 for a later one. The filters are those of the list of pilots: 400 for a value that does not exist.
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
public class OutcomeResource {

    private final Cases cases;
    private final Programme programme;
    private final AsOf asOf;

    OutcomeResource(Cases cases, Programme programme, AsOf asOf) {
        this.cases = cases;
        this.programme = programme;
        this.asOf = asOf;
    }

    /** The benefits that the pilots brought: an {@link OutcomeView}. */
    @GET
    @Path("/outcome")
    public OutcomeView outcome(@BeanParam Filters filters, @QueryParam("asOf") String day) {
        return cases.outcome(filters.predicate(programme), asOf.day(day));
    }

    /**
     * How the pilots do as typical cases, those with the most points first: a {@link Page} of {@link CaseItem}.
     *
     * @param nominated {@code true} or {@code false}
     */
    @GET
    @Path("/cases")
    public Page<CaseItem> cases(
            @BeanParam Filters filters,
            @QueryParam("nominated") String nominated,
            @QueryParam("asOf") String day,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        int most = Page.limit(limit);
        var found = cases.find(
                filters.predicate(programme),
                Filters.truth(nominated, "nominated"),
                asOf.day(day),
                Page.after(cursor),
                most + 1);
        return Page.of(found, most, Cases::sortKey, uri);
    }

    /**
     * How one pilot does as a typical case, nominated or not, in full: a {@link CaseBook.Entry}. 404 where there is none, 403
     * where the caller may not see it.
     */
    @GET
    @Path("/cases/{pilotId: [\\w-]+}")
    public CaseBook.Entry look(@PathParam("pilotId") String pilotId, @QueryParam("asOf") String day) {
        return cases.look(pilotId, asOf.day(day));
    }

    /** The nominated pilots with what they did, what came of it and who vouches for that: a {@link CaseBook}. */
    @GET
    @Path("/case-book")
    public CaseBook book(@BeanParam Filters filters, @QueryParam("asOf") String day) {
        return cases.book(filters.predicate(programme), asOf.day(day));
    }
}
