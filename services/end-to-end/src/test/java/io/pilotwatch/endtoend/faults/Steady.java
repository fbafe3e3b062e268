package io.pilotwatch.endtoend.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.endtoend.faults.Pilots.Pilot;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Teams that report, each about its own pilot and over a connection of its own that it keeps: straight to the replicas of
 * milestone, with nobody in between who could hide that a request was cut. What is refused or was not even taken is repeated
 * under the same key, at the other replica.
 */
final class Steady implements AutoCloseable {

    /** Nobody listened, so nothing was sent. */
    static final String NOBODY = "nobody";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SERVER_ERROR = 500;

    private final Fleet fleet;
    private final Duration pace;
    private final List<URI> replicas;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, List<String>> accepted = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> told = new ConcurrentSkipListMap<>();
    private final List<Thread> teams = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Begins at once. */
    Steady(SharedFleet.Ready ready, Duration pace) {
        this.fleet = ready.fleet();
        this.pace = pace;
        this.replicas = fleet.replicas().stream()
                .filter(replica -> replica.app().folder().equals("milestone"))
                .map(replica -> URI.create("http://127.0.0.1:" + replica.port()))
                .toList();
        for (var pilot : ready.pilots()) {
            accepted.put(pilot.id(), new ArrayList<>());
            int first = teams.size();
            teams.add(Thread.ofPlatform().name("team of " + pilot.id()).start(() -> report(pilot, first)));
        }
    }

    /** How many have been accepted so far. */
    int count() {
        return told.getOrDefault("201", new AtomicInteger()).get();
    }

    /** Returns when so many more have been accepted. */
    void awaitMore(int more) {
        int before = count();
        await("accepted updates").atMost(PATIENCE).until(() -> count() >= before + more);
    }

    /** How many requests met what: a status with its code, {@link #NOBODY}, or by what they were cut, and when. */
    Map<String, Integer> told() {
        var counts = new TreeMap<String, Integer>();
        told.forEach((what, count) -> counts.put(what, count.get()));
        return counts;
    }

    /** Returns when it is known what became of all; by pilot, what each said, in order. */
    Map<String, List<String>> end() {
        ended.countDown();
        for (var team : teams) {
            try {
                team.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return new TreeMap<>(accepted);
    }

    @Override
    public void close() {
        ended.countDown();
        teams.forEach(Thread::interrupt);
    }

    private void report(Pilot pilot, int number) {
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(20))
                .build()) {
            int replica = number;
            while (ended.getCount() > 0) {
                var note = UUID.randomUUID().toString();
                while (!say(http, pilot, replicas.get(replica % replicas.size()), note)) {
                    replica++;
                }
                accepted.get(pilot.id()).add(note);
                pause(pace);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was accepted; anything else but "later" ends the team, and with it the test. */
    private boolean say(HttpClient http, Pilot pilot, URI replica, String note) throws InterruptedException {
        var since = Instant.now();
        try {
            var path = "/milestone/api/v1/pilots/" + pilot.id() + "/milestones/m1/updates";
            var answer = http.send(
                    HttpRequest.newBuilder(replica.resolve(path))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + fleet.token(pilot.team()))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", note)
                            .POST(BodyPublishers.ofString("{\"percent\": 40, \"note\": \"" + note + "\"}"))
                            .build(),
                    BodyHandlers.ofString());
            tell(answer.statusCode() == 201 ? "201" : answer.statusCode() + " " + code(answer));
            if (answer.statusCode() >= SERVER_ERROR) {
                // Without the header this fails, as it should.
                pause(Duration.ofSeconds(Integer.parseInt(
                        answer.headers().firstValue("Retry-After").orElseThrow())));
            }
            return answer.statusCode() == 201;
        } catch (ConnectException e) {
            tell(NOBODY);
            pause(pace);
            return false;
        } catch (IOException e) {
            // Neither answered nor refused, which no test takes.
            tell("cut after %s: %s".formatted(Duration.between(since, Instant.now()), e));
            pause(pace);
            return false;
        }
    }

    private void pause(Duration time) throws InterruptedException {
        ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private String code(HttpResponse<String> answer) throws IOException {
        return mapper.readTree(answer.body()).path("code").asText();
    }

    private void tell(String what) {
        told.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
    }
}
