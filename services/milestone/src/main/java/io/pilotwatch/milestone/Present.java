package io.pilotwatch.milestone;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.milestone.core.Act;
import io.pilotwatch.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The programme, and what time it is in it. */
@ApplicationScoped
public class Present {

    private final Programme programme;
    private final Clock clock;

    Present(Programme programme, Clock clock) {
        this.programme = programme;
        this.clock = clock;
    }

    /** What the file says. */
    public Programme programme() {
        return programme;
    }

    /** The present programme day. */
    public LocalDate today() {
        return dayOf(clock.instant());
    }

    /** The programme day of an instant. */
    public LocalDate dayOf(Instant instant) {
        return programme.dayOf(instant);
    }

    /** What this caller does now. The database keeps no finer time, and an answer must say the same whenever it is read. */
    public Act act(Caller caller, String pilotId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Act(pilotId, caller.name(), now, dayOf(now));
    }
}
