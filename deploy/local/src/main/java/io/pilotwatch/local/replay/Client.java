package io.pilotwatch.local.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pilotwatch.local.Tokens;
import io.pilotwatch.local.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client as any other: public addresses, real tokens, an idempotency key on each POST. Whatever is away for a while is
 * asked again under the same key, so a killed service costs time and nothing else.
 */
final class Client {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<Integer> LATER = Set.of(502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Tokens keycloak;

    Client(Tokens keycloak) {
        this.keycloak = keycloak;
    }

    JsonNode get(String user, URI address) {
        return call(user, HttpRequest.newBuilder(address).GET());
    }

    JsonNode put(String user, URI address, Object body) {
        return call(user, json(address).PUT(BodyPublishers.ofString(write(body))));
    }

    JsonNode post(String user, URI address, String key, Object body) {
        return call(user, json(address).header("Idempotency-Key", key).POST(BodyPublishers.ofString(write(body))));
    }

    JsonNode postCsv(String user, URI address, String key, byte[] csv) {
        return call(
                user,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "text/csv")
                        .header("Accept-Language", "en")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofByteArray(csv)));
    }

    JsonNode postForm(String user, URI address, String key, Form form) {
        return call(
                user,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", Form.contentType())
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofByteArray(form.bytes())));
    }

    private static HttpRequest.Builder json(URI address) {
        return HttpRequest.newBuilder(address).header("Content-Type", "application/json");
    }

    private JsonNode call(String user, HttpRequest.Builder request) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        for (long pause = 50; System.nanoTime() < until; pause = Math.min(2 * pause, 2000)) {
            try {
                var answer = send(user, request);
                if (answer.statusCode() < 300) {
                    return read(answer.body());
                }
                last = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() == 401) {
                    tokens.remove(user);
                } else if (!worthAnotherTry(answer)) {
                    break;
                }
            } catch (IOException | Trouble e) {
                last = String.valueOf(e.getMessage());
            }
            pause(pause);
        }
        var what = request.build();
        throw new Trouble("%s %s as %s failed: %s".formatted(what.method(), what.uri(), user, last));
    }

    private HttpResponse<String> send(String user, HttpRequest.Builder request) throws IOException {
        var token = tokens.computeIfAbsent(user, keycloak::forUser);
        try {
            return http.send(
                    request.timeout(Duration.ofSeconds(30))
                            .setHeader("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static boolean worthAnotherTry(HttpResponse<String> answer) {
        return LATER.contains(answer.statusCode())
                || answer.statusCode() == 409 && answer.body().contains("IDEMPOTENCY_KEY_IN_USE");
    }

    private JsonNode read(String body) throws JsonProcessingException {
        return body.isBlank() ? MissingNode.getInstance() : mapper.readTree(body);
    }

    private String write(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static Trouble interrupted() {
        Thread.currentThread().interrupt();
        return new Trouble("Interrupted.");
    }
}
