package io.pilotwatch.milestone.evidence;

import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.milestone.evidence.core.Evidences.Piece;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A piece of evidence as it stands; its content lies elsewhere. */
@Entity
@Table(name = "evidence")
class EvidenceRow {
    @Id
    UUID evidenceId;

    String pilotId;
    long revision;
    String milestoneId;
    String kind;

    @Enumerated(EnumType.STRING)
    EvidenceLevel level;

    String sha256;
    long size;
    String mediaType;
    String fileName;
    LocalDate periodFrom;
    LocalDate periodTo;
    String attachedBy;
    Instant attachedAt;

    /** Null until it is verified, like the two below. */
    String verifiedBy;

    Instant verifiedAt;

    /** Null too where the lead wrote nothing. */
    String note;

    static EvidenceRow of(Piece piece, String by, Instant now) {
        var row = new EvidenceRow();
        var told = piece.told();
        row.evidenceId = UUID.fromString(told.evidenceId());
        row.pilotId = piece.pilotId();
        row.milestoneId = told.milestoneId();
        row.kind = told.kind();
        row.sha256 = told.sha256();
        row.size = told.size();
        row.mediaType = told.mediaType();
        row.fileName = told.fileName();
        row.periodFrom = told.periodFrom();
        row.periodTo = told.periodTo();
        row.attachedBy = by;
        row.attachedAt = now;
        row.set(piece);
        return row;
    }

    /** What can change. */
    void set(Piece piece) {
        revision = piece.revision();
        level = piece.told().level();
    }

    void verified(String by, Instant now, String remark) {
        verifiedBy = by;
        verifiedAt = now;
        note = remark;
    }

    Piece piece() {
        return new Piece(
                pilotId,
                revision,
                new Evidence(
                        evidenceId.toString(),
                        milestoneId,
                        kind,
                        level,
                        sha256,
                        size,
                        mediaType,
                        fileName,
                        periodFrom,
                        periodTo));
    }
}
