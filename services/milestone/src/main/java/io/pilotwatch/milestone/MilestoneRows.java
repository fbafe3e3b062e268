package io.pilotwatch.milestone;

import static java.util.stream.Collectors.groupingBy;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.milestone.core.Act;
import io.pilotwatch.milestone.core.Milestone;
import io.pilotwatch.platform.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The milestones, and the entries that tell how they came to where they are. */
@ApplicationScoped
class MilestoneRows implements PanacheRepositoryBase<MilestoneRow, MilestoneRow.Key> {

    /** In the order of the plan, then those that were cancelled. */
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

    /** The ids of those that are reached. */
    Set<String> reached(String pilotId) {
        return new HashSet<>(getEntityManager()
                .createQuery("select milestoneId from MilestoneRow where pilotId = ?1 and state = ?2", String.class)
                .setParameter(1, pilotId)
                .setParameter(2, MilestoneState.REACHED)
                .getResultList());
    }

    /** Puts a plan in force: what is new comes to be, and each one that another promise was made of gets an entry. */
    void put(Act act, List<Milestone> milestones, String note) {
        for (int i = 0; i < milestones.size(); i++) {
            var milestone = milestones.get(i);
            var row = findById(
                    new MilestoneRow.Key(act.pilotId(), milestone.promise().milestoneId()));
            if (row == null) {
                row = MilestoneRow.of(act.pilotId(), milestone);
                row.position = i + 1;
                persist(row);
            } else {
                row.position = i + 1;
                change(row, milestone, act, note);
            }
        }
    }

    private void change(MilestoneRow row, Milestone milestone, Act act, String note) {
        if (row.revision < milestone.revision()) {
            row.set(milestone);
            var event = milestone.isInForce() ? EventType.TASK_BOOK_CHANGED : EventType.MILESTONE_CANCELLED;
            add(EntryRow.of(act, milestone, event, note));
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

    /** What was done before this revision, newest first. */
    List<EntryRow> history(String pilotId, String milestoneId, long before, int limit) {
        return getEntityManager()
                .createQuery(
                        "from EntryRow where pilotId = ?1 and milestoneId = ?2 and revision < ?3 order by revision desc",
                        EntryRow.class)
                .setParameter(1, pilotId)
                .setParameter(2, milestoneId)
                .setParameter(3, before)
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

    /** The extensions of a pilot's milestones, by milestone, oldest first. */
    Map<String, List<EntryRow>> extensions(String pilotId) {
        return getEntityManager()
                .createQuery("from EntryRow where pilotId = ?1 and event = ?2 order by revision", EntryRow.class)
                .setParameter(1, pilotId)
                .setParameter(2, EventType.MILESTONE_EXTENDED)
                .getResultStream()
                .collect(groupingBy(entry -> entry.milestoneId));
    }
}
