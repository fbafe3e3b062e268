package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.SubscriptionView.SecretView;
import io.pilotwatch.compliancealert.delivery.core.SubscriptionRefusal;
import io.pilotwatch.contracts.Nullable;
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
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * What its owner does with a subscription. Every POST needs an {@code Idempotency-Key}; 404 NOT_FOUND, 403
 * FOREIGN_SUBSCRIPTION as with the subscription itself.
 */
@Path(SubscriptionResource.PATH + "/{subscriptionId}")
public class SubscriptionActsResource {

    /** What is asked for; may be empty. */
    public record NewSecret(
            @Nullable Signing.Kind signature, @Nullable Boolean endFormer) {}

    /** Nothing needs to be said. */
    public record Asked() {}

    /**
     * Which: one delivery, or all that was said since an instant of the programme clock.
     */
    public record Replay(
            @Nullable UUID deliveryId, @Nullable OffsetDateTime since) {}

    /** How many deliveries are pending again, or for the first time. */
    public record Replayed(int count) {}

    private final SubscriptionDesk desk;
    private final SubscriptionActs acts;
    private final Callers callers;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;

    SubscriptionActsResource(
            SubscriptionDesk desk, SubscriptionActs acts, Callers callers, Idempotency idempotency, IfMatch ifMatch) {
        this.desk = desk;
        this.acts = acts;
        this.callers = callers;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
    }

    /**
     * Gives a webhook another secret or key, which is shown in this answer alone: 201. For a day each webhook is signed with
     * both, or, with {@code endFormer}, at once with the new one only. 409 NOT_A_WEBHOOK.
     *
     */
    @POST
    @Path("/secrets")
    @APIResponseSchema(value = SecretView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response rotate(@PathParam("subscriptionId") UUID id, @NotNull @Valid NewSecret body) {
        return idempotency.once(body, () -> {
            var own = desk.own(callers.current(), id);
            return created(id, acts.rotate(own, body.signature(), Boolean.TRUE.equals(body.endFormer())));
        });
    }

    /**
     * Sends a test at once, also where the subscription is disabled: 201 with the {@link DeliveryView} and its one try,
     * however that went; it may take fifteen seconds. 409 CHANNEL_NOT_TRIED for a stream.
     */
    @POST
    @Path("/tests")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response test(@PathParam("subscriptionId") UUID id, @NotNull @Valid Asked body) {
        var planned = idempotency.once(body, () -> {
            var deliveryId = acts.planTest(desk.own(callers.current(), id));
            return Answer.created(DeliveryReceipts.PATH + deliveryId, deliveryId);
        });
        var path = planned.getLocation().getPath();
        var made = acts.makeTest(
                desk.seen(callers.current(), id), UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        return Response.created(planned.getLocation()).entity(made).build();
    }

    /**
     * Makes deliveries again that were made, given up or cancelled, under the same id: 201 with the number. Since an
     * instant, also those that were not planned because the subscription was disabled. 422 REPLAY_OF_ONE_OR_SINCE.
     */
    @POST
    @Path("/replays")
    @APIResponseSchema(value = Replayed.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response replay(@PathParam("subscriptionId") UUID id, @NotNull @Valid Replay body) {
        if ((body.deliveryId() == null) == (body.since() == null)) {
            throw Problem.of(SubscriptionRefusal.REPLAY_OF_ONE_OR_SINCE);
        }
        return idempotency.once(body, () -> {
            var own = desk.own(callers.current(), id);
            int count = body.deliveryId() == null
                    ? acts.replaySince(own, body.since().toInstant())
                    : acts.replayOne(own, body.deliveryId());
            return created(id, new Replayed(count));
        });
    }

    /** Its owner wants to be told no more for now: 201; what waits is kept. 409 SUBSCRIPTION_DISABLED. */
    @POST
    @Path("/disablings")
    @HonoursIfMatch
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response disable(@PathParam("subscriptionId") UUID id, @NotNull @Valid Asked body) {
        return idempotency.once(body, () -> created(id, desk.disable(callers.current(), id, ifMatch::honoured)));
    }

    /** Lets a disabled one be told again: 201; what waits is sent. 409 SUBSCRIPTION_ACTIVE, 422 TARGET_NOT_PUBLIC. */
    @POST
    @Path("/enablings")
    @HonoursIfMatch
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response enable(@PathParam("subscriptionId") UUID id, @NotNull @Valid Asked body) {
        return idempotency.once(body, () -> created(id, desk.enable(callers.current(), id, ifMatch::honoured)));
    }

    /** Its deliveries with each try, newest first: a {@link Page} of {@link DeliveryView}. */
    @GET
    @Path("/deliveries")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE, Caller.OPERATOR})
    public Page<DeliveryView> deliveries(
            @PathParam("subscriptionId") UUID id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        int most = Page.limit(limit);
        var seen = desk.seen(callers.current(), id);
        var found = acts.deliveries(seen, cursor, most + 1);
        return Page.of(found, most, view -> view.deliveryId().toString(), uri);
    }

    private static Answer created(UUID id, Object body) {
        return Answer.created(SubscriptionResource.PATH + "/" + id, body);
    }
}
