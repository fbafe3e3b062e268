package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Plans.START;
import static io.pilotwatch.reporting.core.Plans.day;
import static io.pilotwatch.reporting.core.Plans.expectedOn;
import static io.pilotwatch.reporting.core.Plans.open;
import static io.pilotwatch.reporting.core.Plans.plan;
import static io.pilotwatch.reporting.core.Plans.reached;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A hundred days to m1, a hundred more to m2, from 2022-01-30: 2022-05-10 and 2022-08-18. */
class ForecastTest {

    private static final String DUE_1 = "2022-05-10";
    private static final String DUE_2 = "2022-08-18";

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource
    void theRestGoesAtThePaceSoFar(String sentence, PilotFacts.Plan plan, String day, String likely) {
        var forecast = Forecast.of(plan, START, day(day));
        assertEquals(likely == null ? null : day(likely), forecast.likely());
    }

    static Stream<Arguments> theRestGoesAtThePaceSoFar() {
        return Stream.of(
                arguments(
                        "on schedule half way, it ends as planned",
                        plan(reached("m1", DUE_1, 50, DUE_1), open("m2", DUE_2, 50, 0)),
                        DUE_1,
                        DUE_2),
                arguments(
                        "half as quick, it takes twice as long",
                        plan(open("m1", DUE_1, 50, 50), open("m2", DUE_2, 50, 0)),
                        DUE_1,
                        "2023-03-06"),
                arguments(
                        "twice as quick, half as long",
                        plan(reached("m1", DUE_1, 50, "2022-03-21"), open("m2", DUE_2, 50, 0)),
                        "2022-03-21",
                        DUE_1),
                arguments(
                        "with nothing earned it cannot be told",
                        plan(open("m1", DUE_1, 50, 0), open("m2", DUE_2, 50, 0)),
                        DUE_1,
                        null),
                arguments("nor on the first day", plan(open("m1", DUE_1, 100, 10)), "2022-01-30", null),
                arguments(
                        "all done but not accepted, it could be any day now",
                        plan(open("m1", DUE_1, 100, 100)),
                        "2022-09-01",
                        "2022-09-01"),
                arguments(
                        "what is finished is finished",
                        plan(reached("m1", DUE_1, 50, "2022-06-01"), reached("m2", DUE_2, 50, "2022-05-01")),
                        "2023-09-01",
                        "2022-06-01"));
    }

    @Test
    void theRangeIsWhatTheRestWouldTakeAtThePacesSeen() {
        var plan = plan(
                reached("m1", DUE_1, 30, "2022-03-21"), // after 50 days instead of 100
                reached("m2", DUE_2, 30, "2022-11-26"), // after 300 days instead of 200
                open("m3", "2022-11-26", 40, 0)); // 100 days more
        var forecast = Forecast.of(plan, START, day("2022-11-26"));
        assertEquals(day("2022-11-26").plusDays(150), forecast.likely());
        assertEquals(day("2022-11-26").plusDays(50), forecast.earliest());
        assertEquals(day("2022-11-26").plusDays(150), forecast.latest());
        assertEquals("100.0", forecast.planned().toPlainString());
        assertEquals("60.0", forecast.earned().toPlainString());
        assertEquals("0.667", forecast.pace().toPlainString());
    }

    @Test
    void theTeamsOwnIsTheLatestDayThatItNamesForAnythingOpen() {
        var plan = plan(
                expectedOn(open("m1", DUE_1, 50, 10), "2022-06-01"),
                expectedOn(open("m2", DUE_2, 50, 10), "2022-09-01"),
                expectedOn(reached("m3", DUE_2, 50, DUE_2), "2023-09-01"));
        assertEquals(day("2022-09-01"), Forecast.of(plan, START, day(DUE_1)).ofTeam());
        assertNull(Forecast.of(plan(open("m1", DUE_1, 1, 1)), START, day(DUE_1)).ofTeam());
    }

    /** Against counting the days one by one. */
    @RepeatedTest(200)
    void theEarnedTimeIsTheDayByWhichAsMuchWasToBeEarned(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var curve = PlannedValue.of(Plans.random(random).milestones(), START);
        double weight = random.nextDouble() * curve.weight();
        int days = 0;
        while (days < curve.days() && curve.by(days + 1) <= weight) {
            days++;
        }
        double found = curve.dayOf(weight);
        assertTrue(days <= found + 1e-6 && found <= days + 1 + 1e-6, days + " " + found);
        assertEquals(weight, curve.by(found), 1e-6);
    }

    @RepeatedTest(200)
    void theRangeHoldsTheLikelyDayAndMoreProgressIsNeverLater(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var plan = Plans.random(random);
        var day = START.plusDays(1 + random.nextInt(700));
        var forecast = Forecast.of(plan, START, day);
        if (forecast.likely() == null) {
            return;
        }
        assertFalse(forecast.earliest().isAfter(forecast.likely()));
        assertFalse(forecast.latest().isBefore(forecast.likely()));
        if (Forecast.finishedOn(plan) == null) {
            assertFalse(forecast.earliest().isBefore(day), "what is open is not done yet");
            LocalDate more = Forecast.of(further(plan), START, day).likely();
            assertFalse(more.isAfter(forecast.likely()));
        }
    }

    @Test
    void eachOpenMilestoneIsForecastAtThePaceSoFarAndTheLastOneWithTheWhole() {
        var plan =
                plan(reached("m1", DUE_1, 50, "2022-08-18"), open("m2", DUE_2, 25, 0), open("m3", "2022-11-26", 25, 0));
        var day = day("2022-08-18");
        // A hundred days' work took two hundred.
        assertEquals(Map.of("m2", day("2023-03-06"), "m3", day("2023-09-22")), Forecast.ofEach(plan, START, day));
        assertEquals(
                Forecast.of(plan, START, day).likely(),
                Forecast.ofEach(plan, START, day).get("m3"));
    }

    @Test
    void whatIsOpenThoughItsWorthIsEarnedIsNotForecastNorAnythingWithoutAPace() {
        var ahead = plan(open("m1", DUE_1, 50, 40), reached("m2", DUE_2, 50, DUE_1));
        assertEquals(Map.of(), Forecast.ofEach(ahead, START, day(DUE_2)));
        assertEquals(Map.of(), Forecast.ofEach(plan(open("m1", DUE_1, 100, 0)), START, day(DUE_2)));
        assertEquals(Map.of(), Forecast.ofEach(plan(open("m1", DUE_1, 100, 10)), START, START));
    }

    private static PilotFacts.Plan further(PilotFacts.Plan plan) {
        return new PilotFacts.Plan(
                plan.filedOn(),
                plan.milestones().stream()
                        .map(m -> m.isOpen()
                                ? open(m.id(), m.due().toString(), m.weight(), Math.min(100, m.percent() + 10))
                                : m)
                        .toList());
    }
}
