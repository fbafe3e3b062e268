package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.HeardRows.Heard;
import io.pilotwatch.compliancealert.core.Conduct;
import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.compliancealert.core.Screening;
import io.pilotwatch.contracts.AlertEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Screens what is folded, and keeps what came of it, by one vocabulary. The caller holds the pilots' rows locked. */
@ApplicationScoped
class Flagging {

    private final Screening screening;
    private final ConductRows rows;
    private final Clock clock;

    Flagging(Screening screening, ConductRows rows, Clock clock) {
        this.screening = screening;
        this.rows = rows;
        this.clock = clock;
    }

    /** The vocabulary's version, in the form in which versions sort. */
    String version() {
        return screening.sortableVersion();
    }

    Facts fold(Facts facts, List<Heard> heard) {
        for (var h : heard) {
            facts = facts.with(h.event(), h.at(), screening);
        }
        return facts;
    }

    /** What was posted before, looked at again. */
    Facts again(Facts facts, List<Heard> texts) {
        var posted = texts.stream()
                .map(text -> new Conduct.Text(text.event(), text.at()))
                .toList();
        return facts.flagged(Conduct.again(facts.flags(), posted, screening, clock.instant()));
    }

    /** Keeps how the flags of these pilots changed, and gives by pilot what is told of that. */
    @Transactional(TxType.MANDATORY)
    Map<String, List<AlertEvent>> keep(Map<String, Facts> before, Collection<Facts> after) {
        var changes = after.stream()
                .flatMap(facts -> Conduct.changes(before.get(facts.pilotId()).flags(), facts.flags()).stream())
                .toList();
        rows.save(changes, clock.instant());
        return changes.stream().flatMap(Conduct::told).collect(Collectors.groupingBy(AlertEvent::pilotId));
    }
}
