package io.pilotwatch.milestone;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.ProposedPlan.ProposedMilestone;
import io.pilotwatch.milestone.ProposedPlan.ProposedTarget;
import io.pilotwatch.milestone.core.BookInput;
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
import java.util.List;

/**
 * Changes of a filed task book: the team asks, the lead regulator decides, and what is agreed is a new version. A milestone
 * that is left out is cancelled; a claimed or reached one stays as it is; a due day moves by an extension alone. 404, 403,
 * 409 and 412 as for the task book.
 */
@HonoursIfMatch
@Path(Addresses.TASK_BOOK + "/changes")
public class TaskBookChangeResource {

    /**
     * The plan as it is to be, and why.
     *
     * @param milestones all of them; absent for those of the plan in force
     * @param indicators all of them; absent for those of the plan in force
     */
    public record Change(
            @Nullable @Size(min = 1, max = 100) List<@NotNull @Valid ProposedMilestone> milestones,
            @Nullable @Size(max = 100) List<@NotNull @Valid ProposedTarget> indicators,
            @NotBlank @Words String reason) {}

    private final Idempotency idempotency;
    private final Callers callers;
    private final TaskBookDesk desk;
    private final IfMatch ifMatch;

    TaskBookChangeResource(Idempotency idempotency, Callers callers, TaskBookDesk desk, IfMatch ifMatch) {
        this.idempotency = idempotency;
        this.callers = callers;
        this.desk = desk;
        this.ifMatch = ifMatch;
    }

    /**
     * The team asks for another plan; the one in force stays so long: 201 with the task book and a receipt. 409 {@code
     * TASK_BOOK_NOT_FILED} or {@code CHANGE_AWAITS_DECISION}; 422 with every fault of the plan at its place.
     */
    @POST
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response request(@PathParam("pilotId") String pilotId, @NotNull @Valid Change body) {
        return idempotency.once(body, () -> {
            var draft = new ProposedPlan(body.milestones(), body.indicators()).draft();
            var input = new BookInput.RequestChange(draft, body.reason());
            return Answer.created(
                    Addresses.taskBook(pilotId), desk.submit(callers.current(), pilotId, input, ifMatch::honoured));
        });
    }

    /**
     * The lead regulator agrees, and the version asked for is in force: 201 with the task book. 409 {@code
     * CHANGE_NOT_REQUESTED}, or {@code CHANGE_OVERTAKEN} where milestones moved on so that the plan does not fit any more.
     */
    @POST
    @Path("/{version: \\d{1,9}}/acceptances")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response accept(
            @PathParam("pilotId") String pilotId, @PathParam("version") int version, @NotNull @Valid Reason body) {
        return decide(pilotId, body, new BookInput.AcceptChange(version, body.reason()));
    }

    /** The lead regulator does not agree; the plan in force stays: 201 with the task book. 409 {@code CHANGE_NOT_REQUESTED}. */
    @POST
    @Path("/{version: \\d{1,9}}/refusals")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response refuse(
            @PathParam("pilotId") String pilotId, @PathParam("version") int version, @NotNull @Valid Reason body) {
        return decide(pilotId, body, new BookInput.RefuseChange(version, body.reason()));
    }

    private Response decide(String pilotId, Object body, BookInput.OfLead input) {
        return idempotency.once(
                body,
                () -> Answer.created(
                        Addresses.taskBook(pilotId),
                        desk.decide(callers.current(), pilotId, input, ifMatch::honoured)));
    }
}
