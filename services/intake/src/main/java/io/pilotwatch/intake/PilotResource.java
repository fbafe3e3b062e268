package io.pilotwatch.intake;

import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.intake.core.Step;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.IfMatch;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The register of pilots. 404 where it has none; 403 {@code FOREIGN_PILOT} where the caller may not see it. */
@Path("/intake/api/v1/pilots")
public class PilotResource {

    /**
     * What a pilot's people state of it.
     *
     * @param scenarios names of its scenarios, 1 to 50
     * @param contacts whom to ask; never told beyond its team, its leads and the programme office
     */
    public record Profile(
            @NotNull @Size(max = 50) List<@NotBlank @Words @Size(max = 200) String> scenarios,
            @NotNull @Size(max = 20) List<@Valid @NotNull Person> contacts) {

        /** The step that states it. */
        public Step step() {
            return new Step.Amend(
                    scenarios.stream().map(String::strip).toList(),
                    contacts.stream().map(Person::contact).toList());
        }
    }

    private final PilotDesk desk;
    private final Callers callers;
    private final IfMatch ifMatch;

    PilotResource(PilotDesk desk, Callers callers, IfMatch ifMatch) {
        this.desk = desk;
        this.callers = callers;
        this.ifMatch = ifMatch;
    }

    /**
     * The pilots that the caller may see, in the order of their numbers: a team its own and those that it was delegated, a
     * regulator its fields', a recommender its region's or fields', everyone else all.
     *
     * @param state name of a pilot's state
     * @param kind code of a kind
     * @param field code of a field
     * @param region as the register states it
     * @param synthetic {@code true} or {@code false}
     * @param q part of the unit's name, or of the id, whatever the case
     * @param limit 1 to {@value Page#LARGEST}
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
    public Page<PilotView> list(
            @QueryParam("state") Optional<String> state,
            @QueryParam("kind") Optional<String> kind,
            @QueryParam("field") Optional<String> field,
            @QueryParam("region") @Words @Size(max = 200) String region,
            @QueryParam("synthetic") Optional<String> synthetic,
            @QueryParam("q") @Words @Size(max = 200) String q,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        var filter = new RegisterFilter(
                Parameters.oneOf("state", PilotState.class, state),
                kind.orElse(null),
                field.orElse(null),
                region,
                synthetic.map(value -> Parameters.flag("synthetic", value)).orElse(null),
                q);
        return desk.list(callers.current(), filter, cursor, Page.limit(limit), uri);
    }

    /** One pilot, its version as a strong ETag. */
    @GET
    @Path("/{pilotId}")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    @APIResponseSchema(PilotView.class)
    public Response get(@PathParam("pilotId") String pilotId) {
        return tagged(desk.look(callers.current(), pilotId));
    }

    /**
     * What was done to it since it was published, oldest first.
     *
     * @param limit 1 to {@value Page#LARGEST}
     */
    @GET
    @Path("/{pilotId}/history")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Page<EntryView> history(
            @PathParam("pilotId") String pilotId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        int most = Page.limit(limit);
        var found = desk.history(callers.current(), pilotId, Page.after(cursor, 0L, Long::valueOf), most + 1);
        return Page.of(found, most, entry -> Long.toString(entry.version()), uri);
    }

    /**
     * The pilot's own people, or a delegate's, amend its scenarios and contacts: 200. 409 where it has ended; 422 {@code
     * SCENARIOS_NEEDED} or {@code SCENARIO_NOT_PLAIN} at {@code /scenarios}.
     */
    @PUT
    @Path("/{pilotId}/profile")
    @Transactional
    @RolesAllowed(Caller.PILOT_TEAM)
    @APIResponseSchema(PilotView.class)
    public Response amend(@PathParam("pilotId") String pilotId, @Valid @NotNull Profile body) {
        return tagged(desk.step(callers.current(), pilotId, body.step(), ifMatch::required));
    }

    private Response tagged(PilotView view) {
        return Response.ok(view).tag(ifMatch.tag(view.version())).build();
    }
}
