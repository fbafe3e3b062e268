package io.pilotwatch.milestone.evidence.core;

import static java.util.stream.Collectors.toMap;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.contracts.RecordEvent.EvidenceAttached;
import io.pilotwatch.contracts.RecordEvent.EvidenceShared;
import io.pilotwatch.contracts.RecordEvent.EvidenceVerified;
import io.pilotwatch.milestone.core.Act;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What becomes of evidence: attached by the team, verified by the lead, noticed where several pilots have the same. */
public final class Evidences {

    private Evidences() {}

    /**
     * A piece of evidence as it stands.
     *
     * @param revision 1 when it is attached, and one more with each event
     */
    public record Piece(String pilotId, long revision, Evidence told) {
        private Piece next(Evidence changed) {
            return new Piece(pilotId, revision + 1, changed);
        }
    }

    /**
     * What a team attaches.
     *
     * @param found the media type of the content
     * @param milestoneId null for the pilot as a whole
     */
    public record Attachment(
            String fileName,
            String found,
            String sha256,
            long size,
            String kind,
            EvidenceLevel level,
            @Nullable String milestoneId,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo) {}

    /**
     * What an attachment comes upon.
     *
     * @param milestones ids of the pilot's milestones
     * @param same pieces of any pilot that have its content already, oldest first
     */
    public record Surroundings(List<String> milestones, List<Piece> same) {}

    /** The state is the new piece, followed by those of other pilots that the same content is told of. */
    public static Decision<List<Piece>> attach(
            Programme programme, Surroundings around, String evidenceId, Attachment in, Act act) {
        var refusal = wrong(programme, around, in);
        if (refusal == null && isAttached(around, in, act)) {
            refusal = Refusal.EVIDENCE_ALREADY_ATTACHED;
        }
        if (refusal != null) {
            return Decision.refused(refusal);
        }
        var told = new Evidence(
                evidenceId,
                in.milestoneId(),
                in.kind(),
                in.level(),
                in.sha256(),
                in.size(),
                Files.promised(in.fileName()),
                in.fileName(),
                in.periodFrom(),
                in.periodTo());
        var piece = new Piece(act.pilotId(), 1, told);
        return noticed(piece, around.same(), new EvidenceAttached(act.pilotId(), 1, told, act.by()));
    }

    /** What is wrong with a file, before anything is known of the rest; null where nothing is. */
    @Nullable
    public static Refusal wrongFile(String fileName, String found, long size) {
        var name = Files.wrongName(fileName);
        if (name != null) {
            return name;
        }
        return size == 0 ? Refusal.FILE_EMPTY : Files.wrongType(fileName, found);
    }

    @Nullable
    private static Refusal wrong(Programme programme, Surroundings around, Attachment in) {
        if (Programme.named(programme.evidenceKinds(), in.kind()).isEmpty()) {
            return Refusal.EVIDENCE_KIND_UNKNOWN;
        }
        if (in.level() == EvidenceLevel.AUTHORITY) {
            return Refusal.EVIDENCE_LEVEL_UNKNOWN;
        }
        if (in.milestoneId() != null && !around.milestones().contains(in.milestoneId())) {
            return Refusal.MILESTONE_UNKNOWN;
        }
        if ((in.periodFrom() == null) != (in.periodTo() == null)) {
            return Refusal.PERIOD_INCOMPLETE;
        }
        if (in.periodFrom() != null && in.periodTo().isBefore(in.periodFrom())) {
            return Refusal.PERIOD_BACKWARDS;
        }
        return wrongFile(in.fileName(), in.found(), in.size());
    }

    private static boolean isAttached(Surroundings around, Attachment in, Act act) {
        return around.same().stream()
                .filter(piece -> piece.pilotId().equals(act.pilotId()))
                .anyMatch(piece -> piece.told().kind().equals(in.kind())
                        && Objects.equals(piece.told().milestoneId(), in.milestoneId()));
    }

    /** Told of the newcomer, and of the first piece of each other pilot that has the same content. */
    private static Decision<List<Piece>> noticed(Piece piece, List<Piece> same, Event attached) {
        var others = same.stream()
                .filter(other -> !other.pilotId().equals(piece.pilotId()))
                .collect(toMap(Piece::pilotId, other -> other, (first, later) -> first, TreeMap::new));
        if (others.isEmpty()) {
            return Decision.decided(List.of(piece), attached);
        }
        // To the others only a pilot that had nothing of it before is news.
        boolean isNews = same.stream().noneMatch(other -> other.pilotId().equals(piece.pilotId()));
        var pieces = Stream.concat(Stream.of(piece), isNews ? others.values().stream() : Stream.empty())
                .map(told -> told.next(told.told()))
                .toList();
        var holders = new TreeSet<>(others.keySet());
        holders.add(piece.pilotId());
        var events = Stream.concat(Stream.of(attached), pieces.stream().map(told -> shared(told, holders)));
        return new Decision.Decided<>(pieces, events.toList());
    }

    private static Event shared(Piece piece, Set<String> holders) {
        var others = holders.stream().filter(id -> !id.equals(piece.pilotId())).toList();
        return new EvidenceShared(piece.pilotId(), piece.revision(), piece.told(), others);
    }

    /** The lead regulator vouches for it. */
    public static Decision<Piece> verify(Piece piece, @Nullable String note, Act act) {
        return switch (piece.told().level()) {
            case AUTHORITY -> Decision.refused(Refusal.EVIDENCE_ALREADY_VERIFIED);
            case DECLARED, THIRD_PARTY -> {
                var e = piece.told();
                var next = piece.next(new Evidence(
                        e.evidenceId(),
                        e.milestoneId(),
                        e.kind(),
                        EvidenceLevel.AUTHORITY,
                        e.sha256(),
                        e.size(),
                        e.mediaType(),
                        e.fileName(),
                        e.periodFrom(),
                        e.periodTo()));
                yield Decision.decided(
                        next, new EvidenceVerified(act.pilotId(), next.revision(), next.told(), note, act.by()));
            }
        };
    }
}
