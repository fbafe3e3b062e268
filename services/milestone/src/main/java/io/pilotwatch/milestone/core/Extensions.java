package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.MilestoneEvent.ExtensionRefused;
import io.pilotwatch.contracts.MilestoneEvent.ExtensionRequested;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneExtended;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.milestone.core.Milestone.Cancelled;
import io.pilotwatch.milestone.core.Milestone.Claimed;
import io.pilotwatch.milestone.core.Milestone.FirstAccepted;
import io.pilotwatch.milestone.core.Milestone.InProgress;
import io.pilotwatch.milestone.core.Milestone.Planned;
import io.pilotwatch.milestone.core.Milestone.Reached;

/**
 * How a milestone comes to a later day: the team asks, the lead regulator decides, one request at a time. What was asked
 * before the claim may be decided after it; who has claimed asks for no more.
 */
final class Extensions {

    private Extensions() {}

    static Decision<Milestone> request(Programme programme, Milestone milestone, Input.RequestExtension in, Act act) {
        return switch (milestone) {
            case Planned _, InProgress _ -> requested(programme, milestone, in, act);
            case Claimed _, FirstAccepted _ -> Decision.refused(Refusal.MILESTONE_AWAITS_DECISION);
            case Reached _ -> Decision.refused(Refusal.MILESTONE_ALREADY_REACHED);
            case Cancelled _ -> Decision.refused(Refusal.MILESTONE_CANCELLED);
        };
    }

    private static Decision<Milestone> requested(Programme programme, Milestone m, Input.RequestExtension in, Act act) {
        var promise = m.promise();
        if (promise.requestedDue() != null) {
            return Decision.refused(Refusal.EXTENSION_AWAITS_DECISION);
        }
        if (!in.newDue().isAfter(promise.due())) {
            return Decision.refused(Refusal.NEW_DUE_NOT_LATER);
        }
        if (in.newDue().isAfter(programme.deadline())) {
            return Decision.refused(Refusal.NEW_DUE_AFTER_DEADLINE);
        }
        var next = m.promising(promise.asking(in.newDue()));
        return Decision.decided(
                next,
                new ExtensionRequested(act.pilotId(), next.revision(), next.told(), in.newDue(), in.note(), act.by()));
    }

    /** The first promise stays beside the new day, and the entry keeps how late it was when it was granted. */
    static Decision<Milestone> grant(Milestone milestone, Input.GrantExtension in, Act act) {
        var refusal = undecidable(milestone);
        if (refusal != null) {
            return Decision.refused(refusal);
        }
        var next = milestone.promising(milestone.promise().extended());
        return Decision.decided(
                next,
                new MilestoneExtended(
                        act.pilotId(),
                        next.revision(),
                        next.told(),
                        milestone.promise().due(),
                        in.note(),
                        act.by()));
    }

    static Decision<Milestone> refuse(Milestone milestone, Input.RefuseExtension in, Act act) {
        var refusal = undecidable(milestone);
        if (refusal != null) {
            return Decision.refused(refusal);
        }
        var asked = milestone.promise().requestedDue();
        var next = milestone.promising(milestone.promise().settled());
        return Decision.decided(
                next, new ExtensionRefused(act.pilotId(), next.revision(), next.told(), asked, in.note(), act.by()));
    }

    /** Why there is nothing to decide; null when there is. */
    private static Refusal undecidable(Milestone milestone) {
        return switch (milestone) {
            case Planned _, InProgress _, Claimed _ ->
                milestone.promise().requestedDue() == null ? Refusal.EXTENSION_NOT_REQUESTED : null;
            case FirstAccepted _ -> Refusal.EXTENSION_NOT_REQUESTED;
            case Reached _ -> Refusal.MILESTONE_ALREADY_REACHED;
            case Cancelled _ -> Refusal.MILESTONE_CANCELLED;
        };
    }
}
