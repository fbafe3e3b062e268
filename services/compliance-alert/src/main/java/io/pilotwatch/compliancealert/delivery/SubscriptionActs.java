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
public class SubscriptionActs {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final WebhookKeys keys;
    private final Tests tests;
    private final Replays replays;
    private final DeliveryViews views;
    private final DeliveryRows rows;

    SubscriptionActs(WebhookKeys keys, Tests tests, Replays replays, DeliveryViews views, DeliveryRows rows) {
        this.keys = keys;
        this.tests = tests;
        this.replays = replays;
        this.views = views;
        this.rows = rows;
    }

    /** Another secret; with {@code endFormer} the one before is honoured no more. */
    public SecretView rotate(Subscription own, @Nullable Signing.Kind kind, boolean endFormer) {
        return keys.rotate(own, kind, endFormer);
    }

    /** Plans a test in the running transaction; gives the delivery's id. */
    public UUID planTest(Subscription own) {
        return tests.plan(own);
    }

    /** Makes the planned test after its commit; it may take fifteen seconds. */
    public DeliveryView makeTest(Subscription own, UUID deliveryId) {
        tests.make(own, deliveryId);
        return views.one(deliveryId).orElseThrow();
    }

    /** Makes a delivery again; gives 0 where it is under way. */
    public int replayOne(Subscription own, UUID deliveryId) {
        return replays.one(own, deliveryId);
    }

    /** Makes again what was said since an instant of the programme clock; gives how many. */
    public int replaySince(Subscription own, Instant since) {
        return replays.since(own, since);
    }

    /** Its deliveries, newest first, from the cursor on. */
    public List<DeliveryView> deliveries(Subscription seen, String cursor, int most) {
        return views.ofSubscription(seen.id(), Cursors.after(cursor, NEWEST), most);
    }

    /** What is not yet delivered of one that was deleted will not be. */
    public void cancel(Subscription deleted) {
        rows.cancel(deleted.id());
    }
}
