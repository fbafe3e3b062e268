package io.pilotwatch.intake;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.intake.core.Application;
import io.pilotwatch.intake.core.Contact;
import io.pilotwatch.intake.core.Dossier;
import io.pilotwatch.intake.core.SameText;
import io.pilotwatch.intake.core.Wish;
import io.pilotwatch.platform.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An application as it stands. */
@Entity
@Table(name = "application")
class ApplicationRow {

    @Id
    String pilotId;

    int number;
    long version;
    long revision;
    int round;

    @Enumerated(EnumType.STRING)
    ApplicationState state;

    String kind;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> fields;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> tags;

    String organisation;
    String region;
    String summary;
    String textHash;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> scenarios;

    String level;
    String levelReason;
    boolean synthetic;
    String contactName;
    String contactRole;
    String contactPhone;
    String contactEmail;
    Instant submittedAt;
    String submittedBy;
    LocalDate commentUntil;
    LocalDate approvedOn;

    /** Takes the application's next state. */
    void set(Application next) {
        var dossier = next.dossier();
        pilotId = dossier.pilotId();
        number = dossier.number();
        version = dossier.version();
        revision = dossier.revision();
        round = dossier.round();
        state = next.state();
        set(dossier.wish());
        if (next instanceof Application.Shortlisted shortlisted) {
            commentUntil = shortlisted.commentUntil();
        }
    }

    private void set(Wish wish) {
        kind = wish.kind();
        fields = wish.fields();
        tags = wish.tags();
        organisation = wish.organisation();
        region = wish.region();
        summary = wish.summary();
        // Nothing is not the same text as nothing.
        textHash = wish.summary().isBlank() ? "" : SameText.hash(wish.summary());
        scenarios = wish.scenarios();
        level = wish.level();
        levelReason = wish.levelReason();
        synthetic = wish.synthetic();
        set(wish.contact());
    }

    private void set(@Nullable Contact contact) {
        contactName = contact == null ? null : contact.name();
        contactRole = contact == null ? null : contact.role();
        contactPhone = contact == null ? null : contact.phone();
        contactEmail = contact == null ? null : contact.email();
    }

    /** Whom to ask about it; null where nobody is named. */
    @Nullable
    Contact contact() {
        return contactName == null ? null : new Contact(contactName, contactRole, contactPhone, contactEmail);
    }

    void submitted(String by, Instant at) {
        submittedBy = by;
        submittedAt = at;
    }

    /**
     * The application.
     *
     * @param reviews of this round that are in force
     * @param objections of this round
     */
    Application application(List<ReviewRow> reviews, List<ObjectionRow> objections) {
        var dossier = new Dossier(pilotId, number, version, revision, round, wish());
        return switch (state) {
            case DRAFT -> new Application.Draft(dossier);
            case SUBMITTED -> new Application.Submitted(dossier);
            case RECOMMENDED -> new Application.Recommended(dossier);
            case UNDER_REVIEW ->
                new Application.UnderReview(
                        dossier, reviews.stream().map(ReviewRow::review).toList());
            case SHORTLISTED ->
                new Application.Shortlisted(
                        dossier,
                        commentUntil,
                        objections.stream().map(ObjectionRow::objection).toList());
            case APPROVED -> new Application.Approved(dossier);
            case RETURNED -> new Application.Returned(dossier);
            case REJECTED -> new Application.Rejected(dossier);
            case WITHDRAWN -> new Application.Withdrawn(dossier);
        };
    }

    Wish wish() {
        return new Wish(
                kind,
                List.copyOf(fields),
                List.copyOf(tags),
                organisation,
                region,
                summary,
                List.copyOf(scenarios),
                level,
                levelReason,
                synthetic,
                contact());
    }

    /** Whether anybody but the applicant knows of it. */
    boolean isTold() {
        return revision > 0;
    }

    boolean isOf(Caller caller) {
        return caller.is(Caller.PILOT_TEAM) && caller.organisations().contains(organisation);
    }

    Caller.Subject subject(boolean coversFields) {
        return new Caller.Subject(pilotId, organisation, List.of(), List.copyOf(fields), region, coversFields);
    }
}
