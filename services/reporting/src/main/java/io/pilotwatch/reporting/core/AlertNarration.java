package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Phrase.because;
import static io.pilotwatch.reporting.core.Phrase.join;
import static io.pilotwatch.reporting.core.Phrase.say;
import static io.pilotwatch.reporting.core.Phrase.withNote;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledged;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledgementExpired;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.AlertCommented;
import io.pilotwatch.contracts.AlertEvent.AlertDismissed;
import io.pilotwatch.contracts.AlertEvent.AlertEscalated;
import io.pilotwatch.contracts.AlertEvent.AlertMuted;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.AlertEvent.AlertUnmuted;
import io.pilotwatch.contracts.AlertEvent.AlertWaived;
import io.pilotwatch.contracts.AlertEvent.AlertWaiverEnded;
import io.pilotwatch.contracts.AlertEvent.ConductConfirmed;
import io.pilotwatch.contracts.AlertEvent.ConductDismissed;
import io.pilotwatch.contracts.AlertEvent.ConductFlagged;
import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.AlertEvent.OfRectification;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.AlertEvent.RectificationAnswered;
import io.pilotwatch.contracts.AlertEvent.RectificationOrdered;
import io.pilotwatch.contracts.AlertEvent.RectificationReturned;
import io.pilotwatch.contracts.AlertEvent.Waiver;
import io.pilotwatch.contracts.Text;

/** What befalls alerts and rectifications, in words. */
final class AlertNarration {

    private AlertNarration() {}

    static Text of(AlertEvent event) {
        return switch (event) {
            case OfAlert e -> ofAlert(e);
            case AlertWaived e -> withNote(waived(e.waiver()), e.waiver().reason());
            case AlertWaiverEnded e -> because("提前结束预警豁免", "Waiver of alerts ended early", e.reason());
            case ConductFlagged e -> flagged(e);
            case ConductConfirmed e -> because("核实为违规内容", "Found to be prohibited conduct", e.reason());
            case ConductDismissed e -> because("核实不属违规", "Found to be no prohibited conduct", e.reason());
            case OfRectification e -> ofRectification(e);
        };
    }

    private static Text ofAlert(OfAlert event) {
        var alert = event.alert();
        return switch (event) {
            case AlertRaised e -> raised(e);
            case AlertAcknowledged e -> withNote(of("签收预警", "Alert acknowledged", alert), e.note());
            case AlertAcknowledgementExpired _ -> of("预警签收到期，再次提醒", "Acknowledgement expired, told again", alert);
            case AlertEscalated _ -> of("预警升级督办", "Alert escalated", alert);
            case AlertCommented e -> withNote(of("备注预警", "Comment on the alert", alert), e.comment());
            case AlertMuted _ -> of("预警静默", "Alert muted", alert);
            case AlertUnmuted _ -> of("预警恢复提醒", "Alert no longer muted", alert);
            case AlertDismissed e -> withNote(of("消除预警", "Alert dismissed", alert), e.reason());
            case AlertCleared e -> cleared(e);
        };
    }

    private static Text of(String zh, String en, Alert alert) {
        return join(new Text(zh, en), "：", ": ", alert.text());
    }

    private static Text waived(Waiver waiver) {
        var what = waiver.rule() == null
                ? new Text("全部规则", "every rule")
                : AlertRule.named(waiver.rule()).name();
        return new Text("豁免预警（" + what.zh() + "）", "Alerts waived (" + what.en() + ")");
    }

    private static Text ofRectification(OfRectification event) {
        return switch (event) {
            case RectificationOrdered e ->
                withNote(
                        say(
                                "责令整改，限 %s 前反馈",
                                "Rectification ordered, to be answered by %s",
                                e.rectification().due()),
                        e.rectification().demand());
            case RectificationAnswered e ->
                because("反馈整改情况", "Rectification answered", e.rectification().answer());
            case RectificationReturned e -> because("整改反馈被退回", "Answer to the rectification returned", e.reason());
            case RectificationAccepted e -> because("整改通过", "Rectification accepted", e.note());
        };
    }

    private static Text raised(AlertRaised event) {
        var severity = event.alert().severity().text();
        return join(
                new Text("预警（" + severity.zh() + "）", "Alert (" + severity.en() + ")"),
                "：",
                ": ",
                event.alert().text());
    }

    private static Text cleared(AlertCleared event) {
        return join(
                join(new Text("解除预警", "Alert cleared"), "：", ": ", event.alert().text()),
                // The alert's text is a sentence already, with its full stop.
                "原因：",
                " Reason: ",
                event.reason());
    }

    private static Text flagged(ConductFlagged event) {
        var words = String.join("、", event.flag().words());
        return new Text("内容筛查发现待核词语：" + words, "Screening found words for a person to judge: " + words);
    }
}
