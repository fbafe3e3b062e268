package io.pilotwatch.milestone;

import io.pilotwatch.milestone.core.BookInput;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.HonoursIfMatch;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.IfMatch;
import io.pilotwatch.platform.Page;
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

/**
 * A pilot's task book: the team submits a plan, the lead regulator accepts or returns it. 404 for a pilot that intake has not
 * told of, 403 for one that the caller may not reach or not in this way, 409 {@code PILOT_SUSPENDED} or {@code PILOT_ENDED}
 * where the pilot's state does not allow it, 412 {@code STALE} where {@code If-Match} names another revision.
 */
@HonoursIfMatch
@Path(Addresses.TASK_BOOK)
public class TaskBookResource {

    private final Idempotency idempotency;
    private final Callers callers;
    private final TaskBookDesk desk;
    private final IfMatch ifMatch;

    TaskBookResource(Idempotency idempotency, Callers callers, TaskBookDesk desk, IfMatch ifMatch) {
        this.idempotency = idempotency;
        this.callers = callers;
        this.desk = desk;
        this.ifMatch = ifMatch;
    }

    /**
     * The task book: what is in force with its milestones as they stand, what waits for a decision, its revision as a strong
     * ETag. 404 until a plan is submitted.
     */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response look(@PathParam("pilotId") String pilotId) {
        var book = desk.look(callers.current(), pilotId);
        return Response.ok(book).tag(ifMatch.tag(book.revision())).build();
    }

    /** The plans that are or were in force, a {@link Page}, the first baseline first. */
    @GET
    @Path("/versions")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Page<VersionView> versions(
            @PathParam("pilotId") String pilotId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        int most = Page.limit(limit);
        var after = Page.after(cursor, 0, Integer::valueOf);
        var found = desk.versions(callers.current(), pilotId, after, most + 1);
        return Page.of(found, most, version -> Integer.toString(version.version()), uri);
    }

    /** One of them, as it was accepted: 404 for what never was in force. */
    @GET
    @Path("/versions/{version: \\d{1,9}}")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public VersionView version(@PathParam("pilotId") String pilotId, @PathParam("version") int version) {
        return desk.version(callers.current(), pilotId, version);
    }

    /**
     * The team submits its plan, for the first time or after a return; nothing is in force yet: 201 with the task book and a
     * receipt. 409 {@code TASK_BOOK_AWAITS_DECISION} or {@code TASK_BOOK_ALREADY_FILED}; 422 with every fault of the plan at
     * its place.
     */
    @POST
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response submit(@PathParam("pilotId") String pilotId, @NotNull @Valid ProposedPlan body) {
        return idempotency.once(body, () -> {
            var input = new BookInput.Submit(body.draft());
            return Answer.created(
                    Addresses.taskBook(pilotId), desk.submit(callers.current(), pilotId, input, ifMatch::honoured));
        });
    }

    /**
     * The lead regulator agrees: the plan is in force as version 1 from today: 201 with the task book. 409 {@code
     * TASK_BOOK_NOT_SUBMITTED} or {@code TASK_BOOK_ALREADY_FILED}.
     */
    @POST
    @Path("/acceptances")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response accept(@PathParam("pilotId") String pilotId, @NotNull @Valid Remark body) {
        return decide(pilotId, body, new BookInput.Accept(body.note()));
    }

    /**
     * The lead regulator does not agree, and the team submits again: 201 with the task book. 409 {@code
     * TASK_BOOK_NOT_SUBMITTED} or {@code TASK_BOOK_ALREADY_FILED}.
     */
    @POST
    @Path("/returns")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response giveBack(@PathParam("pilotId") String pilotId, @NotNull @Valid Reason body) {
        return decide(pilotId, body, new BookInput.Return(body.reason()));
    }

    private Response decide(String pilotId, Object body, BookInput.OfLead input) {
        return idempotency.once(
                body,
                () -> Answer.created(
                        Addresses.taskBook(pilotId),
                        desk.decide(callers.current(), pilotId, input, ifMatch::honoured)));
    }
}
