package io.pilotwatch.reporting.scheduled.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * When reports are due: at an hour of working days.
 *
 * @param at the hour, in the programme's zone
 */
public record DueDays(LocalTime at, Programme programme) {

    /** The hour of a day. */
    public Instant hourOf(LocalDate day) {
        return day.atTime(at).atZone(programme.zone()).toInstant();
    }

    /** The day, if it is one to send reports: a working day, its hour come. */
    public Optional<LocalDate> sendingDay(Instant now) {
        var today = programme.dayOf(now);
        return programme.calendar().isWorkingDay(today) && !now.isBefore(hourOf(today))
                ? Optional.of(today)
                : Optional.empty();
    }

    /**
     * The last day, up to a day to send reports, on which a report is due: that day itself; of a weekly one that weekday, or
     * where it is a day off the next working day. Whoever was away sends this one, and none before it.
     *
     * @param weekday null for each working day
     */
    public LocalDate lastDue(@Nullable DayOfWeek weekday, LocalDate sendingDay) {
        if (weekday == null) {
            return sendingDay;
        }
        var meant = sendingDay.with(TemporalAdjusters.previousOrSame(weekday));
        return programme.calendar().plusWorkingDays(meant.minusDays(1), 1);
    }
}
