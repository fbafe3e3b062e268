package io.pilotwatch.milestone.calendar;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.Languages;
import io.pilotwatch.platform.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Calendars of deadlines, to which a calendar program subscribes at an address that cannot be guessed. 403 for a pilot or a
 * field that the caller may not reach.
 */
@Path(FeedResource.PATH)
public class FeedResource {

    static final String PATH = "/milestone/api/v1";

    /** What is said when a feed is asked for: nothing, its address says all. Written as <code>{}</code>. */
    public record NewFeed() {}

    private final Idempotency idempotency;
    private final Callers callers;
    private final FeedDesk desk;
    private final FeedAddresses addresses;

    FeedResource(Idempotency idempotency, Callers callers, FeedDesk desk, FeedAddresses addresses) {
        this.idempotency = idempotency;
        this.callers = callers;
        this.desk = desk;
        this.addresses = addresses;
    }

    /**
     * A feed of a pilot's milestones and reports: 201 with its {@code url}, in the language of Accept-Language. The url is
     * shown this once; a repeat with the same key is answered without it.
     */
    @POST
    @Path("/pilots/{pilotId}/calendar-feeds")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response ofPilot(
            @PathParam("pilotId") String pilotId, @NotNull @Valid NewFeed body, @Context HttpHeaders headers) {
        return make(body, token -> desk.ofPilot(callers.current(), pilotId, token, isChinese(headers)));
    }

    /** A feed of all pilots of a field, as for a pilot. 404 for a field that the programme does not have. */
    @POST
    @Path("/fields/{code}/calendar-feeds")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response ofField(
            @PathParam("code") String code, @NotNull @Valid NewFeed body, @Context HttpHeaders headers) {
        return make(body, token -> desk.ofField(callers.current(), code, token, isChinese(headers)));
    }

    private static boolean isChinese(HttpHeaders headers) {
        return Languages.of(headers).equals(Languages.CHINESE);
    }

    /** The stored answer has no token in it: nothing that we keep opens a feed. */
    private Response make(NewFeed body, Function<String, FeedView> made) {
        var token = addresses.token();
        var first = new AtomicReference<FeedView>();
        var answer = idempotency.once(body, () -> {
            first.set(made.apply(token));
            return Answer.created(PATH + "/calendar-feeds/" + first.get().feedId(), first.get());
        });
        return first.get() == null
                ? answer
                : Response.fromResponse(answer)
                        .entity(first.get().at(addresses.of(token)))
                        .build();
    }

    /** One's own feeds that were not revoked, a {@link Page}, oldest first. */
    @GET
    @Path("/calendar-feeds")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Page<FeedView> own(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        int most = Page.limit(limit);
        var found = desk.own(callers.current(), after(cursor), most + 1);
        return Page.of(found, most, feed -> feed.feedId().toString(), uri);
    }

    @Nullable
    private static UUID after(@Nullable String cursor) {
        try {
            var after = Page.after(cursor);
            return after.isEmpty() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Page.foreignCursor();
        }
    }

    /** Revokes one's own feed: 204, also the second time; 404 for another's. */
    @DELETE
    @Path("/calendar-feeds/{feedId}")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public void revoke(@PathParam("feedId") UUID feedId) {
        QuarkusTransaction.requiringNew().run(() -> desk.revoke(callers.current(), feedId));
    }
}
