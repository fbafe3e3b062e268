package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Rectifying.Input;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.HonoursIfMatch;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.IfMatch;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * Rectifications: what a lead regulator orders a pilot to put right, and what becomes of it. 404 NOT_FOUND, 403
 * FOREIGN_PILOT for a pilot that the caller may not reach or not in this way, 409 PILOT_ENDED or PILOT_SUSPENDED, 412 STALE
 * where {@code If-Match} names another revision. Every POST needs an {@code Idempotency-Key}, and answers 201 with the {@link RectificationView}.
 */
@Path("/compliance-alert/api/v1")
public class RectificationResource {

    private static final String PATH = "/compliance-alert/api/v1/rectifications/";
    private static final UUID BEGINNING = new UUID(0, 0);

    /**
     * What is demanded.
     *
     * @param due programme day by which it is to be answered: after today, and not after the programme's deadline
     */
    public record Order(
            @NotBlank @Words String demand, @NotNull LocalDate due) {}

    /**
     * What the team did.
     *
     * @param evidenceIds of evidence that it attached; may be left out, otherwise 422 EVIDENCE_UNKNOWN for what is none
     */
    public record Done(
            @NotBlank @Words String answer,
            @Nullable @Size(max = 50) List<@NotNull UUID> evidenceIds) {}

    /** What goes with an acceptance; may be left out. */
    public record Remark(@Nullable @Words String note) {}

    /** Why an answer is not accepted. */
    public record Return(@NotBlank @Words String reason) {}

    private final RectificationDesk desk;
    private final Callers callers;
    private final Idempotency idempotency;
    private final Ids ids;
    private final IfMatch ifMatch;

    RectificationResource(RectificationDesk desk, Callers callers, Idempotency idempotency, Ids ids, IfMatch ifMatch) {
        this.desk = desk;
        this.callers = callers;
        this.idempotency = idempotency;
        this.ids = ids;
        this.ifMatch = ifMatch;
    }

    /** The lead, or for any pilot the office, orders one. 422 DUE_NOT_AFTER_TODAY or DUE_AFTER_DEADLINE at {@code /due}. */
    @POST
    @Path("/pilots/{pilotId: [\\w-]+}/rectifications")
    @APIResponseSchema(value = RectificationView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response order(@PathParam("pilotId") String pilotId, @NotNull @Valid Order body) {
        return idempotency.once(
                body, () -> created(desk.order(callers.current(), pilotId, ids.next(), body.demand(), body.due())));
    }

    /** A pilot's, oldest first: a {@link Page} of {@link RectificationView}, for whoever may see the pilot. */
    @GET
    @Path("/pilots/{pilotId: [\\w-]+}/rectifications")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Page<RectificationView> list(
            @PathParam("pilotId") String pilotId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        int most = Page.limit(limit);
        var found = desk.list(callers.current(), pilotId, after(cursor), most + 1);
        return Page.of(found, most, RectificationView::rectificationId, uri);
    }

    /** One with its history, {@link RectificationView.WithHistory}, its revision as a strong ETag. */
    @GET
    @Path("/rectifications/{rectificationId}")
    @APIResponseSchema(value = RectificationView.WithHistory.class, responseCode = "200")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response look(@PathParam("rectificationId") UUID id) {
        var found = desk.look(callers.current(), id);
        return Response.ok(found)
                .tag(ifMatch.tag(found.rectification().revision()))
                .build();
    }

    /** The team answers. 409 RECTIFICATION_AWAITS_DECISION or RECTIFICATION_ACCEPTED. */
    @POST
    @Path("/rectifications/{rectificationId}/answers")
    @HonoursIfMatch
    @APIResponseSchema(value = RectificationView.class, responseCode = "201")
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response answer(@PathParam("rectificationId") UUID id, @NotNull @Valid Done body) {
        var evidence = body.evidenceIds() == null ? List.<UUID>of() : body.evidenceIds();
        return decide(
                id,
                body,
                new Input.Respond(
                        body.answer(), evidence.stream().map(UUID::toString).toList()));
    }

    /** The lead is satisfied. 409 RECTIFICATION_NOT_ANSWERED or RECTIFICATION_ACCEPTED. */
    @POST
    @Path("/rectifications/{rectificationId}/acceptances")
    @HonoursIfMatch
    @APIResponseSchema(value = RectificationView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response accept(@PathParam("rectificationId") UUID id, @NotNull @Valid Remark body) {
        return decide(id, body, new Input.Accept(body.note()));
    }

    /** The lead is not: it is ordered again, its due day stays. 409 RECTIFICATION_NOT_ANSWERED or RECTIFICATION_ACCEPTED. */
    @POST
    @Path("/rectifications/{rectificationId}/returns")
    @HonoursIfMatch
    @APIResponseSchema(value = RectificationView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response return_(@PathParam("rectificationId") UUID id, @NotNull @Valid Return body) {
        return decide(id, body, new Input.Return(body.reason()));
    }

    private Response decide(UUID id, Object body, Input input) {
        return idempotency.once(body, () -> created(desk.decide(callers.current(), id, input, ifMatch::honoured)));
    }

    private static Answer created(RectificationView made) {
        return Answer.created(PATH + made.rectificationId(), made);
    }

    private static UUID after(String cursor) {
        var after = Page.after(cursor);
        try {
            return after.isEmpty() ? BEGINNING : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Page.foreignCursor();
        }
    }
}
