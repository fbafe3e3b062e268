package io.pilotwatch.milestone.evidence;

import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.evidence.core.Evidences.Attachment;
import io.pilotwatch.milestone.evidence.core.Refusal;
import io.pilotwatch.platform.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;

/** The fields of the form beside the file, as they were written. */
public class AttachmentForm {

    @RestForm
    @Nullable
    String kind;

    @RestForm
    @Nullable
    String level;

    @RestForm
    @Nullable
    String milestoneId;

    @RestForm
    @Nullable
    String periodFrom;

    @RestForm
    @Nullable
    String periodTo;

    /** What is attached: the fields read, each refused at its own pointer, and the file. */
    Attachment with(Upload upload) {
        var found = Arrays.stream(EvidenceLevel.values())
                .filter(l -> l.name().equals(level))
                .findFirst()
                .orElseThrow(() -> Problem.of(Refusal.EVIDENCE_LEVEL_UNKNOWN));
        return new Attachment(
                upload.name(),
                upload.found(),
                upload.sha256(),
                upload.size(),
                kind == null ? "" : kind,
                found,
                given(milestoneId),
                day(periodFrom, Refusal.PERIOD_FROM_UNREADABLE),
                day(periodTo, Refusal.PERIOD_TO_UNREADABLE));
    }

    /** A form's field that was left empty comes as an empty string. */
    @Nullable
    private static String given(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    @Nullable
    private static LocalDate day(@Nullable String value, Refusal unreadable) {
        try {
            return given(value) == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw Problem.of(unreadable);
        }
    }
}
