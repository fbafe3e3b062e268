package io.pilotwatch.milestone;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Where a task book stands: its last entry, and the version in force. */
@Entity
@Table(name = "task_book")
class TaskBookRow {
    @Id
    String pilotId;

    /** Of its last entry. */
    long revision;

    /** Null until it is filed, like the day. */
    Integer version;

    LocalDate filedOn;
}
