package io.pilotwatch.milestone.pages;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Where a team begins its day: what is to be done next, over all its pilots. */
@Path("/milestone/work")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.PILOT_TEAM)
public class WorkPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance work(Frame frame, Work work, List<Place> places);
    }

    private final Frames frames;
    private final WorkDesk desk;

    WorkPages(Frames frames, WorkDesk desk) {
        this.frames = frames;
        this.desk = desk;
    }

    /** The list. */
    @GET
    public Response work() {
        var caller = frames.caller();
        var team = desk.team(caller);
        var places = team.stream().map(pilot -> Place.of(pilot, caller)).toList();
        return frames.page(Templates.work(frames.frame(), desk.of(caller, team), places));
    }
}
