package io.pilotwatch.milestone;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** A pilot's task book. 404 for a pilot that intake has not told of, 403 for one that the caller may not reach. */
@Path(MilestoneResource.PATH + "{pilotId}/task-book")
public class TaskBookResource {

    /** What a filing says: nothing yet, the programme's template is the plan. Written as <code>{}</code>. */
    public record Filing() {}

    private final Idempotency idempotency;
    private final Callers callers;
    private final TaskBookDesk desk;

    TaskBookResource(Idempotency idempotency, Callers callers, TaskBookDesk desk) {
        this.idempotency = idempotency;
        this.callers = callers;
        this.desk = desk;
    }

    /** The task book with its milestones as they stand; 404 until it is filed. */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public TaskBookView look(@PathParam("pilotId") String pilotId) {
        return desk.look(callers.current(), pilotId);
    }

    /** Files it: 201 with the task book; 409 {@code TASK_BOOK_ALREADY_FILED} the second time. */
    @POST
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response file(@PathParam("pilotId") String pilotId, @NotNull @Valid Filing filing) {
        return idempotency.once(
                filing,
                () -> Answer.created(
                        MilestoneResource.PATH + pilotId + "/task-book", desk.file(callers.current(), pilotId)));
    }
}
