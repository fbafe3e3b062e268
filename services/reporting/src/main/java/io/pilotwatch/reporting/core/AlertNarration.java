package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Phrase.because;
import static io.pilotwatch.reporting.core.Phrase.join;
import static io.pilotwatch.reporting.core.Phrase.say;
import static io.pilotwatch.reporting.core.Phrase.withNote;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledged;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.AlertEvent.ConductFlagged;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.AlertEvent.RectificationAnswered;
import io.pilotwatch.contracts.AlertEvent.RectificationOrdered;
import io.pilotwatch.contracts.AlertEvent.RectificationReturned;
import io.pilotwatch.contracts.Text;

/** What befalls alerts and rectifications, in words. */
final class AlertNarration {

    private AlertNarration() {}

    static Text of(AlertEvent event) {
        return switch (event) {
            case AlertRaised e -> raised(e);
            case AlertAcknowledged e ->
                withNote(
                        join(
                                new Text("签收预警", "Alert acknowledged"),
                                "：",
                                ": ",
                                e.alert().text()),
                        e.note());
            case AlertCleared e -> cleared(e);
            case ConductFlagged e -> flagged(e);
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
