package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.SECOND_LEAD;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        var told = TestTopics.read(Topic.MILESTONES.wireName(), pilot.id(), r -> r.size() > CLIENTS * EACH + 1).stream()
                .skip(2)
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

    /** Each reads the tag, updates with it, and tries again when another was faster: the loop that every client runs. */
    @Test
    void eightClientsThatEachNameTheRevisionTheyReadLoseNothing() throws Exception {
        var pilot = TestPilot.filed();

        var statuses = allAtOnce(client -> {
            var seen = new ArrayList<Integer>();
            while (seen.stream().filter(s -> s == 201).count() < 3) {
                var tag = pilot.get(TEAM, "/milestones/m1").header("ETag");
                seen.add(TestPilot.as(TEAM)
                        .header("Idempotency-Key", UUID.randomUUID())
                        .header("If-Match", tag)
                        .contentType("application/json")
                        .body("{\"percent\": " + client + "}")
                        .post(pilot.path() + "/milestones/m1/updates")
                        .statusCode());
            }
            return seen;
        });

        var all = statuses.stream().flatMap(List::stream).collect(toSet());
        assertTrue(Set.of(201, 412).containsAll(all), all.toString());
        assertEquals(
                LongStream.rangeClosed(2, CLIENTS * 3 + 1).boxed().toList(),
                pilot.get(TEAM, "/milestones/m1/updates?limit=200").<List<Integer>>path("items.revision").stream()
                        .map(Integer::longValue)
                        .toList());
    }

    /** The team and both leads at once, with whatever comes to mind. */
    @Test
    void whateverEightClientsDoAtOnceEveryRevisionIsThereOnce() throws Exception {
        var pilot = TestPilot.filed();
        var acts = List.of(
                List.of(TEAM, "/milestones/m3/updates", "{\"percent\": 50}"),
                List.of(TEAM, "/milestones/m3/claims", "{}"),
                List.of(TEAM, "/milestones/m3/extension-requests", "{\"newDue\": \"2023-0%d-15\", \"reason\": \"因故\"}"),
                List.of(LEAD, "/milestones/m3/extension-requests/acceptances", "{\"reason\": \"同意\"}"),
                List.of(LEAD, "/milestones/m3/extension-requests/refusals", "{\"reason\": \"不同意\"}"),
                List.of(LEAD, "/milestones/m3/acceptances", "{}"),
                List.of(SECOND_LEAD, "/milestones/m3/acceptances", "{}"),
                List.of(LEAD, "/milestones/m3/returns", "{\"reason\": \"请补充\"}"));

        var statuses = allAtOnce(client -> IntStream.range(0, EACH)
                .map(i -> pilot.post(
                                acts.get(client).get(0),
                                acts.get(client).get(1),
                                acts.get(client).get(2).replace("%d", Integer.toString(i + 1)))
                        .statusCode())
                .boxed()
                .toList());

        var all = statuses.stream().flatMap(List::stream).toList();
        assertTrue(Set.of(201, 409).containsAll(all), all.toString());
        long done = all.stream().filter(s -> s == 201).count();
        var told = TestTopics.read(Topic.MILESTONES.wireName(), pilot.id(), r -> r.size() >= done + 2).stream()
                .skip(2)
                .map(record -> TestTopics.event(record).revision())
                .toList();
        assertEquals(LongStream.rangeClosed(2, done + 1).boxed().toList(), told);
        assertEquals(
                Math.toIntExact(done) + 1, pilot.get(TEAM, "/milestones/m3").<Integer>path("revision"));
    }

    @Test
    void ofEightTaskBooksSubmittedAtOnceOneIsTaken() throws Exception {
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
