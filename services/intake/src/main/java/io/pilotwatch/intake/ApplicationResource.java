package io.pilotwatch.intake;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.intake.core.Move;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.HonoursIfMatch;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.IfMatch;
import io.pilotwatch.platform.LedgerView;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * Applications, and what their applicants do with them. 404 where there is none, or only a draft of others; 403 {@code
 * FOREIGN_PILOT} where the caller may not see it or not do this; 409 with the reason's code where its state does not allow
 * it; 412 {@code STALE} where {@code If-Match} names another version.
 */
@Path("/intake/api/v1/applications")
public class ApplicationResource {

    private final ApplicationDesk desk;
    private final Idempotency idempotency;
    private final Callers callers;
    private final IfMatch ifMatch;

    ApplicationResource(ApplicationDesk desk, Idempotency idempotency, Callers callers, IfMatch ifMatch) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.callers = callers;
        this.ifMatch = ifMatch;
    }

    /**
     * Begins an application of one of the caller's organisations, as a draft that only this organisation sees. It may be
     * half filled: what is stated must be possible, what is missing may still come, and {@code missing} tells what that is.
     *
     * @return 201 with an {@link ApplicationView}; 403 {@code FOREIGN_ORGANISATION}; 422 with a pointer: {@code
     *     KIND_UNKNOWN}, {@code FIELD_UNKNOWN}, {@code TAG_UNKNOWN}, {@code LEVEL_UNKNOWN}, {@code SCENARIO_NOT_PLAIN},
     *     {@code REGION_NOT_PLAIN} or {@code SUMMARY_NOT_PLAIN}
     */
    @POST
    @RolesAllowed(Caller.PILOT_TEAM)
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Response draft(@Valid @NotNull ApplicationRequest application) {
        requireOwn(application);
        return idempotency.once(application, () -> {
            var view = desk.draft(callers.current(), application.wish());
            return Answer.created(ApplicationDesk.address(view.pilotId()), view);
        });
    }

    /**
     * States something else, in a draft or after it was returned: 200; otherwise as when it was begun. One that others know
     * of keeps a kind: 422 {@code KIND_NEEDED}.
     */
    @PUT
    @Path("/{pilotId}")
    @Transactional
    @RolesAllowed(Caller.PILOT_TEAM)
    @APIResponseSchema(ApplicationView.class)
    public Response amend(@PathParam("pilotId") String pilotId, @Valid @NotNull ApplicationRequest application) {
        requireOwn(application);
        return tagged(desk.move(callers.current(), pilotId, new Move.Amend(application.wish()), ifMatch::required));
    }

    /**
     * Hands the application in, for the first time or after correction. Now it must be whole.
     *
     * @return 201 with the {@link ApplicationView} and a {@code receipt} of it; 409 {@code ALREADY_SUBMITTED}; 422 with a
     *     pointer for each thing that is missing or wrong, by the first one's code: {@code KIND_NEEDED}, {@code
     *     FIELD_NEEDED}, {@code ONE_FIELD_NEEDED}, {@code FIELDS_NEEDED}, {@code TAG_NEEDED}, {@code LEVEL_NEEDED}, {@code LEVEL_REASON_NEEDED},
     *     {@code SCENARIOS_NEEDED}, {@code REGION_NEEDED}, {@code SUMMARY_NEEDED}, or as when it was begun
     */
    @POST
    @Path("/{pilotId}/submissions")
    @HonoursIfMatch
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response submit(@PathParam("pilotId") String pilotId) {
        return idempotency.once(
                pilotId,
                () -> Answer.created(
                        ApplicationDesk.address(pilotId), desk.submit(callers.current(), pilotId, ifMatch::honoured)));
    }

    /** Takes the application back, in any state that is still open: 201 with the {@link ApplicationView}. */
    @POST
    @Path("/{pilotId}/withdrawals")
    @HonoursIfMatch
    @RolesAllowed(Caller.PILOT_TEAM)
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Response withdraw(@PathParam("pilotId") String pilotId, @Valid @NotNull Reason body) {
        return idempotency.once(
                body,
                () -> Answer.created(
                        ApplicationDesk.address(pilotId),
                        desk.move(callers.current(), pilotId, new Move.Withdraw(body.reason()), ifMatch::honoured)));
    }

    /**
     * The applications that the caller may see, in the order of their numbers: a team its own, a recommender its region's or
     * fields', a regulator its fields', an expert what is under review and what it judged; everybody what is shortlisted.
     *
     * @param state name of an application's state
     * @param kind code of a kind
     * @param field code of a field
     * @param waiting {@code true} for those only with which the caller has something to do now
     * @param limit 1 to {@value Page#LARGEST}
     */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.EXPERT,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Page<ApplicationView> list(
            @QueryParam("state") Optional<String> state,
            @QueryParam("kind") Optional<String> kind,
            @QueryParam("field") Optional<String> field,
            @QueryParam("waiting") Optional<String> waiting,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        var filter = new ApplicationFilter(
                Parameters.oneOf("state", ApplicationState.class, state),
                kind.orElse(null),
                field.orElse(null),
                waiting.map(value -> Parameters.flag("waiting", value)).orElse(false));
        return desk.list(callers.current(), filter, cursor, Page.limit(limit), uri);
    }

    /** One application, its version as a strong ETag. */
    @GET
    @Path("/{pilotId}")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.EXPERT,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    @APIResponseSchema(ApplicationView.class)
    public Response get(@PathParam("pilotId") String pilotId) {
        return tagged(desk.look(callers.current(), pilotId));
    }

    /**
     * What was done with it, oldest first. Its own organisation sees the drafting too, the programme office what experts and
     * objectors did.
     *
     * @param limit 1 to {@value Page#LARGEST}
     */
    @GET
    @Path("/{pilotId}/history")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.EXPERT,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Page<EntryView> history(
            @PathParam("pilotId") String pilotId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        int most = Page.limit(limit);
        var found = desk.history(callers.current(), pilotId, Page.after(cursor, 0L, Long::valueOf), most + 1);
        return Page.of(found, most, entry -> Long.toString(entry.version()), uri);
    }

    /** The chain of receipts given for its submissions; for its applicant and the programme office. */
    @GET
    @Path("/{pilotId}/ledger")
    @RolesAllowed({Caller.PILOT_TEAM, Caller.PROGRAMME_OFFICE})
    public LedgerView ledger(@PathParam("pilotId") String pilotId) {
        return desk.ledger(callers.current(), pilotId);
    }

    private void requireOwn(ApplicationRequest application) {
        if (!callers.current().organisations().contains(application.organisation())) {
            var text = new Text("您只能为本单位申报。", "You may only apply for your own organisation.");
            throw new Problem(403, "FOREIGN_ORGANISATION", text, List.of(new Problem.Fault("/organisation", text)));
        }
    }

    private Response tagged(ApplicationView view) {
        return Response.ok(view).tag(ifMatch.tag(view.version())).build();
    }
}
