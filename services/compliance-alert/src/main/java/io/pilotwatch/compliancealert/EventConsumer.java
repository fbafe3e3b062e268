package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.compliancealert.core.Screening;
import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.ConductFlagged;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import io.pilotwatch.platform.Envelope;
import io.pilotwatch.platform.Inbox;
import io.pilotwatch.platform.Outbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of pilots and milestones: folds the events into facts, and the alerts follow. */
@ApplicationScoped
class EventConsumer {

    private final Inbox inbox;
    private final FactsRows rows;
    private final Screening screening;
    private final Evaluation evaluation;
    private final Outbox outbox;

    EventConsumer(Inbox inbox, FactsRows rows, Screening screening, Evaluation evaluation, Outbox outbox) {
        this.inbox = inbox;
        this.rows = rows;
        this.screening = screening;
        this.evaluation = evaluation;
        this.outbox = outbox;
    }

    @Incoming("events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.accept(records, this::handle);
    }

    private void handle(List<Envelope> heard) {
        var byPilot = heard.stream()
                .filter(envelope -> Facts.concerns(envelope.event()))
                .collect(Collectors.groupingBy(
                        envelope -> envelope.event().pilotId(), LinkedHashMap::new, Collectors.toList()));
        if (byPilot.isEmpty()) {
            return;
        }
        var before = rows.lock(byPilot.keySet());
        var after = new ArrayList<Facts>();
        byPilot.forEach((pilotId, envelopes) -> after.add(fold(before.get(pilotId), envelopes)));
        var alerts = evaluation.evaluate(after).stream().collect(Collectors.groupingBy(AlertEvent::pilotId));
        for (var facts : after) {
            var pilotId = facts.pilotId();
            var flagged = flagged(before.get(pilotId), facts);
            var told = Stream.concat(flagged, alerts.getOrDefault(pilotId, List.of()).stream());
            outbox.add(told.toList(), byPilot.get(pilotId).getLast());
        }
    }

    private Facts fold(Facts facts, List<Envelope> envelopes) {
        for (var envelope : envelopes) {
            facts = facts.with(envelope.event(), envelope.time(), screening);
        }
        return facts;
    }

    /** A mention is kept with the facts and told to nobody. */
    private static Stream<AlertEvent> flagged(Facts before, Facts after) {
        return after.flagsBeyond(before)
                .filter(flag -> flag.flag().outcome() != ConductOutcome.MENTION)
                .map(flag -> new ConductFlagged(after.pilotId(), 1, flag.flag()));
    }
}
