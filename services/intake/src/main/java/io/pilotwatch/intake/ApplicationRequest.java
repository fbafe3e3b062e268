package io.pilotwatch.intake;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.intake.core.Wish;
import io.pilotwatch.platform.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * An application as an applicant sends it. A draft may be half filled: all but its organisation can be left out until it is
 * submitted.
 *
 * @param kind code of a kind of the programme
 * @param fields codes of fields: exactly one, or at least one for a kind that covers fields
 * @param tags codes of the fields' sub-tags, at least one of each field that has any
 * @param organisation one of the caller's own
 * @param region province or municipality
 * @param summary what the pilot is to show; may have line breaks
 * @param scenarios names of its scenarios, 1 to 50
 * @param level code of the applicant's level; needed for a kind that has usual levels
 * @param levelReason why an applicant of another level than the usual ones asks
 * @param contact whom to ask about it; told to nobody but the programme office
 * @param synthetic whether it is made for a demonstration; false when absent
 */
public record ApplicationRequest(
        @Nullable @Words @Size(max = 100) String kind,
        @Nullable @Size(max = 100) List<@NotBlank @Words @Size(max = 100) String> fields,
        @Nullable @Size(max = 100) List<@NotBlank @Words @Size(max = 100) String> tags,
        @NotBlank @Words @Size(max = 200) String organisation,
        @Nullable @Words @Size(max = 200) String region,
        @Nullable @Words String summary,
        @Nullable @Size(max = 50) List<@NotBlank @Words @Size(max = 200) String> scenarios,
        @Nullable @Words @Size(max = 100) String level,
        @Nullable @Words String levelReason,
        @Nullable @Valid Person contact,
        @Nullable Boolean synthetic) {

    Wish wish() {
        return new Wish(
                text(kind),
                list(fields),
                list(tags),
                organisation,
                text(region),
                text(summary),
                list(scenarios).stream().map(String::strip).toList(),
                level,
                levelReason,
                Boolean.TRUE.equals(synthetic),
                contact == null ? null : contact.contact());
    }

    private static String text(@Nullable String stated) {
        return stated == null ? "" : stated.strip();
    }

    private static List<String> list(@Nullable List<String> stated) {
        return stated == null ? List.of() : stated;
    }
}
