package io.pilotwatch.intake;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.intake.core.Application;
import io.pilotwatch.intake.core.Application.Approved;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An application as its readers see it.
 *
 * @param state {@code SUBMITTED} or {@code APPROVED}
 * @param submittedAt in the programme's zone
 * @param submittedBy the account
 * @param approvedOn programme day; null until approved
 */
record ApplicationView(
        String pilotId,
        long revision,
        Named state,
        Named kind,
        List<Named> fields,
        String organisation,
        String region,
        String summary,
        boolean synthetic,
        OffsetDateTime submittedAt,
        String submittedBy,
        @Nullable LocalDate approvedOn) {

    static ApplicationView of(Application application, Programme programme) {
        var submission = application.submission();
        var facts = submission.facts();
        return new ApplicationView(
                facts.pilotId(),
                application.revision(),
                new Named(application.state().name(), application.state().text()),
                Names.kind(programme, facts.kind()),
                facts.fields().stream().map(f -> Names.field(programme, f)).toList(),
                facts.organisation(),
                facts.region(),
                facts.summary(),
                facts.synthetic(),
                submission.submittedAt().atZone(programme.zone()).toOffsetDateTime(),
                submission.by(),
                application instanceof Approved approved ? approved.pilot().approvedOn() : null);
    }
}
