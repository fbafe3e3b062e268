package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.HeardRows.Heard;
import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.platform.Envelope;
import io.pilotwatch.platform.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one way from events to facts, whoever said them; flags and alerts follow, and are told. */
@ApplicationScoped
class Hearing {

    private final FactsRows rows;
    private final HeardRows journal;
    private final Flagging flagging;
    private final Evaluation evaluation;
    private final Outbox outbox;

    Hearing(FactsRows rows, HeardRows journal, Flagging flagging, Evaluation evaluation, Outbox outbox) {
        this.rows = rows;
        this.journal = journal;
        this.flagging = flagging;
        this.evaluation = evaluation;
        this.outbox = outbox;
    }

    /** What others said. */
    @Transactional(TxType.MANDATORY)
    void heard(List<Envelope> envelopes) {
        var byPilot = envelopes.stream()
                .collect(Collectors.groupingBy(
                        envelope -> envelope.event().pilotId(), LinkedHashMap::new, Collectors.toList()));
        var heard = new LinkedHashMap<String, List<Heard>>();
        byPilot.forEach((pilotId, of) -> heard.put(
                pilotId,
                of.stream().map(e -> new Heard(e.event(), e.time(), e.said())).toList()));
        fold(heard)
                .forEach((pilotId, follows) ->
                        outbox.add(follows, byPilot.get(pilotId).getLast()));
    }

    /** What is said here: it is told, and is heard like anybody's word. */
    @Transactional(TxType.MANDATORY)
    void said(AlertEvent event, Instant now) {
        outbox.add(List.of(event));
        var follows = fold(Map.of(event.pilotId(), List.of(new Heard(event, now))));
        outbox.add(follows.get(event.pilotId()));
    }

    /** Folds, saves, and gives what follows for each pilot. */
    private Map<String, List<AlertEvent>> fold(Map<String, List<Heard>> byPilot) {
        var before = rows.lock(byPilot.keySet());
        journal.add(byPilot.values().stream().flatMap(List::stream).toList());
        var after = new ArrayList<Facts>();
        byPilot.forEach((pilotId, heard) -> after.add(flagging.fold(before.get(pilotId), heard)));
        var flagged = flagging.keep(before, after);
        rows.screenedAtMost(byPilot.keySet(), flagging.version());
        rows.screened(fresh(before.values()), flagging.version());
        var alerts = evaluation.evaluate(after).stream()
                .collect(Collectors.groupingBy(
                        AlertEvent::pilotId, Collectors.mapping(AlertEvent.class::cast, Collectors.toList())));
        return after.stream()
                .map(Facts::pilotId)
                .collect(Collectors.toMap(
                        pilotId -> pilotId,
                        pilotId -> Stream.of(flagged, alerts)
                                .flatMap(of -> of.getOrDefault(pilotId, List.of()).stream())
                                .toList()));
    }

    /** Pilots of which nothing was heard before, so that no older vocabulary has screened anything. */
    private static List<String> fresh(Collection<Facts> before) {
        return before.stream()
                .filter(facts -> facts.equals(Facts.none(facts.pilotId())))
                .map(Facts::pilotId)
                .toList();
    }
}
