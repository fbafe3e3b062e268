package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.platform.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Screens old texts again when the vocabulary is newer than the one that a pilot was last screened by. Each batch is a
 * transaction of its own that also says that it is done, so replicas share the work and a crash loses none; a pilot that
 * somebody else has locked is taken the next time. An older vocabulary, as during an upgrade, leaves newer work alone.
 */
@ApplicationScoped
class Rescreening {

    private static final int BATCH = 20;

    private final FactsRows facts;
    private final HeardRows journal;
    private final Flagging flagging;
    private final Evaluation evaluation;
    private final Outbox outbox;

    Rescreening(FactsRows facts, HeardRows journal, Flagging flagging, Evaluation evaluation, Outbox outbox) {
        this.facts = facts;
        this.journal = journal;
        this.flagging = flagging;
        this.evaluation = evaluation;
        this.outbox = outbox;
    }

    @Scheduled(every = "${pilotwatch.rescreening.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void ofOldTexts() {
        while (QuarkusTransaction.requiringNew().call(this::batch) > 0) {
            continue;
        }
    }

    private int batch() {
        var due = facts.lockToScreen(flagging.version(), BATCH);
        if (!due.isEmpty()) {
            screen(due);
        }
        return due.size();
    }

    private void screen(List<Facts> due) {
        var before = due.stream().collect(Collectors.toMap(Facts::pilotId, Function.identity()));
        var texts = journal.texts(before.keySet());
        var after = due.stream()
                .map(pilot -> flagging.again(pilot, texts.getOrDefault(pilot.pilotId(), List.of())))
                .toList();
        var changed = after.stream()
                .filter(pilot -> !pilot.equals(before.get(pilot.pilotId())))
                .toList();
        if (!changed.isEmpty()) {
            var events = new ArrayList<Event>();
            flagging.keep(before, changed).values().forEach(events::addAll);
            events.addAll(evaluation.evaluate(changed));
            outbox.add(events);
        }
        facts.screened(before.keySet(), flagging.version());
    }
}
