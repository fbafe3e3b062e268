package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.SubscriptionView.SecretView;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.contracts.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All that an owner can do with a subscription beside changing it, in one place for whoever shows it. */
@ApplicationScoped
class SubscriptionActs {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final WebhookKeys keys;
    private final Tests tests;
    private final Replays replays;
    private final DeliveryViews views;

    SubscriptionActs(WebhookKeys keys, Tests tests, Replays replays, DeliveryViews views) {
        this.keys = keys;
        this.tests = tests;
        this.replays = replays;
        this.views = views;
    }

    SecretView rotate(Subscription own, @Nullable Signing.Kind kind, boolean endFormer) {
        return keys.rotate(own, kind, endFormer);
    }

    UUID planTest(Subscription own) {
        return tests.plan(own);
    }

    DeliveryView makeTest(Subscription own, UUID deliveryId) {
        tests.make(own, deliveryId);
        return views.one(deliveryId).orElseThrow();
    }

    int replayOne(Subscription own, UUID deliveryId) {
        return replays.one(own, deliveryId);
    }

    int replaySince(Subscription own, Instant since) {
        return replays.since(own, since);
    }

    List<DeliveryView> deliveries(Subscription seen, String cursor, int most) {
        return views.ofSubscription(seen.id(), Cursors.after(cursor, NEWEST), most);
    }
}
