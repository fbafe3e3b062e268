package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotEvent.DelegationGranted;
import io.pilotwatch.contracts.PilotEvent.DelegationRevoked;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotAdvanced;
import io.pilotwatch.contracts.PilotEvent.PilotAmended;
import io.pilotwatch.contracts.PilotEvent.PilotCompleted;
import io.pilotwatch.contracts.PilotEvent.PilotEvaluationStarted;
import io.pilotwatch.contracts.PilotEvent.PilotFailed;
import io.pilotwatch.contracts.PilotEvent.PilotResumed;
import io.pilotwatch.contracts.PilotEvent.PilotSuspended;
import io.pilotwatch.contracts.PilotEvent.PilotTerminated;
import io.pilotwatch.contracts.PilotEvent.PilotWithdrawn;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.intake.core.Life.Active;
import io.pilotwatch.intake.core.Life.Ended;
import io.pilotwatch.intake.core.Life.Evaluating;
import io.pilotwatch.intake.core.Life.Suspended;
import java.util.ArrayList;
import java.util.List;

/** What each step makes of a pilot in each state: one function a step, one case a life. */
public final class Register {

    static final int MOST_DELEGATES = 50;

    /** Tells a step of a pilot as it stands after it. */
    @FunctionalInterface
    private interface Telling {
        Event of(String pilotId, long revision, Pilot pilot);
    }

    private Register() {}

    /** Decides any step. */
    public static Decision<Registered> decide(Programme programme, Registered r, Step step, Act act) {
        return switch (step) {
            case Step.Hear s -> hear(r, s.event());
            case Step.Suspend s -> suspend(r, s, act);
            case Step.Resume s -> resume(r, s, act);
            case Step.Terminate s ->
                end(r, PilotState.TERMINATED, (id, rev, p) -> new PilotTerminated(id, rev, p, s.reason(), act.by()));
            case Step.Withdraw s ->
                end(r, PilotState.WITHDRAWN, (id, rev, p) -> new PilotWithdrawn(id, rev, p, s.reason(), act.by()));
            case Step.Evaluate s -> evaluate(r, s, act);
            case Step.Complete s -> complete(programme, r, s, act);
            case Step.Fail s -> fail(r, s, act);
            case Step.Amend s -> amend(r, s, act);
            case Step.Delegate s -> delegate(r, s, act);
            case Step.Revoke s -> revoke(r, s, act);
        };
    }

    /** Facts are kept in every life but the last; only of an active pilot do they change the state. */
    private static Decision<Registered> hear(Registered r, Event event) {
        return switch (r.life()) {
            case Active a -> {
                var next = new Active(a.facts().after(event));
                yield next.state() == a.state()
                        ? untold(r.knowing(next))
                        : told(r.now(next), (id, rev, p) -> new PilotAdvanced(id, rev, p, a.state(), event.by()));
            }
            case Evaluating e -> untold(r.knowing(new Evaluating(e.facts().after(event))));
            case Suspended s -> untold(r.knowing(new Suspended(s.facts().after(event), s.evaluating())));
            case Ended _ -> untold(r);
        };
    }

    private static Decision<Registered> suspend(Registered r, Step.Suspend s, Act act) {
        return switch (r.life()) {
            case Active a -> suspended(r, new Suspended(a.facts(), false), s, act);
            case Evaluating e -> suspended(r, new Suspended(e.facts(), true), s, act);
            case Suspended _ -> Decision.refused(IntakeRefusal.PILOT_SUSPENDED);
            case Ended ended -> Decision.refused(ended.why());
        };
    }

    private static Decision<Registered> suspended(Registered r, Suspended next, Step.Suspend s, Act act) {
        return told(r.now(next), (id, rev, p) -> new PilotSuspended(id, rev, p, s.reason(), act.by()));
    }

    private static Decision<Registered> resume(Registered r, Step.Resume s, Act act) {
        return switch (r.life()) {
            case Suspended was ->
                told(
                        r.now(was.evaluating() ? new Evaluating(was.facts()) : new Active(was.facts())),
                        (id, rev, p) -> new PilotResumed(id, rev, p, s.reason(), act.by()));
            case Active _, Evaluating _ -> Decision.refused(IntakeRefusal.PILOT_NOT_SUSPENDED);
            case Ended ended -> Decision.refused(ended.why());
        };
    }

    /** From anywhere, but only once. */
    private static Decision<Registered> end(Registered r, PilotState how, Telling telling) {
        return switch (r.life()) {
            case Active _, Evaluating _, Suspended _ -> told(r.now(new Ended(how)), telling);
            case Ended ended -> Decision.refused(ended.why());
        };
    }

    /** Only what is in progress is evaluated: neither before there is work, nor while something is to be put right. */
    private static Decision<Registered> evaluate(Registered r, Step.Evaluate s, Act act) {
        return switch (r.life()) {
            case Active a when a.state() == PilotState.RECTIFYING -> Decision.refused(IntakeRefusal.PILOT_RECTIFYING);
            case Active a
            when a.state() != PilotState.IN_PROGRESS -> Decision.refused(IntakeRefusal.PILOT_NOT_IN_PROGRESS);
            case Active a ->
                told(
                        r.now(new Evaluating(a.facts())),
                        (id, rev, p) -> new PilotEvaluationStarted(id, rev, p, s.reason(), act.by()));
            case Evaluating _ -> Decision.refused(IntakeRefusal.PILOT_IN_EVALUATION);
            case Suspended _ -> Decision.refused(IntakeRefusal.PILOT_SUSPENDED);
            case Ended ended -> Decision.refused(ended.why());
        };
    }

    /** What was ordered to be put right during the evaluation is put right before it is passed. */
    private static Decision<Registered> complete(Programme programme, Registered r, Step.Complete s, Act act) {
        if (Programme.named(programme.grades(), s.grade()).isEmpty()) {
            return Decision.refused(IntakeRefusal.GRADE_UNKNOWN);
        }
        return switch (r.life()) {
            case Evaluating e when e.facts().rectifying() -> Decision.refused(IntakeRefusal.RECTIFICATION_OPEN);
            case Evaluating _ ->
                told(
                        r.now(new Ended(PilotState.COMPLETED), s.grade()),
                        (id, rev, p) -> new PilotCompleted(id, rev, p, s.reason(), act.by()));
            case Active _ -> Decision.refused(IntakeRefusal.PILOT_NOT_IN_EVALUATION);
            case Suspended _ -> Decision.refused(IntakeRefusal.PILOT_SUSPENDED);
            case Ended ended -> Decision.refused(ended.why());
        };
    }

    private static Decision<Registered> fail(Registered r, Step.Fail s, Act act) {
        return switch (r.life()) {
            case Evaluating _ ->
                told(
                        r.now(new Ended(PilotState.FAILED)),
                        (id, rev, p) -> new PilotFailed(id, rev, p, s.reason(), act.by()));
            case Active _ -> Decision.refused(IntakeRefusal.PILOT_NOT_IN_EVALUATION);
            case Suspended _ -> Decision.refused(IntakeRefusal.PILOT_SUSPENDED);
            case Ended ended -> Decision.refused(ended.why());
        };
    }

    /** Contacts are told to nobody, so an amendment of them alone is no event. */
    private static Decision<Registered> amend(Registered r, Step.Amend s, Act act) {
        if (r.life() instanceof Ended ended) {
            return Decision.refused(ended.why());
        }
        var scenarios = s.scenarios().stream().distinct().toList();
        var refusal = Eligibility.scenarios(scenarios);
        if (refusal != null) {
            return Decision.refused(refusal);
        }
        var next = r.with(scenarios, s.contacts());
        return next.revision() == r.revision()
                ? untold(next)
                : told(next, (id, rev, p) -> new PilotAmended(id, rev, p, act.by()));
    }

    private static Decision<Registered> delegate(Registered r, Step.Delegate s, Act act) {
        if (r.life() instanceof Ended ended) {
            return Decision.refused(ended.why());
        }
        if (s.organisation().equals(r.pilot().organisation())) {
            return Decision.refused(IntakeRefusal.DELEGATE_ITSELF);
        }
        if (Plain.firstForbidden(s.organisation()).isPresent()) {
            return Decision.refused(IntakeRefusal.DELEGATE_NOT_PLAIN);
        }
        var delegates = new ArrayList<>(r.pilot().delegates());
        if (delegates.contains(s.organisation())) {
            return Decision.refused(IntakeRefusal.ALREADY_DELEGATED);
        }
        if (delegates.size() == MOST_DELEGATES) {
            return Decision.refused(IntakeRefusal.TOO_MANY_DELEGATES);
        }
        delegates.add(s.organisation());
        return told(
                r.with(List.copyOf(delegates)),
                (id, rev, p) -> new DelegationGranted(id, rev, p, s.organisation(), s.reason(), act.by()));
    }

    /** In every life: who left must not stay able to look in. */
    private static Decision<Registered> revoke(Registered r, Step.Revoke s, Act act) {
        var delegates = r.pilot().delegates();
        if (!delegates.contains(s.organisation())) {
            return Decision.refused(IntakeRefusal.NOT_DELEGATED);
        }
        return told(
                r.with(delegates.stream()
                        .filter(d -> !d.equals(s.organisation()))
                        .toList()),
                (id, rev, p) -> new DelegationRevoked(id, rev, p, s.organisation(), s.reason(), act.by()));
    }

    private static Decision<Registered> told(Registered next, Telling telling) {
        return Decision.decided(next, telling.of(next.pilot().pilotId(), next.revision(), next.pilot()));
    }

    private static Decision<Registered> untold(Registered next) {
        return new Decided<>(next, List.of());
    }
}
