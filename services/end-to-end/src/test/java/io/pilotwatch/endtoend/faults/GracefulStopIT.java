package io.pilotwatch.endtoend.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A replica is asked to end while it has work. */
@Order(11)
@ExtendWith(SharedFleet.class)
class GracefulStopIT {

    private static final Duration PACE = Duration.ofMillis(20);
    private static final int SOME = 200;

    /** What a request may meet: it is done, it is refused and may be repeated, or nobody was there to take it. */
    static final Set<String> WHOLE = Set.of("201", "503 STOPPING", Steady.NOBODY);

    @Test
    void noRequestIsCutAndNoneIsLost(SharedFleet.Ready ready) throws Exception {
        var fleet = ready.fleet();
        try (var load = new Steady(ready, PACE)) {
            load.awaitMore(SOME);
            for (var replica : fleet.replicas()) {
                if (replica.app().folder().equals("milestone")) {
                    replica.stop();
                    load.awaitMore(SOME);
                    fleet.start(replica);
                    fleet.awaitWhole();
                    load.awaitMore(SOME);
                }
            }

            var said = load.end();
            fleet.awaitSettled();
            var others = new TreeSet<>(load.told().keySet());
            others.removeAll(WHOLE);
            assertEquals(Set.of(), others, () -> load.told().toString());
            assertTrue(
                    load.told().containsKey("503 STOPPING"), () -> load.told().toString());
            assertEquals(said, new Heard(fleet).updates(said));
        }
    }

    /** Its reader goes on at another replica; nobody waits for it to turn the page. */
    @Test
    void aLiveStreamEndsWithItsReplica(SharedFleet.Ready ready) throws Exception {
        var fleet = ready.fleet();
        var reporting = fleet.replicas().stream()
                .filter(replica -> replica.app().folder().equals("reporting"))
                .findFirst()
                .orElseThrow();
        // Who signs people in may still be coming back from the faults of the test before.
        var token =
                await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> fleet.token("viewer"), t -> true);
        var lines = new CompletableFuture<Boolean>();
        try (var http = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + reporting.port() + "/reporting/api/v1/news");
            var stream = http.sendAsync(
                            HttpRequest.newBuilder(address)
                                    .header("Authorization", "Bearer " + token)
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            BodyHandlers.ofLines())
                    .thenAccept(answer -> answer.body().forEach(line -> lines.complete(true)));
            await().until(lines::isDone);

            reporting.stop();

            // Not an exception: the stream came to its end.
            stream.get();
            assertFalse(Files.readString(reporting.log()).contains("Timed out waiting for graceful shutdown"));
            fleet.start(reporting);
            fleet.awaitWhole();
        }
    }
}
