package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.Finish;
import io.pilotwatch.reporting.core.PilotReport;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

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
                Portfolios.Current current,
                List<PortfolioView.Count> states,
                List<PortfolioView.Count> finishes,
                int largest,
                List<PilotList.OpenAlert> alerts);

        static native TemplateInstance pilots(Frame frame, PilotsForm form, Page<PilotItem> page, String version);

        static native TemplateInstance pilot(Frame frame, PilotView pilot, String version);

        static native TemplateInstance problem(Frame frame, Problem problem);
    }

    /** The list's filters as chosen, and what there is to choose from. */
    record PilotsForm(
            String field,
            String state,
            String finish,
            String q,
            boolean first,
            List<Named> fields,
            List<Named> states,
            List<Named> finishes) {}

    private final Portfolios portfolios;
    private final PilotList list;
    private final PilotViews views;
    private final Frames frames;
    private final Programme programme;

    Pages(Portfolios portfolios, PilotList list, PilotViews views, Frames frames, Programme programme) {
        this.portfolios = portfolios;
        this.list = list;
        this.views = views;
        this.frames = frames;
        this.programme = programme;
    }

    /** The dashboard: the whole programme on one page. */
    @GET
    public Response dashboard() {
        var current = portfolios.current();
        var view = current.view();
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
                current,
                states,
                finishes(view.finish()),
                largest,
                list.latestAlerts(frames.caller(), LATEST_ALERTS)));
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
            @QueryParam("field") String field,
            @QueryParam("state") String state,
            @QueryParam("finish") String finish,
            @QueryParam("q") String q,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var filter = Filters.of(field, state, finish, q, programme);
        int limit = Page.limit(null);
        var found = list.find(frames.caller(), filter, Page.after(cursor), limit + 1);
        var form = new PilotsForm(
                field,
                state,
                finish,
                q,
                cursor == null,
                FieldGroup.all(programme, programme.start()).stream()
                        .map(g -> new Named(g.code(), g.name()))
                        .toList(),
                Arrays.stream(PilotState.values())
                        .map(s -> new Named(s.name(), s.text()))
                        .toList(),
                Arrays.stream(Finish.values())
                        .map(f -> new Named(f.name(), f.text()))
                        .toList());
        var page = Page.of(found, limit, PilotList::sortKey, uri);
        return frames.page(Templates.pilots(
                frames.frame(), form, page, portfolios.current().version()));
    }

    /** One pilot. */
    @GET
    @Path("/reporting/pilots/{pilotId: [\\w-]+}")
    public Response pilot(@PathParam("pilotId") String pilotId) {
        var pilot = views.view(views.require(pilotId));
        return frames.page(
                Templates.pilot(frames.frame(), pilot, portfolios.current().version()));
    }

    /** A problem as a page, since a person reads it. */
    @ServerExceptionMapper
    Response problem(Problem problem) {
        return Response.fromResponse(frames.page(Templates.problem(frames.frame(), problem)))
                .status(problem.status())
                .build();
    }
}
