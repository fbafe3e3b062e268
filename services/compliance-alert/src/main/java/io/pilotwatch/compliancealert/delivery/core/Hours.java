package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.Programme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When digests and daily reports are due: at an hour of the programme's days.
 *
 * @param at the hour, in the programme's zone
 */
public record Hours(LocalTime at, Programme programme) {

    /** The hour of a day. */
    public Instant of(LocalDate day) {
        return day.atTime(at).atZone(programme.zone()).toInstant();
    }

    /** The last day whose hour has come. */
    public LocalDate lastDay(Instant now) {
        var today = programme.dayOf(now);
        return now.isBefore(of(today)) ? today.minusDays(1) : today;
    }

    /** The last working day whose hour has come. */
    public LocalDate lastWorkingDay(Instant now) {
        var day = lastDay(now);
        return programme.calendar().isWorkingDay(day)
                ? day
                : programme.calendar().plusWorkingDays(day, -1);
    }

    /** The working day whose digest is the first after an instant. */
    public LocalDate nextWorkingDay(Instant said) {
        return programme.calendar().plusWorkingDays(lastDay(said), 1);
    }

    /** Whether what should have been said at this day's hour is now said late, by more than the programme tolerates. */
    public boolean isLate(LocalDate expected, Instant now) {
        return now.isAfter(of(expected).plus(Duration.ofMinutes(programme.lateToleranceMinutes())));
    }
}
