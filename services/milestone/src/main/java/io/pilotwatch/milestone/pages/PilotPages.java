package io.pilotwatch.milestone.pages;

import io.pilotwatch.milestone.MilestoneDesk;
import io.pilotwatch.milestone.MilestoneView;
import io.pilotwatch.milestone.Pilots;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The workspace of one pilot: what is to be done for it, and its milestones. Others who may see the pilot read it. */
@Path("/milestone/pilots/{pilotId}")
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

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance pilot(Frame frame, Place place, Work work, List<MilestoneView> milestones);
    }

    private final Frames frames;
    private final Pilots pilots;
    private final WorkDesk work;
    private final MilestoneDesk desk;

    PilotPages(Frames frames, Pilots pilots, WorkDesk work, MilestoneDesk desk) {
        this.frames = frames;
        this.pilots = pilots;
        this.work = work;
        this.desk = desk;
    }

    /** The pilot. */
    @GET
    public Response pilot(@PathParam("pilotId") String pilotId) {
        var caller = frames.caller();
        var pilot = pilots.see(caller, pilotId);
        return frames.page(Templates.pilot(
                frames.frame(), Place.of(pilot, caller), work.of(caller, List.of(pilot)), desk.all(caller, pilotId)));
    }
}
