package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Alerting;
import io.pilotwatch.compliancealert.core.Answering;
import io.pilotwatch.compliancealert.core.Answering.Input;
import io.pilotwatch.compliancealert.core.Breach;
import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.compliancealert.core.Tracked;
import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** The one way from facts to alerts, whether an event changed the facts or time went by. */
@ApplicationScoped
class Evaluation {

    private final FactsRows factsRows;
    private final AlertRows alertRows;
    private final Telling telling;
    private final Programme programme;
    private final Clock clock;

    Evaluation(FactsRows factsRows, AlertRows alertRows, Telling telling, Programme programme, Clock clock) {
        this.factsRows = factsRows;
        this.alertRows = alertRows;
        this.telling = telling;
        this.programme = programme;
        this.clock = clock;
    }

    /**
     * Makes the alerts of these pilots what the facts say now, and saves both. The caller holds the pilots' rows locked, so
     * that the clock is read after whoever had them before, and puts the events into the outbox.
     */
    @Transactional(TxType.MANDATORY)
    List<OfAlert> evaluate(List<Facts> pilots) {
        var now = factsRows.noEarlier(
                clock.instant(), pilots.stream().map(Facts::pilotId).toList());
        var breaches = new LinkedHashMap<String, List<Breach>>();
        pilots.forEach(facts -> breaches.put(facts.pilotId(), Rules.breaches(facts, programme, now)));
        var known = alertRows.lockForComparison(breaches);
        var byPilot = known.stream()
                .collect(Collectors.groupingBy(tracked -> tracked.alert().pilotId()));
        var events = new ArrayList<OfAlert>();
        var nextChecks = new HashMap<String, Instant>();
        for (var facts : pilots) {
            var alerts = byPilot.getOrDefault(facts.pilotId(), List.<Tracked>of());
            var said = Alerting.compare(facts, breaches.get(facts.pilotId()), alerts, programme, now);
            events.addAll(said);
            Alerting.nextCheck(facts, alerts, said, programme, now)
                    .ifPresent(next -> nextChecks.put(facts.pilotId(), next));
        }
        factsRows.save(pilots, now, nextChecks);
        telling.tell(events, known, now);
        return events;
    }

    /**
     * What a person does to an alert. The pilot is looked at again when what they did runs out.
     *
     * @param condition refuses another revision than the caller means
     * @return what happened, for the outbox
     */
    @Transactional(TxType.MANDATORY)
    List<OfAlert> answer(String pilotId, String alertId, Input input, String by, LongConsumer condition) {
        // The pilot's row first, in which order everybody locks.
        var facts = factsRows.lock(Set.of(pilotId)).get(pilotId);
        var tracked = alertRows.lock(alertId).orElseThrow(() -> Problem.notFound(alertId));
        condition.accept(tracked.revision());
        var now = factsRows.noEarlier(clock.instant(), Set.of(pilotId));
        return switch (Answering.decide(tracked, input, by, programme, now)) {
            case Refused<?>(var refusal) -> throw Problem.of(refusal);
            case Decided<?>(var state, var decided) -> {
                var events = decided.stream().map(OfAlert.class::cast).toList();
                var known = alertRows.lockForComparison(Map.of(pilotId, List.of()));
                telling.tell(events, List.of(tracked), now);
                var next = Alerting.nextCheck(facts, known, events, programme, now);
                factsRows.reschedule(pilotId, next.orElse(null));
                yield events;
            }
        };
    }
}
