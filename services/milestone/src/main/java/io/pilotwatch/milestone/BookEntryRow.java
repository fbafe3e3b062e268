package io.pilotwatch.milestone;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.MilestoneEvent.Plan;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** One thing that was done to a task book, with the plan that it was about. Only ever added. */
@Entity
@Immutable
@Table(name = "task_book_entry")
@IdClass(BookEntryRow.Key.class)
class BookEntryRow {

    /** A task book has one entry a revision. */
    record Key(String pilotId, long revision) {}

    @Id
    String pilotId;

    @Id
    long revision;

    @Enumerated(EnumType.STRING)
    EventType event;

    /** The plan's; it comes to be in force with TASK_BOOK_FILED or TASK_BOOK_CHANGED. */
    int version;

    @Convert(converter = JsonColumn.OfPlan.class)
    @ColumnTransformer(write = "?::jsonb")
    Plan plan;

    String note;

    /** Null where it was filed before this was kept. */
    String byAccount;

    /** The programme day. */
    LocalDate day;
}
