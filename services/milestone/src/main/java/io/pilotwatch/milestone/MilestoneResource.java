package io.pilotwatch.milestone;

import io.pilotwatch.milestone.core.Input;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.HonoursIfMatch;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/**
 * A milestone, its claim, and what the lead regulator decides on that. 404 for a milestone that is not in the task book, 403
 * for a pilot that the caller may not reach or not in this way, 409 where the milestone's state or the pilot's ({@code
 * PILOT_SUSPENDED}, {@code PILOT_ENDED}) does not allow it, 412 {@code STALE} where {@code If-Match} names another revision.
 */
@HonoursIfMatch
@Path(Addresses.MILESTONE)
public class MilestoneResource {

    private final Idempotency idempotency;
    private final Callers callers;
    private final MilestoneDesk desk;
    private final IfMatch ifMatch;

    MilestoneResource(Idempotency idempotency, Callers callers, MilestoneDesk desk, IfMatch ifMatch) {
        this.idempotency = idempotency;
        this.callers = callers;
        this.desk = desk;
        this.ifMatch = ifMatch;
    }

    /** The milestone as it stands, its revision as a strong ETag. */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response look(@PathParam("pilotId") String pilotId, @PathParam("milestoneId") String milestoneId) {
        var milestone = desk.look(callers.current(), pilotId, milestoneId);
        return Response.ok(milestone).tag(ifMatch.tag(milestone.revision())).build();
    }

    /**
     * The team says that all is done: 201 with the milestone and a receipt. 409 {@code DEPENDENCIES_OPEN} while one that it
     * depends on is not reached, {@code MILESTONE_AWAITS_DECISION} the second time.
     */
    @POST
    @Path("/claims")
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response claim(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @NotNull @Valid Remark body) {
        return idempotency.once(
                body,
                () -> Answer.created(
                        Addresses.milestone(pilotId, milestoneId),
                        desk.claim(
                                callers.current(),
                                pilotId,
                                milestoneId,
                                new Input.Claim(body.note()),
                                ifMatch::honoured)));
    }

    /**
     * The lead regulator agrees: 201 with the milestone, which is reached; a critical one is so when a second person agrees
     * too. 409 {@code MILESTONE_NOT_CLAIMED} without a claim, {@code SECOND_PERSON_NEEDED} for the same person again, {@code
     * EXTENSION_AWAITS_DECISION} while a later day is asked for.
     */
    @POST
    @Path("/acceptances")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response accept(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @NotNull @Valid Remark body) {
        return decide(pilotId, milestoneId, body, new Input.Accept(body.note()));
    }

    /** The lead regulator does not agree: 201 with the milestone. 409 {@code MILESTONE_NOT_CLAIMED} without a claim. */
    @POST
    @Path("/returns")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response giveBack(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @NotNull @Valid Reason body) {
        return decide(pilotId, milestoneId, body, new Input.Return(body.reason()));
    }

    private Response decide(String pilotId, String milestoneId, Object body, Input input) {
        return idempotency.once(
                body,
                () -> Answer.created(
                        Addresses.milestone(pilotId, milestoneId),
                        desk.decide(callers.current(), pilotId, milestoneId, input, ifMatch::honoured)));
    }
}
