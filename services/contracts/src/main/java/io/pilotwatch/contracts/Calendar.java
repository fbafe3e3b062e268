package io.pilotwatch.contracts;

import io.pilotwatch.contracts.Programme.Measure;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Which days are worked: Monday to Friday, but for the holidays and the make-up workdays (调休) that the yearly notices
 * give. Of a day that no notice speaks of, Monday to Friday is all that is known, so counting never fails: a reminder by a
 * plain week is better than none, and {@link #knows} tells the one from the other.
 *
 * @param version which edition of the data this is, so that what was counted can be counted again
 * @param years one notice each, in order
 */
public record Calendar(String version, List<Year> years) {

    /**
     * What one notice says.
     *
     * @param year of which it speaks; its first holiday may begin in December of the year before
     * @param source the notice's number
     * @param workdays Saturdays and Sundays that are worked
     */
    public record Year(int year, String source, List<Holiday> holidays, List<LocalDate> workdays) {}

    /** Days off, first and last, weekends among them included. */
    public record Holiday(Text name, LocalDate from, LocalDate to) {

        private boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Whether a notice speaks of the day's year. */
    public boolean knows(LocalDate day) {
        return years.stream().anyMatch(y -> y.year() == day.getYear());
    }

    /** Whether it is worked. */
    public boolean isWorkingDay(LocalDate day) {
        if (isWeekend(day)) {
            return years.stream().anyMatch(y -> y.workdays().contains(day));
        }
        return years.stream().flatMap(y -> y.holidays().stream()).noneMatch(h -> h.holds(day));
    }

    /** The n-th working day after a day, or before it where n is negative; the day itself for 0, worked or not. */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        int step = Integer.signum(n);
        var at = day;
        for (int left = Math.abs(n); left > 0; ) {
            at = at.plusDays(step);
            left -= isWorkingDay(at) ? 1 : 0;
        }
        return at;
    }

    /** The day so many DAYS or WORKING_DAYS after another, or before it where {@code at} is negative. */
    public LocalDate plus(LocalDate day, int at, Measure in) {
        return switch (in) {
            case DAYS -> day.plusDays(at);
            case WORKING_DAYS -> plusWorkingDays(day, at);
            case PERCENT, PERIODS, GRADE -> throw new IllegalArgumentException(in + " are no days");
        };
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
