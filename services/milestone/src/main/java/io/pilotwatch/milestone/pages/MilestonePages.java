package io.pilotwatch.milestone.pages;

import io.pilotwatch.milestone.MilestoneDesk;
import io.pilotwatch.platform.Caller;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** One milestone: what was promised, how far it is, what was said of it and by whom, and what backs that up. */
@Path("/milestone/pilots/{pilotId}/milestones/{milestoneId}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class MilestonePages {

    private static final int LENGTH = 50;

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance milestone(
                Frame frame, Sheet sheet, List<Story> history, List<Piece> evidence, boolean first, Long older);
    }

    private final Frames frames;
    private final Sheets sheets;
    private final MilestoneDesk desk;
    private final Attaching attaching;

    MilestonePages(Frames frames, Sheets sheets, MilestoneDesk desk, Attaching attaching) {
        this.frames = frames;
        this.sheets = sheets;
        this.desk = desk;
        this.attaching = attaching;
    }

    /** The milestone; {@code before} is the revision from which its history goes back. */
    @GET
    public Response milestone(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @QueryParam("before") Long before) {
        var caller = frames.caller();
        var sheet = sheets.of(caller, pilotId, milestoneId);
        var found = desk.history(caller, pilotId, milestoneId, before, LENGTH + 1);
        var zone = frames.programme().zone();
        var history = found.stream().limit(LENGTH).map(h -> Story.of(h, zone)).toList();
        return frames.page(Templates.milestone(
                frames.frame(),
                sheet,
                history,
                attaching.pieces(caller, sheet),
                before == null,
                found.size() > LENGTH ? history.getLast().entry().revision() : null));
    }
}
