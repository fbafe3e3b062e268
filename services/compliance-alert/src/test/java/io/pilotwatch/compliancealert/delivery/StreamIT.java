package io.pilotwatch.compliancealert.delivery;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.MailServer;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The live stream, read as a browser reads it. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class StreamIT {

    private static final String STREAM = "/compliance-alert/api/v1/alerts/stream";
    private static final String LEAD = "regulator-cross-border-finance";

    /** One event as it came over the wire. */
    private record Got(String id, String name, String data) {}

    @Inject
    Scene scene;

    @Inject
    StreamRows rows;

    @TestHTTPResource
    URI base;

    @Test
    void who_goes_on_after_the_last_id_misses_nothing_and_gets_nothing_twice() {
        var pilots =
                IntStream.range(0, 30).mapToObj(i -> scene.pilot("示例单位-940")).toList();
        var got = new ArrayList<Got>();
        try (var reader = new Reader(LEAD, null)) {
            raise(pilots.subList(0, 10));
            reader.await(10);
            got.addAll(reader.got.subList(0, 5));
        }
        raise(pilots.subList(10, 20));
        try (var reader = new Reader(LEAD, got.getLast().id())) {
            reader.await(15);
            raise(pilots.subList(20, 30));
            reader.await(25);
            got.addAll(reader.got);
        }
        assertEquals(
                pilots,
                got.stream()
                        .map(g -> g.data().replaceAll(".*\"pilotId\":\"([^\"]*)\".*", "$1"))
                        .toList());
        assertEquals(30, new HashSet<>(got.stream().map(Got::id).toList()).size());
        assertEquals("alert.raised", got.getFirst().name());
        assertTrue(
                got.getFirst().data().contains("\"zh\":\"逾期\""), got.getFirst().data());
    }

    @Test
    void others_do_not_see_it() {
        var mine = scene.pilot("示例单位-941");
        try (var lead = new Reader(LEAD, null);
                var office = new Reader("office", null);
                var other = new Reader("regulator-health", null)) {
            raise(List.of(mine));
            lead.await(1);
            office.await(1);
            raise(List.of(scene.pilot("示例单位-942")));
            lead.await(2);
            assertEquals(List.of(), other.got);
        }
    }

    @Test
    void what_commits_late_comes_after_what_committed_before_it_and_is_not_missed() throws Exception {
        var slow = scene.pilot("示例单位-943");
        var quick = scene.pilot("示例单位-944");
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var reader = new Reader(LEAD, null)) {
            var late = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> {
                        insert(slow);
                        written.countDown();
                        awaitLatch(commit);
                    }));
            awaitLatch(written);
            raise(List.of(quick));
            reader.await(1);
            commit.countDown();
            late.join();
            reader.await(2);
            assertTrue(reader.got.get(0).data().contains(quick), reader.got.toString());
            assertTrue(reader.got.get(1).data().contains(slow), reader.got.toString());
        }
    }

    @Test
    void publishers_that_race_give_each_number_once_and_leave_none_out() {
        var pilots =
                IntStream.range(0, 40).mapToObj(i -> scene.pilot("示例单位-945")).toList();
        var racing = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    for (int n = 0; n < 20; n++) {
                        rows.publish(java.time.Instant.now());
                    }
                }))
                .toList();
        raise(pilots);
        racing.forEach(CompletableFuture::join);
        await().untilAsserted(
                        () -> assertEquals(0, scene.count("select count(*) from alert_stream where position is null")));
        assertEquals(
                0,
                scene.count("select max(position) - min(position) + 1 - count(*) from alert_stream"),
                "numbers are left out");
    }

    @Test
    void who_was_away_for_longer_than_is_kept_is_told_to_begin_anew() {
        raise(List.of(scene.pilot("示例单位-946")));
        await().untilAsserted(
                        () -> assertEquals(0, scene.count("select count(*) from alert_stream where position is null")));
        var last = scene.count("select max(position) from alert_stream");
        scene.write("update alert_stream set published_at = now() - interval '1 year'");
        rows.forget(java.time.Instant.now().minus(Duration.ofDays(7)));
        try (var reader = new Reader(LEAD, Long.toString(last - 1))) {
            reader.await(1);
            assertEquals("reset", reader.got.getFirst().name());
            assertEquals(Long.toString(last), reader.got.getFirst().id());
            raise(List.of(scene.pilot("示例单位-947")));
            reader.await(2);
            assertEquals("alert.raised", reader.got.get(1).name());
        }
        try (var upToDate = new Reader(LEAD, Long.toString(last))) {
            upToDate.await(1);
            assertEquals("alert.raised", upToDate.got.getFirst().name());
        }
    }

    @Test
    void who_does_not_ask_for_a_stream_or_asks_after_no_id_is_told_so() {
        as(LEAD).get(STREAM).then().statusCode(406).body("code", is("STREAM_NOT_ASKED_FOR"));
        as(LEAD).accept("text/event-stream")
                .header("Last-Event-ID", "x")
                .get(STREAM)
                .then()
                .statusCode(400)
                .body("code", is("BAD_PARAMETER"));
        given().accept("text/event-stream").get(STREAM).then().statusCode(401);
        as("expert-1").accept("text/event-stream").get(STREAM).then().statusCode(403);
    }

    private static io.restassured.specification.RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer " + Tokens.of(user));
    }

    private void raise(List<String> pilots) {
        pilots.forEach(pilot -> QuarkusTransaction.requiringNew().run(() -> insert(pilot)));
    }

    private void insert(String pilot) {
        var id = pilot + ".MILESTONE_OVERDUE.m1.1";
        scene.writeHere(
                "insert into alert (alert_id, pilot_id, rule, subject, deadline_version, revision, severity, level, threshold,"
                        + " state, text_zh, text_en, expected_at, raised_at, late_detected, agencies)"
                        + " values (?, ?, 'MILESTONE_OVERDUE', 'm1', 1, 1, 'WARNING', 1, 1, 'CLEARED', '逾期', 'Overdue',"
                        + " now(), now(), false, array['safe'])",
                id,
                pilot);
        scene.writeHere(
                "insert into alert_history (alert_id, revision, what, at, severity, level, late_detected, text_zh, text_en)"
                        + " values (?, 1, 'AlertRaised', now(), 'WARNING', 1, false, '逾期', 'Overdue')",
                id);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A browser's EventSource, as far as it matters. Ready once the answer has begun. */
    private final class Reader implements AutoCloseable {
        final List<Got> got = new CopyOnWriteArrayList<>();
        private final HttpClient client = HttpClient.newHttpClient();

        Reader(String user, String lastId) {
            var request = HttpRequest.newBuilder(base.resolve(STREAM))
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer " + Tokens.of(user));
            if (lastId != null) {
                request.header("Last-Event-ID", lastId);
            }
            var answer = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                    .join();
            assertEquals(200, answer.statusCode());
            Thread.ofVirtual().start(() -> read(answer.body().iterator()));
        }

        private void read(java.util.Iterator<String> lines) {
            String id = null;
            String name = null;
            var data = new StringBuilder();
            try {
                while (lines.hasNext()) {
                    var line = lines.next();
                    if (line.startsWith("id:")) {
                        id = line.substring(3).strip();
                    } else if (line.startsWith("event:")) {
                        name = line.substring(6).strip();
                    } else if (line.startsWith("data:")) {
                        data.append(line.substring(5));
                    } else if (line.isEmpty() && !data.isEmpty()) {
                        got.add(new Got(id, name, data.toString()));
                        data.setLength(0);
                    }
                }
            } catch (RuntimeException closed) {
                // The test has seen enough.
            }
        }

        void await(int count) {
            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> got.size() >= count);
            assertEquals(count, got.size());
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
