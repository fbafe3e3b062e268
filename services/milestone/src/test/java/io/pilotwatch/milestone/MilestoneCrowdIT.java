package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.TEAM;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many at once. */
@QuarkusTest
class MilestoneCrowdIT {

    private static final int CLIENTS = 8;
    private static final int EACH = 5;

    @Test
    void eightClientsUpdateOneMilestoneAtOnceAndNothingIsLost() throws Exception {
        var pilot = TestPilot.filed();

        var statuses = allAtOnce(client -> {
            var answers = new ArrayList<Response>();
            for (int i = 0; i < EACH; i++) {
                int percent = client * EACH + i;
                answers.add(pilot.post(TEAM, "/milestones/m1/updates", "{\"percent\": " + percent + "}"));
            }
            return answers.stream().map(Response::statusCode).collect(toSet());
        });

        assertEquals(
                List.of(201),
                statuses.stream().flatMap(s -> s.stream()).distinct().toList());
        var told = TestTopics.read(Topic.MILESTONES.wireName(), pilot.id(), r -> r.size() > CLIENTS * EACH).stream()
                .skip(1)
                .map(record -> (MilestoneUpdated) TestTopics.event(record))
                .toList();
        assertEquals(
                LongStream.rangeClosed(2, CLIENTS * EACH + 1).boxed().toList(),
                told.stream().map(MilestoneUpdated::revision).toList());
        assertEquals(
                CLIENTS * EACH,
                told.stream().map(e -> e.update().percent()).distinct().count());
        for (int i = 1; i < told.size(); i++) {
            assertEquals(
                    told.get(i - 1).update().percent(), told.get(i).update().previousPercent());
        }
        assertEquals(
                told.getLast().milestone().percent(),
                pilot.get(TEAM, "/milestones/m1").<Integer>path("percent"));
    }

    @Test
    void ofEightClientsThatMeanTheSameRevisionOneIsTaken() throws Exception {
        var pilot = TestPilot.filed();
        var tag = pilot.get(TEAM, "/milestones/m1").header("ETag");

        var statuses = allAtOnce(client -> TestPilot.as(TEAM)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", tag)
                .contentType("application/json")
                .body("{\"percent\": " + client + "}")
                .post(pilot.path() + "/milestones/m1/updates")
                .statusCode());

        assertEquals(1, statuses.stream().filter(s -> s == 201).count());
        assertEquals(CLIENTS - 1, statuses.stream().filter(s -> s == 412).count());
        assertEquals("\"2\"", pilot.get(TEAM, "/milestones/m1").header("ETag"));
        assertEquals(
                1,
                pilot.get(TEAM, "/milestones/m1/updates").<List<?>>path("items").size());
    }

    @Test
    void aRepeatGetsTheFirstAnswerThoughItsRevisionIsPast() {
        var pilot = TestPilot.filed();
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            TestPilot.as(TEAM)
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"1\"")
                    .contentType("application/json")
                    .body("{\"percent\": 5}")
                    .post(pilot.path() + "/milestones/m1/updates")
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void ofEightFilingsAtOnceOneIsTheTaskBook() throws Exception {
        var pilot = TestPilot.approved("special-field");

        var statuses = allAtOnce(client -> pilot.post(TEAM, "/task-book", "{}").statusCode());

        assertEquals(1, statuses.stream().filter(s -> s == 201).count());
        assertEquals(CLIENTS - 1, statuses.stream().filter(s -> s == 409).count());
    }

    private interface Client<T> {
        T act(int number);
    }

    private static <T> List<T> allAtOnce(Client<T> client) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var calls = IntStream.range(0, CLIENTS)
                    .mapToObj(number -> (Callable<T>) () -> client.act(number))
                    .toList();
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
