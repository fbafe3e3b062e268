package io.pilotwatch.compliancealert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.compliancealert.delivery.DeliveryReceipts.Received;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.SubscriptionRefusal;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.WallClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes the receipts that receivers sign, into the pilot's chain. */
@ApplicationScoped
class ReceiverReceipts {

    private final Sql sql;
    private final SubscriptionRows subscriptions;
    private final DeliveryReceipts chain;
    private final ObjectMapper mapper;
    private final WallClock wall;

    ReceiverReceipts(
            Sql sql, SubscriptionRows subscriptions, DeliveryReceipts chain, ObjectMapper mapper, WallClock wall) {
        this.sql = sql;
        this.subscriptions = subscriptions;
        this.chain = chain;
        this.mapper = mapper;
        this.wall = wall;
    }

    /**
     * In the running transaction; the same receipt again changes nothing.
     *
     * @param jws compact JWS (EdDSA) by the key that is registered with the subscription, over a JSON object with a member
     *     {@code deliveryId}
     */
    void take(DeliveryView delivery, String jws) {
        if (delivery.alertId() == null) {
            throw Problem.of(SubscriptionRefusal.RECEIPT_OF_NO_ALERT);
        }
        var from = subscriptions.find(delivery.subscriptionId()).orElseThrow();
        verify(delivery.deliveryId(), jws, from);
        int added = sql.write(
                "insert into delivery_receipt (delivery_id, jws, received_at) values (?, ?, ?) on conflict do nothing",
                delivery.deliveryId(),
                jws,
                wall.now());
        if (added == 1) {
            chain.received(from, received(delivery, jws, from), delivery.pilotId());
        } else if (!known(delivery.deliveryId()).equals(jws)) {
            throw Problem.of(SubscriptionRefusal.RECEIVED_ALREADY);
        }
    }

    private void verify(UUID deliveryId, String jws, Subscription from) {
        if (from.receiptKey() == null) {
            throw Problem.of(SubscriptionRefusal.RECEIPT_KEY_NOT_REGISTERED);
        }
        var payload = ReceiptKey.verified(from.receiptKey(), jws)
                .orElseThrow(() -> Problem.of(SubscriptionRefusal.RECEIPT_NOT_SIGNED));
        if (!deliveryId.toString().equals(deliveryIn(payload))) {
            throw Problem.of(SubscriptionRefusal.RECEIPT_OF_OTHER_DELIVERY);
        }
    }

    private String deliveryIn(String payload) {
        try {
            return mapper.readTree(payload).path("deliveryId").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private String known(UUID deliveryId) {
        return sql.read(
                        "select jws from delivery_receipt where delivery_id = ?",
                        row -> row.getString("jws"),
                        deliveryId)
                .getFirst();
    }

    private static Received received(DeliveryView delivery, String jws, Subscription from) {
        return new Received(
                delivery.deliveryId(),
                delivery.alertId(),
                delivery.alertRevision(),
                delivery.agency(),
                jws,
                from.receiptKey());
    }
}
