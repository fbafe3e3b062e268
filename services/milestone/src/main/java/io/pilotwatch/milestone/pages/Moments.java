package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Programme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Instants on the programme's clock, for templates: {@code {inject:moments.of(at).moment}}. */
@Named
@ApplicationScoped
public class Moments {

    private final Programme programme;

    Moments(Programme programme) {
        this.programme = programme;
    }

    /** With the programme's own offset. */
    public OffsetDateTime of(Instant instant) {
        return instant.atZone(programme.zone()).toOffsetDateTime();
    }

    /** The programme day. */
    public LocalDate day(Instant instant) {
        return programme.dayOf(instant);
    }
}
