package io.pilotwatch.milestone;

import io.pilotwatch.milestone.core.Milestone;
import io.pilotwatch.platform.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The milestones, and the entries that tell how they came to where they are. */
@ApplicationScoped
class MilestoneRows implements PanacheRepositoryBase<MilestoneRow, MilestoneRow.Key> {

    /** In the order of the plan. */
    List<Milestone> of(String pilotId) {
        return list("pilotId = ?1 order by position", pilotId).stream()
                .map(MilestoneRow::milestone)
                .toList();
    }

    /** The milestone of a known pilot; 404 where there is none. Managed: inside a transaction it may be set. */
    MilestoneRow known(String pilotId, String milestoneId) {
        // A NUL is the one character that a path can carry and the database cannot.
        return Optional.of(milestoneId)
                .filter(id -> id.indexOf('\0') < 0)
                .flatMap(id -> findByIdOptional(new MilestoneRow.Key(pilotId, id)))
                .orElseThrow(() -> Problem.notFound(pilotId + "/" + milestoneId));
    }

    void add(String pilotId, List<Milestone> milestones) {
        for (int i = 0; i < milestones.size(); i++) {
            persist(MilestoneRow.of(pilotId, i + 1, milestones.get(i)));
        }
    }

    void add(EntryRow entry) {
        getEntityManager().persist(entry);
    }

    /** The updates after this revision, oldest first. */
    List<EntryRow> updates(String pilotId, String milestoneId, long after, int limit) {
        return getEntityManager()
                .createQuery(
                        "from EntryRow where pilotId = ?1 and milestoneId = ?2 and revision > ?3"
                                + " and updateId is not null order by revision",
                        EntryRow.class)
                .setParameter(1, pilotId)
                .setParameter(2, milestoneId)
                .setParameter(3, after)
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<EntryRow> update(String pilotId, String milestoneId, UUID updateId) {
        return getEntityManager()
                .createQuery("from EntryRow where updateId = ?1 and pilotId = ?2 and milestoneId = ?3", EntryRow.class)
                .setParameter(1, updateId)
                .setParameter(2, pilotId)
                .setParameter(3, milestoneId)
                .getResultStream()
                .findFirst();
    }
}
