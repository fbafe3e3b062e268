package io.pilotwatch.milestone;

import io.pilotwatch.milestone.core.TaskBook;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The task books with their milestones. */
@ApplicationScoped
class TaskBookRows implements PanacheRepositoryBase<TaskBookRow, String> {

    private final MilestoneRows milestones;

    TaskBookRows(MilestoneRows milestones) {
        this.milestones = milestones;
    }

    boolean isFiled(String pilotId) {
        return findById(pilotId) != null;
    }

    Optional<TaskBook> filed(String pilotId) {
        return findByIdOptional(pilotId).map(row -> row.state(milestones.of(pilotId)));
    }

    void add(TaskBook book) {
        persist(TaskBookRow.of(book));
        milestones.add(book.pilotId(), book.milestones());
    }
}
