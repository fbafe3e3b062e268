package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Ledger;
import io.pilotwatch.platform.Ledger.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What the pilot's chain of receipts says of deliveries: that one was made, and that its receiver signed for it. */
@ApplicationScoped
class DeliveryReceipts {

    /** Where deliveries are. */
    static final String PATH = "/compliance-alert/api/v1/deliveries/";

    /**
     * A receiver has it.
     *
     * @param kind of the notice
     * @param status of HTTP or SMTP; null where the channel has none
     */
    record Delivered(
            UUID deliveryId,
            String alertId,
            long alertRevision,
            String kind,
            String agency,
            String channel,
            @Nullable Integer status) {}

    /**
     * A receiver signed for it.
     *
     * @param receipt compact JWS of the receiver
     * @param key JWK with which it is verified, as registered with the subscription
     */
    record Received(UUID deliveryId, String alertId, long alertRevision, String agency, String receipt, String key) {}

    private final Ledger ledger;

    DeliveryReceipts(Ledger ledger) {
        this.ledger = ledger;
    }

    /** In the transaction that records the tries. */
    void delivered(Subscription to, List<Attempt> attempts) {
        ledger.addAll(attempts.stream()
                .filter(attempt -> attempt.due().message().notice().alert() != null)
                .map(attempt -> delivered(to, attempt))
                .toList());
    }

    /** In the transaction that keeps the receiver's receipt. */
    void received(Subscription from, Received received, String pilotId) {
        ledger.add(pilotId, "received", PATH + received.deliveryId(), received, from.account());
    }

    private static Entry delivered(Subscription to, Attempt attempt) {
        var message = attempt.due().message();
        var alert = message.notice().alert();
        return new Entry(
                alert.pilotId(),
                "delivered",
                PATH + message.deliveryId(),
                new Delivered(
                        message.deliveryId(),
                        alert.alertId(),
                        message.notice().revision(),
                        message.notice().kind().name(),
                        message.notice().agency(),
                        to.channel().name(),
                        attempt.answer().status()),
                to.account());
    }
}
