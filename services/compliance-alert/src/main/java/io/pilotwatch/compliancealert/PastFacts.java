package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.compliancealert.core.Screening;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** What was known of a pilot at an instant, folded again from what had been heard by then. */
@ApplicationScoped
class PastFacts {

    private final HeardRows rows;
    private final Screening screening;

    PastFacts(HeardRows rows, Screening screening) {
        this.rows = rows;
        this.screening = screening;
    }

    /** Empty where the pilot was not approved by then, as far as anybody here knew. */
    Optional<Facts> at(String pilotId, Instant at) {
        var facts = Facts.none(pilotId);
        for (var heard : rows.of(pilotId, at)) {
            facts = facts.with(heard.event(), heard.at(), screening);
        }
        return Optional.of(facts).filter(known -> known.pilot() != null);
    }
}
