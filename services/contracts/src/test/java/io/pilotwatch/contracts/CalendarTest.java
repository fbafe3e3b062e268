package io.pilotwatch.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nlf.calendar.util.HolidayUtil;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

    private final Calendar calendar = ShippedProgramme.read().calendar();

    /** The library's release that can be had ends before the notice for 2024. */
    @Test
    void itAgreesDayByDayWithALibraryThatReadTheNoticesOf2022And2023() {
        var disputed = day("2022-01-01")
                .datesUntil(day("2024-01-01"))
                .filter(day -> {
                    var holiday = HolidayUtil.getHoliday(day.toString());
                    return calendar.isWorkingDay(day)
                            != (holiday == null ? !Calendar.isWeekend(day) : holiday.isWork());
                })
                .toList();

        assertEquals(List.of(), disputed);
    }

    /** As the notices say themselves: how many days off each has, and how many weekend days are worked for them. */
    @ParameterizedTest(name = "{0}: {1} days off, {2} make-up days, {3} working days")
    @CsvSource({"2022, 31, 7, 249", "2023, 27, 7, 249", "2024, 28, 8, 251"})
    void eachYearHasTheDaysOfItsNotice(int year, int off, int madeUp, int worked) {
        var notice = calendar.years().stream()
                .filter(y -> y.year() == year)
                .findFirst()
                .orElseThrow();
        assertEquals(
                off,
                notice.holidays().stream()
                        .flatMap(h -> h.from().datesUntil(h.to().plusDays(1)))
                        .count());
        assertEquals(madeUp, notice.workdays().size());
        assertEquals(
                worked,
                LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(calendar::isWorkingDay)
                        .count());
    }

    @ParameterizedTest(name = "{1} working days from {0} is {2}: {3}")
    @CsvSource({
        "2022-01-28, 1, 2022-01-29, a Saturday that is worked before Spring Festival",
        "2022-01-28, 2, 2022-01-30, and the Sunday after it",
        "2022-01-28, 3, 2022-02-07, the whole festival is off",
        "2022-02-01, 1, 2022-02-07, from a day off",
        "2023-09-28, 1, 2023-10-07, National Day ends with a Saturday that is worked",
        "2023-10-07, 1, 2023-10-08, and its Sunday",
        "2023-10-08, 1, 2023-10-09, then a plain Monday",
        "2022-12-30, 1, 2023-01-03, New Year over the year's end",
        "2022-02-07, -1, 2022-01-30, backwards over the festival",
        "2022-02-07, -3, 2022-01-28, backwards over make-up days",
        "2022-02-01, 0, 2022-02-01, none is the day itself",
        "2024-12-31, 2, 2025-01-02, a year without a notice is counted as a plain week"
    })
    void workingDaysAreCountedFromTheDayAfter(LocalDate from, int n, LocalDate to, String why) {
        assertEquals(to, calendar.plusWorkingDays(from, n), why);
    }

    @Test
    void itSaysOfWhichYearsItKnows() {
        assertTrue(calendar.knows(day("2022-01-01")));
        assertTrue(calendar.knows(day("2024-12-31")));
        assertFalse(calendar.knows(day("2021-12-31")));
        assertFalse(calendar.knows(day("2025-01-01")));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
