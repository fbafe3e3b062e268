package io.pilotwatch.milestone;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.milestone.core.Act;
import io.pilotwatch.milestone.core.Input;
import io.pilotwatch.milestone.core.Milestone;
import io.pilotwatch.milestone.core.Situation;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** One thing that was done to a milestone, in the words of whoever did it. Only ever added. */
@Entity
@Immutable
@Table(name = "milestone_entry")
@IdClass(EntryRow.Key.class)
class EntryRow {

    /** A milestone has one entry a revision. */
    record Key(String pilotId, String milestoneId, long revision) {}

    @Id
    String pilotId;

    @Id
    String milestoneId;

    @Id
    long revision;

    @Enumerated(EnumType.STRING)
    EventType event;

    /** Of an update only. */
    UUID updateId;

    /** As the milestone has it afterwards, like the days. */
    int percent;

    LocalDate due;
    LocalDate requestedDue;

    /** The day that an update named; null where it named none. */
    LocalDate forecast;

    /** Of an update; null where it came before this was kept. */
    @Convert(converter = JsonColumn.OfSituation.class)
    @ColumnTransformer(write = "?::jsonb")
    Situation situation;

    String note;
    String byAccount;
    Instant recordedAt;

    static EntryRow of(Act act, Milestone after, EventType event, String note) {
        var row = new EntryRow();
        var told = after.told();
        row.pilotId = act.pilotId();
        row.milestoneId = told.milestoneId();
        row.revision = told.revision();
        row.event = event;
        row.percent = told.percent();
        row.due = told.due();
        row.requestedDue = told.requestedDue();
        row.note = note;
        row.byAccount = act.by();
        row.recordedAt = act.at();
        return row;
    }

    static EntryRow of(Act act, Milestone after, EventType event, Input input) {
        var row = of(act, after, event, input.note());
        if (input instanceof Input.Update update) {
            row.updateId = UUID.fromString(update.updateId());
            row.forecast = update.forecast();
            row.situation = update.situation();
        }
        return row;
    }
}
