package io.pilotwatch.intake;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Applications and their approval. */
@Path("/intake/api/v1/applications")
public class ApplicationResource {

    private final Applications applications;
    private final Idempotency idempotency;
    private final Callers callers;

    ApplicationResource(Applications applications, Idempotency idempotency, Callers callers) {
        this.applications = applications;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /**
     * Submits an application for one of the caller's organisations.
     *
     * @return 201 with an {@link ApplicationView}; 422 {@code KIND_UNKNOWN}, {@code FIELD_UNKNOWN}, {@code
     *     ONE_FIELD_NEEDED}, {@code REGION_NOT_PLAIN} or {@code SUMMARY_NOT_PLAIN}; 403 {@code FOREIGN_ORGANISATION}
     */
    @POST
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response submit(@Valid @NotNull ApplicationRequest application) {
        var caller = callers.current();
        if (!caller.organisations().contains(application.organisation())) {
            var text = new Text("您只能为本单位申报。", "You may only apply for your own organisation.");
            throw new Problem(403, "FOREIGN_ORGANISATION", text, List.of(new Problem.Fault("/organisation", text)));
        }
        return idempotency.once(application, () -> {
            var view = applications.submit(application.wish(), caller.name());
            return Answer.created("/intake/api/v1/applications/" + view.pilotId(), view);
        });
    }

    /**
     * Publishes an application as a pilot, on the clock's day.
     *
     * @return 201 with a {@link PilotView} at the pilot's address; 409 {@code ALREADY_APPROVED}; 404
     */
    @POST
    @Path("/{pilotId}/approval")
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    public Response approve(@PathParam("pilotId") String pilotId) {
        return idempotency.once(pilotId, () -> {
            var view = applications.approve(pilotId, callers.current().name());
            return Answer.created("/intake/api/v1/pilots/" + pilotId, view);
        });
    }

    /**
     * The applications that the caller may see, in the order of their numbers: a team its own, a recommender its region's,
     * a regulator its fields'.
     *
     * @param limit 1 to {@value Page#LARGEST}
     */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Page<ApplicationView> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit, @Context UriInfo uri) {
        return applications.list(callers.current(), cursor, Page.limit(limit), uri);
    }

    /** One application; 403 where the caller may not see it, 404 where there is none. */
    @GET
    @Path("/{pilotId}")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public ApplicationView get(@PathParam("pilotId") String pilotId) {
        return applications.get(callers.current(), pilotId);
    }
}
