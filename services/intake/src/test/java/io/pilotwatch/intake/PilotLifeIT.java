package io.pilotwatch.intake;

import static io.pilotwatch.contracts.PilotState.APPROVED;
import static io.pilotwatch.contracts.PilotState.COMPLETED;
import static io.pilotwatch.contracts.PilotState.FAILED;
import static io.pilotwatch.contracts.PilotState.FINAL_EVALUATION;
import static io.pilotwatch.contracts.PilotState.IN_PROGRESS;
import static io.pilotwatch.contracts.PilotState.RECTIFYING;
import static io.pilotwatch.contracts.PilotState.SUSPENDED;
import static io.pilotwatch.contracts.PilotState.TASKBOOK_FILED;
import static io.pilotwatch.contracts.PilotState.TERMINATED;
import static io.pilotwatch.contracts.PilotState.WITHDRAWN;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.pilotwatch.contracts.PilotEvent.PilotAdvanced;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.intake.TestPilot.Step;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A pilot's life cycle: each arrow is walked, and every other pair of state and step is refused. */
@QuarkusTest
class PilotLifeIT {

    private static final PilotState[] OPEN = {
        APPROVED, TASKBOOK_FILED, IN_PROGRESS, RECTIFYING, FINAL_EVALUATION, SUSPENDED
    };

    /** Where each step leads, from the states in which it may be taken. */
    private static final Map<Step, Map<PilotState, PilotState>> ARROWS = Map.of(
            Step.SUSPEND,
            fromAll(SUSPENDED, APPROVED, TASKBOOK_FILED, IN_PROGRESS, RECTIFYING, FINAL_EVALUATION),
            Step.RESUME,
            Map.of(SUSPENDED, APPROVED),
            Step.TERMINATE,
            fromAll(TERMINATED, OPEN),
            Step.WITHDRAW,
            fromAll(WITHDRAWN, OPEN),
            Step.EVALUATE,
            Map.of(IN_PROGRESS, FINAL_EVALUATION),
            Step.COMPLETE,
            Map.of(FINAL_EVALUATION, COMPLETED),
            Step.FAIL,
            Map.of(FINAL_EVALUATION, FAILED));

    @Inject
    DataSource database;

    @TestFactory
    Stream<DynamicTest> eachArrowIsWalked() {
        return ARROWS.entrySet().stream()
                .flatMap(arrows -> arrows.getValue().entrySet().stream()
                        .map(arrow -> dynamicTest(
                                "%s: %s → %s".formatted(arrows.getKey(), arrow.getKey(), arrow.getValue()),
                                () -> TestPilot.in(arrow.getKey())
                                        .take(arrows.getKey())
                                        .look("office")
                                        .body("state.code", is(arrow.getValue().name())))));
    }

    @TestFactory
    Stream<DynamicTest> everythingElseIsRefusedWithAReason() {
        var pilots = new EnumMap<PilotState, TestPilot>(PilotState.class);
        return Arrays.stream(PilotState.values())
                .flatMap(state -> Arrays.stream(Step.values())
                        .filter(step -> !ARROWS.get(step).containsKey(state))
                        .map(step -> dynamicTest(
                                step + " in " + state,
                                () -> pilots.computeIfAbsent(state, TestPilot::in)
                                        .attempt(step)
                                        .statusCode(409)
                                        .contentType("application/problem+json")
                                        .body("code", matchesPattern("[A-Z_]+")))));
    }

    @Test
    void itsStateFollowsWhatIsHeardOfItAndEachChangeIsToldOnce() {
        var pilot = TestPilot.listed();
        var filed = pilot.filed();
        var id = TestTopics.send(filed, Instant.parse("2022-06-01T00:00:00Z"));
        pilot.awaited(TASKBOOK_FILED);
        TestTopics.send(filed, Instant.parse("2022-06-01T00:00:00Z"), id);
        pilot.hear(filed, pilot.updated()).awaited(IN_PROGRESS);
        pilot.hear(pilot.updated(), pilot.ordered()).awaited(RECTIFYING);
        pilot.hear(pilot.accepted()).awaited(IN_PROGRESS);
        // What came before its acceptance is heard after it.
        pilot.hear(pilot.ordered()).take(Step.EVALUATE);

        pilot.look("office").body("state.code", is("FINAL_EVALUATION")).body("revision", is(6));
        var told = TestTopics.read("pilotwatch.pilots.v1", pilot.id(), found -> found.size() >= 6);
        var states = told.subList(1, 5).stream()
                .map(TestTopics::event)
                .map(event -> assertInstanceOf(PilotAdvanced.class, event))
                .map(event -> event.previous() + " " + event.pilot().state())
                .toList();
        assertEquals(
                List.of(
                        "APPROVED TASKBOOK_FILED",
                        "TASKBOOK_FILED IN_PROGRESS",
                        "IN_PROGRESS RECTIFYING",
                        "RECTIFYING IN_PROGRESS"),
                states);
        Api.as("viewer")
                .get(pilot.path() + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.state.code",
                        contains(
                                "APPROVED",
                                "TASKBOOK_FILED",
                                "IN_PROGRESS",
                                "RECTIFYING",
                                "IN_PROGRESS",
                                "FINAL_EVALUATION"))
                .body("items[5].reason", is("因故"))
                .body("items[5].by", is("office"))
                .body("items[1].by", is("regulator-tax"))
                .body("items[1].reason", nullValue());
    }

    @Test
    void whatIsHeardWhileItRestsIsKept() {
        var pilot = TestPilot.listed().take(Step.SUSPEND);

        pilot.hear(pilot.filed(), pilot.updated(), pilot.ordered());
        await().atMost(Duration.ofSeconds(30)).until(() -> hasRectification(pilot));
        pilot.look("office").body("state.code", is("SUSPENDED"));

        pilot.take(Step.RESUME).look("office").body("state.code", is("RECTIFYING"));
    }

    private boolean hasRectification(TestPilot pilot) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select from rectification where pilot_id = ?")) {
            select.setString(1, pilot.id());
            return select.executeQuery().next();
        }
    }

    @Test
    void aPilotIsCompletedWithAGrade() {
        var pilot = TestPilot.in(FINAL_EVALUATION);
        pilot.post("office", "/completions", "{\"grade\": \"best\", \"reason\": \"x\"}")
                .statusCode(422)
                .body("code", is("GRADE_UNKNOWN"))
                .body("errors.pointer", contains("/grade"));

        pilot.take(Step.COMPLETE)
                .look("viewer")
                .body("grade.code", is("excellent"))
                .body("grade.name.zh", is("优秀"));
    }

    private static Map<PilotState, PilotState> fromAll(PilotState to, PilotState... from) {
        var arrows = new EnumMap<PilotState, PilotState>(PilotState.class);
        Arrays.stream(from).forEach(state -> arrows.put(state, to));
        return arrows;
    }
}
