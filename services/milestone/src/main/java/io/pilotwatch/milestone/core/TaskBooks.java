package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneCancelled;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChangeRefused;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChangeRequested;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChanged;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookReturned;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookSubmitted;
import io.pilotwatch.milestone.core.TaskBook.ChangeRequested;
import io.pilotwatch.milestone.core.TaskBook.Filed;
import io.pilotwatch.milestone.core.TaskBook.None;
import io.pilotwatch.milestone.core.TaskBook.Returned;
import io.pilotwatch.milestone.core.TaskBook.Submitted;
import java.util.ArrayList;

/** What each input makes of a task book in each state: one function an input, one case a state. */
public final class TaskBooks {

    private TaskBooks() {}

    /** Decides any input. */
    public static Decision<TaskBook> decide(Ground ground, TaskBook state, BookInput input, Act act) {
        return switch (input) {
            case BookInput.Submit in -> submit(ground, state, in, act);
            case BookInput.Accept _ -> accept(state, act);
            case BookInput.Return in -> return_(state, in, act);
            case BookInput.RequestChange in -> requestChange(ground, state, in, act);
            case BookInput.AcceptChange in -> acceptChange(ground, state, in, act);
            case BookInput.RefuseChange in -> refuseChange(state, in, act);
        };
    }

    static Decision<TaskBook> submit(Ground ground, TaskBook state, BookInput.Submit in, Act act) {
        return switch (state) {
            case None _, Returned _ -> {
                var plan = in.draft().first(ground.programme());
                var faults = PlanCheck.of(ground.of(in.draft()), plan);
                if (!faults.isEmpty()) {
                    yield Decision.refused(new PlanFault.All(faults));
                }
                var next = new Submitted(state.revision() + 1, plan);
                yield Decision.decided(next, new TaskBookSubmitted(act.pilotId(), next.revision(), plan, act.by()));
            }
            case Submitted _ -> Decision.refused(Refusal.TASK_BOOK_AWAITS_DECISION);
            case Filed _, ChangeRequested _ -> Decision.refused(Refusal.TASK_BOOK_ALREADY_FILED);
        };
    }

    static Decision<TaskBook> accept(TaskBook state, Act act) {
        return switch (state) {
            case Submitted s -> {
                var next = new Filed(s.revision() + 1, Book.of(s.plan(), act.day()));
                yield Decision.decided(
                        next,
                        new TaskBookFiled(
                                act.pilotId(), next.revision(), next.book().told(act.pilotId()), act.by()));
            }
            case None _, Returned _ -> Decision.refused(Refusal.TASK_BOOK_NOT_SUBMITTED);
            case Filed _, ChangeRequested _ -> Decision.refused(Refusal.TASK_BOOK_ALREADY_FILED);
        };
    }

    static Decision<TaskBook> return_(TaskBook state, BookInput.Return in, Act act) {
        return switch (state) {
            case Submitted s -> {
                var next = new Returned(s.revision() + 1, s.plan(), in.note());
                yield Decision.decided(next, new TaskBookReturned(act.pilotId(), next.revision(), in.note(), act.by()));
            }
            case None _, Returned _ -> Decision.refused(Refusal.TASK_BOOK_NOT_SUBMITTED);
            case Filed _, ChangeRequested _ -> Decision.refused(Refusal.TASK_BOOK_ALREADY_FILED);
        };
    }

    static Decision<TaskBook> requestChange(Ground ground, TaskBook state, BookInput.RequestChange in, Act act) {
        return switch (state) {
            case Filed s -> {
                var plan = in.draft().after(s.book());
                var faults = PlanCheck.of(ground, plan, s.book());
                if (!faults.isEmpty()) {
                    yield Decision.refused(new PlanFault.All(faults));
                }
                var next = new ChangeRequested(s.revision() + 1, s.book(), plan, in.note());
                yield Decision.decided(
                        next, new TaskBookChangeRequested(act.pilotId(), next.revision(), plan, in.note(), act.by()));
            }
            case ChangeRequested _ -> Decision.refused(Refusal.CHANGE_AWAITS_DECISION);
            case None _, Submitted _, Returned _ -> Decision.refused(Refusal.TASK_BOOK_NOT_FILED);
        };
    }

    /** Checked again: since it was asked for, a milestone may have been claimed or given a later day. */
    static Decision<TaskBook> acceptChange(Ground ground, TaskBook state, BookInput.AcceptChange in, Act act) {
        return switch (state) {
            case ChangeRequested s
            when s.plan().version() != in.version() -> Decision.refused(Refusal.CHANGE_NOT_REQUESTED);
            case ChangeRequested s
            when !PlanCheck.of(ground, s.plan(), s.book()).isEmpty() -> Decision.refused(Refusal.CHANGE_OVERTAKEN);
            case ChangeRequested s -> changed(s, in.note(), act);
            case None _, Submitted _, Returned _, Filed _ -> Decision.refused(Refusal.CHANGE_NOT_REQUESTED);
        };
    }

    private static Decision<TaskBook> changed(ChangeRequested s, String reason, Act act) {
        var next = new Filed(s.revision() + 1, s.book().changedTo(s.plan()));
        var events = new ArrayList<Event>();
        events.add(
                new TaskBookChanged(act.pilotId(), next.revision(), next.book().told(act.pilotId()), reason, act.by()));
        next.book().milestones().stream()
                .filter(m -> !m.isInForce() && !s.book().milestones().contains(m))
                .forEach(m ->
                        events.add(new MilestoneCancelled(act.pilotId(), m.revision(), m.told(), reason, act.by())));
        return new Decision.Decided<>(next, events);
    }

    static Decision<TaskBook> refuseChange(TaskBook state, BookInput.RefuseChange in, Act act) {
        return switch (state) {
            case ChangeRequested s
            when s.plan().version() == in.version() -> {
                var next = new Filed(s.revision() + 1, s.book());
                yield Decision.decided(
                        next, new TaskBookChangeRefused(act.pilotId(), next.revision(), in.note(), act.by()));
            }
            case ChangeRequested _, None _, Submitted _, Returned _, Filed _ ->
                Decision.refused(Refusal.CHANGE_NOT_REQUESTED);
        };
    }
}
