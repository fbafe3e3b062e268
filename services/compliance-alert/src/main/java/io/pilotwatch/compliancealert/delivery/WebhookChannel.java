package io.pilotwatch.compliancealert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.compliancealert.delivery.core.Answer;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Message;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.platform.WallClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Standard Webhooks 1.0: a thin body, and as many signatures as there are secrets honoured. */
@ApplicationScoped
class WebhookChannel implements Channel {

    private final Http http;
    private final SecretRows secrets;
    private final ObjectMapper mapper;
    private final WallClock wall;
    private final WebhookBodies bodies;

    WebhookChannel(Http http, SecretRows secrets, ObjectMapper mapper, WallClock wall, WebhookBodies bodies) {
        this.http = http;
        this.secrets = secrets;
        this.mapper = mapper;
        this.wall = wall;
        this.bodies = bodies;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public Answer send(Subscription to, Message message) throws InterruptedException {
        var id = message.deliveryId().toString();
        var timestamp = wall.now().getEpochSecond();
        var body = body(message);
        var signatures = secrets.honoured(to.id()).stream()
                .map(secret -> Signing.sign(secret, id, timestamp, body))
                .collect(Collectors.joining(" "));
        var headers = Map.of(
                "content-type",
                "application/json",
                "user-agent",
                "Pilotwatch",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                signatures);
        return http.post(URI.create(to.target()), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private String body(Message message) {
        try {
            return mapper.writeValueAsString(bodies.of(message));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
