package io.pilotwatch.milestone.core;

import static io.pilotwatch.milestone.core.Refusal.DEPENDENCIES_OPEN;
import static io.pilotwatch.milestone.core.Refusal.EXTENSION_AWAITS_DECISION;
import static io.pilotwatch.milestone.core.Refusal.EXTENSION_NOT_REQUESTED;
import static io.pilotwatch.milestone.core.Refusal.FORECAST_NOT_PLAUSIBLE;
import static io.pilotwatch.milestone.core.Refusal.MILESTONE_ALREADY_REACHED;
import static io.pilotwatch.milestone.core.Refusal.MILESTONE_AWAITS_DECISION;
import static io.pilotwatch.milestone.core.Refusal.MILESTONE_CANCELLED;
import static io.pilotwatch.milestone.core.Refusal.MILESTONE_NOT_CLAIMED;
import static io.pilotwatch.milestone.core.Refusal.NEW_DUE_AFTER_DEADLINE;
import static io.pilotwatch.milestone.core.Refusal.NEW_DUE_NOT_LATER;
import static io.pilotwatch.milestone.core.Refusal.RATING_REASON_MISSING;
import static io.pilotwatch.milestone.core.Refusal.SECOND_PERSON_NEEDED;
import static io.pilotwatch.milestone.core.Stage.DUE;
import static io.pilotwatch.milestone.core.Stage.LATER;
import static io.pilotwatch.milestone.core.Stage.PROGRAMME;
import static io.pilotwatch.milestone.core.Stage.SECOND_LEAD;
import static io.pilotwatch.milestone.core.Stage.TEAM;
import static io.pilotwatch.milestone.core.Stage.act;
import static io.pilotwatch.milestone.core.Stage.asking;
import static io.pilotwatch.milestone.core.Stage.cancelled;
import static io.pilotwatch.milestone.core.Stage.claimed;
import static io.pilotwatch.milestone.core.Stage.criticalClaimed;
import static io.pilotwatch.milestone.core.Stage.day;
import static io.pilotwatch.milestone.core.Stage.firstAccepted;
import static io.pilotwatch.milestone.core.Stage.inProgress;
import static io.pilotwatch.milestone.core.Stage.planned;
import static io.pilotwatch.milestone.core.Stage.reached;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.ExtensionRefused;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneExtended;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReturned;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.milestone.core.Milestone.Claimed;
import io.pilotwatch.milestone.core.Milestone.FirstAccepted;
import io.pilotwatch.milestone.core.Milestone.InProgress;
import io.pilotwatch.milestone.core.Milestone.Planned;
import io.pilotwatch.milestone.core.Milestone.Reached;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ProgressTest {

    private static final Set<String> ALL_BEFORE = Set.of("m1");
    private static final Input UPDATE = update(60, "2022-12-20", Situation.UNTOLD);
    private static final Input CLAIM = new Input.Claim("已上线");
    private static final Input ACCEPT = new Input.Accept(null);
    private static final Input RETURN = new Input.Return("缺少佐证材料");
    private static final Input REQUEST = new Input.RequestExtension(LATER, "系统改造推迟");
    private static final Input GRANT = new Input.GrantExtension("情况属实");
    private static final Input REFUSE = new Input.RefuseExtension("理由不足");

    private static final List<Input> INPUTS = List.of(UPDATE, CLAIM, ACCEPT, RETURN, REQUEST, GRANT, REFUSE);

    /** A state, and what each input makes of it, in the order of {@link #INPUTS}: the next state's type, or why not. */
    record Row(String sentence, Milestone state, List<Object> outcomes) {
        Row(String sentence, Milestone state, Object... outcomes) {
            this(sentence, state, List.of(outcomes));
        }

        @Override
        public String toString() {
            return sentence;
        }
    }

    static final List<Row> ROWS = List.of(
            new Row(
                    "What has not begun is reported on, claimed, or asked a later day for",
                    planned(),
                    InProgress.class,
                    Claimed.class,
                    MILESTONE_NOT_CLAIMED,
                    MILESTONE_NOT_CLAIMED,
                    Planned.class,
                    EXTENSION_NOT_REQUESTED,
                    EXTENSION_NOT_REQUESTED),
            new Row(
                    "Work goes on while a later day is asked for, and one request waits at a time",
                    asking(planned()),
                    InProgress.class,
                    Claimed.class,
                    MILESTONE_NOT_CLAIMED,
                    MILESTONE_NOT_CLAIMED,
                    EXTENSION_AWAITS_DECISION,
                    Planned.class,
                    Planned.class),
            new Row(
                    "Work in progress is reported on, claimed, or asked a later day for",
                    inProgress(),
                    InProgress.class,
                    Claimed.class,
                    MILESTONE_NOT_CLAIMED,
                    MILESTONE_NOT_CLAIMED,
                    InProgress.class,
                    EXTENSION_NOT_REQUESTED,
                    EXTENSION_NOT_REQUESTED),
            new Row(
                    "Whoever has asked for a later day may be done before it is decided on",
                    asking(inProgress()),
                    InProgress.class,
                    Claimed.class,
                    MILESTONE_NOT_CLAIMED,
                    MILESTONE_NOT_CLAIMED,
                    EXTENSION_AWAITS_DECISION,
                    InProgress.class,
                    InProgress.class),
            new Row(
                    "A claim is with the lead, and whoever claims asks for no later day",
                    claimed(),
                    MILESTONE_AWAITS_DECISION,
                    MILESTONE_AWAITS_DECISION,
                    Reached.class,
                    InProgress.class,
                    MILESTONE_AWAITS_DECISION,
                    EXTENSION_NOT_REQUESTED,
                    EXTENSION_NOT_REQUESTED),
            new Row(
                    "Of a claim and a request for a later day the request is decided first, or the claim returned",
                    asking(claimed()),
                    MILESTONE_AWAITS_DECISION,
                    MILESTONE_AWAITS_DECISION,
                    EXTENSION_AWAITS_DECISION,
                    InProgress.class,
                    MILESTONE_AWAITS_DECISION,
                    Claimed.class,
                    Claimed.class),
            new Row(
                    "A critical one is not reached by one acceptance",
                    criticalClaimed(),
                    MILESTONE_AWAITS_DECISION,
                    MILESTONE_AWAITS_DECISION,
                    FirstAccepted.class,
                    InProgress.class,
                    MILESTONE_AWAITS_DECISION,
                    EXTENSION_NOT_REQUESTED,
                    EXTENSION_NOT_REQUESTED),
            new Row(
                    "The second person may still return what the first accepted",
                    firstAccepted(),
                    MILESTONE_AWAITS_DECISION,
                    MILESTONE_AWAITS_DECISION,
                    Reached.class,
                    InProgress.class,
                    MILESTONE_AWAITS_DECISION,
                    EXTENSION_NOT_REQUESTED,
                    EXTENSION_NOT_REQUESTED),
            new Row(
                    "What is reached stays as it is",
                    reached(),
                    MILESTONE_ALREADY_REACHED,
                    MILESTONE_ALREADY_REACHED,
                    MILESTONE_ALREADY_REACHED,
                    MILESTONE_ALREADY_REACHED,
                    MILESTONE_ALREADY_REACHED,
                    MILESTONE_ALREADY_REACHED,
                    MILESTONE_ALREADY_REACHED),
            new Row(
                    "So does what is cancelled",
                    cancelled(),
                    MILESTONE_CANCELLED,
                    MILESTONE_CANCELLED,
                    MILESTONE_CANCELLED,
                    MILESTONE_CANCELLED,
                    MILESTONE_CANCELLED,
                    MILESTONE_CANCELLED,
                    MILESTONE_CANCELLED));

    @ParameterizedTest
    @FieldSource("ROWS")
    void everyInputInEveryState(Row row) {
        for (int i = 0; i < INPUTS.size(); i++) {
            var input = INPUTS.get(i);
            var act = act(input instanceof Input.OfTeam ? TEAM : SECOND_LEAD, "2022-12-01");
            switch (Progress.decide(PROGRAMME, row.state(), ALL_BEFORE, input, act)) {
                case Refused(var refusal) -> assertEquals(row.outcomes().get(i), refusal, input.toString());
                case Decided(var next, var events) -> {
                    assertEquals(row.outcomes().get(i), next.getClass(), input.toString());
                    assertEquals(row.state().revision() + 1, next.revision());
                    assertEquals(1, events.size());
                    assertEquals(next.revision(), events.getFirst().revision());
                    assertEquals(Stage.PILOT, events.getFirst().pilotId());
                    assertEquals(next.told(), ((MilestoneEvent.OfMilestone) events.getFirst()).milestone());
                }
            }
        }
    }

    @Test
    void theTableHasEveryCell() {
        assertEquals(
                List.of(Milestone.class.getPermittedSubclasses()).stream().collect(toSet()),
                ROWS.stream().map(row -> row.state().getClass()).collect(toSet()));
        assertEquals(
                Stream.of(Input.OfTeam.class, Input.OfLead.class)
                        .flatMap(side -> Stream.of(side.getPermittedSubclasses()))
                        .collect(toSet()),
                INPUTS.stream().map(Input::getClass).collect(toSet()));
        ROWS.forEach(row -> assertEquals(INPUTS.size(), row.outcomes().size()));
    }

    @Test
    void theSamePersonIsNoSecondOne() {
        assertEquals(
                SECOND_PERSON_NEEDED,
                refusalOf(Progress.decide(
                        PROGRAMME, firstAccepted(), ALL_BEFORE, ACCEPT, act(Stage.LEAD, "2022-12-02"))));
    }

    @Test
    void bothPersonsAndTheDayOfTheClaimStayOnRecord() {
        var reached = (MilestoneReached) ((Decided<Milestone>)
                        Progress.decide(PROGRAMME, firstAccepted(), ALL_BEFORE, ACCEPT, act(SECOND_LEAD, "2022-12-02")))
                .events()
                .getFirst();

        assertEquals(Stage.LEAD, reached.milestone().firstAcceptedBy());
        assertEquals(SECOND_LEAD, reached.by());
        assertEquals(day("2022-12-01"), reached.milestone().claimedOn());
    }

    @Test
    void nothingIsClaimedBeforeItsTurn() {
        assertEquals(
                DEPENDENCIES_OPEN,
                refusalOf(Progress.decide(PROGRAMME, inProgress(), Set.of(), CLAIM, act("2022-12-01"))));
    }

    record Rated(String sentence, Rating rating, String reason, Refusal refusal) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static final List<Rated> RATINGS = List.of(
            new Rated("On track speaks for itself", Rating.GREEN, null, null),
            new Rated("Nobody has to rate", Rating.NOT_RATED, null, null),
            new Rated("At risk says why", Rating.AMBER, null, RATING_REASON_MISSING),
            new Rated("Off track says why", Rating.RED, " ", RATING_REASON_MISSING),
            new Rated("With a reason it is taken", Rating.RED, "设备未到货", null));

    @ParameterizedTest
    @FieldSource("RATINGS")
    void aTroubledRatingHasAReason(Rated row) {
        var situation = new Situation(row.rating(), row.reason(), List.of(), List.of(), List.of());

        assertEquals(row.refusal(), refusalOf(decide(inProgress(), update(50, null, situation), "2022-12-01")));
    }

    @Test
    void whatTheTeamSeesIsToldWhole() {
        var situation = new Situation(
                Rating.AMBER,
                "接口延期",
                List.of(new MilestoneEvent.Deviation("晚两周", "接口未定", "加派两人")),
                List.of(new MilestoneEvent.Risk("供应商退出", MilestoneEvent.RiskLevel.HIGH, null)),
                List.of(new MilestoneEvent.Issue("缺少数据", "请协调税务部门")));

        var told = event(MilestoneUpdated.class, inProgress(), update(50, null, situation), "2022-12-01")
                .update();

        assertEquals(
                new MilestoneEvent.Update(
                        "u-1",
                        50,
                        40,
                        null,
                        "联调完成",
                        Rating.AMBER,
                        "接口延期",
                        situation.deviations(),
                        situation.risks(),
                        situation.issues()),
                told);
    }

    @Test
    void anUpdateTellsWhatWasReportedBeforeEvenWhenThePercentageFalls() {
        var before = new InProgress(planned().promise(), 4, 80, day("2022-12-10"));

        var updated = event(MilestoneUpdated.class, before, UPDATE, "2022-12-01");

        assertEquals(new MilestoneEvent.Update("u-1", 60, 80, day("2022-12-20"), "联调完成"), updated.update());
        assertEquals(60, updated.milestone().percent());
        assertEquals(Stage.TEAM, updated.by());
    }

    @Test
    void anUpdateWithoutAForecastLeavesTheOneNamedBefore() {
        var before = new InProgress(planned().promise(), 4, 10, day("2022-12-10"));

        var updated = event(MilestoneUpdated.class, before, update(20, null, Situation.UNTOLD), "2022-12-01");

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
        var decision = decide(inProgress(), update(60, row.forecast(), Situation.UNTOLD), "2022-12-01");

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
        var extended = ((Decided<Milestone>) decide(asking(claimed()), GRANT, "2023-01-15")).state();

        var reached =
                event(MilestoneReached.class, extended, ACCEPT, "2023-04-02").milestone();

        assertEquals(2, reached.daysLate());
        assertEquals(DUE, reached.baselineDue());
    }

    @Test
    void anExtensionKeepsTheFirstPromiseAndTellsTheOneBefore() {
        var extended = event(MilestoneExtended.class, asking(inProgress()), GRANT, "2022-12-01");

        assertEquals(DUE, extended.previousDue());
        assertEquals(DUE, extended.milestone().baselineDue());
        assertEquals(LATER, extended.milestone().due());
        assertEquals(2, extended.milestone().deadlineVersion());
        assertNull(extended.milestone().requestedDue());
        assertEquals("情况属实", extended.reason());
    }

    @Test
    void aRefusedRequestLeavesTheDayAndTellsWhatWasAskedFor() {
        var refused = event(ExtensionRefused.class, asking(inProgress()), REFUSE, "2022-12-01");

        assertEquals(LATER, refused.newDue());
        assertEquals(DUE, refused.milestone().due());
        assertEquals(1, refused.milestone().deadlineVersion());
        assertNull(refused.milestone().requestedDue());
    }

    @Test
    void aReturnedClaimKeepsTheRequestForALaterDay() {
        var returned = event(MilestoneReturned.class, asking(claimed()), RETURN, "2022-12-01");

        assertEquals(LATER, returned.milestone().requestedDue());
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
        var decision = decide(inProgress(), new Input.RequestExtension(day(row.newDue()), "因故"), "2022-12-01");

        assertEquals(row.refusal(), refusalOf(decision));
    }

    @Test
    void aReturnedClaimKeepsWhatWasLastReported() {
        var returned = event(MilestoneReturned.class, claimed(), RETURN, "2022-12-01");

        assertEquals(100, returned.milestone().percent());
        assertEquals("缺少佐证材料", returned.reason());
    }

    private static Input.Update update(int percent, String forecast, Situation situation) {
        return new Input.Update("u-1", percent, forecast == null ? null : day(forecast), "联调完成", situation);
    }

    private static Decision<Milestone> decide(Milestone milestone, Input input, String on) {
        return Progress.decide(PROGRAMME, milestone, ALL_BEFORE, input, act(on));
    }

    private static <E> E event(Class<E> type, Milestone milestone, Input input, String on) {
        var decided = (Decided<Milestone>) decide(milestone, input, on);
        return assertInstanceOf(type, decided.events().getFirst());
    }

    private static Object refusalOf(Decision<Milestone> decision) {
        return decision instanceof Refused<Milestone>(var refusal) ? refusal : null;
    }
}
