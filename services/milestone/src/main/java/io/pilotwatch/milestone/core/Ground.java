package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.Programme;
import java.time.LocalDate;

/**
 * What a pilot's plan must fit.
 *
 * @param approvedOn programme day of the pilot's publication
 */
public record Ground(Programme programme, LocalDate approvedOn) {

    /** The first day on which anything can be due. */
    LocalDate firstDay() {
        return approvedOn.isAfter(programme.start()) ? approvedOn : programme.start();
    }

    /** The same for what was drafted; the template's days are the programme's own, whenever the pilot was approved. */
    Ground of(Draft draft) {
        return draft.milestones() == null ? new Ground(programme, programme.start()) : this;
    }
}
