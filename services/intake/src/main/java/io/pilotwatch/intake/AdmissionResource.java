package io.pilotwatch.intake;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.intake.core.Move;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.HonoursIfMatch;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.IfMatch;
import io.pilotwatch.platform.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * What others do with an application: each answers 201 with the {@link ApplicationView} after it, or 409 with the reason's
 * code where its state does not allow it: {@code NOT_SUBMITTED}, {@code AWAITS_CORRECTION}, {@code ALREADY_APPROVED}, {@code
 * APPLICATION_REJECTED}, {@code APPLICATION_WITHDRAWN} and those named below.
 */
@HonoursIfMatch
@Path("/intake/api/v1/applications")
public class AdmissionResource {

    /** A recommender's words, if any. */
    public record Recommendation(@Nullable @Words String note) {}

    /**
     * An expert's review.
     *
     * @param scores 0 to 100 for each criterion of the programme
     * @param supports whether the expert is for it
     */
    public record ReviewRequest(
            @NotNull @Size(max = 50)
            Map<@NotBlank @Words @Size(max = 100) String, @NotNull @Min(0) @Max(100) Integer> scores,

            @NotNull Boolean supports,
            @NotBlank @Words String opinion) {}

    private final ApplicationDesk desk;
    private final PilotDesk pilots;
    private final Idempotency idempotency;
    private final Callers callers;
    private final IfMatch ifMatch;

    AdmissionResource(
            ApplicationDesk desk, PilotDesk pilots, Idempotency idempotency, Callers callers, IfMatch ifMatch) {
        this.desk = desk;
        this.pilots = pilots;
        this.idempotency = idempotency;
        this.callers = callers;
        this.ifMatch = ifMatch;
    }

    /** A recommender of its region or of one of its fields speaks for it. 409 {@code ALREADY_RECOMMENDED}. */
    @POST
    @Path("/{pilotId}/recommendations")
    @RolesAllowed(Caller.RECOMMENDER)
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Response recommend(@PathParam("pilotId") String pilotId, @Valid @NotNull Recommendation body) {
        return idempotency.once(body, () -> {
            var caller = callers.current();
            return moved(pilotId, new Move.Recommend(desk.unit(caller, pilotId), body.note()));
        });
    }

    /** The programme office gives it to the experts. 409 {@code NOT_RECOMMENDED}, {@code ALREADY_UNDER_REVIEW}. */
    @POST
    @Path("/{pilotId}/review-openings")
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Response openReview(@PathParam("pilotId") String pilotId) {
        return idempotency.once(pilotId, () -> moved(pilotId, new Move.OpenReview()));
    }

    /**
     * An expert's review; a second one takes the place of the first, which is kept. 409 {@code NOT_UNDER_REVIEW}, {@code
     * ALREADY_SHORTLISTED}; 422 {@code CRITERION_UNKNOWN} or {@code CRITERION_MISSING} at {@code /scores}.
     */
    @POST
    @Path("/{pilotId}/reviews")
    @RolesAllowed(Caller.EXPERT)
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Response review(@PathParam("pilotId") String pilotId, @Valid @NotNull ReviewRequest body) {
        return idempotency.once(
                body, () -> moved(pilotId, new Move.GiveReview(body.scores(), body.supports(), body.opinion())));
    }

    /**
     * The programme office makes it public; the public comment begins. 409 {@code NOT_UNDER_REVIEW}, {@code
     * REVIEWS_MISSING}, {@code ALREADY_SHORTLISTED}.
     */
    @POST
    @Path("/{pilotId}/shortlistings")
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Response shortlist(@PathParam("pilotId") String pilotId) {
        return idempotency.once(pilotId, () -> moved(pilotId, new Move.Shortlist()));
    }

    /** The programme office or, as long as it is not recommended, its recommender gives it back for correction. */
    @POST
    @Path("/{pilotId}/returns")
    @RolesAllowed({Caller.PROGRAMME_OFFICE, Caller.RECOMMENDER})
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Response giveBack(@PathParam("pilotId") String pilotId, @Valid @NotNull Reason body) {
        return idempotency.once(body, () -> moved(pilotId, new Move.Return(body.reason())));
    }

    /** The programme office does not take it. */
    @POST
    @Path("/{pilotId}/rejections")
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Response reject(@PathParam("pilotId") String pilotId, @Valid @NotNull Reason body) {
        return idempotency.once(body, () -> moved(pilotId, new Move.Reject(body.reason())));
    }

    /**
     * Publishes it as a pilot, on the clock's day.
     *
     * @return 201 with a {@link PilotView} at the pilot's address; 409 {@code NOT_SHORTLISTED}, {@code
     *     PUBLIC_COMMENT_RUNNING}, {@code OBJECTION_OPEN} or {@code OBJECTION_UPHELD}
     */
    @POST
    @Path("/{pilotId}/approval")
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    @APIResponseSchema(value = PilotView.class, responseCode = "201")
    public Response approve(@PathParam("pilotId") String pilotId) {
        return idempotency.once(pilotId, () -> {
            desk.approve(callers.current(), pilotId, ifMatch::honoured);
            return Answer.created(PilotDesk.address(pilotId), pilots.look(callers.current(), pilotId));
        });
    }

    private Answer moved(String pilotId, Move move) {
        return Answer.created(
                ApplicationDesk.address(pilotId), desk.move(callers.current(), pilotId, move, ifMatch::honoured));
    }
}
