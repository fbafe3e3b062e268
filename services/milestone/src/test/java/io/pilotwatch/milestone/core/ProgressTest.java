package io.pilotwatch.milestone.core;

import static io.pilotwatch.milestone.core.Refusal.FORECAST_NOT_PLAUSIBLE;
import static io.pilotwatch.milestone.core.Refusal.MILESTONE_ALREADY_REACHED;
import static io.pilotwatch.milestone.core.Refusal.MILESTONE_AWAITS_DECISION;
import static io.pilotwatch.milestone.core.Refusal.MILESTONE_CANCELLED;
import static io.pilotwatch.milestone.core.Refusal.MILESTONE_NOT_CLAIMED;
import static io.pilotwatch.milestone.core.Refusal.NEW_DUE_AFTER_DEADLINE;
import static io.pilotwatch.milestone.core.Refusal.NEW_DUE_NOT_LATER;
import static io.pilotwatch.milestone.core.Stage.DUE;
import static io.pilotwatch.milestone.core.Stage.PROGRAMME;
import static io.pilotwatch.milestone.core.Stage.act;
import static io.pilotwatch.milestone.core.Stage.cancelled;
import static io.pilotwatch.milestone.core.Stage.claimed;
import static io.pilotwatch.milestone.core.Stage.day;
import static io.pilotwatch.milestone.core.Stage.inProgress;
import static io.pilotwatch.milestone.core.Stage.planned;
import static io.pilotwatch.milestone.core.Stage.reached;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneExtended;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReturned;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.milestone.core.Milestone.Claimed;
import io.pilotwatch.milestone.core.Milestone.InProgress;
import io.pilotwatch.milestone.core.Milestone.Planned;
import io.pilotwatch.milestone.core.Milestone.Reached;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ProgressTest {

    private static final Input UPDATE = new Input.Update("u-1", 60, day("2022-12-20"), "联调完成");
    private static final Input CLAIM = new Input.Claim("已上线");
    private static final Input ACCEPT = new Input.Accept(null);
    private static final Input RETURN = new Input.Return("缺少佐证材料");
    private static final Input EXTEND = new Input.Extend(day("2023-03-31"), "系统改造推迟");

    /** One cell: what comes in, in which state, and the state's type that follows or the reason why not. */
    record Cell(String sentence, Milestone state, Input input, Object outcome) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static final List<Cell> CELLS = List.of(
            new Cell("The first update starts the work", planned(), UPDATE, InProgress.class),
            new Cell("An update moves the work on", inProgress(), UPDATE, InProgress.class),
            new Cell("While the lead decides there are no updates", claimed(), UPDATE, MILESTONE_AWAITS_DECISION),
            new Cell("What is reached takes no updates", reached(), UPDATE, MILESTONE_ALREADY_REACHED),
            new Cell("What is cancelled takes no updates", cancelled(), UPDATE, MILESTONE_CANCELLED),
            new Cell("What was never reported on may be claimed", planned(), CLAIM, Claimed.class),
            new Cell("Work in progress may be claimed", inProgress(), CLAIM, Claimed.class),
            new Cell("A claim is not repeated", claimed(), CLAIM, MILESTONE_AWAITS_DECISION),
            new Cell("What is reached is not claimed again", reached(), CLAIM, MILESTONE_ALREADY_REACHED),
            new Cell("What is cancelled is not claimed", cancelled(), CLAIM, MILESTONE_CANCELLED),
            new Cell("Without a claim nothing is accepted", planned(), ACCEPT, MILESTONE_NOT_CLAIMED),
            new Cell("Not even work in progress is accepted unclaimed", inProgress(), ACCEPT, MILESTONE_NOT_CLAIMED),
            new Cell("An accepted claim is reached", claimed(), ACCEPT, Reached.class),
            new Cell("What is reached is not accepted again", reached(), ACCEPT, MILESTONE_ALREADY_REACHED),
            new Cell("What is cancelled is not accepted", cancelled(), ACCEPT, MILESTONE_CANCELLED),
            new Cell("Without a claim nothing is returned", planned(), RETURN, MILESTONE_NOT_CLAIMED),
            new Cell("Work in progress is with the team already", inProgress(), RETURN, MILESTONE_NOT_CLAIMED),
            new Cell("A returned claim is in progress again", claimed(), RETURN, InProgress.class),
            new Cell("What is reached is not returned", reached(), RETURN, MILESTONE_ALREADY_REACHED),
            new Cell("What is cancelled is not returned", cancelled(), RETURN, MILESTONE_CANCELLED),
            new Cell("What has not begun may be extended", planned(), EXTEND, Planned.class),
            new Cell("Work in progress may be extended", inProgress(), EXTEND, InProgress.class),
            new Cell("Even a claim may be extended, and stays one", claimed(), EXTEND, Claimed.class),
            new Cell("What is reached keeps its due day", reached(), EXTEND, MILESTONE_ALREADY_REACHED),
            new Cell("What is cancelled keeps its due day", cancelled(), EXTEND, MILESTONE_CANCELLED));

    @ParameterizedTest
    @FieldSource("CELLS")
    void everyInputInEveryState(Cell cell) {
        switch (decide(cell.state(), cell.input(), "2022-12-01")) {
            case Refused(var refusal) -> assertEquals(cell.outcome(), refusal);
            case Decided(var next, var events) -> {
                assertEquals(cell.outcome(), next.getClass());
                assertEquals(cell.state().revision() + 1, next.revision());
                assertEquals(1, events.size());
                assertEquals(next.revision(), events.getFirst().revision());
                assertEquals(Stage.PILOT, events.getFirst().pilotId());
                assertEquals(next.told(), milestoneIn(events.getFirst()));
            }
        }
    }

    private static MilestoneEvent.Milestone milestoneIn(Object event) {
        return ((MilestoneEvent.OfMilestone) event).milestone();
    }

    @Test
    void theTableHasEveryCell() {
        assertEquals(
                25,
                CELLS.stream()
                        .map(c -> c.state().getClass() + " " + c.input().getClass())
                        .distinct()
                        .count());
    }

    @Test
    void anUpdateTellsWhatWasReportedBeforeEvenWhenThePercentageFalls() {
        var before = new InProgress(planned().plan(), 4, 80, day("2022-12-10"));

        var updated = event(MilestoneUpdated.class, before, UPDATE, "2022-12-01");

        assertEquals(new MilestoneEvent.Update("u-1", 60, 80, day("2022-12-20"), "联调完成"), updated.update());
        assertEquals(60, updated.milestone().percent());
        assertEquals(Stage.TEAM, updated.by());
    }

    @Test
    void anUpdateWithoutAForecastLeavesTheOneNamedBefore() {
        var before = new InProgress(planned().plan(), 4, 10, day("2022-12-10"));

        var updated = event(MilestoneUpdated.class, before, new Input.Update("u-1", 20, null, null), "2022-12-01");

        assertNull(updated.update().forecast());
        assertEquals(day("2022-12-10"), updated.milestone().forecast());
    }

    record Forecast(String sentence, String forecast, boolean plausible) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static final List<Forecast> FORECASTS = List.of(
            new Forecast("The programme's first day is plausible", "2022-01-30", true),
            new Forecast("The day before the programme is not", "2022-01-29", false),
            new Forecast("A day already past is what the team says", "2022-02-01", true),
            new Forecast("After the programme's deadline is for compliance to judge", "2024-06-30", true),
            new Forecast("Ten years from now is plausible", "2032-12-01", true),
            new Forecast("A day more is not", "2032-12-02", false),
            new Forecast("The end of time is not", "+999999999-12-31", false));

    @ParameterizedTest
    @FieldSource("FORECASTS")
    void aForecastIsADayThatCanBe(Forecast row) {
        var decision = decide(inProgress(), new Input.Update("u-1", 60, day(row.forecast()), null), "2022-12-01");

        assertEquals(row.plausible() ? null : FORECAST_NOT_PLAUSIBLE, refusalOf(decision));
    }

    record Lateness(String sentence, String acceptedOn, int daysLate) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static final List<Lateness> LATENESSES = List.of(
            new Lateness("Early is not late", "2022-12-01", 0),
            new Lateness("The due day is in time", "2022-12-31", 0),
            new Lateness("The day after is one day late", "2023-01-01", 1),
            new Lateness("Across the end of February", "2023-03-01", 60));

    @ParameterizedTest
    @FieldSource("LATENESSES")
    void latenessIsCountedWhenTheClaimIsAccepted(Lateness row) {
        var reached = event(MilestoneReached.class, claimed(), ACCEPT, row.acceptedOn())
                .milestone();

        assertEquals(row.daysLate(), reached.daysLate());
        assertEquals(day(row.acceptedOn()), reached.reachedOn());
        assertEquals(DUE, reached.due());
    }

    @Test
    void afterAnExtensionLatenessIsCountedAgainstTheDayGranted() {
        var extended = ((Decided<Milestone>) decide(claimed(), EXTEND, "2023-01-15")).state();

        var reached =
                event(MilestoneReached.class, extended, ACCEPT, "2023-04-02").milestone();

        assertEquals(2, reached.daysLate());
        assertEquals(DUE, reached.baselineDue());
    }

    @Test
    void anExtensionKeepsTheFirstPromiseAndTellsTheOneBefore() {
        var extended = event(MilestoneExtended.class, inProgress(), EXTEND, "2022-12-01");

        assertEquals(DUE, extended.previousDue());
        assertEquals(DUE, extended.milestone().baselineDue());
        assertEquals(day("2023-03-31"), extended.milestone().due());
        assertEquals(2, extended.milestone().deadlineVersion());
        assertEquals("系统改造推迟", extended.reason());
    }

    record NewDue(String sentence, String newDue, Refusal refusal) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static final List<NewDue> NEW_DUES = List.of(
            new NewDue("The same day is no extension", "2022-12-31", NEW_DUE_NOT_LATER),
            new NewDue("An earlier day is no extension", "2022-12-30", NEW_DUE_NOT_LATER),
            new NewDue("One day later is one", "2023-01-01", null),
            new NewDue("The programme's last day is the last that can be granted", "2023-12-31", null),
            new NewDue("Nobody is granted more than the programme has", "2024-01-01", NEW_DUE_AFTER_DEADLINE));

    @ParameterizedTest
    @FieldSource("NEW_DUES")
    void anExtensionIsLaterAndWithinTheProgramme(NewDue row) {
        var decision = decide(inProgress(), new Input.Extend(day(row.newDue()), "因故"), "2022-12-01");

        assertEquals(row.refusal(), refusalOf(decision));
    }

    @Test
    void aReturnedClaimKeepsWhatWasLastReported() {
        var returned = event(MilestoneReturned.class, claimed(), RETURN, "2022-12-01");

        assertEquals(100, returned.milestone().percent());
        assertEquals("缺少佐证材料", returned.reason());
    }

    private static Decision<Milestone> decide(Milestone milestone, Input input, String on) {
        return Progress.decide(PROGRAMME, milestone, input, act(on));
    }

    private static <E> E event(Class<E> type, Milestone milestone, Input input, String on) {
        var decided = (Decided<Milestone>) decide(milestone, input, on);
        return assertInstanceOf(type, decided.events().getFirst());
    }

    private static Object refusalOf(Decision<Milestone> decision) {
        return decision instanceof Refused<Milestone>(var refusal) ? refusal : null;
    }
}
