package io.pilotwatch.reporting.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.pilotwatch.reporting.AsOf;
import io.pilotwatch.reporting.PortfolioChanges;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Two days beside each other. */
@Path("/reporting/changes")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class ChangesPages {

    private static final int ON_A_PAGE = 100;

    /** The template, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance changes(Frame frame, Days days, PortfolioChanges.Brief changes, Moved moved);
    }

    /**
     * Some of the pilots that moved.
     *
     * @param next number of the next page; 0 on the last
     */
    record Moved(List<Move> moves, int pilots, int page, int next) {}

    private final PortfolioChanges changes;
    private final Frames frames;
    private final AsOf asOf;

    ChangesPages(PortfolioChanges changes, Frames frames, AsOf asOf) {
        this.changes = changes;
        this.frames = frames;
        this.asOf = asOf;
    }

    /** The page; a week up to today where no days are named. */
    @GET
    public Response changes(
            @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("page") String page) {
        var until = asOf.day("to", to);
        var since = from == null || from.isBlank() ? until.minusWeeks(1) : asOf.day("from", from);
        var days = new Days(until, frames.programme().start(), asOf.today());
        int number = number(page);
        var found = changes.brief(since, until, (long) (number - 1) * ON_A_PAGE, ON_A_PAGE);
        return frames.page(Templates.changes(frames.frame(), days, found, moved(found, number)));
    }

    private static Moved moved(PortfolioChanges.Brief found, int page) {
        boolean more = found.pilots() > (long) page * ON_A_PAGE;
        return new Moved(found.gravest().stream().map(Move::of).toList(), found.pilots(), page, more ? page + 1 : 0);
    }

    private static int number(String page) {
        if (page == null || page.isBlank()) {
            return 1;
        }
        if (!page.matches("[1-9]\\d{0,4}")) {
            throw Problem.badParameter("page", new Text("page 应为正整数。", "page is a whole number from 1."));
        }
        return Integer.parseInt(page);
    }
}
