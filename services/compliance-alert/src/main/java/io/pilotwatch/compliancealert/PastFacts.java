package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** What was known of a pilot at an instant, folded again from what had been heard by then. */
@ApplicationScoped
class PastFacts {

    private final HeardRows rows;
    private final ConductRows conduct;

    PastFacts(HeardRows rows, ConductRows conduct) {
        this.rows = rows;
        this.conduct = conduct;
    }

    /** Empty where the pilot was not approved by then, as far as anybody here knew. */
    Optional<Facts> at(String pilotId, Instant at) {
        var facts = Facts.none(pilotId);
        for (var heard : rows.of(pilotId, at)) {
            facts = facts.unscreened(heard.event(), heard.at());
        }
        // What was found then was found by the vocabulary of then.
        return Optional.of(facts.flagged(conduct.asOf(pilotId, at))).filter(known -> known.pilot() != null);
    }
}
