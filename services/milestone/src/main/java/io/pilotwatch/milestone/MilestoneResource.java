package io.pilotwatch.milestone;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.core.Input;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.time.LocalDate;
import java.util.UUID;

/**
 * A milestone, and what may be done to it. 404 for a milestone that is not in the task book, 403 for a pilot that the caller
 * may not reach or not in this way, 409 where the milestone's state does not allow it, 422 for a value that the state of
 * things does not allow, 412 {@code STALE} where {@code If-Match} names another revision.
 */
@HonoursIfMatch
@Path(MilestoneResource.PATH + "{pilotId}/milestones/{milestoneId}")
public class MilestoneResource {

    static final String PATH = "/milestone/api/v1/pilots/";

    /**
     * A report of progress.
     *
     * @param percent 0 to 100
     * @param forecastDate programme day on which the team expects to be done; absent leaves the one named before
     */
    public record Update(
            @NotNull @Min(0) @Max(100) Integer percent,
            @Nullable LocalDate forecastDate,
            @Nullable @Words String note) {}

    /** A claim, or its acceptance. */
    public record Remark(@Nullable @Words String note) {}

    /** Why a claim is not accepted. */
    public record Return(@NotBlank @Words String reason) {}

    /** A later due day, and why. */
    public record Extension(
            @NotNull LocalDate newDue, @NotBlank @Words String reason) {}

    private final Idempotency idempotency;
    private final Callers callers;
    private final MilestoneDesk desk;
    private final Ids ids;
    private final IfMatch ifMatch;

    MilestoneResource(Idempotency idempotency, Callers callers, MilestoneDesk desk, Ids ids, IfMatch ifMatch) {
        this.idempotency = idempotency;
        this.callers = callers;
        this.desk = desk;
        this.ids = ids;
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

    /** Its updates, a {@link Page}, newest last. */
    @GET
    @Path("/updates")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Page<UpdateView> updates(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        int most = Page.limit(limit);
        var found =
                desk.updates(callers.current(), pilotId, milestoneId, Page.after(cursor, 0L, Long::valueOf), most + 1);
        return Page.of(found, most, update -> Long.toString(update.revision()), uri);
    }

    /** One update, as its receipt. */
    @GET
    @Path("/updates/{updateId}")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public UpdateView update(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @PathParam("updateId") UUID updateId) {
        return desk.update(callers.current(), pilotId, milestoneId, updateId);
    }

    /** The team reports: 201 with a receipt. 422 {@code FORECAST_NOT_PLAUSIBLE} at {@code /forecastDate}. */
    @POST
    @Path("/updates")
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response report(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @NotNull @Valid Update body) {
        return idempotency.once(body, () -> {
            var input = new Input.Update(ids.next().toString(), body.percent(), body.forecastDate(), body.note());
            var receipt = UpdateView.of(desk.decide(callers.current(), pilotId, milestoneId, input, ifMatch::honoured)
                    .entry());
            return Answer.created(address(pilotId, milestoneId) + "/updates/" + receipt.updateId(), receipt);
        });
    }

    /** The team says that all is done: 201 with the milestone. */
    @POST
    @Path("/claims")
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response claim(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @NotNull @Valid Remark body) {
        return decide(pilotId, milestoneId, body, new Input.Claim(body.note()));
    }

    /** The lead regulator agrees: 201 with the milestone. 409 {@code MILESTONE_NOT_CLAIMED} without a claim. */
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
            @NotNull @Valid Return body) {
        return decide(pilotId, milestoneId, body, new Input.Return(body.reason()));
    }

    /**
     * The lead regulator grants a later day: 201 with the milestone. 422 {@code NEW_DUE_NOT_LATER} or {@code
     * NEW_DUE_AFTER_DEADLINE} at {@code /newDue}.
     */
    @POST
    @Path("/extensions")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response extend(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @NotNull @Valid Extension body) {
        return decide(pilotId, milestoneId, body, new Input.Extend(body.newDue(), body.reason()));
    }

    private Response decide(String pilotId, String milestoneId, Object body, Input input) {
        return idempotency.once(
                body,
                () -> Answer.created(
                        address(pilotId, milestoneId),
                        desk.decide(callers.current(), pilotId, milestoneId, input, ifMatch::honoured)
                                .milestone()));
    }

    private static String address(String pilotId, String milestoneId) {
        return PATH + pilotId + "/milestones/" + milestoneId;
    }
}
