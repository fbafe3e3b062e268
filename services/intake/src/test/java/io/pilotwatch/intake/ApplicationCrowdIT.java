package io.pilotwatch.intake;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.intake.Candidate.Move;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApplicationCrowdIT {

    private static final int CROWD = 8;

    @Test
    void ofManySubmissionsAtOnceOneCountsAndTheOthersAreToldWhy() throws Exception {
        var candidate = Candidate.drafted();

        var statuses = atOnce(() -> candidate.make(Move.SUBMIT).extract().statusCode());

        assertEquals(1, statuses.stream().filter(status -> status == 201).count());
        assertEquals(
                CROWD - 1, statuses.stream().filter(status -> status == 409).count());
        candidate.look("team-028").body("version", is(2)).body("revision", is(1));
    }

    @Test
    void manyObjectionsAtOnceAreAllToldWithoutAGap() throws Exception {
        var candidate = Candidate.in(ApplicationState.SHORTLISTED);

        var statuses = atOnce(() -> candidate.make(Move.OBJECT).extract().statusCode());

        assertEquals(List.of(201), statuses.stream().distinct().toList());
        var told = TestTopics.read("pilotwatch.pilots.v1", candidate.id(), found -> found.size() >= 7 + CROWD);
        assertEquals(
                LongStream.rangeClosed(1, 7 + CROWD).boxed().toList(),
                told.stream().map(r -> TestTopics.event(r).revision()).toList());
    }

    private static List<Integer> atOnce(Callable<Integer> call) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(CROWD)) {
            var answers =
                    threads.invokeAll(Stream.generate(() -> call).limit(CROWD).toList());
            var statuses = new java.util.ArrayList<Integer>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }
}
