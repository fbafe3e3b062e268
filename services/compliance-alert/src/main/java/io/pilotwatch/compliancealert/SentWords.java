package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.AlertFile.Happened;
import io.pilotwatch.compliancealert.AlertFile.Sent;
import io.pilotwatch.compliancealert.AlertFile.Tried;
import io.pilotwatch.compliancealert.core.Escalating;
import io.pilotwatch.compliancealert.delivery.DeliveryView;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Puts who was told what into words: agencies by the names that they bore, and the programme's time. */
@ApplicationScoped
class SentWords {

    private final Programme programme;

    SentWords(Programme programme) {
        this.programme = programme;
    }

    /** On the programme's clock; null for null. */
    @Nullable
    OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(programme.zone()).toOffsetDateTime();
    }

    /** What the agency was called then. */
    Text name(String agency, Instant at) {
        return programme.agency(agency).nameOn(programme.dayOf(at));
    }

    AlertInbox.Next next(Escalating next) {
        return new AlertInbox.Next(programme.dayOf(next.at().minusNanos(1)), name(next.to(), next.at()));
    }

    Happened happened(AlertView.Step step) {
        return new Happened(step, at(step.at()), step.agency() == null ? null : name(step.agency(), step.at()));
    }

    Sent sent(DeliveryView d) {
        return new Sent(
                d,
                name(d.agency(), d.saidAt()),
                at(d.saidAt()),
                d.tries().stream().map(t -> new Tried(t, at(t.at()))).toList());
    }
}
