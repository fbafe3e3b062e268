package io.pilotwatch.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one table of events: record, wire type, topic. Wire types outlive classes: an old one is never renamed or reused.
 * The record's simple name is also the name of its schema file, sample and AsyncAPI message.
 */
public enum EventType {
    APPLICATION_SUBMITTED(PilotEvent.ApplicationSubmitted.class, Topic.PILOTS, "application.submitted"),
    APPLICATION_RECOMMENDED(PilotEvent.ApplicationRecommended.class, Topic.PILOTS, "application.recommended"),
    APPLICATION_REVIEW_STARTED(PilotEvent.ApplicationReviewStarted.class, Topic.PILOTS, "application.review-started"),
    APPLICATION_REVIEWED(PilotEvent.ApplicationReviewed.class, Topic.PILOTS, "application.reviewed"),
    APPLICATION_SHORTLISTED(PilotEvent.ApplicationShortlisted.class, Topic.PILOTS, "application.shortlisted"),
    OBJECTION_RAISED(PilotEvent.ObjectionRaised.class, Topic.PILOTS, "objection.raised"),
    OBJECTION_SETTLED(PilotEvent.ObjectionSettled.class, Topic.PILOTS, "objection.settled"),
    APPLICATION_RETURNED(PilotEvent.ApplicationReturned.class, Topic.PILOTS, "application.returned"),
    APPLICATION_REJECTED(PilotEvent.ApplicationRejected.class, Topic.PILOTS, "application.rejected"),
    APPLICATION_WITHDRAWN(PilotEvent.ApplicationWithdrawn.class, Topic.PILOTS, "application.withdrawn"),
    PILOT_APPROVED(PilotEvent.PilotApproved.class, Topic.PILOTS, "pilot.approved"),
    PILOT_AMENDED(PilotEvent.PilotAmended.class, Topic.PILOTS, "pilot.amended"),
    DELEGATION_GRANTED(PilotEvent.DelegationGranted.class, Topic.PILOTS, "delegation.granted"),
    DELEGATION_REVOKED(PilotEvent.DelegationRevoked.class, Topic.PILOTS, "delegation.revoked"),
    PILOT_ADVANCED(PilotEvent.PilotAdvanced.class, Topic.PILOTS, "pilot.advanced"),
    PILOT_SUSPENDED(PilotEvent.PilotSuspended.class, Topic.PILOTS, "pilot.suspended"),
    PILOT_RESUMED(PilotEvent.PilotResumed.class, Topic.PILOTS, "pilot.resumed"),
    PILOT_TERMINATED(PilotEvent.PilotTerminated.class, Topic.PILOTS, "pilot.terminated"),
    PILOT_WITHDRAWN(PilotEvent.PilotWithdrawn.class, Topic.PILOTS, "pilot.withdrawn"),
    PILOT_EVALUATION_STARTED(PilotEvent.PilotEvaluationStarted.class, Topic.PILOTS, "pilot.evaluation-started"),
    PILOT_COMPLETED(PilotEvent.PilotCompleted.class, Topic.PILOTS, "pilot.completed"),
    PILOT_FAILED(PilotEvent.PilotFailed.class, Topic.PILOTS, "pilot.failed"),

    TASK_BOOK_SUBMITTED(MilestoneEvent.TaskBookSubmitted.class, Topic.MILESTONES, "task-book.submitted"),
    TASK_BOOK_RETURNED(MilestoneEvent.TaskBookReturned.class, Topic.MILESTONES, "task-book.returned"),
    TASK_BOOK_FILED(MilestoneEvent.TaskBookFiled.class, Topic.MILESTONES, "task-book.filed"),
    TASK_BOOK_CHANGE_REQUESTED(
            MilestoneEvent.TaskBookChangeRequested.class, Topic.MILESTONES, "task-book.change-requested"),
    TASK_BOOK_CHANGE_REFUSED(MilestoneEvent.TaskBookChangeRefused.class, Topic.MILESTONES, "task-book.change-refused"),
    TASK_BOOK_CHANGED(MilestoneEvent.TaskBookChanged.class, Topic.MILESTONES, "task-book.changed"),
    MILESTONE_UPDATED(MilestoneEvent.MilestoneUpdated.class, Topic.MILESTONES, "milestone.updated"),
    MILESTONE_CLAIMED(MilestoneEvent.MilestoneClaimed.class, Topic.MILESTONES, "milestone.claimed"),
    MILESTONE_FIRST_ACCEPTED(MilestoneEvent.MilestoneFirstAccepted.class, Topic.MILESTONES, "milestone.first-accepted"),
    MILESTONE_REACHED(MilestoneEvent.MilestoneReached.class, Topic.MILESTONES, "milestone.reached"),
    MILESTONE_RETURNED(MilestoneEvent.MilestoneReturned.class, Topic.MILESTONES, "milestone.returned"),
    EXTENSION_REQUESTED(MilestoneEvent.ExtensionRequested.class, Topic.MILESTONES, "extension.requested"),
    EXTENSION_REFUSED(MilestoneEvent.ExtensionRefused.class, Topic.MILESTONES, "extension.refused"),
    MILESTONE_EXTENDED(MilestoneEvent.MilestoneExtended.class, Topic.MILESTONES, "milestone.extended"),
    MILESTONE_CANCELLED(MilestoneEvent.MilestoneCancelled.class, Topic.MILESTONES, "milestone.cancelled"),
    EVIDENCE_ATTACHED(RecordEvent.EvidenceAttached.class, Topic.MILESTONES, "evidence.attached"),
    EVIDENCE_VERIFIED(RecordEvent.EvidenceVerified.class, Topic.MILESTONES, "evidence.verified"),
    EVIDENCE_SHARED(RecordEvent.EvidenceShared.class, Topic.MILESTONES, "evidence.shared"),
    INDICATOR_RECORDED(RecordEvent.IndicatorRecorded.class, Topic.MILESTONES, "indicator.recorded"),
    INDICATOR_CORRECTED(RecordEvent.IndicatorCorrected.class, Topic.MILESTONES, "indicator.corrected"),
    REPORT_SUBMITTED(RecordEvent.ReportSubmitted.class, Topic.MILESTONES, "report.submitted"),
    REPORT_ACCEPTED(RecordEvent.ReportAccepted.class, Topic.MILESTONES, "report.accepted"),
    REPORT_RETURNED(RecordEvent.ReportReturned.class, Topic.MILESTONES, "report.returned"),

    ALERT_RAISED(AlertEvent.AlertRaised.class, Topic.ALERTS, "alert.raised"),
    ALERT_ACKNOWLEDGED(AlertEvent.AlertAcknowledged.class, Topic.ALERTS, "alert.acknowledged"),
    ALERT_ACKNOWLEDGEMENT_EXPIRED(
            AlertEvent.AlertAcknowledgementExpired.class, Topic.ALERTS, "alert.acknowledgement-expired"),
    ALERT_ESCALATED(AlertEvent.AlertEscalated.class, Topic.ALERTS, "alert.escalated"),
    ALERT_COMMENTED(AlertEvent.AlertCommented.class, Topic.ALERTS, "alert.commented"),
    ALERT_MUTED(AlertEvent.AlertMuted.class, Topic.ALERTS, "alert.muted"),
    ALERT_UNMUTED(AlertEvent.AlertUnmuted.class, Topic.ALERTS, "alert.unmuted"),
    ALERT_DISMISSED(AlertEvent.AlertDismissed.class, Topic.ALERTS, "alert.dismissed"),
    ALERT_CLEARED(AlertEvent.AlertCleared.class, Topic.ALERTS, "alert.cleared"),
    ALERT_WAIVED(AlertEvent.AlertWaived.class, Topic.ALERTS, "alert.waived"),
    ALERT_WAIVER_ENDED(AlertEvent.AlertWaiverEnded.class, Topic.ALERTS, "alert.waiver-ended"),
    CONDUCT_FLAGGED(AlertEvent.ConductFlagged.class, Topic.ALERTS, "conduct.flagged"),
    CONDUCT_CONFIRMED(AlertEvent.ConductConfirmed.class, Topic.ALERTS, "conduct.confirmed"),
    CONDUCT_DISMISSED(AlertEvent.ConductDismissed.class, Topic.ALERTS, "conduct.dismissed"),
    RECTIFICATION_ORDERED(AlertEvent.RectificationOrdered.class, Topic.ALERTS, "rectification.ordered"),
    RECTIFICATION_ANSWERED(AlertEvent.RectificationAnswered.class, Topic.ALERTS, "rectification.answered"),
    RECTIFICATION_RETURNED(AlertEvent.RectificationReturned.class, Topic.ALERTS, "rectification.returned"),
    RECTIFICATION_ACCEPTED(AlertEvent.RectificationAccepted.class, Topic.ALERTS, "rectification.accepted");

    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::record, Function.identity()));
    private static final Map<String, EventType> BY_WIRE_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::wireType, Function.identity()));

    private final Class<? extends Event> record;
    private final Topic topic;
    private final String wireType;

    EventType(Class<? extends Event> record, Topic topic, String what) {
        this.record = record;
        this.topic = topic;
        this.wireType = "io.pilotwatch." + what + ".v1";
    }

    /** The record that carries this event. */
    public Class<? extends Event> record() {
        return record;
    }

    /** The topic on which it is said. */
    public Topic topic() {
        return topic;
    }

    /** The CloudEvents {@code type}. */
    public String wireType() {
        return wireType;
    }

    /** The CloudEvents {@code dataschema}: the schema's {@code $id}. */
    public String schema() {
        return "urn:pilotwatch:schema:" + record.getSimpleName() + ":v1";
    }

    /** The row of this event. */
    public static EventType of(Event event) {
        return BY_RECORD.get(event.getClass());
    }

    /** The row with this wire type; empty for an event of a newer version, which a consumer counts and skips. */
    public static Optional<EventType> ofWireType(String wireType) {
        return Optional.ofNullable(BY_WIRE_TYPE.get(wireType));
    }
}
