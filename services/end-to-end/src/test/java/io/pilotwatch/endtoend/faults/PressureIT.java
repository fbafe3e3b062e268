package io.pilotwatch.endtoend.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What everything stands on is away while teams report. The long form, in the profile {@code faults}, keeps the broker away
 * for ten minutes, at about 30 updates a second.
 */
@Order(10)
@ExtendWith(SharedFleet.class)
class PressureIT {

    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("pressure.seconds", 5));
    private static final Duration PACE = Duration.ofMillis(Integer.getInteger("pressure.pace", 20));
    private static final int SOME = 200;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void withTheBrokerAwayUpdatesAreTakenAndReachEverybodyInOrderAfterwards(SharedFleet.Ready ready) throws Exception {
        var fleet = ready.fleet();
        try (var load = new Steady(ready, PACE)) {
            load.awaitMore(SOME);
            fleet.launcher().kill("kafka");
            var since = Instant.now();
            int before = load.count();
            load.awaitMore(SOME);
            await().atMost(AWAY.plus(LONG)).until(() -> Instant.now().isAfter(since.plus(AWAY)));
            for (var milestone : milestones(fleet)) {
                // Every replica knows how much waits, and a service that takes things in must be given them.
                await().atMost(LONG).until(() -> backlog(milestone) >= SOME);
                assertTrue(milestone.isReady(), milestone.name());
            }
            long waits = backlog(milestones(fleet).getFirst());
            int taken = load.count() - before;

            fleet.startInfrastructure();
            var back = Instant.now();
            await().atMost(LONG).until(() -> backlog(milestones(fleet).getFirst()) < SOME / 10);
            System.out.printf(
                    "broker away for %s: %d updates taken, %d events waited, sent %s after it was back%n",
                    Duration.between(since, back), taken, waits, Duration.between(back, Instant.now()));

            var said = load.end();
            fleet.awaitSettled();
            assertEquals(
                    new TreeSet<>(List.of("201")),
                    load.told().keySet(),
                    () -> load.told().toString());
            assertEquals(said, new Heard(fleet).updates(said));
        }
    }

    @Test
    void withTheDatabaseAwayEverybodyIsToldToComeAgainAndNothingTakenIsLost(SharedFleet.Ready ready) throws Exception {
        var fleet = ready.fleet();
        try (var load = new Steady(ready, PACE)) {
            load.awaitMore(SOME);
            // It takes connections and says nothing, which is worse than being gone.
            fleet.launcher().pause("postgres");
            try {
                isAwayEverywhere(fleet);
            } finally {
                fleet.launcher().resume("postgres");
            }
            load.awaitMore(SOME);
            fleet.launcher().kill("postgres");
            isAwayEverywhere(fleet);
            fleet.startInfrastructure();
            load.awaitMore(SOME);

            var said = load.end();
            fleet.awaitSettled();
            assertEquals(
                    new TreeSet<>(List.of("201", "503 NOT_READY")),
                    load.told().keySet(),
                    () -> load.told().toString());
            assertEquals(said, new Heard(fleet).updates(said));
        }
    }

    private void isAwayEverywhere(Fleet fleet) throws Exception {
        for (var replica : fleet.replicas()) {
            await(replica.name()).atMost(LONG).until(() -> !replica.isReady());
        }
        for (var milestone : milestones(fleet)) {
            var api = ask(fleet, milestone, "/milestone/api/v1/pilots/BP-001/task-book", "application/json");
            assertEquals(503, api.statusCode(), api.body());
            assertEquals("application/problem+json", contentType(api));
            var page = ask(fleet, milestone, "/milestone/work", "text/html");
            assertEquals(503, page.statusCode(), page.body());
            assertEquals("text/html", contentType(page));
            assertTrue(page.body().contains("lang=\"zh-CN\""), page.body());
            for (var answer : List.of(api, page)) {
                assertTrue(
                        answer.headers().firstValue("Retry-After").isPresent(),
                        () -> answer.headers().map().toString());
            }
        }
    }

    private HttpResponse<String> ask(Fleet fleet, Replica replica, String path, String accept)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + replica.port() + path))
                        .header("Authorization", "Bearer " + fleet.token("team-029"))
                        .header("Accept", accept)
                        .header("Accept-Language", "zh-CN")
                        .timeout(LONG)
                        .build(),
                BodyHandlers.ofString());
    }

    private static String contentType(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    }

    private static List<Replica> milestones(Fleet fleet) {
        return fleet.replicas().stream()
                .filter(replica -> replica.app().folder().equals("milestone"))
                .toList();
    }

    private static long backlog(Replica replica) {
        return (long) replica.metric("pilotwatch_outbox_backlog");
    }
}
