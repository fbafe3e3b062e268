package io.pilotwatch.intake;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.intake.core.Contact;
import io.pilotwatch.intake.core.Eligibility;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * An application as its readers see it.
 *
 * @param version counts every change; the ETag
 * @param revision counts those of which others were told; 0 of a draft
 * @param kind null while it is not stated
 * @param region empty while it is not stated, like the summary
 * @param level of the applicant; null where it states none
 * @param levelReason why an applicant of an unusual level asks; null where it gave no reason
 * @param submittedAt the last time, in the programme's zone; null of a draft
 * @param submittedBy the account; null of a draft
 * @param commentUntil last programme day of the public comment; null before it was shortlisted
 * @param approvedOn programme day; null until approved
 * @param warnings what is unusual, but no obstacle
 * @param missing what stands in the way of its submission; empty once it is submitted
 * @param contact whom to ask; for its applicant and the programme office, null for others and where nobody is named
 * @param reviews of this submission: all for the programme office, an expert's own for the expert; null for others, and
 *     in lists, like all that follows
 * @param score mean of the reviews in force, 0 to 100 to one decimal; for the programme office
 * @param objections to this submission: all for the programme office and the applicant, for others their own
 * @param likelyDuplicates at most 50; for the programme office, experts and recommenders
 */
public record ApplicationView(
        String pilotId,
        long version,
        long revision,
        Named state,
        @Nullable Named kind,
        List<Named> fields,
        List<Named> tags,
        String organisation,
        String region,
        String summary,
        List<String> scenarios,
        @Nullable Named level,
        @Nullable String levelReason,
        boolean synthetic,
        @Nullable OffsetDateTime submittedAt,
        @Nullable String submittedBy,
        @Nullable LocalDate commentUntil,
        @Nullable LocalDate approvedOn,
        List<Warning> warnings,
        List<Missing> missing,
        @Nullable Contact contact,
        @Nullable List<ReviewView> reviews,
        @Nullable Double score,
        @Nullable List<ObjectionView> objections,
        @Nullable List<LikelyDuplicate> likelyDuplicates) {

    /** Something unusual; {@code code} is stable. */
    public record Warning(String code, Text text) {}

    /** What a submission still needs, and where it is to be stated. */
    public record Missing(String code, String pointer, Text text) {}

    private static final Warning LEVEL_UNUSUAL = new Warning(
            "LEVEL_UNUSUAL", new Text("申报主体的层级不是该类别通常的层级。", "The applicant's level is not a usual one for this kind."));

    static ApplicationView of(ApplicationRow row, Programme programme) {
        boolean unusual = Eligibility.isUnusual(programme, row.kind, row.level);
        return new ApplicationView(
                row.pilotId,
                row.version,
                row.revision,
                new Named(row.state.name(), row.state.text()),
                row.kind.isEmpty() ? null : Names.kind(programme, row.kind),
                row.fields.stream().map(f -> Names.field(programme, f)).toList(),
                Names.tags(programme, row.fields, row.tags),
                row.organisation,
                row.region,
                row.summary,
                List.copyOf(row.scenarios),
                Names.named(programme.admission().levels(), row.level),
                row.levelReason,
                row.synthetic,
                at(row.submittedAt, programme.zone()),
                row.submittedBy,
                row.commentUntil,
                row.approvedOn,
                unusual ? List.of(LEVEL_UNUSUAL) : List.of(),
                missing(row, programme),
                null,
                null,
                null,
                null,
                null);
    }

    private static List<Missing> missing(ApplicationRow row, Programme programme) {
        return switch (row.state) {
            case DRAFT, RETURNED ->
                Eligibility.obstacles(programme, row.wish()).stream()
                        .map(o -> new Missing(o.name(), o.pointer(), o.text()))
                        .toList();
            default -> List.of();
        };
    }

    /** The same with what not everybody may know. */
    ApplicationView with(
            @Nullable Contact person,
            @Nullable List<ReviewView> experts,
            @Nullable Double mean,
            List<ObjectionView> objected,
            @Nullable List<LikelyDuplicate> others) {
        return new ApplicationView(
                pilotId,
                version,
                revision,
                state,
                kind,
                fields,
                tags,
                organisation,
                region,
                summary,
                scenarios,
                level,
                levelReason,
                synthetic,
                submittedAt,
                submittedBy,
                commentUntil,
                approvedOn,
                warnings,
                missing,
                person,
                experts,
                mean,
                objected,
                others);
    }

    @Nullable
    private static OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
