package io.pilotwatch.milestone.evidence;

import io.pilotwatch.milestone.evidence.core.Evidences.Attachment;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.Ledger;
import io.pilotwatch.platform.Receipted;
import jakarta.enterprise.context.ApplicationScoped;

/** Where a file comes in: its bytes, what is decided on it, and the receipt, all or nothing. */
@ApplicationScoped
public class EvidenceDoor {

    private final EvidenceDesk desk;
    private final ContentRows contents;
    private final Ledger ledger;
    private final Ids ids;

    EvidenceDoor(EvidenceDesk desk, ContentRows contents, Ledger ledger, Ids ids) {
        this.desk = desk;
        this.contents = contents;
        this.ledger = ledger;
        this.ids = ids;
    }

    /** Inside a transaction. */
    public Receipted<EvidenceView> attach(Caller caller, String pilotId, Attachment in, Upload upload) {
        var piece = desk.attach(caller, pilotId, ids.next(), in);
        contents.store(in.sha256(), upload.path());
        var address = EvidenceResource.address(pilotId, piece.evidenceId());
        return new Receipted<>(piece, ledger.add(pilotId, "evidence", address, piece, caller.name()));
    }
}
