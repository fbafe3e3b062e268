package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.Signing.Kind;
import io.pilotwatch.compliancealert.delivery.Signing.Secret;
import io.pilotwatch.compliancealert.delivery.SubscriptionView.SecretView;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.SubscriptionRefusal;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Secrets;
import io.pilotwatch.platform.WallClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Makes what webhooks are signed with, and makes it anew. */
@ApplicationScoped
class WebhookKeys {

    private final SecretRows rows;
    private final Secrets secrets;
    private final WallClock wall;
    private final Duration overlap;

    WebhookKeys(SecretRows rows, Secrets secrets, WallClock wall, DeliverySettings settings) {
        this.rows = rows;
        this.secrets = secrets;
        this.wall = wall;
        this.overlap = settings.secretOverlap();
    }

    /** By the wall clock, as of all that is said of sending. */
    Instant now() {
        return wall.now();
    }

    Secret first(UUID subscriptionId, Kind kind) {
        var fresh = Signing.fresh(kind, secrets);
        rows.add(subscriptionId, fresh, now(), now());
        return fresh;
    }

    /**
     * Another; the one before is honoured beside it for a while.
     *
     * @param kind null for the kind that it was
     * @param atOnce the one before is honoured no more, because somebody else knows it
     */
    SecretView rotate(Subscription own, @Nullable Kind kind, boolean atOnce) {
        if (own.channel() != ChannelKind.WEBHOOK) {
            throw Problem.of(SubscriptionRefusal.NOT_A_WEBHOOK);
        }
        var former = rows.present(own.id()).orElseThrow();
        var fresh = Signing.fresh(kind == null ? former.kind() : kind, secrets);
        var until = atOnce ? now() : now().plus(overlap);
        rows.add(own.id(), fresh, now(), until);
        return SecretView.of(fresh, until);
    }
}
