package io.pilotwatch.intake;

import io.pilotwatch.intake.core.Move;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.HonoursIfMatch;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.Ids;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What anybody holds against a shortlisted application while the public comment runs. */
@HonoursIfMatch
@Path("/intake/api/v1/applications/{pilotId}/objections")
public class ObjectionResource {

    /** What is held against it. */
    public record ObjectionRequest(@NotBlank @Words String text) {}

    /** Whether it stands in the way of approval, and why or why not. */
    public record Settlement(
            @NotNull Boolean upheld, @NotBlank @Words String reason) {}

    private final ApplicationDesk desk;
    private final Idempotency idempotency;
    private final Callers callers;
    private final IfMatch ifMatch;
    private final Ids ids;

    ObjectionResource(ApplicationDesk desk, Idempotency idempotency, Callers callers, IfMatch ifMatch, Ids ids) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.callers = callers;
        this.ifMatch = ifMatch;
        this.ids = ids;
    }

    /**
     * Objects, as anybody who is signed in may: 201 with the {@link ApplicationView}, among its {@code objections} this one.
     * 409 {@code NOT_SHORTLISTED}, {@code PUBLIC_COMMENT_OVER}.
     */
    @POST
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.EXPERT,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Response object(@PathParam("pilotId") String pilotId, @Valid @NotNull ObjectionRequest body) {
        return idempotency.once(body, () -> {
            var objectionId = ids.next().toString();
            return moved(pilotId, new Move.RaiseObjection(objectionId, body.text()));
        });
    }

    /**
     * The programme office decides on an objection: 201 with the {@link ApplicationView}. 409 {@code OBJECTION_SETTLED},
     * {@code OBJECTION_PAST}, {@code NOT_SHORTLISTED}.
     */
    @POST
    @Path("/{objectionId}/settlements")
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Response settle(
            @PathParam("pilotId") String pilotId,
            @PathParam("objectionId") UUID objectionId,
            @Valid @NotNull Settlement body) {
        return idempotency.once(
                body, () -> moved(pilotId, new Move.Settle(objectionId.toString(), body.upheld(), body.reason())));
    }

    private Answer moved(String pilotId, Move move) {
        return Answer.created(
                ApplicationDesk.address(pilotId), desk.move(callers.current(), pilotId, move, ifMatch::honoured));
    }
}
