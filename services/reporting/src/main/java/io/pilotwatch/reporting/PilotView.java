package io.pilotwatch.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.PortfolioView.Lead;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One pilot, with its history, as of the end of a programme day.
 *
 * @param asOf that day
 * @param region empty where the source states none
 * @param synthetic made for a demonstration; must be marked wherever it shows
 * @param state where it stands, as the register says
 * @param standing since when it stands there, and why
 * @param scenarios their names; empty where the source states none
 * @param delegates organisations, beside its own, whose people act for it
 * @param rating the system's with its reasons, and the team's own
 * @param taskBook null until filed
 * @param records what it has beside milestones
 * @param timeline the latest events in words, newest first, at most {@value #TIMELINE}
 * @param timelineTotal how many events there are
 */
@JsonInclude(Include.ALWAYS)
public record PilotView(
        LocalDate asOf,
        String pilotId,
        int number,
        String organisation,
        Named kind,
        List<Named> fields,
        Named group,
        String region,
        List<Lead> leads,
        LocalDate approvedOn,
        String provenance,
        boolean synthetic,
        Named state,
        Standing standing,
        List<Named> tags,
        List<String> scenarios,
        List<String> delegates,
        Rated rating,
        TaskBook taskBook,
        List<Milestone> milestones,
        Lateness lateness,
        Records records,
        List<Alert> openAlerts,
        List<Alert> clearedAlerts,
        Finish finish,
        List<Happening> timeline,
        long timelineTotal) {

    /** The most events in a timeline. */
    public static final int TIMELINE = 100;

    /**
     * Why a pilot stands where it does.
     *
     * @param since programme day on which it came to stand there
     * @param reason what was said why; null where it followed from what was heard of the pilot
     * @param grade with which it was completed; null before that
     */
    @JsonInclude(Include.ALWAYS)
    public record Standing(LocalDate since, String reason, Named grade) {}

    /**
     * The system's rating: {@code GREEN}, {@code AMBER}, {@code RED} or {@code NOT_RATED}.
     *
     * @param reasons the weightiest first
     * @param own the team's latest; null while it gave none
     */
    @JsonInclude(Include.ALWAYS)
    public record Rated(String code, Text name, List<Reason> reasons, SelfRating own) {
        /** Why: a code such as {@code MILESTONE_LATE}, and the words. */
        public record Reason(String code, Text text) {}
    }

    /** What the team says of itself; {@code reason} is null where it gave none. */
    @JsonInclude(Include.ALWAYS)
    public record SelfRating(Named rating, OffsetDateTime at, String reason) {}

    /**
     * When the last milestone is likely to be reached; days are programme days.
     *
     * @param planned percent of the plan's weight that was to be earned by the day, and {@code earned} that was
     * @param pace earned time over elapsed time: 1 on schedule, less is behind; null before any time has passed
     * @param likely null where it cannot be told yet, as are {@code earliest} and {@code latest} around it
     * @param ofTeam the latest day that the team itself names for an open milestone; null where it names none
     * @param late whether {@code likely} is after the programme's deadline
     */
    @JsonInclude(Include.ALWAYS)
    public record Forecast(
            BigDecimal planned,
            BigDecimal earned,
            BigDecimal pace,
            LocalDate likely,
            LocalDate earliest,
            LocalDate latest,
            LocalDate ofTeam,
            boolean late) {}

    /**
     * What a pilot has beside milestones.
     *
     * @param lastReportAt when the team last reported or claimed; null while it never has
     * @param reports latest submission first
     * @param evidence oldest first
     * @param indicators the latest value of each
     * @param openRectifications earliest due day first
     * @param risks that the team named last, of its milestones and in its latest report
     */
    @JsonInclude(Include.ALWAYS)
    public record Records(
            OffsetDateTime lastReportAt,
            List<Report> reports,
            List<Evidence> evidence,
            List<Indicator> indicators,
            List<Rectification> openRectifications,
            List<Risk> risks) {}

    /**
     * What may go wrong, as the team says.
     *
     * @param milestoneId null where the report named it
     * @param level {@code LOW}, {@code MEDIUM} or {@code HIGH}
     * @param response what is done about it; null while nothing is
     */
    @JsonInclude(Include.ALWAYS)
    public record Risk(String milestoneId, String what, String level, String response) {}

    /** The plan's version, the programme day of its filing, and what it comes to if the work goes on as it does. */
    public record TaskBook(int version, LocalDate filedOn, Forecast forecast) {}

    /**
     * A milestone.
     *
     * @param state {@code CANCELLED} where a change of the task book left it out
     * @param criterion by what one will know that it is reached; null where the plan states none
     * @param dependsOn ids of the milestones that must be reached before it
     * @param claimedOn programme day of the claim that stands or was accepted; null without one
     * @param firstAcceptedBy who accepted the claim first where a second person must; null before that
     * @param requestedDue the later day that is asked for and not yet decided on; null without such a request
     * @param baselineDue programme day promised first
     * @param due programme day by which it is to be reached now; after {@code baselineDue} when it was extended
     * @param forecast programme day on which the team expects to reach it; null where it named none
     * @param reachedOn programme day of acceptance; null until reached
     * @param overdue open, its due day has passed, and the pilot has not ended
     * @param daysLate days past its due day: when reached, else by now, or by the day on which the pilot ended
     * @param daysPastBaseline the same, counted from {@code baselineDue}: an extension does not erase it
     */
    @JsonInclude(Include.ALWAYS)
    public record Milestone(
            String milestoneId,
            Text title,
            Text criterion,
            List<String> dependsOn,
            Named state,
            boolean critical,
            int weight,
            LocalDate baselineDue,
            LocalDate due,
            LocalDate forecast,
            int percent,
            LocalDate claimedOn,
            String firstAcceptedBy,
            LocalDate requestedDue,
            LocalDate reachedOn,
            boolean overdue,
            int daysLate,
            int daysPastBaseline) {}

    /** Days late over all milestones, reached and open: never erased; and how punctual reports and milestones are. */
    public record Lateness(int sumDays, int maxDays, int overdue, int reachedLate, PortfolioView.OnTime onTime) {}

    /**
     * A report as it stands.
     *
     * @param period null unless periodic, as {@code due} and {@code daysLate} are
     * @param due programme day; never changes, however often the report is returned
     * @param submittedOn programme day of the submission that stands
     * @param title null unless ad hoc or of an incident
     */
    @JsonInclude(Include.ALWAYS)
    public record Report(
            String reportId,
            Named kind,
            Named period,
            String title,
            LocalDate due,
            LocalDate submittedOn,
            Integer daysLate,
            Named state,
            Named selfRating) {}

    /**
     * A piece of evidence.
     *
     * @param milestoneId null where it belongs to the pilot as a whole
     * @param size in bytes
     * @param periodFrom first programme day that it covers; null with {@code periodTo} where it covers none in particular
     * @param sharedWith the other pilots that attached the same content; null for whoever neither leads the pilot nor is of
     *     the office
     */
    @JsonInclude(Include.ALWAYS)
    public record Evidence(
            String evidenceId,
            String milestoneId,
            Named kind,
            Named level,
            String fileName,
            String mediaType,
            long size,
            LocalDate periodFrom,
            LocalDate periodTo,
            List<String> sharedWith) {}

    /**
     * What an indicator came to in the latest period of which the team told.
     *
     * @param value in {@code unit}, as are {@code baseline} and {@code target}, null where the task book promises nothing
     * @param note how it was measured; null where the team wrote nothing
     */
    @JsonInclude(Include.ALWAYS)
    public record Indicator(
            Named indicator,
            Text unit,
            Named period,
            BigDecimal value,
            BigDecimal baseline,
            BigDecimal target,
            String note) {}

    /**
     * Something that the pilot is to put right and that is not yet accepted.
     *
     * @param due programme day by which it is to be answered
     * @param answer the one that stands or was last returned; null before the first
     * @param overdue an answer is owed and the due day has passed
     */
    @JsonInclude(Include.ALWAYS)
    public record Rectification(
            String rectificationId,
            String demand,
            LocalDate orderedOn,
            LocalDate due,
            Named state,
            String answer,
            boolean overdue) {}

    /**
     * An alert.
     *
     * @param clearedBecause what ended it; null while it is open
     * @param lateDetected it was raised later than the programme tolerates
     * @param muted why nobody is told of it although it holds; null where they are
     */
    @JsonInclude(Include.ALWAYS)
    public record Alert(
            String alertId,
            Named rule,
            Named severity,
            Named state,
            Text text,
            OffsetDateTime raisedAt,
            OffsetDateTime changedAt,
            boolean lateDetected,
            Text clearedBecause,
            Text muted) {}

    /** Whether it was done by the deadline; {@code finishedOn} is null while anything is open. */
    @JsonInclude(Include.ALWAYS)
    public record Finish(String code, Text name, LocalDate finishedOn) {}

    /** An event in words; {@code by} is the account that acted, null where the system did or it spoke in confidence. */
    @JsonInclude(Include.ALWAYS)
    public record Happening(String eventId, OffsetDateTime happenedAt, String type, Text text, String by) {}
}
