package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.compliancealert.core.RectificationRefusal;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The one way to a pilot for a request: 404 where there is none, 403 where the caller may not. */
@ApplicationScoped
class PilotDoor {

    private final FactsRows facts;
    private final HeardRows journal;
    private final Programme programme;
    private final AuditSubject audited;

    PilotDoor(FactsRows facts, HeardRows journal, Programme programme, AuditSubject audited) {
        this.facts = facts;
        this.journal = journal;
        this.programme = programme;
        this.audited = audited;
    }

    /** A pilot's facts, for whoever may see it. */
    Facts visible(Caller caller, String pilotId) {
        var known = known(pilotId);
        caller.requireSee(subject(known.pilot().pilot()));
        return known;
    }

    /** A pilot's facts, locked; the row is everybody's lock on what is decided of the pilot. */
    Facts locked(String pilotId) {
        return facts.lock(Set.of(known(pilotId).pilotId())).get(pilotId);
    }

    /** The same for its lead, or the office. */
    Facts lockedForLead(Caller caller, String pilotId) {
        var locked = locked(pilotId);
        if (!caller.is(Caller.PROGRAMME_OFFICE)) {
            caller.requireLead(subject(locked.pilot().pilot()));
        }
        return locked;
    }

    /** All that is known here as evidence of the pilot, latest first. */
    List<Evidence> evidence(String pilotId) {
        return journal.evidence(pilotId);
    }

    /** Refuses what is not known here as evidence of the pilot. */
    void requireEvidence(String pilotId, List<String> evidenceIds) {
        if (!evidenceIds.isEmpty() && !journal.areEvidence(pilotId, evidenceIds)) {
            throw Problem.of(RectificationRefusal.EVIDENCE_UNKNOWN);
        }
    }

    /** What decides who may reach it. */
    Caller.Subject subject(Pilot pilot) {
        return Caller.Subject.of(pilot, programme.coversFields(pilot.kind()));
    }

    private Facts known(String pilotId) {
        audited.is(pilotId);
        return facts.find(pilotId).filter(found -> found.pilot() != null).orElseThrow(() -> Problem.notFound(pilotId));
    }
}
