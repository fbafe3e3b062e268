package io.pilotwatch.reporting.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.Programme;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndicatorCourseTest {

    private static final Programme PROGRAMME = Samples.programme();
    private static final Facts PILOT = Facts.of(1);

    /** Half way between the filing and the deadline. */
    private static final LocalDate FILED = LocalDate.parse("2022-06-30").minusDays(549);

    @Test
    void eachPeriodIsComparedWithTheStraightLineFromFilingToDeadline() {
        var course = courses(
                        filed("1000", "3000"), PILOT.recorded("2022-Q2", 1, 1500), PILOT.recorded("2021-Q4", 2, 900))
                .getFirst()
                .indicators()
                .getFirst();
        assertEquals(
                List.of("2021-Q4", "2022-Q2"),
                course.points().stream().map(p -> p.period().code()).toList());
        assertEquals(new BigDecimal("2000"), course.latest().planned());
        assertEquals(new BigDecimal("50.0"), course.latest().percent());
        assertTrue(course.latest().behind(), "half of the plan is below what the system takes for on its way");
    }

    @Test
    void whatIsNotPromisedHasNoPathAndWhatIsOnlyPromisedHasNoPoint() {
        var told = courses(PILOT.recorded("2022-Q2", 1, 1500))
                .getFirst()
                .indicators()
                .getFirst();
        assertNull(told.promise());
        assertNull(told.latest().planned());
        assertFalse(told.latest().behind());
        var promised = courses(filed("0", "10")).getFirst().indicators().getFirst();
        assertNull(promised.latest());
        assertEquals(List.of(), courses());
    }

    @Test
    void aSmallPromiseIsPlannedWithADecimal() {
        var course = courses(filed("0", "5"), PILOT.recorded("2022-Q2", 1, 2))
                .getFirst()
                .indicators()
                .getFirst();
        assertEquals(new BigDecimal("2.5"), course.latest().planned());
    }

    private static TaskBookFiled filed(String baseline, String target) {
        var promise = new IndicatorTarget("on-chain-records", new BigDecimal(baseline), new BigDecimal(target));
        return new TaskBookFiled(
                PILOT.pilotId(), 1, new TaskBook(PILOT.pilotId(), 1, FILED, List.of(), List.of(promise)), "team");
    }

    private static List<IndicatorCourse.OfBenefit> courses(Event... events) {
        var report = PilotReport.empty(PILOT.pilotId());
        for (var event : events) {
            report = PilotReport.fold(report, event, Instant.parse("2022-07-01T00:00:00Z"));
        }
        return IndicatorCourse.of(report, PROGRAMME);
    }
}
