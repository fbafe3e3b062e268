package io.pilotwatch.endtoend.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How the world outside asks: over the cables, at whichever replica it meets, and again under the same key where it got no
 * definite answer.
 */
final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(5);

    /** That one is here to be asked again: too many at once, or away. */
    private static final Set<Integer> LATER = Set.of(401, 408, 425, 429);

    /**
     * A POST.
     *
     * @param ifMatch null for none
     */
    record Request(String service, String path, String user, String key, String type, byte[] body, String ifMatch) {}

    /** What came back; without a status, what happened instead. */
    record Answer(int status, String body) {

        /** Whether it says what became of the request, for good. */
        boolean isDefinite() {
            return status / 100 == 2
                    || status / 100 == 4
                            && !LATER.contains(status)
                            && !(status == 409 && body.contains("IDEMPOTENCY_KEY_IN_USE"));
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, AtomicLong> told = new ConcurrentSkipListMap<>();
    private final AtomicLong tries = new AtomicLong();
    private final Fleet fleet;

    Client(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Asks once. */
    Answer ask(Request request) {
        var doors = fleet.doors(request.service());
        return ask(request, doors.get(ThreadLocalRandom.current().nextInt(doors.size())));
    }

    /** Asks this one, once. */
    Answer ask(Request request, URI replica) {
        tries.incrementAndGet();
        try {
            var builder = HttpRequest.newBuilder(replica.resolve(request.path()))
                    .timeout(request.body().length > 100_000 ? LONG : PATIENCE)
                    .header("Authorization", "Bearer " + fleet.token(request.user()))
                    .header("Content-Type", request.type())
                    .header("Idempotency-Key", request.key())
                    .POST(BodyPublishers.ofByteArray(request.body()));
            if (request.ifMatch() != null) {
                builder.header("If-Match", request.ifMatch());
            }
            var answer = http.send(builder.build(), BodyHandlers.ofString());
            tell(
                    answer.statusCode() < 500
                            ? "" + answer.statusCode()
                            : answer.statusCode() + " " + code(answer.body()));
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException | RuntimeException e) {
            tell(e.getClass().getSimpleName());
            return new Answer(0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks any replica; what it says, or nothing where none answers with 200. */
    String get(String service, String path, String user) {
        var doors = fleet.doors(service);
        var door = doors.get(ThreadLocalRandom.current().nextInt(doors.size()));
        try {
            var request = HttpRequest.newBuilder(door.resolve(path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + fleet.token(user))
                    .GET();
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException | RuntimeException _) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks until there is a definite answer; that it is 2xx is asked for. */
    String done(Request request) {
        var answer = await(request.path()).atMost(LONG).until(() -> ask(request), Answer::isDefinite);
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(request.path() + " as " + request.user() + ": " + answer);
        }
        return answer.body();
    }

    Request json(String service, String path, String user, String key, Object body) {
        try {
            return new Request(service, path, user, key, "application/json", mapper.writeValueAsBytes(body), null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How often anything was asked. */
    long tries() {
        return tries.get();
    }

    /** How often what was answered, or happened instead. */
    Map<String, Long> told() {
        var counts = new TreeMap<String, Long>();
        told.forEach((what, count) -> counts.put(what, count.get()));
        return counts;
    }

    /** Answers of 500: neither the caller's fault nor somebody's who is away. */
    List<String> failures() {
        return told.keySet().stream().filter(what -> what.startsWith("500")).toList();
    }

    private void tell(String what) {
        told.computeIfAbsent(what, _ -> new AtomicLong()).incrementAndGet();
    }

    private String code(String body) {
        try {
            return mapper.readTree(body).path("code").asText();
        } catch (IOException _) {
            return "";
        }
    }
}
