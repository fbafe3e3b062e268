package io.pilotwatch.endtoend.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/** Waits until nothing is under way any more: what is read before that is not what it will be. */
final class Rest {

    private static final List<String> SERVICES = List.of("intake", "milestone", "compliance-alert", "reporting");
    private static final Duration MOST = Duration.ofMinutes(10);

    /** What one service still has to say may be what another then has to hear. */
    private static final int LOOKS = 2;

    private final Api api;

    Rest(Api api) {
        this.api = api;
    }

    /** Everything that was said is sent, and all that was sent is handled. */
    void awaitEvents() {
        await().atMost(MOST).pollInterval(Duration.ofMillis(500)).until(() -> {
            for (int look = 0; look < LOOKS; look++) {
                if (!SERVICES.stream().allMatch(this::isQuiet)) {
                    return false;
                }
            }
            return true;
        });
    }

    private boolean isQuiet(String service) {
        var flow = api.operator(service, "/q/flow").orElseThrow();
        return flow.path("outbox").asLong() == 0 && flow.path("behind").asLong() == 0;
    }

    /** Nothing waits to be delivered to a subscriber. */
    void awaitDeliveries(String subscriptionId) {
        var path = "/compliance-alert/api/v1/subscriptions/" + subscriptionId + "/deliveries?limit=200";
        await().atMost(MOST)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !api.any("compliance-alert", path, Rest::waits));
    }

    private static boolean waits(JsonNode delivery) {
        return delivery.path("state").asText().equals("PENDING");
    }
}
