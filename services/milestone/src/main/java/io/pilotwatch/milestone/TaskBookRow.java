package io.pilotwatch.milestone;

import io.pilotwatch.milestone.core.Milestone;
import io.pilotwatch.milestone.core.TaskBook;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;

/** A task book without its milestones. */
@Entity
@Table(name = "task_book")
class TaskBookRow {
    @Id
    String pilotId;

    long revision;
    int version;
    LocalDate filedOn;

    static TaskBookRow of(TaskBook book) {
        var row = new TaskBookRow();
        row.pilotId = book.pilotId();
        row.revision = book.revision();
        row.version = book.version();
        row.filedOn = book.filedOn();
        return row;
    }

    TaskBook state(List<Milestone> milestones) {
        return new TaskBook(pilotId, revision, version, filedOn, milestones);
    }
}
