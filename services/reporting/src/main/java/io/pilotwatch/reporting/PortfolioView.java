package io.pilotwatch.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.core.BurnUp;
import io.pilotwatch.reporting.core.FieldGroup;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * The whole programme in figures, or one row of it. Every pilot is in exactly one row of {@code byField} and one of
 * {@code byState}, {@code byRating} and {@code finish}, so each adds up to {@code pilots.loaded}.
 *
 * @param row of which these are the figures; null where they are of the whole programme
 * @param asOf the programme clock, to the minute, with the programme's offset; of a day that is over its last minute
 * @param day the programme day
 * @param deadline last programme day
 * @param daysToDeadline days from {@code day} to {@code deadline}; negative once it has passed
 * @param byRating by the system's rating, and {@code bySelfRating} by the team's own
 * @param byField empty in a row
 * @param forecastLate pilots whose last milestone is, by the system's forecast, to be reached after the deadline, or was
 * @param burnUp how much of the work was to be done, and is, by the end of each month; empty while nothing is planned
 * @param answers how each agency answered the alerts that it was asked about
 */
public record PortfolioView(
        Named programme,
        @JsonInclude(Include.ALWAYS) Named row,
        OffsetDateTime asOf,
        LocalDate day,
        LocalDate deadline,
        long daysToDeadline,
        Pilots pilots,
        List<Count> byState,
        List<Count> byRating,
        List<Count> bySelfRating,
        List<Slice> byField,
        Milestones milestones,
        Alerts alerts,
        Finishes finish,
        int forecastLate,
        OnTime onTime,
        List<BurnUp.Month> burnUp,
        List<Answers> answers) {

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
     * Some of the pilots: those of a field, a category, a kind, a region, a regulator, or in a state.
     *
     * @param category null where the row is no field
     * @param lead null where the row is no field
     * @param states pilots by state; every state is there
     * @param ratings pilots by the system's rating; each is there
     * @param milestonesTotal without cancelled ones
     * @param reports how punctual their periodic reports are
     * @param milestones how punctual those milestones are that are due by now
     */
    public record Slice(
            Named group,
            @JsonInclude(Include.ALWAYS) Named category,
            @JsonInclude(Include.ALWAYS) Lead lead,
            int total,
            int synthetic,
            Map<String, Integer> states,
            Map<String, Integer> ratings,
            int forecastLate,
            int openAlerts,
            int overdueMilestones,
            int milestonesReached,
            int milestonesTotal,
            Punctuality reports,
            Punctuality milestones) {}

    /** Who leads. {@code stated}: a published source says so; otherwise it is inferred and must be shown as such. */
    public record Lead(Text name, boolean stated) {
        static Lead of(FieldGroup group) {
            return new Lead(group.lead(), group.leadStated());
        }
    }

    /**
     * How much came, and how much of it in time; what came late stays late.
     *
     * @param expected due by the day
     * @param received of those: handed in, or reached
     * @param onTime of those, by the due day
     * @param ratio {@code onTime} of {@code expected}, 0 to 1, four decimals; null while nothing was due
     */
    public record Punctuality(
            int expected,
            int received,
            int onTime,
            @JsonInclude(Include.ALWAYS) BigDecimal ratio) {}

    /** Punctuality by period, in the order of time: of reports by their period, of milestones by the quarter of the due day. */
    public record OnTime(
            Punctuality reports,
            List<InPeriod> reportsByPeriod,
            Punctuality milestones,
            List<InPeriod> milestonesByPeriod) {}

    /** Punctuality in a period, such as {@code 2022-Q3}. */
    public record InPeriod(Named period, Punctuality punctuality) {}

    /**
     * All milestones of all pilots.
     *
     * @param total without cancelled ones
     * @param reachedLate those of {@code reached} that came after their due day
     * @param overdue open ones whose due day has passed
     * @param daysLate days late over all of them, reached and open: never erased
     */
    public record Milestones(
            int total, int reached, int reachedLate, int overdue, long daysLate, List<Count> byState) {}

    /** Alerts that still stand. */
    public record Alerts(int open, List<Count> bySeverity, List<Count> byRule) {}

    /**
     * Pilots by whether every task was done by the deadline; each is in exactly one.
     *
     * @param endedOtherwise terminated or withdrawn, whatever they had done by then: they count nowhere else
     */
    public record Finishes(int byDeadline, int late, int notFinished, int undecided, int endedOtherwise) {}

    /**
     * How an agency answered alerts.
     *
     * @param asked alerts about which it was asked
     * @param acknowledged of those
     * @param secondsToAcknowledge mean time from asking to the first acknowledgement; null while there is none
     * @param cleared of those asked about, by the facts
     * @param secondsToClear mean time from raising to clearing; null while there is none
     */
    @JsonInclude(Include.ALWAYS)
    public record Answers(
            Named agency,
            long asked,
            long acknowledged,
            Long secondsToAcknowledge,
            long cleared,
            Long secondsToClear) {}
}
