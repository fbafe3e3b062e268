package io.pilotwatch.milestone;

import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.core.Input;
import io.pilotwatch.milestone.core.Milestone;
import io.pilotwatch.milestone.core.Progress;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Ledger;
import io.pilotwatch.platform.Outbox;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Receipted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Where milestones are decided on and looked at. */
@ApplicationScoped
public class MilestoneDesk {

    /** What became of it: the milestone now, what was written down of the input, and what is told of it. */
    private record Done(MilestoneView milestone, EntryRow entry, Event told) {}

    private final Pilots pilots;
    private final MilestoneRows milestones;
    private final Outbox outbox;
    private final Ledger ledger;
    private final Present present;

    MilestoneDesk(Pilots pilots, MilestoneRows milestones, Outbox outbox, Ledger ledger, Present present) {
        this.pilots = pilots;
        this.milestones = milestones;
        this.outbox = outbox;
        this.ledger = ledger;
        this.present = present;
    }

    /** The milestone for whoever may see the pilot. */
    public MilestoneView look(Caller caller, String pilotId, String milestoneId) {
        pilots.see(caller, pilotId);
        return view(pilotId, milestones.known(pilotId, milestoneId).milestone());
    }

    /** All of the pilot's, in the order of the plan and then those that were cancelled; none before the task book is filed. */
    public List<MilestoneView> all(Caller caller, String pilotId) {
        pilots.see(caller, pilotId);
        var granted = milestones.extensions(pilotId);
        return milestones.of(pilotId).stream()
                .map(m -> MilestoneView.of(
                        pilotId, m, granted.getOrDefault(m.promise().milestoneId(), List.of()), present))
                .toList();
    }

    /** What was done to the milestone before this revision, newest first; null for all. */
    public List<HistoryView> history(
            Caller caller, String pilotId, String milestoneId, @Nullable Long before, int limit) {
        look(caller, pilotId, milestoneId);
        long bound = before == null ? Long.MAX_VALUE : before;
        return milestones.history(pilotId, milestoneId, bound, limit).stream()
                .map(HistoryView::of)
                .toList();
    }

    /** The updates after this revision of the milestone, oldest first. */
    public List<UpdateView> updates(Caller caller, String pilotId, String milestoneId, long after, int limit) {
        look(caller, pilotId, milestoneId);
        return milestones.updates(pilotId, milestoneId, after, limit).stream()
                .map(UpdateView::of)
                .toList();
    }

    /** The last of what was done to it, the latest first. */
    public List<MilestoneStep> steps(Caller caller, String pilotId, String milestoneId, int limit) {
        look(caller, pilotId, milestoneId);
        return milestones.history(pilotId, milestoneId, Long.MAX_VALUE, limit).stream()
                .map(MilestoneStep::of)
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

    /** Decides; {@code condition} refuses a revision that the caller did not mean. */
    public MilestoneView decide(
            Caller caller, String pilotId, String milestoneId, Input input, LongConsumer condition) {
        return done(caller, pilotId, milestoneId, input, condition).milestone();
    }

    /** Takes a report of progress, with a receipt. */
    public Receipted<UpdateView> report(
            Caller caller, String pilotId, String milestoneId, Input.Update update, LongConsumer condition) {
        var done = done(caller, pilotId, milestoneId, update, condition);
        var address = Addresses.update(pilotId, milestoneId, update.updateId());
        return new Receipted<>(
                UpdateView.of(done.entry()), ledger.add(pilotId, "update", address, done.told(), caller.name()));
    }

    /** Takes a claim, with a receipt. */
    public Receipted<MilestoneView> claim(
            Caller caller, String pilotId, String milestoneId, Input.Claim claim, LongConsumer condition) {
        var done = done(caller, pilotId, milestoneId, claim, condition);
        var address = Addresses.milestone(pilotId, milestoneId);
        return new Receipted<>(done.milestone(), ledger.add(pilotId, "claim", address, done.told(), caller.name()));
    }

    /** Takes a request for a later day, with a receipt. */
    public Receipted<MilestoneView> ask(
            Caller caller, String pilotId, String milestoneId, Input.RequestExtension request, LongConsumer condition) {
        var done = done(caller, pilotId, milestoneId, request, condition);
        var address = Addresses.milestone(pilotId, milestoneId);
        return new Receipted<>(
                done.milestone(), ledger.add(pilotId, "extension-request", address, done.told(), caller.name()));
    }

    /** Refuses what would be refused if it were sent now, inside a transaction; nothing comes of it. */
    public void rehearse(Caller caller, String pilotId, String milestoneId, Input.OfTeam input) {
        pilots.report(caller, pilotId);
        var milestone = milestones.known(pilotId, milestoneId).milestone();
        var act = present.act(caller, pilotId);
        if (Progress.decide(present.programme(), milestone, milestones.reached(pilotId), input, act)
                instanceof Refused(var refusal)) {
            throw Problem.of(refusal);
        }
    }

    /** Loads, decides once, saves and tells, inside the request's transaction: the same way for every input. */
    private Done done(Caller caller, String pilotId, String milestoneId, Input input, LongConsumer condition) {
        switch (input) {
            case Input.OfTeam _ -> pilots.report(caller, pilotId);
            case Input.OfLead _ -> pilots.lead(caller, pilotId);
        }
        // Asked for only now: a statement that waited for the lock would show the milestone as it was before.
        var row = milestones.known(pilotId, milestoneId);
        condition.accept(row.revision);
        var act = present.act(caller, pilotId);
        var reached = milestones.reached(pilotId);
        return switch (Progress.decide(present.programme(), row.milestone(), reached, input, act)) {
            case Refused(var refusal) -> throw Problem.of(refusal);
            case Decided(var next, var events) -> {
                row.set(next);
                var entry = EntryRow.of(act, next, EventType.of(events.getFirst()), input);
                milestones.add(entry);
                outbox.add(events);
                yield new Done(view(pilotId, next), entry, events.getFirst());
            }
        };
    }

    private MilestoneView view(String pilotId, Milestone milestone) {
        var granted =
                milestones.extensions(pilotId).getOrDefault(milestone.promise().milestoneId(), List.of());
        return MilestoneView.of(pilotId, milestone, granted, present);
    }
}
