package io.pilotwatch.endtoend.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pilotwatch.local.App;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A replica is asked to end while it has work; that it cuts no request, {@link RollingUpdateIT} shows. */
@Order(11)
@ExtendWith(SharedFleet.class)
class GracefulStopIT {

    private static final String SERVICE = "compliance-alert";
    private static final String LEAD = "regulator-tax";

    /** A regulator's end that takes its time: what it took is not sent again, and nothing is said of it that is not so. */
    @Test
    void aDeliveryUnderWayIsAwaitedAndWrittenDownAsItWas(SharedFleet.Ready ready) throws Exception {
        var fleet = ready.fleet();
        try (var receiver = new SlowReceiver()) {
            var api = new Api(Doors.of(fleet));
            var subscriptions = "/compliance-alert/api/v1/subscriptions";
            var made = api.post(LEAD, SERVICE, subscriptions, receiver.wish());
            var acts = subscriptions + "/"
                    + made.at("/subscription/subscriptionId").asText();
            var delivery = api.post(LEAD, SERVICE, acts + "/tests", Map.of())
                    .path("deliveryId")
                    .asText();

            receiver.takesItsTime();
            api.post(LEAD, SERVICE, acts + "/replays", Map.of("deliveryId", delivery));
            await().until(() -> receiver.taken().size() == 2);
            // Whichever of them sends it.
            var stops = fleet.replicas(App.COMPLIANCE_ALERT).stream()
                    .map(replica -> CompletableFuture.runAsync(replica::stop))
                    .toList();
            stops.forEach(CompletableFuture::join);
            for (var replica : fleet.replicas(App.COMPLIANCE_ALERT)) {
                fleet.start(replica);
            }
            fleet.awaitWhole();

            var shown = api.get(SERVICE, "/compliance-alert/api/v1/deliveries/" + delivery);
            assertEquals("DELIVERED", shown.path("state").asText(), shown::toString);
            assertEquals(
                    List.of("DELIVERED", "DELIVERED"),
                    shown.path("tries").findValuesAsText("outcome"),
                    shown::toString);
            assertEquals(List.of(delivery, delivery), receiver.taken());
            api.post(LEAD, SERVICE, acts + "/disablings", Map.of());
        }
    }

    /** It is asked to stop long before this one has answered, and not longer than it waits for any answer. */
    private static final class SlowReceiver implements AutoCloseable {

        private static final Duration TIME = Duration.ofSeconds(5);

        private final List<String> taken = new CopyOnWriteArrayList<>();
        private final CountDownLatch closed = new CountDownLatch(1);
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final HttpServer server;
        private volatile boolean slow;

        SlowReceiver() throws IOException {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.setExecutor(threads);
            server.createContext("/", this::take);
            server.start();
        }

        Map<String, Object> wish() {
            var target = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            return Map.of("channel", "WEBHOOK", "target", target, "heartbeat", false);
        }

        void takesItsTime() {
            slow = true;
        }

        /** The ids of what came. */
        List<String> taken() {
            return taken;
        }

        private void take(HttpExchange exchange) throws IOException {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                taken.add(exchange.getRequestHeaders().getFirst("webhook-id"));
                if (slow) {
                    closed.await(TIME.toMillis(), TimeUnit.MILLISECONDS);
                }
                exchange.sendResponseHeaders(204, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            closed.countDown();
            server.stop(0);
            threads.shutdownNow();
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
            assertFalse(fleet.wrote(reporting, "Timed out waiting for graceful shutdown"));
            fleet.start(reporting);
            fleet.awaitWhole();
        }
    }
}
