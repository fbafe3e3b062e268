package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.pilotwatch.reporting.core.Breakdown;
import io.pilotwatch.reporting.core.Finish;
import io.pilotwatch.reporting.core.PilotReport;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The pages that people read; a browser that is not signed in is sent to sign in first. */
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
public class Pages {

    private static final int LATEST_ALERTS = 10;

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance dashboard(
                Frame frame,
                PortfolioView view,
                String version,
                boolean past,
                List<PortfolioView.Count> states,
                List<PortfolioView.Count> finishes,
                int largest,
                List<PilotList.OpenAlert> alerts);

        static native TemplateInstance pilots(
                Frame frame, PilotsForm form, LocalDate asOf, Page<PilotItem> page, String version);
    }

    /** The list's filters as chosen, and what there is to choose from. */
    record PilotsForm(String q, boolean first, List<Choice> choices) {}

    /** A filter: its parameter, what it is called, what there is to choose from, and what was chosen. */
    record Choice(String name, Word label, List<Named> options, String chosen) {}

    private static final List<Named> YES_OR_NO =
            List.of(new Named("true", new Text("是", "Yes")), new Named("false", new Text("否", "No")));

    private final Portfolios portfolios;
    private final PilotList list;
    private final Frames frames;
    private final AsOf asOf;

    Pages(Portfolios portfolios, PilotList list, Frames frames, AsOf asOf) {
        this.portfolios = portfolios;
        this.list = list;
        this.frames = frames;
        this.asOf = asOf;
    }

    /** The dashboard: the whole programme on one page, as of a day. */
    @GET
    public Response dashboard(@QueryParam("asOf") String day) {
        var on = asOf.day(day);
        var view = portfolios.view(on);
        var states = view.byState().stream()
                .filter(s -> s.count() > 0 || PilotReport.USUAL.contains(PilotState.valueOf(s.code())))
                .toList();
        int largest = view.byField().stream()
                .flatMap(f -> f.states().values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return frames.page(Templates.dashboard(
                frames.frame(),
                view,
                version(on),
                isPast(on),
                states,
                finishes(view.finish()),
                largest,
                list.latestAlerts(frames.caller(), on, LATEST_ALERTS)));
    }

    /** A page of a day that is over has nothing new to show. */
    private String version(LocalDate on) {
        return isPast(on) ? "" : portfolios.version();
    }

    private boolean isPast(LocalDate on) {
        return on.isBefore(asOf.today());
    }

    private static List<PortfolioView.Count> finishes(PortfolioView.Finishes finishes) {
        return List.of(
                count(Finish.BY_DEADLINE, finishes.byDeadline()),
                count(Finish.LATE, finishes.late()),
                count(Finish.NOT_FINISHED, finishes.notFinished()),
                count(Finish.UNDECIDED, finishes.undecided()),
                count(Finish.ENDED_OTHERWISE, finishes.endedOtherwise()));
    }

    private static PortfolioView.Count count(Finish finish, int count) {
        return new PortfolioView.Count(finish.name(), finish.text(), count);
    }

    /** The list of pilots; the same filters as in the API. */
    @GET
    @Path("/reporting/pilots")
    public Response pilots(
            @BeanParam Filters filters,
            @QueryParam("asOf") String day,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var on = asOf.day(day);
        int limit = Page.limit(null);
        var found =
                list.find(frames.caller(), filters.predicate(frames.programme()), on, Page.after(cursor), limit + 1);
        var page = Page.of(found, limit, PilotList::sortKey, uri);
        return frames.page(Templates.pilots(frames.frame(), form(filters, cursor == null, on), on, page, version(on)));
    }

    private PilotsForm form(Filters f, boolean first, LocalDate on) {
        var ratings = Arrays.stream(Rating.values()).map(r -> new Named(r.name(), r.text()));
        var finishes = Arrays.stream(Finish.values()).map(o -> new Named(o.name(), o.text()));
        return new PilotsForm(
                f.q(),
                first,
                List.of(
                        choice("field", Word.FIELD, Breakdown.FIELD, f.field(), on),
                        choice("category", Word.CATEGORY, Breakdown.CATEGORY, f.category(), on),
                        choice("kind", Word.KIND, Breakdown.KIND, f.kind(), on),
                        choice("region", Word.REGION, Breakdown.REGION, f.region(), on),
                        choice("regulator", Word.LEADS, Breakdown.REGULATOR, f.regulator(), on),
                        choice("state", Word.STATE, Breakdown.STATE, f.state(), on),
                        new Choice("rating", Word.RATING, ratings.toList(), f.rating()),
                        new Choice("finish", Word.FINISHED, finishes.toList(), f.finish()),
                        new Choice("forecastLate", Word.FORECAST_LATE, YES_OR_NO, f.forecastLate()),
                        new Choice("overdue", Word.OVERDUE, YES_OR_NO, f.overdue()),
                        new Choice("synthetic", Word.SYNTHETIC, YES_OR_NO, f.synthetic())));
    }

    private Choice choice(String name, Word label, Breakdown by, String chosen, LocalDate on) {
        return new Choice(name, label, portfolios.on(on).names(by), chosen);
    }
}
