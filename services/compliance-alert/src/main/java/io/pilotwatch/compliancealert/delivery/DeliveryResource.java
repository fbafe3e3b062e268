package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** One delivery, and its receiver's signature for it. */
@Path("/compliance-alert/api/v1/deliveries/{deliveryId}")
public class DeliveryResource {

    /**
     * What a receiver signed.
     *
     * @param receipt compact JWS, alg EdDSA, by the key registered as the subscription's {@code receiptKey}, over a JSON
     *     object such as {@code {"deliveryId": "<webhook-id>", "receivedAt": "2022-03-01T09:00:00+08:00"}}; only {@code
     *     deliveryId} is looked at
     */
    public record SignedReceipt(
            @NotNull @Size(max = 4000) @Pattern(regexp = "[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+")
            String receipt) {}

    /** What was taken into the pilot's chain. */
    public record Taken(UUID deliveryId, String receipt) {}

    private final SubscriptionDesk desk;
    private final DeliveryViews views;
    private final ReceiverReceipts receipts;
    private final Callers callers;
    private final Idempotency idempotency;

    DeliveryResource(
            SubscriptionDesk desk,
            DeliveryViews views,
            ReceiverReceipts receipts,
            Callers callers,
            Idempotency idempotency) {
        this.desk = desk;
        this.views = views;
        this.receipts = receipts;
        this.callers = callers;
        this.idempotency = idempotency;
    }

    /** With each try; for whoever sees its subscription. */
    @GET
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE, Caller.OPERATOR})
    public DeliveryView look(@PathParam("deliveryId") UUID id) {
        var found = known(id);
        desk.seen(callers.current(), found.subscriptionId());
        return found;
    }

    /**
     * The receiver signs for what it was sent, which joins the pilot's chain of receipts: 201. The same receipt again
     * changes nothing. For everybody and without a role, on purpose: the signature says who it is, and a receiver has no
     * account. 422 RECEIPT_NOT_SIGNED or RECEIPT_OF_OTHER_DELIVERY; 409 RECEIVED_ALREADY for another receipt, {@code
     * RECEIPT_KEY_NOT_REGISTERED}, {@code RECEIPT_OF_NO_ALERT}.
     */
    @POST
    @Path("/receipts")
    @PermitAll
    @APIResponseSchema(value = Taken.class, responseCode = "201")
    public Response sign(@PathParam("deliveryId") UUID id, @NotNull @Valid SignedReceipt body) {
        return idempotency.once(body, () -> {
            receipts.take(known(id), body.receipt());
            return Answer.created(DeliveryReceipts.PATH + id, new Taken(id, body.receipt()));
        });
    }

    private DeliveryView known(UUID id) {
        return views.one(id).orElseThrow(() -> Problem.notFound(id.toString()));
    }
}
