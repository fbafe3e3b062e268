package io.pilotwatch.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What compliance-alert says, on {@link Topic#ALERTS}. The subject of the revision is the alert, the conduct
 * flag or the rectification.
 */
public sealed interface AlertEvent extends Event {

    /**
     * An alert as others may see it. Its identity is (pilot, rule, subject, deadline version), and its id spells that out:
     * {@code BP-001.MILESTONE_OVERDUE.m3.1}.
     *
     * @param rule the rule's name, such as {@code MILESTONE_OVERDUE}
     * @param subject the milestone id, {@code pilot} where the rule looks at the whole pilot, or the kind and id of
     *     something else that was posted, such as {@code report:0190a1b2-…}
     * @param deadlineVersion which promise was broken: the milestone's, or the day from which silence counts; of a posting
     *     its revision
     * @param level 1 for the rule's first threshold; crossing the next one raises it
     * @param threshold the crossed threshold in days; 0 where the rule has none
     * @param text the reason with its figures
     * @param expectedAt the instant at which the threshold was crossed
     * @param raisedAt the instant at which this level was raised
     * @param lateDetected whether raisedAt came later than the programme's tolerance allows
     */
    record Alert(
            String alertId,
            String pilotId,
            String rule,
            String subject,
            long deadlineVersion,
            Severity severity,
            int level,
            int threshold,
            AlertState state,
            Text text,
            Instant expectedAt,
            Instant raisedAt,
            boolean lateDetected) {}

    /**
     * Words in something that a team posted which a person should look at.
     *
     * @param milestoneId the milestone whose update or claim was screened; null where the text belongs to none
     * @param outcome ALERT (a strong term, not negated), REVIEW (a person must judge) or MENTION (negated or quoted)
     * @param category the kind of prohibited conduct, such as {@code mining}
     * @param words the matched words as they stand in the text
     * @param excerpt the text around them
     */
    record ConductFlag(
            String flagId,
            String pilotId,
            @Nullable String milestoneId,
            ConductOutcome outcome,
            String category,
            List<String> words,
            String excerpt) {}

    /** How strongly a screened text points at prohibited conduct. */
    enum ConductOutcome {
        MENTION,
        REVIEW,
        ALERT
    }

    /** A rule's threshold was crossed; again with a higher level when the next one is. */
    record AlertRaised(String pilotId, long revision, Alert alert) implements AlertEvent {}

    /** A named person at the regulator has seen it. */
    record AlertAcknowledged(
            String pilotId,
            long revision,
            Alert alert,
            @Nullable String note,
            String by) implements AlertEvent {}

    /** The facts no longer hold the alert up; {@code reason} says which. */
    record AlertCleared(String pilotId, long revision, Alert alert, Text reason) implements AlertEvent {}

    /** Screening found words of prohibited conduct; it never acts by itself. */
    record ConductFlagged(String pilotId, long revision, ConductFlag flag) implements AlertEvent {}

    /**
     * What a regulator orders a pilot to put right.
     *
     * @param demand what is to be put right; screened by nobody, since no team wrote it
     * @param orderedOn programme day of the order
     * @param due programme day by which it is to be answered
     * @param answer what the team did; null until answered
     * @param evidenceIds of the answer
     */
    record Rectification(
            String rectificationId,
            String pilotId,
            String demand,
            LocalDate orderedOn,
            LocalDate due,
            RectificationState state,
            @Nullable String answer,
            List<String> evidenceIds) {}

    /** Something that befell a rectification; carries it as it then stands. The subject of the revision is it. */
    sealed interface OfRectification extends AlertEvent {
        /** The rectification after it. */
        Rectification rectification();
    }

    /** A lead regulator demands that something be put right. */
    record RectificationOrdered(String pilotId, long revision, Rectification rectification, String by)
            implements OfRectification {}

    /** The team says what it did. */
    record RectificationAnswered(String pilotId, long revision, Rectification rectification, String by)
            implements OfRectification {}

    /** The lead regulator is not satisfied; the due day stays. */
    record RectificationReturned(String pilotId, long revision, Rectification rectification, String reason, String by)
            implements OfRectification {}

    /** The lead regulator is satisfied. */
    record RectificationAccepted(
            String pilotId,
            long revision,
            Rectification rectification,
            @Nullable String note,
            String by) implements OfRectification {}
}
