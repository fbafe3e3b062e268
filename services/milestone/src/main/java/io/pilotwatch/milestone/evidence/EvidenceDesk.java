package io.pilotwatch.milestone.evidence;

import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.Pilots;
import io.pilotwatch.milestone.Present;
import io.pilotwatch.milestone.Standing;
import io.pilotwatch.milestone.evidence.core.Evidences;
import io.pilotwatch.milestone.evidence.core.Evidences.Attachment;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Outbox;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where evidence is decided on and looked at. */
@ApplicationScoped
public class EvidenceDesk {

    private final Pilots pilots;
    private final EvidenceRows rows;
    private final Outbox outbox;
    private final Present present;

    EvidenceDesk(Pilots pilots, EvidenceRows rows, Outbox outbox, Present present) {
        this.pilots = pilots;
        this.rows = rows;
        this.outbox = outbox;
        this.present = present;
    }

    /** Whether all of these are evidence of this pilot. */
    public boolean areOf(String pilotId, Set<UUID> ids) {
        return ids.isEmpty() || rows.count(pilotId, ids) == ids.size();
    }

    /** One piece, for whoever may see the pilot. */
    EvidenceView look(Caller caller, String pilotId, UUID evidenceId) {
        var pilot = pilots.see(caller, pilotId);
        return views(caller, pilot, List.of(rows.known(pilotId, evidenceId, LockModeType.NONE)))
                .getFirst();
    }

    /** The pieces after this one, oldest first. */
    public List<EvidenceView> list(
            Caller caller, String pilotId, @Nullable String milestoneId, @Nullable UUID after, int limit) {
        var pilot = pilots.see(caller, pilotId);
        return views(caller, pilot, rows.of(pilotId, milestoneId, after, limit));
    }

    /** That others have the same is for the lead and the office to know, not for those who may have borrowed it. */
    private List<EvidenceView> views(Caller caller, Standing pilot, List<EvidenceRow> found) {
        if (!caller.mayLead(pilot.subject()) && !caller.is(Caller.PROGRAMME_OFFICE)) {
            return found.stream()
                    .map(row -> EvidenceView.of(present.programme(), row, null))
                    .toList();
        }
        var holders = rows.pilots(found.stream().map(row -> row.sha256).toList());
        return found.stream()
                .map(row -> EvidenceView.of(
                        present.programme(),
                        row,
                        holders.get(row.sha256).stream()
                                .filter(id -> !id.equals(row.pilotId))
                                .toList()))
                .toList();
    }

    /** Loads, decides once, saves and tells, inside the request's transaction; the content's bytes are the caller's to store. */
    EvidenceView attach(Caller caller, String pilotId, UUID evidenceId, Attachment in) {
        pilots.report(caller, pilotId);
        var act = present.act(caller, pilotId);
        var around = rows.around(pilotId, in);
        return switch (Evidences.attach(present.programme(), around, evidenceId.toString(), in, act)) {
            case Refused(var refusal) -> throw Problem.of(refusal);
            case Decided(var pieces, var events) -> {
                var row = rows.save(pieces, act.by(), act.at());
                outbox.add(events);
                yield EvidenceView.of(present.programme(), row, null);
            }
        };
    }

    /** As {@link #attach}, by the lead. */
    EvidenceView verify(Caller caller, String pilotId, UUID evidenceId, @Nullable String note) {
        var pilot = pilots.lead(caller, pilotId);
        var row = rows.known(pilotId, evidenceId, LockModeType.PESSIMISTIC_WRITE);
        var act = present.act(caller, pilotId);
        return switch (Evidences.verify(row.piece(), note, act)) {
            case Refused(var refusal) -> throw Problem.of(refusal);
            case Decided(var next, var events) -> {
                row.set(next);
                row.verified(act.by(), act.at(), note);
                outbox.add(events);
                yield views(caller, pilot, List.of(row)).getFirst();
            }
        };
    }
}
