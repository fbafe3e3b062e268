package io.pilotwatch.compliancealert.delivery.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HoursTest {

    private static final Hours HOURS = new Hours(LocalTime.of(8, 30), Examples.PROGRAMME);

    private record Row(String now, String lastDay, String lastWorkingDay, String next) {}

    @TestFactory
    Stream<DynamicTest> days_end_at_the_hour_and_weekends_and_make_up_days_are_known() {
        return Stream.of(
                        new Row("2022-11-30T08:29", "2022-11-29", "2022-11-29", "2022-11-30"),
                        new Row("2022-11-30T08:30", "2022-11-30", "2022-11-30", "2022-12-01"),
                        new Row("2022-12-03T12:00", "2022-12-03", "2022-12-02", "2022-12-05"),
                        new Row("2022-10-05T12:00", "2022-10-05", "2022-09-30", "2022-10-08"),
                        new Row("2022-10-09T08:30", "2022-10-09", "2022-10-09", "2022-10-10"))
                .map(row -> DynamicTest.dynamicTest(row.now(), () -> {
                    var now = at(row.now());
                    assertEquals(LocalDate.parse(row.lastDay()), HOURS.lastDay(now));
                    assertEquals(LocalDate.parse(row.lastWorkingDay()), HOURS.lastWorkingDay(now));
                    assertEquals(LocalDate.parse(row.next()), HOURS.nextWorkingDay(now));
                }));
    }

    @Test
    void late_is_later_than_the_programme_tolerates() {
        var day = LocalDate.parse("2022-11-30");
        assertEquals(60, Examples.PROGRAMME.lateToleranceMinutes());
        assertEquals(false, HOURS.isLate(day, at("2022-11-30T09:30")));
        assertEquals(true, HOURS.isLate(day, at("2022-11-30T09:31")));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Examples.PROGRAMME.zone()).toInstant();
    }
}
