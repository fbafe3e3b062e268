package io.pilotwatch.milestone;

import io.pilotwatch.contracts.PilotEvent;
import io.pilotwatch.platform.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    static PilotRow of(long revision, PilotEvent.Pilot pilot, boolean coversFields) {
        var row = new PilotRow();
        row.pilotId = pilot.pilotId();
        row.revision = revision;
        row.organisation = pilot.organisation();
        row.fields = pilot.fields();
        row.region = pilot.region();
        row.coversFields = coversFields;
        row.synthetic = pilot.synthetic();
        return row;
    }

    Caller.Subject subject() {
        return new Caller.Subject(pilotId, organisation, fields, region, coversFields);
    }
}
