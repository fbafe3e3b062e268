package io.pilotwatch.milestone.evidence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.PlanInForce;
import io.pilotwatch.milestone.evidence.core.Evidences.Attachment;
import io.pilotwatch.milestone.evidence.core.Evidences.Piece;
import io.pilotwatch.milestone.evidence.core.Evidences.Surroundings;
import io.pilotwatch.platform.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The pieces of evidence. */
@ApplicationScoped
class EvidenceRows implements PanacheRepositoryBase<EvidenceRow, UUID> {

    private static final UUID BEGINNING = new UUID(0, 0);

    private final PlanInForce plan;
    private final ContentRows contents;

    EvidenceRows(PlanInForce plan, ContentRows contents) {
        this.plan = plan;
        this.contents = contents;
    }

    /** 404 where the pilot has no such piece. */
    EvidenceRow known(String pilotId, UUID evidenceId, LockModeType lock) {
        return findByIdOptional(evidenceId, lock)
                .filter(row -> row.pilotId.equals(pilotId))
                .orElseThrow(() -> Problem.notFound(evidenceId.toString()));
    }

    /** The pilot's, oldest first, of one milestone where that is asked for. */
    List<EvidenceRow> of(String pilotId, @Nullable String milestoneId, @Nullable UUID after, int limit) {
        var query = "pilotId = :pilot and evidenceId > :after";
        var values = Parameters.with("pilot", pilotId).and("after", after == null ? BEGINNING : after);
        if (milestoneId != null) {
            query += " and milestoneId = :milestone";
            values = values.and("milestone", milestoneId);
        }
        return find(query + " order by evidenceId", values)
                .page(Page.ofSize(limit))
                .list();
    }

    /**
     * What a new piece comes upon. Its content is locked first, so that two pilots that attach the same at once notice each
     * other; then all pieces that have it, for their pilots will hear of each other.
     */
    Surroundings around(String pilotId, Attachment in) {
        contents.claim(in.sha256(), in.size());
        var same =
                find("sha256 = ?1 order by evidenceId", in.sha256()).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                        .map(EvidenceRow::piece)
                        .toList();
        return new Surroundings(
                plan.milestones(pilotId).stream().map(Milestone::milestoneId).toList(), same);
    }

    /** The pilots that have each of these contents, in order of their ids. */
    Map<String, List<String>> pilots(List<String> contents) {
        record Holder(String sha256, String pilotId) {}
        return getEntityManager()
                .createQuery(
                        "select distinct e.sha256, e.pilotId from EvidenceRow e where e.sha256 in ?1 order by e.pilotId",
                        Object[].class)
                .setParameter(1, contents)
                .getResultStream()
                .map(row -> new Holder((String) row[0], (String) row[1]))
                .collect(groupingBy(Holder::sha256, mapping(Holder::pilotId, toList())));
    }

    /** How many of these are the pilot's. */
    long count(String pilotId, Set<UUID> ids) {
        return count("pilotId = ?1 and evidenceId in ?2", pilotId, ids);
    }

    /** The first is new, the others were known and have changed. */
    EvidenceRow save(List<Piece> pieces, String by, Instant now) {
        var row = EvidenceRow.of(pieces.getFirst(), by, now);
        persist(row);
        pieces.stream()
                .skip(1)
                .forEach(piece ->
                        findById(UUID.fromString(piece.told().evidenceId())).set(piece));
        return row;
    }
}
