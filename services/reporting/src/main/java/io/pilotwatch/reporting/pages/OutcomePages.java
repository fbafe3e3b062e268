package io.pilotwatch.reporting.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.pilotwatch.reporting.AsOf;
import io.pilotwatch.reporting.Filters;
import io.pilotwatch.reporting.Portfolios;
import io.pilotwatch.reporting.Word;
import io.pilotwatch.reporting.core.Breakdown;
import io.pilotwatch.reporting.outcome.CaseItem;
import io.pilotwatch.reporting.outcome.Cases;
import io.pilotwatch.reporting.outcome.OutcomeView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** What came of the pilots, and which of them others can follow. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class OutcomePages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance outcome(Frame frame, Days days, Chosen chosen, OutcomeView outcome);

        static native TemplateInstance cases(
                Frame frame, Days days, Chosen chosen, Page<CaseItem> page, boolean first, List<TakeAway> takeAway);
    }

    /**
     * Of which pilots.
     *
     * @param fields to choose from
     * @param field chosen; null for all
     * @param nominated chosen; null for all
     * @param leastPoints without which no pilot is nominated
     */
    record Chosen(List<Named> fields, String field, String nominated, int leastPoints) {}

    private final Cases cases;
    private final Portfolios portfolios;
    private final Frames frames;
    private final AsOf asOf;

    OutcomePages(Cases cases, Portfolios portfolios, Frames frames, AsOf asOf) {
        this.cases = cases;
        this.portfolios = portfolios;
        this.frames = frames;
        this.asOf = asOf;
    }

    /** The benefits by their indicators. */
    @GET
    @Path("/reporting/outcome")
    public Response outcome(@BeanParam Filters filters, @QueryParam("asOf") String day) {
        var days = days(day);
        var outcome = cases.outcome(filters.predicate(frames.programme()), days.day());
        return frames.page(Templates.outcome(frames.frame(), days, chosen(filters, null, days), outcome));
    }

    /** The typical cases, those with the most points first. */
    @GET
    @Path("/reporting/cases")
    public Response cases(
            @BeanParam Filters filters,
            @QueryParam("nominated") String nominated,
            @QueryParam("asOf") String day,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var days = days(day);
        int limit = Page.limit(null);
        var found = cases.find(
                filters.predicate(frames.programme()),
                Filters.truth(nominated, "nominated"),
                days.day(),
                Page.after(cursor),
                limit + 1);
        var book = TakeAway.document(Word.CASE_BOOK, "case-book", days.query(filters.given()));
        return frames.page(Templates.cases(
                frames.frame(),
                days,
                chosen(filters, nominated, days),
                Page.of(found, limit, Cases::sortKey, uri),
                cursor == null,
                List.of(book)));
    }

    private Days days(String day) {
        return new Days(asOf.day(day), frames.programme().start(), asOf.today());
    }

    private Chosen chosen(Filters filters, String nominated, Days days) {
        return new Chosen(
                portfolios.names(days.day(), List.of(Breakdown.FIELD)).get(Breakdown.FIELD),
                filters.field(),
                nominated,
                frames.programme().typicalCases().leastPoints());
    }
}
