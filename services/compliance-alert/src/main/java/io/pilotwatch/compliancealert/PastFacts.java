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
    private final ConductRows conduct;
    private final Screening screening;

    PastFacts(HeardRows rows, ConductRows conduct, Screening screening) {
        this.rows = rows;
        this.conduct = conduct;
        this.screening = screening;
    }

    /** Empty where the pilot was not approved by then, as far as anybody here knew. */
    Optional<Facts> at(String pilotId, Instant at) {
        var facts = Facts.none(pilotId);
        for (var heard : rows.of(pilotId, at)) {
            facts = facts.with(heard.event(), heard.at(), screening);
        }
        // What was found then was found by the vocabulary of then.
        return Optional.of(facts.flagged(conduct.asOf(pilotId, at))).filter(known -> known.pilot() != null);
    }
}
