package io.pilotwatch.intake;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.intake.core.Contact;
import io.pilotwatch.intake.core.Facts;
import io.pilotwatch.intake.core.Life;
import io.pilotwatch.intake.core.Registered;
import io.pilotwatch.platform.Caller;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A pilot of the register as it stands, with what was heard of it. */
@Entity
@Table(name = "pilot")
class PilotRow {

    /** One person to ask. */
    @Embeddable
    record ContactRow(String name, String role, String phone, String email) {}

    /** One rectification as last heard of. */
    @Embeddable
    record RectificationRow(long revision, boolean open) {}

    @Id
    String pilotId;

    int number;
    long version;
    long revision;

    @Enumerated(EnumType.STRING)
    PilotState state;

    String kind;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> fields;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> tags;

    String organisation;
    String region;
    boolean synthetic;
    String provenance;
    LocalDate approvedOn;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> scenarios;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> delegates;

    String grade;
    boolean filed;
    boolean begun;
    boolean evaluating;

    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "rectification", joinColumns = @JoinColumn(name = "pilot_id"))
    @MapKeyColumn(name = "rectification_id")
    Map<String, RectificationRow> rectifications = new HashMap<>();

    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "contact", joinColumns = @JoinColumn(name = "pilot_id"))
    @OrderColumn(name = "position")
    List<ContactRow> contacts = new ArrayList<>();

    /** A pilot that was just published, from an application or a list; versions go on from the application's. */
    static PilotRow published(Pilot pilot, long version, long revision, @Nullable Contact person) {
        var row = new PilotRow();
        row.version = version;
        row.set(new Registered(
                pilot, revision, new Life.Active(Facts.NONE), person == null ? List.of() : List.of(person)));
        return row;
    }

    /** Takes the pilot's next state. */
    void set(Registered next) {
        revision = next.revision();
        set(next.pilot());
        set(next.life());
        var people = next.contacts().stream()
                .map(c -> new ContactRow(c.name(), c.role(), c.phone(), c.email()))
                .toList();
        if (!people.equals(List.copyOf(contacts))) {
            contacts.clear();
            contacts.addAll(people);
        }
    }

    private void set(Pilot pilot) {
        pilotId = pilot.pilotId();
        number = pilot.number();
        state = pilot.state();
        kind = pilot.kind();
        fields = pilot.fields();
        tags = pilot.tags();
        organisation = pilot.organisation();
        region = pilot.region();
        synthetic = pilot.synthetic();
        provenance = pilot.provenance();
        approvedOn = pilot.approvedOn();
        scenarios = pilot.scenarios();
        delegates = pilot.delegates();
        grade = pilot.grade();
    }

    private void set(Life life) {
        evaluating = life instanceof Life.Suspended(var _, boolean was) && was;
        switch (life) {
            case Life.Active(var facts) -> set(facts);
            case Life.Evaluating(var facts) -> set(facts);
            case Life.Suspended(var facts, var _) -> set(facts);
            // What was known when it ended stays as it was.
            case Life.Ended _ -> {}
        }
    }

    private void set(Facts facts) {
        filed = facts.filed();
        begun = facts.begun();
        facts.rectifications().forEach((id, r) -> rectifications.put(id, new RectificationRow(r.revision(), r.open())));
    }

    Registered registered() {
        return new Registered(
                pilot(),
                revision,
                life(),
                contacts.stream()
                        .map(c -> new Contact(c.name(), c.role(), c.phone(), c.email()))
                        .toList());
    }

    private Life life() {
        return switch (state) {
            case APPROVED, TASKBOOK_FILED, IN_PROGRESS, RECTIFYING -> new Life.Active(facts());
            case FINAL_EVALUATION -> new Life.Evaluating(facts());
            case SUSPENDED -> new Life.Suspended(facts(), evaluating);
            case COMPLETED, FAILED, TERMINATED, WITHDRAWN -> new Life.Ended(state);
        };
    }

    private Facts facts() {
        return new Facts(
                filed,
                begun,
                rectifications.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                e -> new Facts.Rectification(
                                        e.getValue().revision(), e.getValue().open()))));
    }

    Pilot pilot() {
        return new Pilot(
                pilotId,
                number,
                kind,
                List.copyOf(fields),
                organisation,
                region,
                approvedOn,
                synthetic,
                provenance,
                state,
                List.copyOf(tags),
                List.copyOf(scenarios),
                List.copyOf(delegates),
                grade);
    }

    Caller.Subject subject(boolean coversFields) {
        return Caller.Subject.of(pilot(), coversFields);
    }
}
