package io.pilotwatch.milestone;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.RiskLevel;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.milestone.core.Input;
import io.pilotwatch.milestone.core.Situation;
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
import java.util.function.Function;

/** A milestone's reports of progress. 404, 403, 409 and 412 as for the milestone. */
@HonoursIfMatch
@Path(Addresses.MILESTONE + "/updates")
public class UpdateResource {

    /**
     * A report of progress.
     *
     * @param percent 0 to 100
     * @param forecastDate programme day on which the team expects to be done; absent leaves the one named before
     * @param selfRating GREEN, AMBER or RED; absent for none
     * @param ratingReason asked for with AMBER and RED
     */
    public record Update(
            @NotNull @Min(0) @Max(100) Integer percent,
            @Nullable LocalDate forecastDate,
            @Nullable @Words String note,
            @Nullable Rating selfRating,
            @Nullable @Words String ratingReason,
            @Nullable @Size(max = 20) List<@NotNull @Valid Deviation> deviations,
            @Nullable @Size(max = 20) List<@NotNull @Valid Risk> risks,
            @Nullable @Size(max = 20) List<@NotNull @Valid Issue> issues) {

        /** What is to be decided on. */
        public Input.Update input(String updateId) {
            return new Input.Update(updateId, percent, forecastDate, note, situation());
        }

        private Situation situation() {
            return new Situation(
                    selfRating == null ? Rating.NOT_RATED : selfRating,
                    ratingReason,
                    each(deviations, d -> new MilestoneEvent.Deviation(d.what(), d.cause(), d.correction())),
                    each(risks, r -> new MilestoneEvent.Risk(r.what(), r.level(), r.response())),
                    each(issues, i -> new MilestoneEvent.Issue(i.what(), i.needs())));
        }

        private static <A, B> List<B> each(List<A> items, Function<A, B> form) {
            return items == null ? List.of() : items.stream().map(form).toList();
        }
    }

    /** Where the work left the plan, why, and what is done about it. */
    public record Deviation(
            @NotBlank @Words String what,
            @NotBlank @Words String cause,
            @NotBlank @Words String correction) {}

    /** What may go wrong; {@code response} is absent while there is none. */
    public record Risk(
            @NotBlank @Words String what,
            @NotNull RiskLevel level,
            @Nullable @Words String response) {}

    /** What went wrong; {@code needs} is what the team asks of others, absent where nothing. */
    public record Issue(
            @NotBlank @Words String what, @Nullable @Words String needs) {}

    private final Idempotency idempotency;
    private final Callers callers;
    private final MilestoneDesk desk;
    private final Ids ids;
    private final IfMatch ifMatch;

    UpdateResource(Idempotency idempotency, Callers callers, MilestoneDesk desk, Ids ids, IfMatch ifMatch) {
        this.idempotency = idempotency;
        this.callers = callers;
        this.desk = desk;
        this.ids = ids;
        this.ifMatch = ifMatch;
    }

    /** The milestone's updates, a {@link Page}, newest last. */
    @GET
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

    /** One update. */
    @GET
    @Path("/{updateId}")
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

    /**
     * The team reports: 201 with the update and a receipt. 409 {@code MILESTONE_AWAITS_DECISION} after the claim; 422 {@code
     * FORECAST_NOT_PLAUSIBLE} at {@code /forecastDate} or {@code RATING_REASON_MISSING} at {@code /ratingReason}.
     */
    @POST
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response report(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @NotNull @Valid Update body) {
        return idempotency.once(body, () -> {
            var input = body.input(ids.next().toString());
            return Answer.created(
                    Addresses.update(pilotId, milestoneId, input.updateId()),
                    desk.report(callers.current(), pilotId, milestoneId, input, ifMatch::honoured));
        });
    }
}
