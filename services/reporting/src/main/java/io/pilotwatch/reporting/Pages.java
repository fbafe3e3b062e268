package io.pilotwatch.reporting;

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
import java.time.LocalDate;

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

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance pilot(Frame frame, PilotView pilot, boolean past, String version);
    }

    private final Portfolios portfolios;
    private final PilotViews views;
    private final Frames frames;
    private final AsOf asOf;

    Pages(Portfolios portfolios, PilotViews views, Frames frames, AsOf asOf) {
        this.portfolios = portfolios;
        this.views = views;
        this.frames = frames;
        this.asOf = asOf;
    }

    /** A page of a day that is over has nothing new to show. */
    private String version(LocalDate on) {
        return isPast(on) ? "" : portfolios.version();
    }

    private boolean isPast(LocalDate on) {
        return on.isBefore(asOf.today());
    }

    /** One pilot. */
    @GET
    @Path("/reporting/pilots/{pilotId: [\\w-]+}")
    public Response pilot(@PathParam("pilotId") String pilotId, @QueryParam("asOf") String day) {
        var on = asOf.day(day);
        var pilot = views.view(views.require(pilotId, on), on);
        return frames.page(Templates.pilot(frames.frame(), pilot, isPast(on), version(on)));
    }
}
