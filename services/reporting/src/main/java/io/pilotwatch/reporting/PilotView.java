package io.pilotwatch.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.PortfolioView.Lead;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One pilot, with its history.
 *
 * @param region empty where the source states none
 * @param synthetic made for a demonstration; must be marked wherever it shows
 * @param rating {@code NOT_RATED} while there is no task book or no word from the team; null otherwise, until ratings exist
 * @param lastReportAt when the team last reported; null while it never has
 * @param taskBook null until filed
 * @param timeline the latest events in words, newest first, at most {@value #TIMELINE}
 * @param timelineTotal how many events there are
 */
@JsonInclude(Include.ALWAYS)
public record PilotView(
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
        Named rating,
        OffsetDateTime lastReportAt,
        TaskBook taskBook,
        List<Milestone> milestones,
        Lateness lateness,
        List<Alert> openAlerts,
        List<Alert> clearedAlerts,
        Finish finish,
        List<Happening> timeline,
        long timelineTotal) {

    /** The most events in a timeline. */
    public static final int TIMELINE = 100;

    /** The plan's version and the programme day of its filing. */
    public record TaskBook(int version, LocalDate filedOn) {}

    /**
     * A milestone.
     *
     * @param baselineDue programme day promised first
     * @param due programme day by which it is to be reached now; after {@code baselineDue} when it was extended
     * @param forecast programme day on which the team expects to reach it; null where it named none
     * @param reachedOn programme day of acceptance; null until reached
     * @param overdue open, and its due day has passed
     * @param daysLate days past its due day: when reached, else by now
     * @param daysPastBaseline the same, counted from {@code baselineDue}: an extension does not erase it
     */
    @JsonInclude(Include.ALWAYS)
    public record Milestone(
            String milestoneId,
            Text title,
            Named state,
            boolean critical,
            int weight,
            LocalDate baselineDue,
            LocalDate due,
            LocalDate forecast,
            int percent,
            LocalDate reachedOn,
            boolean overdue,
            int daysLate,
            int daysPastBaseline) {}

    /** Days late over all milestones, reached and open: never erased. */
    public record Lateness(int sumDays, int maxDays, int overdue, int reachedLate) {}

    /**
     * An alert.
     *
     * @param clearedBecause what ended it; null while it is open
     * @param lateDetected it was raised later than the programme tolerates
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
            Text clearedBecause) {}

    /** Whether it was done by the deadline; {@code finishedOn} is null while anything is open. */
    @JsonInclude(Include.ALWAYS)
    public record Finish(String code, Text name, LocalDate finishedOn) {}

    /** An event in words; {@code by} is the account that acted, null where the system did. */
    @JsonInclude(Include.ALWAYS)
    public record Happening(String eventId, OffsetDateTime happenedAt, String type, Text text, String by) {}
}
