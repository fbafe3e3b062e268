package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Endpoint;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** One round at one endpoint: take the lease, try some of what is due, write down what came of it. */
@ApplicationScoped
class Rounds {

    private static final int MOST = 200;

    private final EndpointRows endpoints;
    private final SubscriptionRows subscriptions;
    private final DeliveryRows deliveries;
    private final Lanes lanes;
    private final Recording recording;

    Rounds(
            EndpointRows endpoints,
            SubscriptionRows subscriptions,
            DeliveryRows deliveries,
            Lanes lanes,
            Recording recording) {
        this.endpoints = endpoints;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.lanes = lanes;
        this.recording = recording;
    }

    /** The endpoints that can be served now. */
    List<UUID> due() {
        return endpoints.due(lanes.kinds(), lanes.now());
    }

    /** False when there is nothing to do at this endpoint, now or for this replica. */
    boolean serve(UUID id) {
        var now = lanes.now();
        var endpoint = endpoints.take(id, now);
        if (endpoint.isEmpty()) {
            return false;
        }
        var to = subscriptions.find(id).filter(Subscription::isActive);
        if (to.isEmpty() || endpoint.get().isQuiet(now) || !serve(to.get(), endpoint.get())) {
            endpoints.release(id, now);
            return false;
        }
        return true;
    }

    /** Leaves the endpoint to whoever comes next, at once. */
    void leave(UUID id) {
        endpoints.release(id, lanes.now());
    }

    private boolean serve(Subscription to, Endpoint endpoint) {
        var due = deliveries.due(to.id(), lanes.now(), endpoint.most(MOST));
        if (!due.isEmpty()) {
            recording.record(to, endpoint, lanes.round(to, due));
        }
        return !due.isEmpty();
    }
}
