package io.pilotwatch.intake;

import io.pilotwatch.intake.core.Step;
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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * A pilot's life after publication, as far as people decide on it; the rest follows from its task book, its work and its
 * rectifications. Each answers 201 with the {@link PilotView} after it; 409 with the reason's code where its state does not
 * allow it, of an ended one {@code PILOT_COMPLETED}, {@code PILOT_FAILED}, {@code PILOT_TERMINATED} or {@code
 * PILOT_WITHDRAWN}; 412 {@code STALE} where {@code If-Match} names another version.
 */
@HonoursIfMatch
@Path("/intake/api/v1/pilots")
public class PilotStepResource {

    /** The grade, a code of the programme, and why it is given. */
    public record Completion(
            @NotBlank @Words @Size(max = 100) String grade,
            @NotBlank @Words String reason) {}

    /** Whose people may act for the pilot, and why. */
    public record Delegation(
            @NotBlank @Words @Size(max = 200) String organisation,
            @NotBlank @Words String reason) {}

    private final PilotDesk desk;
    private final Idempotency idempotency;
    private final Callers callers;
    private final IfMatch ifMatch;

    PilotStepResource(PilotDesk desk, Idempotency idempotency, Callers callers, IfMatch ifMatch) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.callers = callers;
        this.ifMatch = ifMatch;
    }

    /** Lets it rest. 409 {@code PILOT_SUSPENDED}. */
    @POST
    @Path("/{pilotId}/suspensions")
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    @APIResponseSchema(value = PilotView.class, responseCode = "201")
    public Response suspend(@PathParam("pilotId") String pilotId, @Valid @NotNull Reason body) {
        return stepped(pilotId, body, new Step.Suspend(body.reason()));
    }

    /** Lets it go on, where it stands by then. 409 {@code PILOT_NOT_SUSPENDED}. */
    @POST
    @Path("/{pilotId}/resumptions")
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    @APIResponseSchema(value = PilotView.class, responseCode = "201")
    public Response resume(@PathParam("pilotId") String pilotId, @Valid @NotNull Reason body) {
        return stepped(pilotId, body, new Step.Resume(body.reason()));
    }

    /** Ends it before its time. */
    @POST
    @Path("/{pilotId}/terminations")
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    @APIResponseSchema(value = PilotView.class, responseCode = "201")
    public Response terminate(@PathParam("pilotId") String pilotId, @Valid @NotNull Reason body) {
        return stepped(pilotId, body, new Step.Terminate(body.reason()));
    }

    /** Its own unit leaves the programme; a delegate cannot leave for it. */
    @POST
    @Path("/{pilotId}/withdrawals")
    @RolesAllowed(Caller.PILOT_TEAM)
    @APIResponseSchema(value = PilotView.class, responseCode = "201")
    public Response withdraw(@PathParam("pilotId") String pilotId, @Valid @NotNull Reason body) {
        return stepped(pilotId, body, new Step.Withdraw(body.reason()));
    }

    /**
     * Begins its final evaluation. 409 {@code PILOT_NOT_IN_PROGRESS}, {@code PILOT_RECTIFYING}, {@code PILOT_SUSPENDED},
     * {@code PILOT_IN_EVALUATION}.
     */
    @POST
    @Path("/{pilotId}/evaluations")
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    @APIResponseSchema(value = PilotView.class, responseCode = "201")
    public Response evaluate(@PathParam("pilotId") String pilotId, @Valid @NotNull Reason body) {
        return stepped(pilotId, body, new Step.Evaluate(body.reason()));
    }

    /**
     * It passed the final evaluation. 409 {@code PILOT_NOT_IN_EVALUATION}, {@code RECTIFICATION_OPEN}, {@code
     * PILOT_SUSPENDED}; 422 {@code GRADE_UNKNOWN} at {@code /grade}.
     */
    @POST
    @Path("/{pilotId}/completions")
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    @APIResponseSchema(value = PilotView.class, responseCode = "201")
    public Response complete(@PathParam("pilotId") String pilotId, @Valid @NotNull Completion body) {
        return stepped(pilotId, body, new Step.Complete(body.grade(), body.reason()));
    }

    /** It did not pass the final evaluation. 409 {@code PILOT_NOT_IN_EVALUATION}, {@code PILOT_SUSPENDED}. */
    @POST
    @Path("/{pilotId}/failures")
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    @APIResponseSchema(value = PilotView.class, responseCode = "201")
    public Response fail(@PathParam("pilotId") String pilotId, @Valid @NotNull Reason body) {
        return stepped(pilotId, body, new Step.Fail(body.reason()));
    }

    /**
     * Lets the people of another organisation act for it; they cannot pass that on. 409 {@code ALREADY_DELEGATED}, {@code
     * TOO_MANY_DELEGATES}; 422 {@code DELEGATE_ITSELF} or {@code DELEGATE_NOT_PLAIN} at {@code /organisation}.
     */
    @POST
    @Path("/{pilotId}/delegations")
    @RolesAllowed({Caller.PILOT_TEAM, Caller.PROGRAMME_OFFICE})
    @APIResponseSchema(value = PilotView.class, responseCode = "201")
    public Response delegate(@PathParam("pilotId") String pilotId, @Valid @NotNull Delegation body) {
        return stepped(pilotId, body, new Step.Delegate(body.organisation().strip(), body.reason()));
    }

    /** Lets them no longer, also after the pilot has ended. 409 {@code NOT_DELEGATED}. */
    @POST
    @Path("/{pilotId}/delegations/{organisation}/revocations")
    @RolesAllowed({Caller.PILOT_TEAM, Caller.PROGRAMME_OFFICE})
    @APIResponseSchema(value = PilotView.class, responseCode = "201")
    public Response revoke(
            @PathParam("pilotId") String pilotId,
            @PathParam("organisation") String organisation,
            @Valid @NotNull Reason body) {
        return stepped(pilotId, body, new Step.Revoke(organisation, body.reason()));
    }

    private Response stepped(String pilotId, Object body, Step step) {
        return idempotency.once(
                body,
                () -> Answer.created(
                        PilotDesk.address(pilotId), desk.step(callers.current(), pilotId, step, ifMatch::honoured)));
    }
}
