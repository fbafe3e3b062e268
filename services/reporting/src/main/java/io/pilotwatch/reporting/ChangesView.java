package io.pilotwatch.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * What became different between the ends of two programme days.
 *
 * @param figures of the whole programme, whether they changed or not
 * @param pilots those that changed, in the order of their numbers
 */
public record ChangesView(LocalDate from, LocalDate to, List<Figure> figures, List<Pilot> pilots) {

    /** A figure on both days; {@code code} is its name in the API, such as {@code overdueMilestones}. */
    public record Figure(String code, Text name, long before, long after) {}

    /**
     * A pilot that changed.
     *
     * @param before null where it was not approved yet
     */
    @JsonInclude(Include.ALWAYS)
    public record Pilot(
            String pilotId,
            int number,
            String organisation,
            boolean synthetic,
            Named group,
            Standing before,
            Standing after) {}

    /**
     * What is compared of a pilot.
     *
     * @param forecast programme day on which it is likely to finish; null where it cannot be told
     */
    @JsonInclude(Include.ALWAYS)
    public record Standing(
            Named state,
            Named rating,
            int milestonesReached,
            int overdueMilestones,
            int openAlerts,
            int reportsReceived,
            LocalDate forecast) {}
}
