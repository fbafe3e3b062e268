package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.AlertWaived;
import io.pilotwatch.contracts.AlertEvent.AlertWaiverEnded;
import io.pilotwatch.contracts.AlertEvent.Waiver;
import io.pilotwatch.contracts.Decision;
import java.time.Instant;

/** Who is spared which alerts, for how long and why. */
public final class Waiving {

    private Waiving() {}

    /** A waiver as it is asked for, not granted yet. */
    public static Decision<Waivers.Known> grant(Waiver asked, Instant now) {
        if (!asked.until().isAfter(now)) {
            return Decision.refused(AlertRefusal.WAIVER_IN_THE_PAST);
        }
        if (asked.rule() != null && Rules.named(asked.rule()).isEmpty()) {
            return Decision.refused(AlertRefusal.RULE_UNKNOWN);
        }
        var waivable = asked.rule() == null
                || Rules.named(asked.rule()).map(Rule::ofWhatIsOwed).orElse(false);
        if (!waivable) {
            return Decision.refused(AlertRefusal.RULE_NOT_WAIVABLE);
        }
        var known = new Waivers.Known(asked, 1);
        return Decision.decided(known, new AlertWaived(asked.pilotId(), 1, asked, asked.by()));
    }

    /** A person ends it early. */
    public static Decision<Waivers.Known> end(Waivers.Known known, String reason, String by, Instant now) {
        if (!known.isInForce(now)) {
            return Decision.refused(AlertRefusal.WAIVER_OVER);
        }
        var w = known.waiver();
        var ended = new Waiver(w.waiverId(), w.pilotId(), w.rule(), w.subject(), w.reason(), w.by(), w.until(), now);
        var next = new Waivers.Known(ended, known.revision() + 1);
        return Decision.decided(next, new AlertWaiverEnded(w.pilotId(), next.revision(), ended, reason, by));
    }
}
