package io.pilotwatch.milestone;

import io.pilotwatch.milestone.core.Input;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.HonoursIfMatch;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.IfMatch;
import io.pilotwatch.platform.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;

/**
 * How a milestone comes to a later day: the team asks, the lead regulator decides. The days before stay on record. 404, 403,
 * 409 and 412 as for the milestone.
 */
@HonoursIfMatch
@Path(Addresses.MILESTONE + "/extension-requests")
public class ExtensionResource {

    /** A later programme day, and why. */
    public record Request(
            @NotNull LocalDate newDue, @NotBlank @Words String reason) {}

    private final Idempotency idempotency;
    private final Callers callers;
    private final MilestoneDesk desk;
    private final IfMatch ifMatch;

    ExtensionResource(Idempotency idempotency, Callers callers, MilestoneDesk desk, IfMatch ifMatch) {
        this.idempotency = idempotency;
        this.callers = callers;
        this.desk = desk;
        this.ifMatch = ifMatch;
    }

    /**
     * The team asks for a later day: 201 with the milestone and a receipt. 409 {@code EXTENSION_AWAITS_DECISION} while one is asked for,
     * {@code MILESTONE_AWAITS_DECISION} after the claim; 422 {@code NEW_DUE_NOT_LATER} or {@code NEW_DUE_AFTER_DEADLINE} at
     * {@code /newDue}.
     */
    @POST
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response request(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @NotNull @Valid Request body) {
        return idempotency.once(
                body,
                () -> Answer.created(
                        Addresses.milestone(pilotId, milestoneId),
                        desk.ask(
                                callers.current(),
                                pilotId,
                                milestoneId,
                                new Input.RequestExtension(body.newDue(), body.reason()),
                                ifMatch::honoured)));
    }

    /** The lead regulator grants it: 201 with the milestone. 409 {@code EXTENSION_NOT_REQUESTED} without a request. */
    @POST
    @Path("/acceptances")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response accept(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @NotNull @Valid Reason body) {
        return decide(pilotId, milestoneId, body, new Input.GrantExtension(body.reason()));
    }

    /** The lead regulator does not grant it: 201 with the milestone. 409 {@code EXTENSION_NOT_REQUESTED} without a request. */
    @POST
    @Path("/refusals")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response refuse(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @NotNull @Valid Reason body) {
        return decide(pilotId, milestoneId, body, new Input.RefuseExtension(body.reason()));
    }

    private Response decide(String pilotId, String milestoneId, Object body, Input input) {
        return idempotency.once(
                body,
                () -> Answer.created(
                        Addresses.milestone(pilotId, milestoneId),
                        desk.decide(callers.current(), pilotId, milestoneId, input, ifMatch::honoured)));
    }
}
