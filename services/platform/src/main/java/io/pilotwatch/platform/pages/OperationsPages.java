package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.DeadLetterDesk;
import io.pilotwatch.platform.Machinery;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;

/** How the service at hand does, for an operator. The same in each service, under its own name. */
@Path("/{service: [a-z-]+}/operations")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.OPERATOR)
public class OperationsPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance overview(
                Frame frame, Text name, Machinery.State state, int deadLetters, ZoneId zone);
    }

    private final Frames frames;
    private final Machinery machinery;
    private final DeadLetterDesk desk;

    OperationsPages(Frames frames, Machinery machinery, DeadLetterDesk desk) {
        this.frames = frames;
        this.machinery = machinery;
        this.desk = desk;
    }

    /** What goes out and comes in, when, and what waits for a decision. */
    @GET
    public Response overview(@PathParam("service") String service) {
        return frames.page(Templates.overview(
                frames.frame(service),
                OperationsWord.service(service),
                machinery.state(),
                desk.waiting(),
                frames.programme().zone()));
    }
}
