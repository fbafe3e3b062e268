package io.pilotwatch.milestone;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.milestone.core.Act;
import io.pilotwatch.milestone.core.Input;
import io.pilotwatch.milestone.core.Milestone;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
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

    /** As the milestone has it afterwards, like the due day. */
    int percent;

    LocalDate due;

    /** The day that an update named; null where it named none. */
    LocalDate forecast;

    String note;
    String byAccount;
    Instant recordedAt;

    static EntryRow of(Act act, Input input, Milestone after, EventType event, Instant now) {
        var row = new EntryRow();
        var told = after.told();
        row.pilotId = act.pilotId();
        row.milestoneId = told.milestoneId();
        row.revision = told.revision();
        row.event = event;
        row.percent = told.percent();
        row.due = told.due();
        row.byAccount = act.by();
        row.recordedAt = now;
        row.note = switch (input) {
            case Input.Update update -> update.note();
            case Input.Claim claim -> claim.note();
            case Input.Accept accept -> accept.note();
            case Input.Return back -> back.reason();
            case Input.Extend extend -> extend.reason();
        };
        if (input instanceof Input.Update update) {
            row.updateId = UUID.fromString(update.updateId());
            row.forecast = update.forecast();
        }
        return row;
    }
}
