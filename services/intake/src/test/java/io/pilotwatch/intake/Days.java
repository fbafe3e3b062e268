package io.pilotwatch.intake;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.ProgrammeClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** The programme clock of the tests. It is kept in the database and only goes forward, so days are counted from where it stands. */
@ApplicationScoped
class Days {

    private final ProgrammeClock programmeClock;
    private final Clock clock;
    private final Programme programme;

    Days(ProgrammeClock programmeClock, Clock clock, Programme programme) {
        this.programmeClock = programmeClock;
        this.clock = clock;
        this.programme = programme;
    }

    LocalDate today() {
        return programme.dayOf(clock.instant());
    }

    void pass(int days) {
        programmeClock.stepTo(programme.startOf(today().plusDays(days)));
    }
}
