package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Message;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a webhook posts of a message. */
@ApplicationScoped
class WebhookBodies {

    private final DigestRows digests;
    private final HeartbeatRows heartbeats;
    private final String publicUrl;

    WebhookBodies(
            DigestRows digests,
            HeartbeatRows heartbeats,
            @ConfigProperty(name = "pilotwatch.public-url") String publicUrl) {
        this.digests = digests;
        this.heartbeats = heartbeats;
        this.publicUrl = publicUrl;
    }

    WebhookBody of(Message message) {
        return switch (message.notice().kind()) {
            case DIGEST -> WebhookBody.of(message, digests.of(message.deliveryId()));
            case HEARTBEAT -> WebhookBody.of(message, heartbeats.of(message.deliveryId()));
            default -> WebhookBody.of(message, publicUrl);
        };
    }
}
