package io.pilotwatch.reporting.savedview;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.IfMatch;
import io.pilotwatch.platform.Page;
import io.pilotwatch.reporting.Filters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * Filters of the list of pilots, saved under names. Each is its account's; the programme office may share its own with
 * everyone. 404 NOT_FOUND for another's, 403 FOREIGN_VIEW for who would change a shared one of another account.
 */
@Path(SavedViewResource.PATH)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class SavedViewResource {

    static final String PATH = "/reporting/api/v1/saved-views";

    private static final UUID BEGINNING = new UUID(0, 0);

    /**
     * A view as wanted, the whole of it.
     *
     * @param name unique in the account; 1 to 100 characters, not all of them spaces, none of them a control character
     * @param shared with everyone, which the programme office may; false where left out
     * @param filter the list's query parameters; what is left out is not filtered by
     */
    public record Wanted(
            @NotNull @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*")
            String name,

            @Nullable Boolean shared,
            @NotNull Filters filter) {

        /** Whether everyone is to see it. */
        public boolean forEveryone() {
            return Boolean.TRUE.equals(shared);
        }
    }

    private final SavedViewDesk desk;
    private final Callers callers;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;

    SavedViewResource(SavedViewDesk desk, Callers callers, Idempotency idempotency, IfMatch ifMatch) {
        this.desk = desk;
        this.callers = callers;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
    }

    /**
     * Saves one: 201 with the {@link SavedView}. 400 for a filter value that does not exist, 403 SHARING_NOT_ALLOWED, 409
     * NAME_TAKEN, 409 TOO_MANY_VIEWS.
     */
    @POST
    @APIResponseSchema(value = SavedView.class, responseCode = "201")
    public Response save(@NotNull @Valid Wanted body) {
        return idempotency.once(body, () -> {
            var view = desk.save(callers.current(), body.name().strip(), body.forEveryone(), body.filter());
            return Answer.created(PATH + "/" + view.viewId(), view);
        });
    }

    /** One's own and the shared ones, oldest first: a {@link Page} of {@link SavedView}. */
    @GET
    public Page<SavedView> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit, @Context UriInfo uri) {
        int most = Page.limit(limit);
        var found = desk.list(callers.current(), after(cursor), most + 1);
        return Page.of(found, most, view -> view.viewId().toString(), uri);
    }

    /** One, its revision as a strong ETag. */
    @GET
    @Path("/{viewId}")
    @APIResponseSchema(SavedView.class)
    public Response look(@PathParam("viewId") UUID id) {
        return tagged(desk.look(callers.current(), id));
    }

    /** Its account wants it otherwise. The problems are those of saving one. */
    @PUT
    @Path("/{viewId}")
    @Transactional
    @APIResponseSchema(SavedView.class)
    public Response change(@PathParam("viewId") UUID id, @NotNull @Valid Wanted body) {
        return tagged(desk.change(
                callers.current(), id, body.name().strip(), body.forEveryone(), body.filter(), ifMatch::required));
    }

    /** Its account wants it no more: 204. Needs {@code If-Match} as a change does. */
    @DELETE
    @Path("/{viewId}")
    @Transactional
    public void delete(@PathParam("viewId") UUID id) {
        desk.delete(callers.current(), id, ifMatch::required);
    }

    private Response tagged(SavedView view) {
        return Response.ok(view).tag(ifMatch.tag(view.revision())).build();
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
