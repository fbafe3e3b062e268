package io.pilotwatch.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What compliance-alert says, on {@link Topic#ALERTS}. The subject of the revision is the alert, the waiver, the
 * conduct flag or the rectification.
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
     * @param threshold the crossed threshold, in the measure that the programme file gives it: days, working days, percent …
     * @param text the reason with its figures
     * @param expectedAt the instant at which the threshold was crossed
     * @param raisedAt the instant at which this level was raised
     * @param lateDetected whether raisedAt came later than the programme's tolerance allows
     * @param addressees who answers for it, each for itself; empty only in alerts told before this was kept
     * @param muted why nobody is told of it although it holds; null where they are
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
            boolean lateDetected,
            @AddedLater List<Addressee> addressees,
            @Nullable Mute muted) {

        public Alert {
            addressees = addressees == null ? List.of() : addressees;
        }

        /** The same in another state. */
        public Alert in(AlertState next) {
            return with(next, addressees, muted);
        }

        /** The same with these addressees: acknowledged once each of them has. */
        public Alert askedOf(List<Addressee> next) {
            boolean all = !next.isEmpty() && next.stream().allMatch(a -> a.acknowledgedBy() != null);
            return with(all ? AlertState.ACKNOWLEDGED : AlertState.OPEN, next, muted);
        }

        /** The same, muted or, with null, no longer so. */
        public Alert mutedBy(@Nullable Mute next) {
            return with(state, addressees, next);
        }

        private Alert with(AlertState nextState, List<Addressee> nextAddressees, @Nullable Mute nextMute) {
            return new Alert(
                    alertId,
                    pilotId,
                    rule,
                    subject,
                    deadlineVersion,
                    severity,
                    level,
                    threshold,
                    nextState,
                    text,
                    expectedAt,
                    raisedAt,
                    lateDetected,
                    nextAddressees,
                    nextMute);
        }
    }

    /**
     * An agency that answers for an alert.
     *
     * @param agency its code in the programme file
     * @param askedAt since when it is asked to acknowledge: when it was told of this level, or told again
     * @param escalatedTo agencies that were told since it did not acknowledge in time, in that order
     * @param acknowledgedBy the account that acknowledged for it; null while none has, or once that expired
     * @param acknowledgedAt null with acknowledgedBy
     * @param acknowledgedUntil when the acknowledgement expires; null with acknowledgedBy
     */
    record Addressee(
            String agency,
            Instant askedAt,
            List<String> escalatedTo,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant acknowledgedUntil) {}

    /**
     * Why nobody is told of an alert that holds. It is evaluated all the same, and told once this ends.
     *
     * @param waiverId null unless a waiver mutes it
     */
    record Mute(MuteCause by, @Nullable String waiverId, Text reason) {}

    /** What mutes an alert, weightiest first. */
    enum MuteCause {
        PILOT_ENDED,
        PILOT_SUSPENDED,
        DEADLINE_MISSED,
        WAIVER
    }

    /**
     * Words in something that a team posted which a person should look at.
     *
     * @param milestoneId the milestone whose update or claim was screened; null where the text belongs to none
     * @param outcome ALERT (a strong term, not negated), REVIEW (a person must judge) or MENTION (negated or quoted)
     * @param category the kind of prohibited conduct, such as {@code mining}
     * @param words the matched words as they stand in the text
     * @param excerpt the text around them
     * @param rule of screening that matched, such as {@code STRONG_TERM}; null in flags told before this was kept
     * @param vocabulary version of the vocabulary by which it was found; null in flags told before this was kept
     */
    record ConductFlag(
            String flagId,
            String pilotId,
            @Nullable String milestoneId,
            ConductOutcome outcome,
            String category,
            List<String> words,
            String excerpt,
            @Nullable String rule,
            @Nullable String vocabulary) {}

    /** How strongly a screened text points at prohibited conduct. */
    enum ConductOutcome {
        MENTION,
        REVIEW,
        ALERT
    }

    /** Something that befell an alert; carries it as it then stands. The subject of the revision is it. */
    sealed interface OfAlert extends AlertEvent {
        /** The alert after it. */
        Alert alert();
    }

    /** A rule's threshold was crossed; again with a higher level when the next one is. */
    record AlertRaised(String pilotId, long revision, Alert alert) implements OfAlert {}

    /** A named person at an addressee has seen it; {@code agency} is null where that was told before it was kept. */
    record AlertAcknowledged(
            String pilotId,
            long revision,
            Alert alert,
            @Nullable String note,
            String by,
            @Nullable String agency) implements OfAlert {}

    /** That agency acknowledged it, but so long ago that it is told again. */
    record AlertAcknowledgementExpired(String pilotId, long revision, Alert alert, String agency) implements OfAlert {}

    /** That agency did not acknowledge it in time, so {@code to} is told. */
    record AlertEscalated(String pilotId, long revision, Alert alert, String agency, String to) implements OfAlert {}

    /** A person said something about it. */
    record AlertCommented(String pilotId, long revision, Alert alert, String comment, String by) implements OfAlert {}

    /** Nobody is told of it any more, though it holds. */
    record AlertMuted(String pilotId, long revision, Alert alert) implements OfAlert {}

    /** It holds, and what muted it has ended. */
    record AlertUnmuted(String pilotId, long revision, Alert alert) implements OfAlert {}

    /** A person at an addressee says that it needs no answer; crossing the next threshold opens it again. */
    record AlertDismissed(String pilotId, long revision, Alert alert, String reason, String by) implements OfAlert {}

    /** The facts no longer hold the alert up; {@code reason} says which. */
    record AlertCleared(String pilotId, long revision, Alert alert, Text reason) implements OfAlert {}

    /**
     * An exemption of a pilot from alerts for a while. They are evaluated beneath it, and shown as muted.
     *
     * @param rule the rule that it covers; null for every one
     * @param subject what the rule looks at, such as {@code m3}; null for everything
     * @param by the account that granted it
     * @param until when it ends by itself
     * @param endedAt when a person ended it before that; null where none did
     */
    record Waiver(
            String waiverId,
            String pilotId,
            @Nullable String rule,
            @Nullable String subject,
            String reason,
            String by,
            Instant until,
            @Nullable Instant endedAt) {}

    /** A person exempted a pilot from alerts for a while. The subject of the revision is the waiver. */
    record AlertWaived(String pilotId, long revision, Waiver waiver, String by) implements AlertEvent {}

    /** A person ended a waiver before its time. */
    record AlertWaiverEnded(String pilotId, long revision, Waiver waiver, String reason, String by)
            implements AlertEvent {}

    /** Something that befell a conduct flag. The subject of the revision is it. */
    sealed interface OfConduct extends AlertEvent {
        /** The flag. */
        ConductFlag flag();
    }

    /** Screening found words of prohibited conduct; it never acts by itself. */
    record ConductFlagged(String pilotId, long revision, ConductFlag flag) implements OfConduct {}

    /** A person looked and found prohibited conduct. */
    record ConductConfirmed(String pilotId, long revision, ConductFlag flag, String reason, String by)
            implements OfConduct {}

    /** A person looked and found none. */
    record ConductDismissed(String pilotId, long revision, ConductFlag flag, String reason, String by)
            implements OfConduct {}

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
