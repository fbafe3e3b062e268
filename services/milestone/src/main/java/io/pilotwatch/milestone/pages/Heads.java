package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.Pilots;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Ledger;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the pilot that a page is about, for its reader alone. */
@ApplicationScoped
class Heads {

    private final Callers callers;
    private final Pilots pilots;
    private final Ledger ledger;

    Heads(Callers callers, Pilots pilots, Ledger ledger) {
        this.callers = callers;
        this.pilots = pilots;
        this.ledger = ledger;
    }

    Caller caller() {
        return callers.current();
    }

    /** For whoever may see it: 404 where there is none, 403 for all others. */
    Head see(String pilotId) {
        var caller = caller();
        var pilot = pilots.see(caller, pilotId);
        var subject = pilot.subject();
        return new Head(
                subject.pilotId(),
                subject.organisation(),
                pilot.synthetic(),
                pilot.state(),
                caller.mayReport(subject),
                caller.mayLead(subject));
    }

    /** For its team alone. */
    Head write(String pilotId) {
        var head = see(pilotId);
        if (!head.team()) {
            throw Problem.foreign(pilotId);
        }
        return head;
    }

    /** The receipt with this number in the pilot's chain; null without a number and where there is none. */
    @Nullable
    Slip receipt(String pilotId, @Nullable Integer sequence) {
        if (sequence == null) {
            return null;
        }
        var chain = ledger.receipts(pilotId);
        return sequence < 1 || sequence > chain.size() ? null : new Slip(sequence, chain.get(sequence - 1));
    }

    /**
     * A receipt as it is shown.
     *
     * @param sequence its number in the pilot's chain
     * @param jws what proves it
     */
    record Slip(int sequence, String jws) {}

    /** Whether it is about what was typed, so that it is told above the form; any other has a page of its own. */
    static boolean isOfForm(Problem problem) {
        return problem.status() == 400 || problem.status() == 409 || problem.status() == 422;
    }
}
