package io.pilotwatch.reporting.scheduled;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.reporting.Filters;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A report that an account has sent to it regularly.
 *
 * @param report {@code pilots.xlsx}, {@code milestones.xlsx}, {@code portfolio.pdf} or {@code field.pdf}
 * @param filter which pilots a table is of; of a field's report, its field
 * @param language {@code zh} or {@code en}
 * @param weekday 1 for Monday to 7 for Sunday; null for every working day
 * @param subscribedAt by the programme clock
 */
public record ReportSubscription(
        UUID subscriptionId,
        String account,
        String report,
        Filters filter,
        String language,
        String email,
        @Nullable @JsonInclude(JsonInclude.Include.ALWAYS) Integer weekday,
        OffsetDateTime subscribedAt) {}
