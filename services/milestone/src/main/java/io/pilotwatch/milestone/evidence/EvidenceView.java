package io.pilotwatch.milestone.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A piece of evidence as answered; its content has an address of its own.
 *
 * @param milestoneId null where it belongs to the pilot as a whole
 * @param level who vouches for it
 * @param sha256 of its content, lower-case hexadecimal
 * @param size in bytes
 * @param periodFrom first programme day that it covers; null with periodTo where it covers none in particular
 * @param verifiedBy the lead regulator's account; null until verified, like verifiedAt
 * @param note what the lead wrote with it; null where nothing
 * @param otherPilots ids of the pilots that attached the same content; absent for all but the lead and the office
 */
public record EvidenceView(
        UUID evidenceId,
        String pilotId,
        @Nullable String milestoneId,
        Named kind,
        Named level,
        String sha256,
        long size,
        String mediaType,
        String fileName,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        String attachedBy,
        Instant attachedAt,
        @Nullable String verifiedBy,
        @Nullable Instant verifiedAt,
        @Nullable String note,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) List<String> otherPilots) {

    static EvidenceView of(Programme programme, EvidenceRow row, @Nullable List<String> otherPilots) {
        return new EvidenceView(
                row.evidenceId,
                row.pilotId,
                row.milestoneId,
                // A kind that a later programme file has no more still shows, by its code.
                Programme.named(programme.evidenceKinds(), row.kind)
                        .orElseGet(() -> new Named(row.kind, new Text(row.kind, row.kind))),
                new Named(row.level.name(), row.level.text()),
                row.sha256,
                row.size,
                row.mediaType,
                row.fileName,
                row.periodFrom,
                row.periodTo,
                row.attachedBy,
                row.attachedAt,
                row.verifiedBy,
                row.verifiedAt,
                row.note,
                otherPilots);
    }
}
