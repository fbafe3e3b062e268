package io.pilotwatch.intake;

import io.pilotwatch.contracts.PilotEvent;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.intake.core.Application;
import io.pilotwatch.intake.core.Application.Approved;
import io.pilotwatch.intake.core.Application.Submitted;
import io.pilotwatch.platform.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A pilot from its application or its entry in the official list on. */
@Entity
@Table(name = "pilot")
class PilotRow {

    static final long FIRST_REVISION = 1;

    @Id
    @Column(name = "pilot_id")
    String pilotId;

    int number;
    long revision;
    String kind;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> fields;

    String organisation;
    String region;
    boolean synthetic;
    String summary;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "submitted_by")
    String submittedBy;

    String provenance;

    @Column(name = "approved_on")
    LocalDate approvedOn;

    /** A pilot of the official list. */
    static PilotRow listed(Pilot pilot) {
        var row = new PilotRow();
        row.pilotId = pilot.pilotId();
        row.number = pilot.number();
        row.revision = FIRST_REVISION;
        row.kind = pilot.kind();
        row.fields = pilot.fields();
        row.organisation = pilot.organisation();
        row.region = pilot.region();
        row.synthetic = pilot.synthetic();
        row.publish(pilot);
        return row;
    }

    /** A new application. */
    static PilotRow of(Application application) {
        var submission = application.submission();
        var facts = submission.facts();
        var row = new PilotRow();
        row.pilotId = facts.pilotId();
        row.number = submission.number();
        row.kind = facts.kind();
        row.fields = facts.fields();
        row.organisation = facts.organisation();
        row.region = facts.region();
        row.synthetic = facts.synthetic();
        row.summary = facts.summary();
        row.submittedAt = submission.submittedAt();
        row.submittedBy = submission.by();
        row.take(application);
        return row;
    }

    /** Takes the application's next state. */
    void take(Application next) {
        revision = next.revision();
        if (next instanceof Approved approved) {
            publish(approved.pilot());
        }
    }

    private void publish(Pilot pilot) {
        provenance = pilot.provenance();
        approvedOn = pilot.approvedOn();
    }

    boolean isApplication() {
        return submittedAt != null;
    }

    boolean isPublished() {
        return approvedOn != null;
    }

    Application application() {
        var facts = new PilotEvent.Application(
                pilotId, kind, List.copyOf(fields), organisation, region, summary, synthetic);
        var submitted = new Submitted(facts, number, submittedAt, submittedBy);
        return isPublished() ? new Approved(submitted, revision, pilot()) : submitted;
    }

    Pilot pilot() {
        return new Pilot(
                pilotId, number, kind, List.copyOf(fields), organisation, region, approvedOn, synthetic, provenance);
    }

    Caller.Subject subject(boolean coversFields) {
        return new Caller.Subject(pilotId, organisation, List.of(), List.copyOf(fields), region, coversFields);
    }
}
