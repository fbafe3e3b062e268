package io.pilotwatch.milestone;

import io.pilotwatch.contracts.PilotEvent;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.platform.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;

/** A pilot as intake told it last, as far as it matters here. */
@Entity
@Table(name = "pilot")
class PilotRow {
    @Id
    String pilotId;

    long revision;
    String organisation;
    List<String> fields;
    String region;
    boolean coversFields;
    boolean synthetic;

    /** Organisations, beside its own, whose people act for it. */
    List<String> delegates;

    @Enumerated(EnumType.STRING)
    PilotState state;

    /** Null where it was learned before this was kept. */
    LocalDate approvedOn;

    static PilotRow of(long revision, PilotEvent.Pilot pilot, boolean coversFields) {
        var row = new PilotRow();
        row.pilotId = pilot.pilotId();
        row.revision = revision;
        row.organisation = pilot.organisation();
        row.fields = pilot.fields();
        row.region = pilot.region();
        row.coversFields = coversFields;
        row.synthetic = pilot.synthetic();
        row.delegates = pilot.delegates();
        row.state = pilot.state();
        row.approvedOn = pilot.approvedOn();
        return row;
    }

    Caller.Subject subject() {
        return new Caller.Subject(pilotId, organisation, delegates, fields, region, coversFields);
    }
}
