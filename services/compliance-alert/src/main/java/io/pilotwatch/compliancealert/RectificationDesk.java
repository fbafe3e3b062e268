package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Rectification;
import io.pilotwatch.compliancealert.core.Rectifying;
import io.pilotwatch.compliancealert.core.Rectifying.Act;
import io.pilotwatch.compliancealert.core.Rectifying.Input;
import io.pilotwatch.contracts.AlertEvent.OfRectification;
import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Where rectifications are ordered, decided on and looked at. */
@ApplicationScoped
public class RectificationDesk {

    private final PilotDoor pilots;
    private final RectificationRows rows;
    private final Hearing hearing;
    private final Programme programme;
    private final Clock clock;

    RectificationDesk(PilotDoor pilots, RectificationRows rows, Hearing hearing, Programme programme, Clock clock) {
        this.pilots = pilots;
        this.rows = rows;
        this.hearing = hearing;
        this.programme = programme;
        this.clock = clock;
    }

    /** Of one pilot, after this one, oldest first. */
    public List<RectificationView> list(Caller caller, String pilotId, UUID after, int most) {
        var pilot = pilots.visible(caller, pilotId).pilot().pilot();
        return rows.list(pilotId, after, most).stream()
                .map(r -> RectificationView.of(r, pilot, today()))
                .toList();
    }

    /** One with its history. */
    public RectificationView.WithHistory look(Caller caller, UUID id) {
        var found = known(id);
        var pilot = pilots.visible(caller, found.order().pilotId()).pilot().pilot();
        return new RectificationView.WithHistory(RectificationView.of(found, pilot, today()), rows.history(id));
    }

    /** One with what its reader needs to answer it or to decide on the answer. */
    public RectificationFile open(Caller caller, UUID id) {
        var found = known(id);
        var pilot = pilots.visible(caller, found.order().pilotId()).pilot().pilot();
        var subject = pilots.subject(pilot);
        boolean ended = pilot.state().isEnded();
        return new RectificationFile(
                RectificationView.of(found, pilot, today()),
                rows.history(id).stream()
                        .map(step -> new RectificationFile.Happened(
                                step, step.at().atZone(programme.zone()).toOffsetDateTime()))
                        .toList(),
                pilots.evidence(pilot.pilotId()),
                caller.mayReport(subject)
                        && found.state() == RectificationState.ORDERED
                        && !ended
                        && !pilot.state().isSuspended(),
                caller.mayLead(subject) && found.state() == RectificationState.ANSWERED && !ended);
    }

    /** A new one, by the pilot's lead or by the office. */
    public RectificationView order(Caller caller, String pilotId, UUID id, String demand, LocalDate due) {
        var pilot = pilots.lockedForLead(caller, pilotId).pilot().pilot();
        var now = clock.instant();
        return settle(
                Rectifying.order(programme, id.toString(), pilotId, demand, due, act(caller, pilot, now)), pilot, now);
    }

    /**
     * Loads, decides once, saves and tells, inside the request's transaction.
     *
     * @param condition refuses another revision than the caller means
     */
    public RectificationView decide(Caller caller, UUID id, Input input, LongConsumer condition) {
        var pilot = pilots.locked(known(id).order().pilotId()).pilot().pilot();
        switch (input) {
            case Input.Respond in -> {
                caller.requireReport(pilots.subject(pilot));
                pilots.requireEvidence(pilot.pilotId(), in.evidenceIds());
            }
            case Input.Accept _, Input.Return _ -> caller.requireLead(pilots.subject(pilot));
        }
        // Asked for again: whoever had the lock before may have changed it.
        var rectification = known(id);
        condition.accept(rectification.revision());
        var now = clock.instant();
        return settle(Rectifying.decide(rectification, input, act(caller, pilot, now)), pilot, now);
    }

    private RectificationView settle(Decision<Rectification> decision, Pilot pilot, Instant now) {
        return switch (decision) {
            case Refused(var refusal) -> throw Problem.of(refusal);
            case Decided(var next, var events) -> {
                var event = (OfRectification) events.getFirst();
                rows.save(next, event, now);
                hearing.said(event, now);
                yield RectificationView.of(next, pilot, programme.dayOf(now));
            }
        };
    }

    private Act act(Caller caller, Pilot pilot, Instant now) {
        return new Act(caller.name(), programme.dayOf(now), pilot.state());
    }

    private Rectification known(UUID id) {
        return rows.find(id).orElseThrow(() -> Problem.notFound(id.toString()));
    }

    private LocalDate today() {
        return programme.dayOf(clock.instant());
    }
}
