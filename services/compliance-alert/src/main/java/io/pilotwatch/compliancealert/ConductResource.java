package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.ConductState;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.HonoursIfMatch;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.IfMatch;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * Conduct flags: words of prohibited conduct that screening found in what teams posted, for a person to confirm or dismiss.
 * A regulator sees those of its fields, a team those of its pilots once they are decided, everyone else all.
 */
@Path("/compliance-alert/api/v1/conduct-flags")
public class ConductResource {

    /** Why it is, or is not, prohibited conduct. */
    public record Reason(@NotBlank @Words String reason) {}

    private final ConductDesk desk;
    private final Callers callers;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;

    ConductResource(ConductDesk desk, Callers callers, Idempotency idempotency, IfMatch ifMatch) {
        this.desk = desk;
        this.callers = callers;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
    }

    /**
     * Flags by id.
     *
     * @param outcome ALERT, REVIEW or MENTION; absent for all
     * @param state FOUND, CONFIRMED, DISMISSED or NO_LONGER_FOUND; absent for all
     * @param category such as {@code mining}; absent for all
     * @return a page of {@link ConductFlagView}; 400 BAD_PARAMETER for an outcome, state, cursor or limit that there is not
     */
    @GET
    @RolesAllowed({Caller.PILOT_TEAM, Caller.REGULATOR, Caller.PROGRAMME_OFFICE, Caller.OPERATOR, Caller.VIEWER})
    public Page<ConductFlagView> list(
            @QueryParam("pilotId") String pilotId,
            @QueryParam("outcome") String outcome,
            @QueryParam("state") String state,
            @QueryParam("category") String category,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        var most = Page.limit(limit);
        var filter = new ConductViews.Filter(
                pilotId,
                oneOf("outcome", outcome, ConductOutcome.values()),
                oneOf("state", state, ConductState.values()),
                category);
        var found = desk.list(callers.current(), filter, Page.after(cursor), most + 1);
        return Page.of(found, most, ConductFlagView::flagId, uri);
    }

    /**
     * One with its history, its revision as a strong ETag.
     *
     * @return {@link ConductFlagView.WithHistory}; 404 NOT_FOUND, 403 FOREIGN_PILOT
     */
    @GET
    @Path("/{flagId}")
    @APIResponseSchema(value = ConductFlagView.WithHistory.class, responseCode = "200")
    @RolesAllowed({Caller.PILOT_TEAM, Caller.REGULATOR, Caller.PROGRAMME_OFFICE, Caller.OPERATOR, Caller.VIEWER})
    public Response one(@PathParam("flagId") String flagId) {
        var found = desk.look(callers.current(), flagId);
        return Response.ok(found).tag(ifMatch.tag(found.flag().revision())).build();
    }

    /**
     * It is prohibited conduct. Needs an {@code Idempotency-Key}.
     *
     * @return 201 with the {@link ConductFlagView}; 404 NOT_FOUND, 403 FOREIGN_PILOT, 409 CONDUCT_ALREADY_DECIDED or
     *     CONDUCT_NO_LONGER_FOUND, 412 STALE where {@code If-Match} names another revision
     */
    @POST
    @Path("/{flagId}/confirmations")
    @HonoursIfMatch
    @APIResponseSchema(value = ConductFlagView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response confirm(@PathParam("flagId") String flagId, @NotNull @Valid Reason body) {
        return decide(flagId, true, body);
    }

    /**
     * It is not. Needs an {@code Idempotency-Key}.
     *
     * @return as for a confirmation
     */
    @POST
    @Path("/{flagId}/dismissals")
    @HonoursIfMatch
    @APIResponseSchema(value = ConductFlagView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response dismiss(@PathParam("flagId") String flagId, @NotNull @Valid Reason body) {
        return decide(flagId, false, body);
    }

    private Response decide(String flagId, boolean confirmed, Reason body) {
        return idempotency.once(
                body,
                () -> Answer.created(
                        "/compliance-alert/api/v1/conduct-flags/" + flagId,
                        desk.decide(callers.current(), flagId, confirmed, body.reason(), ifMatch::honoured)));
    }

    private static String oneOf(String parameter, String value, Enum<?>[] allowed) {
        var names = Arrays.stream(allowed).map(Enum::name).toList();
        if (value != null && !names.contains(value)) {
            throw refused(parameter, names);
        }
        return value;
    }

    private static Problem refused(String parameter, List<String> names) {
        var all = String.join(", ", names);
        return Problem.badParameter(
                parameter,
                new Text("%s 应为以下之一：%s。".formatted(parameter, all), "%s is one of %s.".formatted(parameter, all)));
    }
}
