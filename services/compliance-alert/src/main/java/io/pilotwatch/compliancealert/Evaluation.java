package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Alerting;
import io.pilotwatch.compliancealert.core.Breach;
import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.compliancealert.core.Tracked;
import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.Programme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The one way from facts to alerts, whether an event changed the facts or time went by. */
@ApplicationScoped
class Evaluation {

    private final FactsRows factsRows;
    private final AlertRows alertRows;
    private final AlertMeters meters;
    private final Programme programme;
    private final Clock clock;

    Evaluation(FactsRows factsRows, AlertRows alertRows, AlertMeters meters, Programme programme, Clock clock) {
        this.factsRows = factsRows;
        this.alertRows = alertRows;
        this.meters = meters;
        this.programme = programme;
        this.clock = clock;
    }

    /**
     * Makes the alerts of these pilots what the facts say now, and saves both. The caller holds the pilots' rows locked, so
     * that the clock is read after whoever had them before, and tells the events.
     */
    @Transactional(TxType.MANDATORY)
    List<AlertEvent> evaluate(List<Facts> pilots) {
        var now = clock.instant();
        var breaches = new LinkedHashMap<String, List<Breach>>();
        pilots.forEach(facts -> breaches.put(facts.pilotId(), Rules.breaches(facts, programme, now)));
        var known = alertRows.lockForComparison(breaches).stream()
                .collect(Collectors.groupingBy(tracked -> tracked.alert().pilotId()));
        var events = new ArrayList<AlertEvent>();
        for (var facts : pilots) {
            var pilotId = facts.pilotId();
            var alerts = known.getOrDefault(pilotId, List.<Tracked>of());
            events.addAll(Alerting.compare(facts, breaches.get(pilotId), alerts, programme, now));
        }
        factsRows.save(pilots, facts -> Rules.nextCheck(facts, programme, now).orElse(null));
        alertRows.save(events, now);
        meters.raised(events);
        return events;
    }
}
