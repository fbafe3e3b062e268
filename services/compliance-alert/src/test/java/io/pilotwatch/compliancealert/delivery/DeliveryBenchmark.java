package io.pilotwatch.compliancealert.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.platform.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Ten endpoints, one of which hangs and one of which answers 500: the other eight are done as fast as without those two.
 * Not part of the suite; the README says how to run it. {@code pilotwatch.benchmark.deliveries} is how many there are in
 * all for ten endpoints. Both cases are measured by turns in one run, after one turn that does not count.
 */
@QuarkusTest
class DeliveryBenchmark {

    private static final int DELIVERIES = Integer.getInteger("pilotwatch.benchmark.deliveries", 10_000);
    private static final int TURNS = Integer.getInteger("pilotwatch.benchmark.turns", 3);
    private static final int GOOD = 8;
    private static final int PILOTS = 179;

    @Inject
    DeliveryDesk desk;

    @Inject
    Sql sql;

    /** The receivers' own, as they would be elsewhere. */
    private final Vertx vertx = Vertx.vertx();

    @Test
    void eight_endpoints_are_served_as_fast_beside_a_hanging_and_a_failing_one_as_without() {
        seconds(DELIVERIES / 10, true);
        var without = new ArrayList<Double>();
        var beside = new ArrayList<Double>();
        for (int turn = 0; turn < TURNS; turn++) {
            // In either order, so that what grows meanwhile favours neither.
            boolean first = turn % 2 == 0;
            (first ? without : beside).add(seconds(DELIVERIES, !first));
            (first ? beside : without).add(seconds(DELIVERIES, first));
        }
        double ratio = median(beside) / median(without);
        System.out.printf(
                "BENCHMARK %d deliveries to ten endpoints: the eight take %.1f s beside the hanging and the failing one %s,"
                        + " %.1f s without them %s: %.3f; %.0f deliveries a second%n",
                DELIVERIES,
                median(beside),
                beside,
                median(without),
                without,
                ratio,
                DELIVERIES / 10.0 * GOOD / median(without));
        assertTrue(ratio <= 1.10, "ratio " + ratio);
    }

    /** How long the eight take for their share. */
    private double seconds(int deliveries, boolean besideBadOnes) {
        desk.forgetAll();
        int share = deliveries / 10;
        var servers = new ArrayList<HttpServer>();
        try {
            var got = IntStream.range(0, GOOD)
                    .mapToObj(i -> ConcurrentHashMap.<String>newKeySet())
                    .toList();
            got.forEach(ids -> subscribe(servers, request -> {
                ids.add(request.getHeader("webhook-id"));
                request.response().end();
            }));
            if (besideBadOnes) {
                subscribe(servers, request -> {});
                subscribe(
                        servers,
                        request -> request.response().setStatusCode(500).end());
            }
            plan(share);
            var begun = System.nanoTime();
            sql.write("update endpoint set served_until = clock_timestamp()");
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofMinutes(8))
                    .until(() -> done(got, share));
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            desk.forgetAll();
            servers.forEach(HttpServer::close);
        }
    }

    private static boolean done(List<? extends Set<String>> got, int share) {
        return got.stream().allMatch(ids -> ids.size() >= share);
    }

    /** A subscription that another replica seems to serve until the start. */
    private void subscribe(List<HttpServer> servers, Consumer<HttpServerRequest> answer) {
        var server = vertx.createHttpServer()
                .requestHandler(answer::accept)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        servers.add(server);
        var made =
                desk.subscribe(Map.of("channel", "WEBHOOK", "target", "http://127.0.0.1:" + server.actualPort() + "/"));
        sql.write(
                "insert into endpoint (subscription_id, served_by, served_until)"
                        + " values (?, ?, clock_timestamp() + interval '1 hour')",
                made.id(),
                UUID.randomUUID());
    }

    private void plan(int share) {
        var batch = new ArrayList<Notice>();
        for (int i = 0; i < share; i++) {
            batch.add(Said.raised(Said.alert("BP-" + i % PILOTS, "MILESTONE_OVERDUE", Severity.WARNING)));
            if (batch.size() == 500 || i == share - 1) {
                desk.plan(batch.toArray(Notice[]::new));
                batch.clear();
            }
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
