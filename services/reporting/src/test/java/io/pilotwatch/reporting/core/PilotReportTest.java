package io.pilotwatch.reporting.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PilotReportTest {

    private static final Facts PILOT = Facts.of(101);
    private static final Instant TIME = Instant.parse("2022-03-01T01:00:00Z");
    private static final LocalDate DEADLINE = LocalDate.parse("2023-12-31");

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void theStateFollowsFromTheFacts(String sentence, PilotState expected, List<Event> events) {
        assertEquals(expected, fold(events).state());
    }

    static Stream<Arguments> theStateFollowsFromTheFacts() {
        return Stream.of(
                arguments("nothing is known", PilotState.APPROVED, List.of()),
                arguments("an approved pilot has no plan yet", PilotState.APPROVED, List.of(PILOT.approved())),
                arguments(
                        "a filed task book alone is no progress",
                        PilotState.TASKBOOK_FILED,
                        List.of(PILOT.approved(), PILOT.filed("m1"))),
                arguments(
                        "the first update is the start",
                        PilotState.IN_PROGRESS,
                        List.of(PILOT.approved(), PILOT.filed("m1", "m2"), PILOT.updated("m1", 2, 10))),
                arguments(
                        "an update that overtook the task book counts the same",
                        PilotState.IN_PROGRESS,
                        List.of(PILOT.updated("m1", 2, 10), PILOT.filed("m1", "m2"), PILOT.approved())),
                arguments(
                        "one milestone of two reached is not the end",
                        PilotState.IN_PROGRESS,
                        List.of(PILOT.filed("m1", "m2"), PILOT.reached("m1", 3, "2022-06-01"))),
                arguments(
                        "all milestones reached is the final evaluation",
                        PilotState.FINAL_EVALUATION,
                        List.of(
                                PILOT.filed("m1", "m2"),
                                PILOT.reached("m1", 3, "2022-06-01"),
                                PILOT.reached("m2", 2, "2022-06-02"))),
                arguments(
                        "reached milestones without the plan may not be all there are",
                        PilotState.IN_PROGRESS,
                        List.of(PILOT.reached("m1", 3, "2022-06-01"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theFinishIsTheLastMilestonesDayAgainstTheDeadline(
            String sentence, Finish expected, String today, String lastReached) {
        var events = lastReached == null
                ? List.<Event>of(PILOT.filed("m1"))
                : List.<Event>of(
                        PILOT.filed("m1", "m2"),
                        PILOT.reached("m2", 2, lastReached),
                        PILOT.reached("m1", 2, "2022-05-01"));
        assertEquals(expected, Finish.on(LocalDate.parse(today), fold(events).finishedOn(), DEADLINE));
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

    @ParameterizedTest(name = "{0}: {1} days")
    @MethodSource
    void latenessIsNeverErased(String sentence, int expected, Event event, String today) {
        var milestone = fold(List.of(PILOT.filed("m1"), event)).milestones().get("m1");
        assertEquals(expected, PilotReport.daysLate(milestone, LocalDate.parse(today)));
    }

    static Stream<Arguments> latenessIsNeverErased() {
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

    @Test
    void silenceIsNeverGreen() {
        assertTrue(fold(List.of(PILOT.approved())).isSilent(), "no task book");
        assertTrue(fold(List.of(PILOT.approved(), PILOT.filed("m1"))).isSilent(), "no update");
        assertTrue(
                fold(List.of(PILOT.filed("m1"), PILOT.extended("m1", 2, "2022-09-01")))
                        .isSilent(),
                "an extension is the regulator's word, not the team's");
        assertFalse(fold(List.of(PILOT.filed("m1"), PILOT.updated("m1", 2, 5))).isSilent());
    }

    @Test
    void anAlertKeepsItsHighestRevision() {
        var cleared = PILOT.cleared("PILOT_STALE", 3);
        var report = fold(List.of(cleared, PILOT.raised("PILOT_STALE", 1), PILOT.raised("PILOT_STALE", 2)));
        var alert = report.alerts().get(PILOT.pilotId() + ".PILOT_STALE.pilot.1");
        assertFalse(alert.isOpen());
        assertEquals("It reported", alert.clearedBecause().en());
        assertEquals(timeOf(cleared), alert.changedAt());
    }

    @RepeatedTest(200)
    void neitherOrderNorRepeatsNorTopicsLeaveATrace(RepetitionInfo repetition) {
        var story = story();
        var expected = fold(story);
        var random = new Random(repetition.getCurrentRepetition());
        var shuffled = new ArrayList<>(story);
        for (int i = 0; i < 15; i++) {
            shuffled.add(story.get(random.nextInt(story.size())));
        }
        Collections.shuffle(shuffled, random);
        assertEquals(expected, fold(shuffled));
    }

    private static List<Event> story() {
        return List.of(
                PILOT.approved(),
                PILOT.filed("m1", "m2", "m3"),
                PILOT.updated("m1", 2, 10),
                PILOT.updated("m1", 3, 80),
                PILOT.claimed("m1", 4),
                PILOT.reached("m1", 5, "2022-07-04"),
                PILOT.extended("m2", 2, "2022-12-31"),
                PILOT.updated("m2", 3, 30),
                PILOT.raised("PILOT_STALE", 1),
                PILOT.acknowledged("PILOT_STALE", 2),
                PILOT.raised("PILOT_STALE", 3),
                PILOT.cleared("PILOT_STALE", 4),
                PILOT.raised("MILESTONE_OVERDUE", 1));
    }

    /** An event has happened at one time of its own, whenever and however often it arrives. */
    private static Instant timeOf(Event event) {
        return TIME.plusSeconds(Math.floorMod(event.hashCode(), 1_000_000));
    }

    private static PilotReport fold(List<Event> events) {
        var report = PilotReport.empty(PILOT.pilotId());
        for (var event : events) {
            report = PilotReport.fold(report, event, timeOf(event));
        }
        return report;
    }
}
