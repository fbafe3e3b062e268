package io.pilotwatch.endtoend.faults;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;

/** JSON over HTTP, for somebody who has patience: what was away may still answer 503. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String READER = "office";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Doors doors;

    Api(Doors doors) {
        this.doors = doors;
    }

    /** As the office, which sees everything. */
    JsonNode get(String service, String path) {
        return find(service, path).orElseThrow(() -> new IllegalStateException(service + " " + path + " is not there"));
    }

    /** Empty where there is none. */
    Optional<JsonNode> find(String service, String path) {
        return answer(
                () -> request(READER, doors.api().apply(service).resolve(path)).GET());
    }

    /** All pages of a list. */
    List<JsonNode> all(String service, String path) {
        var items = new ArrayList<JsonNode>();
        var next = path;
        while (next != null) {
            var page = get(service, next);
            page.path("items").forEach(items::add);
            next = page.path("next").textValue();
        }
        return items;
    }

    /** Whether it is true of any item of a list; looks no further than to the first. */
    boolean any(String service, String path, Predicate<JsonNode> is) {
        var next = path;
        while (next != null) {
            var page = get(service, next);
            for (var item : page.path("items")) {
                if (is.test(item)) {
                    return true;
                }
            }
            next = page.path("next").textValue();
        }
        return false;
    }

    JsonNode post(String user, String service, String path, Object body) {
        var key = UUID.randomUUID().toString();
        return answer(() -> request(user, doors.api().apply(service).resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))))
                .orElseThrow();
    }

    /** Asks the first replica of a service as an operator. */
    Optional<JsonNode> operator(String service, String path) {
        return answer(() -> atManagement(service, path).GET());
    }

    Optional<JsonNode> operatorPosts(String service, String path) {
        return answer(() -> atManagement(service, path).POST(BodyPublishers.noBody()));
    }

    Optional<JsonNode> operatorPosts(String service, String path, Object body) {
        return answer(() -> atManagement(service, path).POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private HttpRequest.Builder atManagement(String service, String path) {
        int port = doors.managementPorts().get(service).getFirst();
        return request("operator", URI.create("http://127.0.0.1:" + port).resolve(path));
    }

    private HttpRequest.Builder request(String user, URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + doors.token().apply(user));
    }

    /** Empty for 404; whatever else is no 2xx is asked again until patience ends. */
    private Optional<JsonNode> answer(Callable<HttpRequest.Builder> request) {
        var answer = await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> http.send(request.call().build(), BodyHandlers.ofByteArray()), Api::isFinal);
        try {
            return answer.statusCode() == 404 ? Optional.empty() : Optional.of(JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new IllegalStateException("no JSON from " + answer.uri(), e);
        }
    }

    private static boolean isFinal(HttpResponse<?> answer) {
        return answer.statusCode() / 100 == 2 || answer.statusCode() == 404;
    }

    /** Asks something about each, some at once. */
    static <K, V> Map<K, V> each(Collection<K> keys, Function<K, V> ask) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var asked =
                    keys.stream().distinct().collect(toMap(key -> key, key -> threads.submit(() -> ask.apply(key))));
            return answers(asked);
        }
    }

    private static <K, V> Map<K, V> answers(Map<K, Future<V>> asked) throws Exception {
        var answers = new TreeMap<K, V>();
        for (var one : asked.entrySet()) {
            answers.put(one.getKey(), one.getValue().get());
        }
        return answers;
    }
}
