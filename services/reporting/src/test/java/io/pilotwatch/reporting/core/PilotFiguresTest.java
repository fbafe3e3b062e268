package io.pilotwatch.reporting.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PilotFiguresTest {

    private static final Programme PROGRAMME = Samples.programme();
    private static final Facts PILOT = Facts.of(101);

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theFinishIsTheLastMilestonesDayAgainstTheDeadline(
            String sentence, Finish expected, String today, String lastReached) {
        var events = lastReached == null
                ? List.<Event>of(PILOT.approved(), PILOT.filed("m1"))
                : List.<Event>of(
                        PILOT.approved(),
                        PILOT.filed("m1", "m2"),
                        PILOT.reached("m2", 2, lastReached),
                        PILOT.reached("m1", 2, "2022-05-01"));
        assertEquals(expected, figures(today, events).finish());
    }

    static Stream<Arguments> theFinishIsTheLastMilestonesDayAgainstTheDeadline() {
        return Stream.of(
                arguments("before the end nothing is decided", Finish.UNDECIDED, "2023-12-30", null),
                arguments("on the last day there is still time", Finish.UNDECIDED, "2023-12-31", null),
                arguments("after it the unfinished have not made it", Finish.NOT_FINISHED, "2024-01-01", null),
                arguments("the last day itself is in time", Finish.BY_DEADLINE, "2024-01-05", "2023-12-31"),
                arguments("a day later is late", Finish.LATE, "2024-01-05", "2024-01-01"),
                arguments("an early finish shows at once", Finish.BY_DEADLINE, "2023-02-01", "2023-01-31"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "TERMINATED, ENDED_OTHERWISE",
        "WITHDRAWN,  ENDED_OTHERWISE",
        "FAILED,     BY_DEADLINE",
        "COMPLETED,  BY_DEADLINE",
        "SUSPENDED,  BY_DEADLINE"
    })
    void whoeverLeftIsAskedNoMoreWhetherItFinished(PilotState state, Finish expected) {
        var deadline = LocalDate.parse("2023-12-31");
        assertEquals(
                expected, Finish.on(LocalDate.parse("2024-02-01"), state, LocalDate.parse("2023-06-30"), deadline));
    }

    /** Trap table: lateness is never erased. */
    @ParameterizedTest(name = "{0}: {1} days")
    @MethodSource
    void lateTurnsGreenAfterSubmission(String sentence, int expected, Event event, String today) {
        assertEquals(
                expected,
                figures(today, List.of(PILOT.approved(), PILOT.filed("m1"), event))
                        .lateness()
                        .sumDays());
    }

    static Stream<Arguments> lateTurnsGreenAfterSubmission() {
        return Stream.of(
                arguments("due today is not late", 0, PILOT.updated("m1", 2, 90), "2022-06-30"),
                arguments("open a day after is one day late", 1, PILOT.updated("m1", 2, 90), "2022-07-01"),
                arguments("a claim does not stop the days", 5, PILOT.claimed("m1", 3), "2022-07-05"),
                arguments("reached late stays late for ever", 5, PILOT.reached("m1", 4, "2022-07-05"), "2024-01-01"),
                arguments("reached in time stays in time", 0, PILOT.reached("m1", 4, "2022-06-30"), "2024-01-01"),
                arguments(
                        "an extension counts from the new day",
                        2,
                        PILOT.extended("m1", 4, "2022-08-30"),
                        "2022-09-01"));
    }

    /** Trap table: silence is never green. */
    @Test
    void silenceShownAsGreen() {
        var approved = PILOT.approved();
        var filed = PILOT.filed("m1");
        var extended = PILOT.extended("m1", 2, "2022-09-01");
        assertEquals(Rating.NOT_RATED, rating(approved), "no task book");
        assertEquals(Rating.NOT_RATED, rating(approved, filed), "no update");
        assertEquals(
                Rating.NOT_RATED,
                rating(approved, filed, extended),
                "an extension is the regulator's word, not the team's");
        assertNotEquals(Rating.NOT_RATED, rating(approved, filed, PILOT.updated("m1", 2, 5)));
    }

    private static Rating rating(Event... events) {
        return figures("2022-06-01", List.of(events)).rating().rating();
    }

    private static PilotFigures figures(String today, List<Event> events) {
        var report = PilotReport.empty(PILOT.pilotId());
        var time = Instant.parse("2022-03-01T01:00:00Z");
        for (var event : events) {
            report = PilotReport.fold(report, event, time);
            time = time.plusSeconds(60);
        }
        return PilotFigures.of(PilotFacts.of(report, PROGRAMME), LocalDate.parse(today), PROGRAMME);
    }
}
