package io.pilotwatch.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.core.FieldGroup;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * The whole programme in figures. Every pilot is in exactly one row of {@code byField} and one of {@code byState}, so each
 * adds up to {@code pilots.loaded}.
 *
 * @param asOf the programme clock, to the minute, with the programme's offset
 * @param day the programme day
 * @param deadline last programme day
 * @param daysToDeadline days from {@code day} to {@code deadline}; negative once it has passed
 */
public record PortfolioView(
        Named programme,
        OffsetDateTime asOf,
        LocalDate day,
        LocalDate deadline,
        long daysToDeadline,
        Pilots pilots,
        List<Count> byState,
        List<ByField> byField,
        Milestones milestones,
        Alerts alerts,
        Finishes finish) {

    /**
     * How complete the list is.
     *
     * @param expected pilots in the official list
     * @param loaded pilots known here, {@code real} and {@code synthetic} together
     */
    public record Pilots(int expected, int loaded, int real, int synthetic, Text text) {}

    /** A code with its names, and how many there are. */
    public record Count(String code, Text name, int count) {}

    /**
     * One field, one kind that covers several, or the pilots whose source states no field.
     *
     * @param category null where the row is no field
     * @param states pilots by state; every state is there
     * @param milestonesTotal without cancelled ones
     */
    public record ByField(
            Named field,
            @JsonInclude(Include.ALWAYS) Named category,
            Lead lead,
            int total,
            int synthetic,
            Map<String, Integer> states,
            int openAlerts,
            int overdueMilestones,
            int milestonesReached,
            int milestonesTotal) {}

    /** Who leads. {@code stated}: a published source says so; otherwise it is inferred and must be shown as such. */
    public record Lead(Text name, boolean stated) {
        static Lead of(FieldGroup group) {
            return new Lead(group.lead(), group.leadStated());
        }
    }

    /**
     * All milestones of all pilots.
     *
     * @param total without cancelled ones
     * @param reachedLate those of {@code reached} that came after their due day
     * @param overdue open ones whose due day has passed
     */
    public record Milestones(int total, int reached, int reachedLate, int overdue, List<Count> byState) {}

    /** Alerts that still stand. */
    public record Alerts(int open, List<Count> bySeverity, List<Count> byRule) {}

    /**
     * Pilots by whether every task was done by the deadline; each is in exactly one.
     *
     * @param endedOtherwise terminated or withdrawn, whatever they had done by then: they count nowhere else
     */
    public record Finishes(int byDeadline, int late, int notFinished, int undecided, int endedOtherwise) {}
}
