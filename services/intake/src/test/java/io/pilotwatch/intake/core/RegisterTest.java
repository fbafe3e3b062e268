package io.pilotwatch.intake.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.AlertEvent.RectificationAnswered;
import io.pilotwatch.contracts.AlertEvent.RectificationOrdered;
import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotAdvanced;
import io.pilotwatch.contracts.PilotEvent.PilotAmended;
import io.pilotwatch.contracts.PilotEvent.RegisterEvent;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {

    private static final LocalDate DAY = LocalDate.parse("2022-03-01");
    private static final Act ACT = new Act("office", DAY);
    private static final Map<String, Facts.Rectification> ORDERED = Map.of("r1", new Facts.Rectification(1, true));

    /** Every state in the row, every step in the column: the state after it, or the refusal. */
    private static final String TABLE = """
            step      APPROVED                TASKBOOK_FILED          IN_PROGRESS             RECTIFYING              FINAL_EVALUATION    SUSPENDED           COMPLETED           FAILED           TERMINATED           WITHDRAWN
            Filed     TASKBOOK_FILED          TASKBOOK_FILED          IN_PROGRESS             RECTIFYING              FINAL_EVALUATION    SUSPENDED           COMPLETED           FAILED           TERMINATED           WITHDRAWN
            Updated   IN_PROGRESS             IN_PROGRESS             IN_PROGRESS             RECTIFYING              FINAL_EVALUATION    SUSPENDED           COMPLETED           FAILED           TERMINATED           WITHDRAWN
            Claimed   IN_PROGRESS             IN_PROGRESS             IN_PROGRESS             RECTIFYING              FINAL_EVALUATION    SUSPENDED           COMPLETED           FAILED           TERMINATED           WITHDRAWN
            Ordered   RECTIFYING              RECTIFYING              RECTIFYING              RECTIFYING              FINAL_EVALUATION    SUSPENDED           COMPLETED           FAILED           TERMINATED           WITHDRAWN
            Answered  RECTIFYING              RECTIFYING              RECTIFYING              RECTIFYING              FINAL_EVALUATION    SUSPENDED           COMPLETED           FAILED           TERMINATED           WITHDRAWN
            Accepted  APPROVED                TASKBOOK_FILED          IN_PROGRESS             IN_PROGRESS             FINAL_EVALUATION    SUSPENDED           COMPLETED           FAILED           TERMINATED           WITHDRAWN
            Suspend   SUSPENDED               SUSPENDED               SUSPENDED               SUSPENDED               SUSPENDED           PILOT_SUSPENDED     PILOT_COMPLETED     PILOT_FAILED     PILOT_TERMINATED     PILOT_WITHDRAWN
            Resume    PILOT_NOT_SUSPENDED     PILOT_NOT_SUSPENDED     PILOT_NOT_SUSPENDED     PILOT_NOT_SUSPENDED     PILOT_NOT_SUSPENDED IN_PROGRESS         PILOT_COMPLETED     PILOT_FAILED     PILOT_TERMINATED     PILOT_WITHDRAWN
            Terminate TERMINATED              TERMINATED              TERMINATED              TERMINATED              TERMINATED          TERMINATED          PILOT_COMPLETED     PILOT_FAILED     PILOT_TERMINATED     PILOT_WITHDRAWN
            Withdraw  WITHDRAWN               WITHDRAWN               WITHDRAWN               WITHDRAWN               WITHDRAWN           WITHDRAWN           PILOT_COMPLETED     PILOT_FAILED     PILOT_TERMINATED     PILOT_WITHDRAWN
            Evaluate  PILOT_NOT_IN_PROGRESS   PILOT_NOT_IN_PROGRESS   FINAL_EVALUATION        PILOT_RECTIFYING        PILOT_IN_EVALUATION PILOT_SUSPENDED     PILOT_COMPLETED     PILOT_FAILED     PILOT_TERMINATED     PILOT_WITHDRAWN
            Complete  PILOT_NOT_IN_EVALUATION PILOT_NOT_IN_EVALUATION PILOT_NOT_IN_EVALUATION PILOT_NOT_IN_EVALUATION COMPLETED           PILOT_SUSPENDED     PILOT_COMPLETED     PILOT_FAILED     PILOT_TERMINATED     PILOT_WITHDRAWN
            Fail      PILOT_NOT_IN_EVALUATION PILOT_NOT_IN_EVALUATION PILOT_NOT_IN_EVALUATION PILOT_NOT_IN_EVALUATION FAILED              PILOT_SUSPENDED     PILOT_COMPLETED     PILOT_FAILED     PILOT_TERMINATED     PILOT_WITHDRAWN
            Amend     APPROVED                TASKBOOK_FILED          IN_PROGRESS             RECTIFYING              FINAL_EVALUATION    SUSPENDED           PILOT_COMPLETED     PILOT_FAILED     PILOT_TERMINATED     PILOT_WITHDRAWN
            Delegate  APPROVED                TASKBOOK_FILED          IN_PROGRESS             RECTIFYING              FINAL_EVALUATION    SUSPENDED           PILOT_COMPLETED     PILOT_FAILED     PILOT_TERMINATED     PILOT_WITHDRAWN
            Revoke    APPROVED                TASKBOOK_FILED          IN_PROGRESS             RECTIFYING              FINAL_EVALUATION    SUSPENDED           COMPLETED           FAILED           TERMINATED           WITHDRAWN""";

    @Test
    void everyStepInEveryStateIsDecidedOnPurpose() {
        var lines = TABLE.lines().map(line -> line.strip().split(" +")).toList();
        var states = lines.getFirst();
        var steps = new HashSet<Class<?>>();
        for (var line : lines.subList(1, lines.size())) {
            var step = step(line[0]);
            steps.add(step.getClass());
            for (int i = 1; i < states.length; i++) {
                var before = inState(PilotState.valueOf(states[i]));
                var decision = Register.decide(Shipped.PROGRAMME, before, step, ACT);
                assertEquals(line[i], outcome(before, decision), line[0] + " in " + states[i]);
            }
        }
        assertEquals(Set.of(Step.class.getPermittedSubclasses()), steps, "each step has a row");
        assertEquals(PilotState.values().length, states.length - 1, "each state has a column");
    }

    /** The name of the state or refusal; checks on the way what holds for every step. */
    private static String outcome(Registered before, Decision<Registered> decision) {
        if (decision instanceof Refused<Registered>(var refusal)) {
            assertEquals(null, refusal.pointer());
            return refusal.name();
        }
        var decided = (Decided<Registered>) decision;
        assertEquals(
                before.revision() + decided.events().size(), decided.state().revision());
        assertEquals(decided.state().life().state(), decided.state().pilot().state());
        boolean changed = !decided.state().pilot().equals(before.pilot());
        assertEquals(changed, !decided.events().isEmpty(), "what others may see is told, and nothing else");
        decided.events()
                .forEach(event -> assertEquals(
                        decided.state().pilot(),
                        assertInstanceOf(RegisterEvent.class, event).pilot()));
        return decided.state().pilot().state().name();
    }

    private static Registered inState(PilotState state) {
        var life = switch (state) {
            case APPROVED -> new Life.Active(Facts.NONE);
            case TASKBOOK_FILED -> new Life.Active(new Facts(true, false, Map.of()));
            case IN_PROGRESS -> new Life.Active(new Facts(true, true, Map.of()));
            case RECTIFYING -> new Life.Active(new Facts(true, true, ORDERED));
            case FINAL_EVALUATION -> new Life.Evaluating(new Facts(true, true, Map.of()));
            case SUSPENDED -> new Life.Suspended(new Facts(true, true, Map.of()), false);
            case COMPLETED, FAILED, TERMINATED, WITHDRAWN -> new Life.Ended(state);
        };
        return registered(life, state == PilotState.COMPLETED ? "qualified" : null);
    }

    private static Registered registered(Life life, String grade) {
        var pilot = new Pilot(
                "BP-1001",
                1001,
                "special-field",
                List.of("tax"),
                "甲",
                "北京市",
                DAY,
                true,
                "made by a test",
                life.state(),
                List.of(),
                List.of("one"),
                List.of("乙"),
                grade);
        return new Registered(pilot, 7, life, List.of());
    }

    private static Step step(String name) {
        return switch (name) {
            case "Filed" -> new Step.Hear(filed());
            case "Updated" -> new Step.Hear(updated());
            case "Claimed" -> new Step.Hear(new MilestoneClaimed("BP-1001", 3, milestone(), null, "team"));
            case "Ordered" -> new Step.Hear(ordered("r1", 1));
            case "Answered" -> new Step.Hear(answered("r1", 2));
            case "Accepted" -> new Step.Hear(accepted("r1", 3));
            case "Suspend" -> new Step.Suspend("why");
            case "Resume" -> new Step.Resume("why");
            case "Terminate" -> new Step.Terminate("why");
            case "Withdraw" -> new Step.Withdraw("why");
            case "Evaluate" -> new Step.Evaluate("why");
            case "Complete" -> new Step.Complete("excellent", "why");
            case "Fail" -> new Step.Fail("why");
            case "Amend" -> new Step.Amend(List.of("one", "two"), List.of());
            case "Delegate" -> new Step.Delegate("丙", "why");
            case "Revoke" -> new Step.Revoke("乙", "why");
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Test
    void whateverTheOrderAndHoweverOftenTheFactsComeToTheSame() {
        var events = List.<Event>of(
                filed(), updated(), ordered("r1", 1), answered("r1", 2), accepted("r1", 3), ordered("r2", 1));
        var straight = all(events);
        for (int shift = 0; shift < events.size(); shift++) {
            var turned = new ArrayList<>(events.subList(shift, events.size()));
            turned.addAll(events);
            assertEquals(straight.life(), all(turned).life());
            assertEquals(straight.life(), all(turned.reversed()).life());
        }
        assertEquals(PilotState.RECTIFYING, straight.pilot().state());
    }

    private static Registered all(List<Event> events) {
        var pilot = inState(PilotState.APPROVED);
        for (var event : events) {
            pilot = decided(pilot, new Step.Hear(event)).state();
        }
        return pilot;
    }

    @Test
    void aChangeThatFollowsFromAnEventIsToldWithTheStateBefore() {
        var advanced = decided(inState(PilotState.TASKBOOK_FILED), new Step.Hear(updated()));

        var told = assertInstanceOf(PilotAdvanced.class, advanced.events().getFirst());
        assertEquals(PilotState.TASKBOOK_FILED, told.previous());
        assertEquals(PilotState.IN_PROGRESS, told.pilot().state());
        assertEquals("team", told.by());
    }

    @Test
    void itGoesOnWhereItStandsByThen() {
        var suspended =
                decided(inState(PilotState.APPROVED), new Step.Suspend("why")).state();
        var heard = decided(suspended, new Step.Hear(filed())).state();
        var more = decided(heard, new Step.Hear(ordered("r1", 1))).state();

        assertEquals(
                PilotState.RECTIFYING,
                decided(more, new Step.Resume("why")).state().pilot().state());
        assertEquals(
                PilotState.TASKBOOK_FILED,
                decided(heard, new Step.Resume("why")).state().pilot().state());
    }

    @Test
    void anEvaluationThatWasSuspendedGoesOn() {
        var suspended = decided(inState(PilotState.FINAL_EVALUATION), new Step.Suspend("why"))
                .state();

        assertEquals(
                PilotState.FINAL_EVALUATION,
                decided(suspended, new Step.Resume("why")).state().pilot().state());
    }

    @Test
    void whatIsOrderedDuringTheEvaluationIsPutRightBeforeItIsPassed() {
        var evaluating = decided(inState(PilotState.FINAL_EVALUATION), new Step.Hear(ordered("r1", 1)))
                .state();
        var pass = new Step.Complete("excellent", "why");

        assertEquals(
                new Refused<>(IntakeRefusal.RECTIFICATION_OPEN),
                Register.decide(Shipped.PROGRAMME, evaluating, pass, ACT));
        var right = decided(evaluating, new Step.Hear(accepted("r1", 2))).state();
        assertEquals("excellent", decided(right, pass).state().pilot().grade());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a grade that there is not, grade, GRADE_UNKNOWN, /grade",
        "the pilot's own organisation, own, DELEGATE_ITSELF, /organisation",
        "an organisation of two lines, lines, DELEGATE_NOT_PLAIN, /organisation",
        "an organisation that acts for it already, again, ALREADY_DELEGATED, ",
        "an organisation that does not act for it, stranger, NOT_DELEGATED, ",
        "no scenario, none, SCENARIOS_NEEDED, /scenarios"
    })
    void whatCannotBeIsRefusedWithItsPlace(String sentence, String what, IntakeRefusal refusal, String pointer) {
        var step = switch (what) {
            case "grade" -> new Step.Complete("best", "why");
            case "own" -> new Step.Delegate("甲", "why");
            case "lines" -> new Step.Delegate("丙\n丁", "why");
            case "again" -> new Step.Delegate("乙", "why");
            case "stranger" -> new Step.Revoke("丙", "why");
            default -> new Step.Amend(List.of(), List.of());
        };

        assertEquals(
                new Refused<>(refusal),
                Register.decide(Shipped.PROGRAMME, inState(PilotState.FINAL_EVALUATION), step, ACT));
        assertEquals(pointer, refusal.pointer());
    }

    @Test
    void contactsAreToldToNobody() {
        var people = List.of(new Contact("张三", null, "010-1", null));

        var quiet = decided(inState(PilotState.APPROVED), new Step.Amend(List.of("one"), people));
        var loud = decided(inState(PilotState.APPROVED), new Step.Amend(List.of("two"), people));

        assertEquals(List.of(), quiet.events());
        assertEquals(people, quiet.state().contacts());
        var told = assertInstanceOf(PilotAmended.class, loud.events().getFirst());
        assertEquals(List.of("two"), told.pilot().scenarios());
    }

    private static Decided<Registered> decided(Registered before, Step step) {
        return (Decided<Registered>) Register.decide(Shipped.PROGRAMME, before, step, ACT);
    }

    private static TaskBookFiled filed() {
        return new TaskBookFiled("BP-1001", 1, new MilestoneEvent.TaskBook("BP-1001", 1, DAY, List.of()), "lead");
    }

    private static MilestoneUpdated updated() {
        return new MilestoneUpdated(
                "BP-1001", 2, milestone(), new MilestoneEvent.Update("u1", 10, 0, null, null), "team");
    }

    private static MilestoneEvent.Milestone milestone() {
        return new MilestoneEvent.Milestone(
                "m1",
                2,
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

    private static RectificationOrdered ordered(String id, long revision) {
        return new RectificationOrdered("BP-1001", revision, rectification(id, RectificationState.ORDERED), "lead");
    }

    private static RectificationAnswered answered(String id, long revision) {
        return new RectificationAnswered("BP-1001", revision, rectification(id, RectificationState.ANSWERED), "team");
    }

    private static RectificationAccepted accepted(String id, long revision) {
        return new RectificationAccepted(
                "BP-1001", revision, rectification(id, RectificationState.ACCEPTED), null, "lead");
    }

    private static AlertEvent.Rectification rectification(String id, RectificationState state) {
        return new AlertEvent.Rectification(id, "BP-1001", "mend", DAY, DAY, state, null, List.of());
    }
}
