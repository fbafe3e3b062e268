package io.pilotwatch.intake;

import static io.pilotwatch.intake.Api.HEADER;
import static io.pilotwatch.intake.Api.PILOTS;
import static io.pilotwatch.intake.Api.as;
import static org.awaitility.Awaitility.await;

import io.pilotwatch.contracts.AlertEvent.Rectification;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.AlertEvent.RectificationOrdered;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.Update;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.testing.TestTopics;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A pilot of this run alone, of 示例单位-028 in the field tax, and what may happen to it. */
record TestPilot(String id) {

    static final String REASON = "{\"reason\": \"因故\"}";
    private static final LocalDate DAY = LocalDate.parse("2022-06-30");

    /** Each step with who takes it. */
    enum Step {
        SUSPEND("office", "suspensions"),
        RESUME("office", "resumptions"),
        TERMINATE("office", "terminations"),
        WITHDRAW("team-028", "withdrawals"),
        EVALUATE("office", "evaluations"),
        COMPLETE("office", "completions"),
        FAIL("office", "failures");

        final String user;
        final String noun;

        Step(String user, String noun) {
            this.user = user;
            this.noun = noun;
        }
    }

    static TestPilot listed() {
        int number = Api.freshNumbers(1);
        Api.imported(HEADER + Api.row(number)).statusCode(200);
        return new TestPilot(Api.idOf(number));
    }

    static TestPilot in(PilotState state) {
        var pilot = listed();
        switch (state) {
            case APPROVED -> {}
            case TASKBOOK_FILED -> pilot.hear(pilot.filed());
            case IN_PROGRESS -> pilot.hear(pilot.filed(), pilot.updated());
            case RECTIFYING -> pilot.hear(pilot.filed(), pilot.updated(), pilot.ordered());
            case SUSPENDED -> pilot.take(Step.SUSPEND);
            case FINAL_EVALUATION -> pilot.working().take(Step.EVALUATE);
            case COMPLETED -> pilot.working().take(Step.EVALUATE).take(Step.COMPLETE);
            case FAILED -> pilot.working().take(Step.EVALUATE).take(Step.FAIL);
            case TERMINATED -> pilot.take(Step.TERMINATE);
            case WITHDRAWN -> pilot.take(Step.WITHDRAW);
        }
        return pilot.awaited(state);
    }

    private TestPilot working() {
        return hear(filed(), updated()).awaited(PilotState.IN_PROGRESS);
    }

    TestPilot hear(Event... events) {
        for (var event : events) {
            TestTopics.send(event, Instant.parse("2022-06-01T00:00:00Z"));
        }
        return this;
    }

    TestPilot awaited(PilotState state) {
        await(id + " is " + state)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> look("office").extract().path("state.code").equals(state.name()));
        return this;
    }

    TestPilot take(Step step) {
        attempt(step).statusCode(201);
        return this;
    }

    ValidatableResponse attempt(Step step) {
        var body = step == Step.COMPLETE ? "{\"grade\": \"excellent\", \"reason\": \"优秀\"}" : REASON;
        return post(step.user, "/" + step.noun, body);
    }

    ValidatableResponse post(String user, String at, String body) {
        return Api.post(user, path() + at, body);
    }

    ValidatableResponse look(String user) {
        return as(user).get(path()).then();
    }

    String path() {
        return PILOTS + "/" + id;
    }

    TaskBookFiled filed() {
        return new TaskBookFiled(id, 1, new TaskBook(id, 1, DAY, List.of(milestone())), "regulator-tax");
    }

    MilestoneUpdated updated() {
        return new MilestoneUpdated(id, 2, milestone(), new Update("u1", 10, 0, null, null), "team-028");
    }

    RectificationOrdered ordered() {
        return new RectificationOrdered(id, 1, rectification(RectificationState.ORDERED), "regulator-tax");
    }

    RectificationAccepted accepted() {
        return new RectificationAccepted(id, 2, rectification(RectificationState.ACCEPTED), null, "regulator-tax");
    }

    private Rectification rectification(RectificationState state) {
        return new Rectification(id + ".r1", id, "整改", DAY, DAY, state, null, List.of());
    }

    private static Milestone milestone() {
        return new Milestone(
                "m1",
                1,
                new Text("里程碑", "Milestone"),
                DAY,
                DAY,
                1,
                100,
                false,
                MilestoneState.IN_PROGRESS,
                10,
                null,
                null,
                null);
    }
}
