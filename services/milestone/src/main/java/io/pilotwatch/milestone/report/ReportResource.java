package io.pilotwatch.milestone.report;

import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.milestone.Reason;
import io.pilotwatch.milestone.Remark;
import io.pilotwatch.milestone.report.core.Input;
import io.pilotwatch.milestone.report.core.Refusal;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.HonoursIfMatch;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.IfMatch;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * A pilot's progress reports (进展报告): the periodic ones, which the calendar expects, each at its period's code; the ad-hoc
 * ones and those of incidents, each at its id. 404 for a period of which nothing is expected, 403 for a pilot that the caller
 * may not reach or not in this way, 409 where the report's state does not allow it.
 */
@Path(ReportResource.PATH + "{pilotId}/reports")
public class ReportResource {

    static final String PATH = "/milestone/api/v1/pilots/";

    private final Idempotency idempotency;
    private final Callers callers;
    private final ReportDesk desk;
    private final ReportDoor door;
    private final IfMatch ifMatch;

    ReportResource(Idempotency idempotency, Callers callers, ReportDesk desk, ReportDoor door, IfMatch ifMatch) {
        this.idempotency = idempotency;
        this.callers = callers;
        this.desk = desk;
        this.door = door;
        this.ifMatch = ifMatch;
    }

    /** All reports that are expected or were handed in, a {@link Page}, by the day when they are due or were handed in. */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Page<ReportView> list(
            @PathParam("pilotId") String pilotId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        int most = Page.limit(limit);
        var found = desk.list(callers.current(), pilotId, Page.after(cursor), most + 1);
        return Page.of(found, most, ReportView::order, uri);
    }

    /** One report, its revision as a strong ETag. */
    @GET
    @Path("/{key}")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response look(@PathParam("pilotId") String pilotId, @PathParam("key") String key) {
        var report = desk.look(callers.current(), pilotId, key);
        return Response.ok(report).tag(ifMatch.tag(report.revision())).build();
    }

    /**
     * The team hands in an ad-hoc or incident report: 201 with it and a receipt. 422 {@code REPORT_IS_PERIODIC} at {@code
     * /kind}, {@code RATING_REASON_MISSING} at {@code /ratingReason}.
     */
    @POST
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response report(@PathParam("pilotId") String pilotId, @NotNull @Valid NewReport body) {
        return idempotency.once(body, () -> {
            if (body.kind() == ReportKind.PERIODIC) {
                throw Problem.of(Refusal.REPORT_IS_PERIODIC);
            }
            var made = door.submit(callers.current(), pilotId, body.kind(), body.content());
            return Answer.created(address(pilotId, made.made().key()), made);
        });
    }

    /**
     * The team hands in a report that is expected or was returned, whole as it is sent; its draft is gone then. 201 with it
     * and a receipt. The milestones' progress is added as it stands. 409 {@code REPORT_TOO_EARLY} before the first day of the
     * period's last month, {@code REPORT_AWAITS_DECISION}, {@code REPORT_ALREADY_ACCEPTED}; 422 for what is missing: {@code
     * SUMMARY_MISSING}, {@code SELF_RATING_MISSING}, {@code RATING_REASON_MISSING}, {@code TITLE_MISSING}; {@code
     * TITLE_OF_PERIODIC}.
     */
    @POST
    @Path("/{key}/submissions")
    @HonoursIfMatch
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response submit(
            @PathParam("pilotId") String pilotId, @PathParam("key") String key, @NotNull @Valid Writing body) {
        return idempotency.once(
                body,
                () -> Answer.created(
                        address(pilotId, key),
                        door.submit(callers.current(), pilotId, key, body.content(), ifMatch::honoured)));
    }

    /** The lead regulator takes it; a late one stays late: 201 with it. 409 {@code REPORT_NOT_SUBMITTED}. */
    @POST
    @Path("/{key}/acceptances")
    @HonoursIfMatch
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response accept(
            @PathParam("pilotId") String pilotId, @PathParam("key") String key, @NotNull @Valid Remark body) {
        return decide(pilotId, key, body, new Input.Accept(body.note()));
    }

    /** The lead regulator gives it back; the due day stays: 201 with it. 409 {@code REPORT_NOT_SUBMITTED}. */
    @POST
    @Path("/{key}/returns")
    @HonoursIfMatch
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response giveBack(
            @PathParam("pilotId") String pilotId, @PathParam("key") String key, @NotNull @Valid Reason body) {
        return decide(pilotId, key, body, new Input.Return(body.reason()));
    }

    private Response decide(String pilotId, String key, Object body, Input input) {
        return idempotency.once(
                body,
                () -> Answer.created(
                        address(pilotId, key), desk.decide(callers.current(), pilotId, key, input, ifMatch::honoured)));
    }

    static String address(String pilotId, String key) {
        return PATH + pilotId + "/reports/" + key;
    }
}
