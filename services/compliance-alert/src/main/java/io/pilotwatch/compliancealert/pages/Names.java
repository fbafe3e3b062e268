package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.AlertView;
import io.pilotwatch.compliancealert.RectificationView;
import io.pilotwatch.compliancealert.delivery.DeliveryView;
import io.pilotwatch.compliancealert.delivery.core.Answer.Outcome;
import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.quarkus.qute.TemplateExtension;

/** What things are called on a page that are told apart by names of code. */
@TemplateExtension
final class Names {

    private Names() {}

    /** What happened to an alert. */
    static Word happened(AlertView.Step step) {
        return switch (step.what()) {
            case "AlertRaised" -> step.level() == 1 ? Word.ALERT_RAISED : Word.ALERT_LEVEL_RAISED;
            case "AlertAcknowledged" -> Word.ALERT_ACKNOWLEDGED;
            case "AlertAcknowledgementExpired" -> Word.ACKNOWLEDGEMENT_EXPIRED;
            case "AlertEscalated" -> Word.ALERT_ESCALATED;
            case "AlertCommented" -> Word.ALERT_COMMENTED;
            case "AlertMuted" -> Word.ALERT_MUTED;
            case "AlertUnmuted" -> Word.ALERT_UNMUTED;
            case "AlertDismissed" -> Word.ALERT_DISMISSED;
            default -> Word.ALERT_CLEARED;
        };
    }

    /** What happened to a rectification. */
    static Word happened(RectificationView.Step step) {
        return switch (step.what()) {
            case "RectificationOrdered" -> Word.RECTIFICATION_ORDERED;
            case "RectificationAnswered" -> Word.RECTIFICATION_ANSWERED;
            case "RectificationReturned" -> Word.RECTIFICATION_RETURNED;
            default -> Word.RECTIFICATION_ACCEPTED;
        };
    }

    /** What an agency was told. */
    static Word told(Notice.Kind kind) {
        return switch (kind) {
            case RAISED -> Word.ALERT_RAISED;
            case LEVEL_RAISED -> Word.ALERT_LEVEL_RAISED;
            case UNMUTED -> Word.ALERT_UNMUTED;
            case ACKNOWLEDGEMENT_EXPIRED -> Word.ACKNOWLEDGEMENT_EXPIRED;
            case ESCALATED -> Word.ALERT_ESCALATED;
            case CLEARED -> Word.ALERT_CLEARED;
            case DISMISSED -> Word.ALERT_DISMISSED;
            case DIGEST, HEARTBEAT, ENDPOINT_FAILING, TEST -> Word.OTHER_MESSAGE;
        };
    }

    /** How a delivery stands. */
    static Word standing(DeliveryView delivery) {
        return switch (delivery.stateCode()) {
            case "DELIVERED" -> Word.DELIVERED;
            case "GIVEN_UP" -> Word.GIVEN_UP;
            case "CANCELLED" -> Word.CANCELLED;
            case "COLLECTED" -> Word.COLLECTED;
            default -> Word.PENDING;
        };
    }

    /** How a try went. */
    static Word went(Outcome outcome) {
        return switch (outcome) {
            case DELIVERED -> Word.DELIVERED;
            case FAILED -> Word.TRY_FAILED;
            case OVERLOADED -> Word.TRY_OVERLOADED;
            case GONE -> Word.TRY_GONE;
        };
    }
}
