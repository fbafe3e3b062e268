package io.pilotwatch.milestone;

import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.milestone.core.Act;
import io.pilotwatch.milestone.core.Input;
import io.pilotwatch.milestone.core.Progress;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Outbox;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Where milestones are decided on and looked at. */
@ApplicationScoped
class MilestoneDesk {

    /** What became of it: the milestone now, and what was written down of the input. */
    record Done(MilestoneView milestone, EntryRow entry) {}

    private final PilotRows pilots;
    private final MilestoneRows milestones;
    private final Outbox outbox;
    private final Programme programme;
    private final Clock clock;

    MilestoneDesk(PilotRows pilots, MilestoneRows milestones, Outbox outbox, Programme programme, Clock clock) {
        this.pilots = pilots;
        this.milestones = milestones;
        this.outbox = outbox;
        this.programme = programme;
        this.clock = clock;
    }

    /** The milestone for whoever may see the pilot. */
    MilestoneView look(Caller caller, String pilotId, String milestoneId) {
        caller.requireSee(pilots.known(pilotId).subject());
        var milestone = milestones.known(pilotId, milestoneId).milestone();
        return MilestoneView.of(pilotId, milestone, LocalDate.now(clock));
    }

    /** The updates after this revision of the milestone, oldest first. */
    List<UpdateView> updates(Caller caller, String pilotId, String milestoneId, long after, int limit) {
        look(caller, pilotId, milestoneId);
        return milestones.updates(pilotId, milestoneId, after, limit).stream()
                .map(UpdateView::of)
                .toList();
    }

    /** One update. */
    UpdateView update(Caller caller, String pilotId, String milestoneId, UUID updateId) {
        look(caller, pilotId, milestoneId);
        return milestones
                .update(pilotId, milestoneId, updateId)
                .map(UpdateView::of)
                .orElseThrow(() -> Problem.notFound(updateId.toString()));
    }

    /**
     * Loads, decides once, saves and tells, inside the request's transaction: the same way for every input.
     *
     * @param condition refuses a revision that the caller did not mean
     */
    Done decide(Caller caller, String pilotId, String milestoneId, Input input, LongConsumer condition) {
        var subject = pilots.locked(pilotId).subject();
        switch (input) {
            case Input.Update _, Input.Claim _ -> caller.requireReport(subject);
            case Input.Accept _, Input.Return _, Input.Extend _ -> caller.requireLead(subject);
        }
        // Asked for only now: a statement that waited for the lock would show the milestone as it was before.
        var row = milestones.known(pilotId, milestoneId);
        condition.accept(row.revision);
        // The database keeps no finer time, and a receipt must say the same whenever it is read.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var act = new Act(pilotId, caller.name(), programme.dayOf(now));
        return switch (Progress.decide(programme, row.milestone(), input, act)) {
            case Refused(var refusal) -> throw Problem.of(refusal);
            case Decided(var next, var events) -> {
                row.set(next);
                var entry = EntryRow.of(act, input, next, EventType.of(events.getFirst()), now);
                milestones.add(entry);
                outbox.add(events);
                yield new Done(MilestoneView.of(pilotId, next, act.day()), entry);
            }
        };
    }
}
