package io.pilotwatch.intake;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** One thing that was done to an application or a pilot. Only ever added. */
@Entity
@Immutable
@Table(name = "entry")
@IdClass(EntryRow.Key.class)
class EntryRow {

    /** What it was done to. */
    enum Subject {
        APPLICATION,
        PILOT
    }

    /** A subject has one entry a version. */
    record Key(String pilotId, Subject subject, long version) {}

    @Id
    String pilotId;

    @Id
    @Enumerated(EnumType.STRING)
    Subject subject;

    @Id
    long version;

    /** Null where nobody was told. */
    @Enumerated(EnumType.STRING)
    EventType event;

    /** Name of the state in which the subject was left. */
    String state;

    String reason;
    String byAccount;
    Instant recordedAt;

    static EntryRow of(Subject subject, String pilotId, long version, Enum<?> state, List<Event> events) {
        var row = new EntryRow();
        row.subject = subject;
        row.pilotId = pilotId;
        row.version = version;
        row.state = state.name();
        row.event = events.isEmpty() ? null : EventType.of(events.getFirst());
        return row;
    }

    EntryRow by(String account, String why, Instant when) {
        byAccount = account;
        reason = why;
        recordedAt = when;
        return this;
    }
}
