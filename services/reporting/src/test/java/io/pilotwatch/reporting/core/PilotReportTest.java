package io.pilotwatch.reporting.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotState;
import java.time.Instant;
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

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void theRegisterSaysWhereAPilotStands(String sentence, PilotState expected, List<Event> events) {
        assertEquals(expected, fold(events).state());
    }

    static Stream<Arguments> theRegisterSaysWhereAPilotStands() {
        return Stream.of(
                arguments("nothing is known", PilotState.APPROVED, List.of()),
                arguments("an approved pilot", PilotState.APPROVED, List.of(PILOT.approved())),
                arguments(
                        "a task book alone moves nothing here",
                        PilotState.APPROVED,
                        List.of(PILOT.approved(), PILOT.filed("m1"), PILOT.reached("m1", 3, "2022-06-01"))),
                arguments(
                        "intake's word does",
                        PilotState.IN_PROGRESS,
                        List.of(PILOT.approved(), PILOT.advanced(2, PilotState.IN_PROGRESS))),
                arguments(
                        "its latest word, whenever it comes",
                        PilotState.SUSPENDED,
                        List.of(PILOT.suspended(3), PILOT.advanced(2, PilotState.IN_PROGRESS), PILOT.approved())));
    }

    @Test
    void theLastChangeOfStateIsKeptWithItsReasonAndADelegationIsNone() {
        var suspended = PILOT.suspended(3);
        var report = fold(List.of(PILOT.delegated(4, "示例单位-029"), suspended, PILOT.approved()));
        assertEquals(new StateChange(3, timeOf(suspended), "系统迁移"), report.change());
        assertEquals(List.of("示例单位-029"), report.pilot().entry().delegates());
    }

    @Test
    void recordsKeepTheirHighestRevisionAndEachIndicatorItsLatestPeriod() {
        var records = fold(List.of(
                        PILOT.recorded("2022-Q3", 2, 12),
                        PILOT.recorded("2022-Q2", 1, 7),
                        PILOT.recorded("2022-Q3", 3, 11),
                        PILOT.recorded("2022-09", 4, 5),
                        PILOT.shared("e1", 3, "BP-007"),
                        PILOT.shared("e1", 2, "BP-003"),
                        PILOT.attached("e1"),
                        PILOT.submitted("r1", 1, 3),
                        PILOT.ordered("x1"),
                        PILOT.accepted("x2"),
                        PILOT.answered("x2")))
                .records();
        assertEquals(
                List.of("2022-Q3 11"),
                records.latestValues().stream()
                        .map(v -> v.period() + " " + v.value())
                        .toList());
        assertEquals(List.of("BP-003", "BP-007"), List.copyOf(records.othersWith("e1")));
        assertEquals(3, records.reports().get("r1").what().daysLate());
        assertEquals(
                List.of("x1"),
                records.openRectifications().stream()
                        .map(r -> r.rectificationId())
                        .toList());
    }

    @Test
    void whatWasToldBeforeThereWereStatesIsStillUnderstood() {
        var approved = Samples.of("PilotApproved", """
                {"pilotId": "BP-101", "revision": 1, "by": "office", "pilot": {"pilotId": "BP-101", "number": 101,
                 "kind": "special-field", "fields": ["tax"], "organisation": "示例单位-101", "region": "",
                 "approvedOn": "2022-01-30", "synthetic": true, "provenance": "test"}}""");
        var filed = Samples.of("TaskBookFiled", """
                {"pilotId": "BP-101", "revision": 1, "by": "team", "taskBook": {"pilotId": "BP-101", "version": 1,
                 "filedOn": "2022-02-20", "milestones": [{"milestoneId": "m1", "revision": 1,
                 "title": {"zh": "上线", "en": "Live"}, "baselineDue": "2022-06-30", "due": "2022-06-30",
                 "deadlineVersion": 1, "weight": 100, "critical": true, "state": "PLANNED", "percent": 0}]}}""");
        var report = fold(List.of(approved, filed));
        assertEquals(PilotState.APPROVED, report.state());
        assertEquals(List.of(), report.pilot().entry().delegates());
        assertEquals(List.of(), report.milestones().get("m1").dependsOn());
        assertEquals(List.of(), report.taskBook().indicators());
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

    @Test
    void aMutedAlertStandsAndIsNotCounted() {
        var report = fold(List.of(PILOT.raised("PILOT_STALE", 1), PILOT.muted("PILOT_STALE", 2)));
        var alert = report.alerts().get(PILOT.pilotId() + ".PILOT_STALE.pilot.1");
        assertTrue(alert.isOpen());
        assertFalse(alert.isTold());
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
                PILOT.raised("MILESTONE_OVERDUE", 1),
                PILOT.advanced(2, PilotState.IN_PROGRESS),
                PILOT.suspended(3),
                PILOT.delegated(4, "示例单位-029"),
                PILOT.attached("e1"),
                PILOT.shared("e1", 2, "BP-003"),
                PILOT.shared("e1", 3, "BP-007"),
                PILOT.recorded("2022-Q2", 1, 7),
                PILOT.recorded("2022-Q3", 2, 12),
                PILOT.submitted("r1", 1, 3),
                PILOT.ordered("x1"),
                PILOT.answered("x1"));
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
