package io.pilotwatch.intake;

import io.pilotwatch.intake.core.Objection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What somebody holds against an application. */
@Entity
@Table(name = "objection")
class ObjectionRow {

    @Id
    UUID objectionId;

    String pilotId;
    int round;
    String text;
    String byAccount;
    Instant raisedAt;

    @Enumerated(EnumType.STRING)
    Objection.State state;

    String settledBy;
    Instant settledAt;
    String settledReason;

    static ObjectionRow of(ApplicationRow application, Objection objection, Instant now) {
        var row = new ObjectionRow();
        row.objectionId = UUID.fromString(objection.objectionId());
        row.pilotId = application.pilotId;
        row.round = application.round;
        row.text = objection.text();
        row.byAccount = objection.by();
        row.raisedAt = now;
        row.state = objection.state();
        return row;
    }

    void settle(boolean upheld, String by, String reason, Instant now) {
        state = upheld ? Objection.State.UPHELD : Objection.State.DISMISSED;
        settledBy = by;
        settledReason = reason;
        settledAt = now;
    }

    Objection objection() {
        return new Objection(objectionId.toString(), text, byAccount, state);
    }
}
