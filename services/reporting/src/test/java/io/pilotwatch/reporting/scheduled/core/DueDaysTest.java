package io.pilotwatch.reporting.scheduled.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.reporting.core.Samples;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDaysTest {

    private static final Programme PROGRAMME = Samples.programme();
    private static final DueDays DAYS = new DueDays(LocalTime.of(8, 30), PROGRAMME);

    /** The week of the national day is free in 2022; Saturday the 8th and Sunday the 9th of October are worked. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2022-09-30T08:29, ",
        "2022-09-30T08:30, 2022-09-30",
        "2022-09-30T23:59, 2022-09-30",
        "2022-10-01T09:00, ",
        "2022-10-05T09:00, ",
        "2022-10-08T08:30, 2022-10-08",
        "2022-10-09T12:00, 2022-10-09",
        "2022-10-15T12:00, ",
        "2022-10-17T08:30, 2022-10-17"
    })
    void reportsAreSentFromTheHourOfAWorkingDayToItsEnd(LocalDateTime now, LocalDate day) {
        assertEquals(
                Optional.ofNullable(day),
                DAYS.sendingDay(now.atZone(PROGRAMME.zone()).toInstant()));
    }

    @ParameterizedTest(name = "of {0}, on {1}: {2}")
    @CsvSource({
        // Of each working day: that day's, whatever was missed before.
        ", 2022-10-17, 2022-10-17",
        ", 2022-10-08, 2022-10-08",
        // Of a weekday: that day's.
        "MONDAY, 2022-10-17, 2022-10-17",
        "FRIDAY, 2022-10-14, 2022-10-14",
        // Missed on it: that day's one still, once and not for the weeks before.
        "MONDAY, 2022-10-20, 2022-10-17",
        "FRIDAY, 2022-10-17, 2022-10-14",
        // A day off: the next working day's.
        "MONDAY, 2022-10-08, 2022-10-08",
        "MONDAY, 2022-10-09, 2022-10-08",
        "SATURDAY, 2022-10-08, 2022-10-08",
        "SATURDAY, 2022-10-17, 2022-10-17",
        "SATURDAY, 2022-10-18, 2022-10-17"
    })
    void aReportIsDueOnItsWeekdayOrOnTheNextWorkingDay(DayOfWeek weekday, LocalDate sendingDay, LocalDate due) {
        assertEquals(due, DAYS.lastDue(weekday, sendingDay));
    }
}
