package io.pilotwatch.milestone;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.MilestoneEvent.Plan;
import io.pilotwatch.milestone.core.Act;
import io.pilotwatch.milestone.core.Book;
import io.pilotwatch.milestone.core.TaskBook;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The task books with their milestones, and the entries that tell how they came to where they are. */
@ApplicationScoped
class TaskBookRows implements PanacheRepositoryBase<TaskBookRow, String> {

    private static final List<EventType> IN_FORCE = List.of(EventType.TASK_BOOK_FILED, EventType.TASK_BOOK_CHANGED);

    private final MilestoneRows milestones;

    TaskBookRows(MilestoneRows milestones) {
        this.milestones = milestones;
    }

    /** As it stands. */
    TaskBook of(String pilotId) {
        var row = findById(pilotId);
        if (row == null) {
            return new TaskBook.None();
        }
        var last = getEntityManager().find(BookEntryRow.class, new BookEntryRow.Key(pilotId, row.revision));
        return switch (last.event) {
            case TASK_BOOK_SUBMITTED -> new TaskBook.Submitted(row.revision, last.plan);
            case TASK_BOOK_RETURNED -> new TaskBook.Returned(row.revision, last.plan, last.note);
            case TASK_BOOK_CHANGE_REQUESTED ->
                new TaskBook.ChangeRequested(row.revision, book(row), last.plan, last.note);
            default -> new TaskBook.Filed(row.revision, book(row));
        };
    }

    private Book book(TaskBookRow row) {
        var plan = version(row.pilotId, row.version).orElseThrow().plan;
        return new Book(row.version, row.filedOn, milestones.of(row.pilotId), plan.indicators());
    }

    /** Writes down what was decided; {@code plan} is the one that it was about. */
    void put(Act act, TaskBook next, EventType event, Plan plan, String note) {
        var row = findById(act.pilotId());
        if (row == null) {
            row = new TaskBookRow();
            row.pilotId = act.pilotId();
            row.revision = next.revision();
            persist(row);
        }
        row.revision = next.revision();
        getEntityManager().persist(entry(act, next, event, plan, note));
        if (next.book() != null) {
            row.version = next.book().version();
            row.filedOn = next.book().filedOn();
            milestones.put(act, next.book().milestones(), note);
        }
    }

    private static BookEntryRow entry(Act act, TaskBook next, EventType event, Plan plan, String note) {
        var entry = new BookEntryRow();
        entry.pilotId = act.pilotId();
        entry.revision = next.revision();
        entry.event = event;
        entry.version = plan.version();
        entry.plan = plan;
        entry.note = note;
        entry.byAccount = act.by();
        entry.day = act.day();
        return entry;
    }

    /** The versions after this one that are or were in force, oldest first. */
    List<BookEntryRow> versions(String pilotId, int after, int limit) {
        return getEntityManager()
                .createQuery(
                        "from BookEntryRow where pilotId = ?1 and version > ?2 and event in ?3 order by version",
                        BookEntryRow.class)
                .setParameter(1, pilotId)
                .setParameter(2, after)
                .setParameter(3, IN_FORCE)
                .setMaxResults(limit)
                .getResultList();
    }

    /** A version that is or was in force. */
    Optional<BookEntryRow> version(String pilotId, int version) {
        return versions(pilotId, version - 1, 1).stream()
                .filter(entry -> entry.version == version)
                .findFirst();
    }

    /** Everything that was done to it, the last first. */
    List<BookEntryRow> entries(String pilotId) {
        return getEntityManager()
                .createQuery("from BookEntryRow where pilotId = ?1 order by revision desc", BookEntryRow.class)
                .setParameter(1, pilotId)
                .getResultList();
    }

    /** The extensions of its milestones, by milestone, oldest first. */
    Map<String, List<EntryRow>> extensions(String pilotId) {
        return milestones.extensions(pilotId);
    }
}
