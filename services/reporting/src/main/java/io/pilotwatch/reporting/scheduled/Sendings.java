package io.pilotwatch.reporting.scheduled;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.WallClock;
import io.pilotwatch.reporting.scheduled.SendingRows.Claimed;
import io.pilotwatch.reporting.scheduled.core.DueDays;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Each step in a transaction of its own, so that none is open while a report is made and sent. */
@ApplicationScoped
class Sendings {

    private final SendingRows rows;
    private final ReportSettings settings;
    private final DueDays days;
    private final WallClock wall;

    Sendings(SendingRows rows, ReportSettings settings, Programme programme, WallClock wall) {
        this.rows = rows;
        this.settings = settings;
        this.days = new DueDays(settings.at(), programme);
        this.wall = wall;
    }

    /** Opens all that is due and not yet open, and gives the day; nothing where it is no time to send reports. */
    Optional<LocalDate> open(Instant now) {
        var today = days.sendingDay(now);
        today.ifPresent(this::open);
        return today;
    }

    private void open(LocalDate today) {
        QuarkusTransaction.requiringNew().run(() -> {
            open(null, today);
            for (var weekday : DayOfWeek.values()) {
                open(weekday, today);
            }
        });
    }

    private void open(@Nullable DayOfWeek weekday, LocalDate today) {
        var day = days.lastDue(weekday, today);
        rows.open(weekday, day, days.hourOf(day), today, wall.now());
    }

    /** One that has waited since this time of the wall clock. */
    Optional<Claimed> claim(LocalDate today, Instant since) {
        var nextTries = settings.waits().stream().map(wall.now()::plus).toList();
        return QuarkusTransaction.requiringNew().call(() -> rows.claim(today, since, nextTries));
    }

    /** @param error null where it was sent */
    void keep(Claimed claimed, @Nullable String error) {
        QuarkusTransaction.requiringNew().run(() -> rows.keep(claimed, error));
    }
}
