package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.SubscriptionRefusal;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Tests whether something arrives: one delivery, tried once and at once. */
@ApplicationScoped
class Tests {

    private final Deliveries deliveries;
    private final DeliveryRows rows;
    private final Lanes lanes;
    private final Recording recording;
    private final Clock clock;

    Tests(Deliveries deliveries, DeliveryRows rows, Lanes lanes, Recording recording, Clock clock) {
        this.deliveries = deliveries;
        this.rows = rows;
        this.lanes = lanes;
        this.recording = recording;
        this.clock = clock;
    }

    /** In the transaction of the request; gives the delivery's id. */
    UUID plan(Subscription own) {
        if (!lanes.kinds().contains(own.channel())) {
            throw Problem.of(SubscriptionRefusal.CHANNEL_NOT_TRIED);
        }
        return deliveries.planTest(own, clock.instant());
    }

    /** After its commit: the one try, unless it was made. No transaction waits for its answer. */
    void make(Subscription own, UUID deliveryId) {
        var untried = rows.find(deliveryId).filter(test -> test.rung() == 0);
        if (untried.isPresent()) {
            var attempt = lanes.one(own, untried.get());
            recording.record(own, List.of(attempt), List.of(attempt.once()));
        }
    }
}
