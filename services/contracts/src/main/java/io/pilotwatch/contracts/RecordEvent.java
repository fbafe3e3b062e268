package io.pilotwatch.contracts;

import io.pilotwatch.contracts.MilestoneEvent.Deviation;
import io.pilotwatch.contracts.MilestoneEvent.Issue;
import io.pilotwatch.contracts.MilestoneEvent.Risk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What milestone says of evidence, indicators and reports, on {@link Topic#MILESTONES}. The subject of the revision is the
 * piece of evidence, the pilot's indicator, or the report.
 */
public sealed interface RecordEvent extends MilestoneEvent {

    /** Something that befell a report; carries it as it then stands. */
    sealed interface OfReport extends RecordEvent {
        /** The report after it. */
        Report report();
    }

    /** Something that befell a piece of evidence; carries it as it then stands. */
    sealed interface OfEvidence extends RecordEvent {
        /** The evidence after it. */
        Evidence evidence();
    }

    /** A value of an indicator. */
    sealed interface OfIndicator extends RecordEvent {
        /** The value as it stands now. */
        IndicatorValue value();
    }

    /**
     * A file that backs up what a team says.
     *
     * @param milestoneId the milestone that it belongs to; null where it belongs to the pilot as a whole
     * @param kind code of a kind of evidence in the programme file
     * @param level who vouches for it
     * @param sha256 of its content, lower-case hexadecimal: equal content has an equal one
     * @param size in bytes
     * @param mediaType as found in the content
     * @param fileName as the team calls it
     * @param periodFrom first programme day that it covers; null where it covers none in particular
     * @param periodTo last programme day that it covers; null with periodFrom
     */
    record Evidence(
            String evidenceId,
            @Nullable String milestoneId,
            String kind,
            EvidenceLevel level,
            String sha256,
            long size,
            String mediaType,
            String fileName,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo) {}

    /**
     * What an indicator came to in a period.
     *
     * @param indicator its code in the programme file, which has its unit, direction and type
     * @param period the period's code, such as {@code 2022-Q3}
     * @param value in the indicator's unit
     * @param note how it was measured; null where the team wrote nothing
     */
    record IndicatorValue(
            String indicator,
            String period,
            BigDecimal value,
            @Nullable String note) {}

    /** How far a milestone was when the report was written. */
    record Progress(
            String milestoneId, int percent, @Nullable LocalDate forecast) {}

    /**
     * A report as submitted. Its texts are screened for prohibited conduct.
     *
     * @param period the period's code; null unless periodic
     * @param due programme day; null unless periodic. Never changes, however often the report is returned
     * @param submittedOn programme day of the submission that stands
     * @param daysLate days from due to submittedOn, 0 in time; null unless periodic
     * @param title null unless ad hoc or of an incident
     * @param nextPlan what comes in the next period; null where the team wrote nothing
     */
    record Report(
            String reportId,
            ReportKind kind,
            @Nullable String period,
            @Nullable LocalDate due,
            ReportState state,
            LocalDate submittedOn,
            @Nullable Integer daysLate,
            @Nullable String title,
            String summary,
            Rating selfRating,
            @Nullable String ratingReason,
            @Nullable String nextPlan,
            List<Progress> milestones,
            List<Deviation> deviations,
            List<Risk> risks,
            List<Issue> issues) {}

    /** The team attached a file. */
    record EvidenceAttached(String pilotId, long revision, Evidence evidence, String by) implements OfEvidence {}

    /** The lead regulator verified it. */
    record EvidenceVerified(
            String pilotId,
            long revision,
            Evidence evidence,
            @Nullable String note,
            String by) implements OfEvidence {}

    /** Other pilots have attached a file with the very same content; {@code otherPilots} are their ids. */
    record EvidenceShared(String pilotId, long revision, Evidence evidence, List<String> otherPilots)
            implements OfEvidence {}

    /** The team recorded a value. */
    record IndicatorRecorded(String pilotId, long revision, IndicatorValue value, String by) implements OfIndicator {}

    /** The team corrected a value; the one before stays on record. */
    record IndicatorCorrected(
            String pilotId, long revision, IndicatorValue value, BigDecimal previousValue, String reason, String by)
            implements OfIndicator {}

    /** The team handed in a report, for the first time or after it was returned. */
    record ReportSubmitted(String pilotId, long revision, Report report, String by) implements OfReport {}

    /** The lead regulator accepted it. A late one stays late. */
    record ReportAccepted(
            String pilotId,
            long revision,
            Report report,
            @Nullable String note,
            String by) implements OfReport {}

    /** The lead regulator gave it back. */
    record ReportReturned(String pilotId, long revision, Report report, String reason, String by) implements OfReport {}
}
