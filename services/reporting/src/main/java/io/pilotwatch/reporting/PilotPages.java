package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The pages of one pilot: how it stands, and its whole story. */
@Path("/reporting/pilots/{pilotId: [\\w-]+}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class PilotPages {

    private static final List<Named> SUBJECTS = Arrays.stream(Subject.values())
            .map(s -> new Named(s.code(), s.text()))
            .toList();

    /** Not to be found, and not for this account: a person is told what that means and where to go on. */
    private static final Set<Integer> NO_PILOT = Set.of(403, 404);

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance pilot(
                Frame frame, PilotView pilot, PilotSheet sheet, Shown shown, String version);

        static native TemplateInstance history(Frame frame, Pilot pilot, History history, Shown shown);

        static native TemplateInstance absent(Frame frame, Problem problem, String pilotId, Shown shown);
    }

    /**
     * As of which day a page is.
     *
     * @param past whether that day is over
     */
    record Shown(LocalDate day, boolean past) {

        /** What the addresses of pages as of the same day end in. */
        public String query() {
            return past ? "?asOf=" + day : "";
        }

        /** The same where another parameter stands before it. */
        public String more() {
            return past ? "&asOf=" + day : "";
        }
    }

    /**
     * Part of the story.
     *
     * @param total events of the pilot, about whatever
     * @param about code of the chosen subject
     * @param first whether it begins with the newest
     */
    record History(long total, List<Named> subjects, String about, boolean first, Page<PilotView.Happening> page) {}

    private final PilotViews views;
    private final PilotSheets sheets;
    private final Portfolios portfolios;
    private final Frames frames;
    private final AsOf asOf;

    PilotPages(PilotViews views, PilotSheets sheets, Portfolios portfolios, Frames frames, AsOf asOf) {
        this.views = views;
        this.sheets = sheets;
        this.portfolios = portfolios;
        this.frames = frames;
        this.asOf = asOf;
    }

    /** One pilot. */
    @GET
    public Response pilot(@PathParam("pilotId") String pilotId, @QueryParam("asOf") String day) {
        var shown = shown(day);
        return orAbsent(pilotId, shown, () -> {
            var folded = views.require(pilotId, shown.day());
            var pilot = views.view(folded, shown.day());
            var sheet = sheets.of(folded.report(), pilot, shown.day());
            return frames.page(Templates.pilot(frames.frame(), pilot, sheet, shown, version(shown)));
        });
    }

    /** Its events in words, newest first, a page at a time; of one subject where one is asked for. */
    @GET
    @Path("/history")
    public Response history(
            @PathParam("pilotId") String pilotId,
            @QueryParam("asOf") String day,
            @QueryParam("about") String about,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var shown = shown(day);
        var subject = Subject.of(about);
        int most = Page.limit(null);
        return orAbsent(pilotId, shown, () -> {
            var folded = views.require(pilotId, shown.day());
            var found = views.timeline(folded.report(), shown.day(), subject, Page.after(cursor), most + 1);
            var page = Page.of(found, most, PilotView.Happening::eventId, uri);
            var history = new History(folded.revision(), SUBJECTS, subject.code(), cursor == null, page);
            var pilot = folded.report().pilot().entry();
            return frames.page(Templates.history(frames.frame(), pilot, history, shown));
        });
    }

    private Response orAbsent(String pilotId, Shown shown, Supplier<Response> page) {
        try {
            return page.get();
        } catch (Problem problem) {
            if (!NO_PILOT.contains(problem.status())) {
                throw problem;
            }
            return frames.page(problem.status(), Templates.absent(frames.frame(), problem, pilotId, shown));
        }
    }

    private Shown shown(String day) {
        var on = asOf.day(day);
        return new Shown(on, on.isBefore(asOf.today()));
    }

    /** A page of a day that is over has nothing new to show. */
    private String version(Shown shown) {
        return shown.past() ? "" : portfolios.version();
    }
}
