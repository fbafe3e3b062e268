package io.pilotwatch.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.contracts.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The clocks of all services, this one included, which are stepped together: asked on their management addresses with the
 * access token of whoever makes the present request, so each decides by itself whether that one may.
 */
@ApplicationScoped
public class Peers {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** A step ends when all that is due at the new time is done. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * A service's clock.
     *
     * @param instant what it shows; null where there was no such answer
     * @param failure why; null otherwise
     */
    public record PeerClock(
            String service,
            @Nullable Instant instant,
            @Nullable String failure) {}

    private final Map<String, URI> addresses;
    private final JsonWebToken token;
    private final ObjectMapper mapper;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    Peers(
            @ConfigProperty(name = "pilotwatch.peers") Map<String, URI> addresses,
            JsonWebToken token,
            ObjectMapper mapper) {
        this.addresses = new TreeMap<>(addresses);
        this.token = token;
        this.mapper = mapper;
    }

    /** What each shows. */
    public List<PeerClock> clocks() {
        return ask("GET", BodyPublishers.noBody());
    }

    /** Moves each to this moment, all at once, and waits for them. Those that are there already say so too. */
    public List<PeerClock> stepTo(Instant instant) {
        return ask("PUT", BodyPublishers.ofString("{\"instant\":\"" + instant + "\"}"));
    }

    private List<PeerClock> ask(String method, HttpRequest.BodyPublisher body) {
        var asked = addresses.entrySet().stream()
                .map(peer -> client.sendAsync(
                                HttpRequest.newBuilder(peer.getValue().resolve("/q/clock"))
                                        .timeout(PATIENCE)
                                        .header("Authorization", "Bearer " + token.getRawToken())
                                        .header("Content-Type", "application/json")
                                        .method(method, body)
                                        .build(),
                                BodyHandlers.ofString())
                        .thenApply(answer -> clock(peer.getKey(), answer))
                        .exceptionally(e -> new PeerClock(peer.getKey(), null, reason(e)))
                        .orTimeout(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .toList();
        return asked.stream().map(clock -> clock.join()).toList();
    }

    private PeerClock clock(String service, HttpResponse<String> answer) {
        try {
            var said = mapper.readTree(answer.body());
            return answer.statusCode() == 200
                    ? new PeerClock(
                            service,
                            OffsetDateTime.parse(said.path("instant").asText()).toInstant(),
                            null)
                    : new PeerClock(
                            service,
                            null,
                            answer.statusCode() + " " + said.path("detail").asText());
        } catch (IOException e) {
            return new PeerClock(service, null, String.valueOf(answer.statusCode()));
        }
    }

    private static String reason(Throwable e) {
        var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
