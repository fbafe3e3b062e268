package io.pilotwatch.milestone.report;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.IfMatch;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The draft of a report that is expected or was returned: the team's alone. */
@Path(ReportResource.PATH + "{pilotId}/reports/{key}/draft")
public class DraftResource {

    private final Callers callers;
    private final DraftDesk desk;
    private final IfMatch ifMatch;

    DraftResource(Callers callers, DraftDesk desk, IfMatch ifMatch) {
        this.callers = callers;
        this.desk = desk;
        this.ifMatch = ifMatch;
    }

    /** The draft, its version as a strong ETag: {@code "0"} and no content while nothing was saved. */
    @GET
    @RolesAllowed(Caller.PILOT_TEAM)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.class)))
    public Response look(@PathParam("pilotId") String pilotId, @PathParam("key") String key) {
        return answer(desk.look(callers.current(), pilotId, key));
    }

    /**
     * Saves the draft: 200 with it. If-Match names the version that it follows, {@code "0"} for the first. 409 {@code
     * REPORT_AWAITS_DECISION} or {@code REPORT_ALREADY_ACCEPTED} once it is handed in.
     */
    @PUT
    @RolesAllowed(Caller.PILOT_TEAM)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.class)))
    public Response save(
            @PathParam("pilotId") String pilotId, @PathParam("key") String key, @NotNull @Valid Writing body) {
        return answer(QuarkusTransaction.requiringNew()
                .call(() -> desk.save(callers.current(), pilotId, key, body, ifMatch::required)));
    }

    private Response answer(DraftView draft) {
        return Response.ok(draft).tag(ifMatch.tag(draft.version())).build();
    }
}
