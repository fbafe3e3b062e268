package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.reporting.core.Breakdown;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * The programme in figures, for whoever is signed in. Everything is as of the end of a programme day, {@code asOf}: today
 * where none is named, 400 for a later one.
 */
@Path("/reporting/api/v1/portfolio")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class PortfolioResource {

    private final Portfolios portfolios;
    private final PortfolioChanges changes;
    private final ForecastErrors errors;
    private final Programme programme;
    private final AsOf asOf;

    PortfolioResource(
            Portfolios portfolios, PortfolioChanges changes, ForecastErrors errors, Programme programme, AsOf asOf) {
        this.portfolios = portfolios;
        this.changes = changes;
        this.errors = errors;
        this.programme = programme;
        this.asOf = asOf;
    }

    /**
     * The whole programme: a {@link PortfolioView} with a strong ETag that changes with each event and each minute. 304
     * when {@code If-None-Match} names it.
     */
    @GET
    @APIResponseSchema(PortfolioView.class)
    public Response portfolio(@QueryParam("asOf") String day, @Context Request request) {
        var held = portfolios.on(asOf.day(day));
        return Tagged.answer(request, etag(held), () -> portfolios.view(held.day()));
    }

    /**
     * The programme taken apart: a list of {@link PortfolioView.Slice}, those that the programme knows in its order, then
     * others with pilots.
     *
     * @param by {@code field}, {@code category}, {@code kind}, {@code region}, {@code regulator} or {@code state}
     */
    @GET
    @Path("/{by}")
    public List<PortfolioView.Slice> rows(@PathParam("by") String by, @QueryParam("asOf") String day) {
        return portfolios.on(asOf.day(day)).rows(Breakdown.of(by).orElseThrow(() -> Problem.notFound(by)));
    }

    /**
     * One row of that, with all figures of its own: a {@link PortfolioView}. 404 for a row that there is not.
     *
     * @param by as above
     * @param code of the row, such as {@code tax}
     */
    @GET
    @Path("/{by}/{code}")
    @APIResponseSchema(PortfolioView.class)
    public Response row(
            @PathParam("by") String by,
            @PathParam("code") String code,
            @QueryParam("asOf") String day,
            @Context Request request) {
        var held = portfolios.on(asOf.day(day));
        var breakdown = Breakdown.of(by).orElseThrow(() -> Problem.notFound(by));
        held.requireRow(breakdown, code);
        return Tagged.answer(request, etag(held), () -> held.row(portfolios.minute(held.day()), breakdown, code));
    }

    /**
     * What became different between the ends of two days: a {@link ChangesView} with the figures of both, and of pilots
     * those that the caller may see.
     *
     * @param from programme day; a week before {@code to} where none is named
     * @param to programme day; today where none is named
     */
    @GET
    @Path("/changes")
    public ChangesView changes(@QueryParam("from") String from, @QueryParam("to") String to) {
        var until = asOf.day("to", to);
        return changes.between(from(from, until), until);
    }

    /** How far off forecasts were: a {@link ForecastErrorView}. */
    @GET
    @Path("/forecast-error")
    public ForecastErrorView forecastError(@QueryParam("asOf") String day) {
        return errors.on(asOf.day(day));
    }

    private LocalDate from(String from, LocalDate until) {
        return from == null || from.isBlank() ? until.minusWeeks(1) : asOf.day("from", from);
    }

    private String etag(Held held) {
        return held.tag() + "-" + portfolios.minute(held.day()).getEpochSecond() / 60;
    }
}
