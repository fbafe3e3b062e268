package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.say;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NewsIT {

    /** Of the field, the region or the unit of the pilot, or of all. */
    private static final List<String> TOLD =
            List.of("office", "operator", "viewer", "regulator-tax", "recommender-beijing", "team-028");

    private static final List<String> OTHERS = List.of("regulator-energy", "team-029");

    @Test
    void aPilotIsNewsForWhoeverMaySeeItAndForNobodyElse() {
        try (var http = HttpClient.newHttpClient()) {
            var told = TOLD.stream().map(user -> new Reader(http, user)).toList();
            var others = OTHERS.stream().map(user -> new Reader(http, user)).toList();
            until(() -> Stream.concat(told.stream(), others.stream()).noneMatch(reader -> reader.got.isEmpty()));

            var pilot = freshPilot("tax");
            say(pilot.approved("special-field", "示例单位-028", true));

            Predicate<Reader> isTold = reader -> reader.got.stream().anyMatch(n -> n.contains(pilot.pilotId()));
            until(() -> told.stream().allMatch(isTold));
            // They are as far as who was told.
            until(() -> others.stream()
                    .allMatch(reader -> reader.version().equals(told.getFirst().version())));
            assertEquals(List.of(), others.stream().filter(isTold).toList());
            http.shutdownNow();
        }
    }

    private static void until(Callable<Boolean> done) {
        await().atMost(Duration.ofMinutes(1)).until(done);
    }

    /** A dashboard that stays open. */
    private static final class Reader {

        private final String user;
        private final List<String> got = new CopyOnWriteArrayList<>();

        Reader(HttpClient http, String user) {
            this.user = user;
            var at = URI.create("http://127.0.0.1:" + RestAssured.port + "/reporting/api/v1/news");
            var request = HttpRequest.newBuilder(at)
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer " + Tokens.of(user))
                    .build();
            http.sendAsync(request, BodyHandlers.ofLines())
                    .thenAcceptAsync(
                            answer -> answer.body()
                                    .filter(line -> line.startsWith("data:"))
                                    .forEach(got::add),
                            task -> Thread.ofVirtual().start(task));
        }

        /** Of the last news. */
        String version() {
            return got.getLast().replaceFirst(".*?\"version\":\"([^\"]*)\".*", "$1");
        }

        @Override
        public String toString() {
            return user;
        }
    }
}
