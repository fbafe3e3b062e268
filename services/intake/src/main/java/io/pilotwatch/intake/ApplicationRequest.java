package io.pilotwatch.intake;

import io.pilotwatch.intake.core.Application.Wish;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * An application as an applicant sends it.
 *
 * @param kind code of a kind of the programme
 * @param fields codes of fields: exactly one, or any number for a kind that covers fields
 * @param organisation one of the caller's own
 * @param region province or municipality
 * @param summary what the pilot is to show; may have line breaks
 * @param synthetic whether it is made for a demonstration; false when absent
 */
public record ApplicationRequest(
        @NotBlank String kind,
        @NotNull @Size(max = 100) List<@NotBlank String> fields,
        @NotBlank @Size(max = 200) String organisation,
        @NotBlank @Size(max = 200) String region,
        @NotBlank @Size(max = 4000) String summary,
        Boolean synthetic) {

    Wish wish() {
        return new Wish(
                kind.strip(), fields, organisation, region.strip(), summary.strip(), Boolean.TRUE.equals(synthetic));
    }
}
