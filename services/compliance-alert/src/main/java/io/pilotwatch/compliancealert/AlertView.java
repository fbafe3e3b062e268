package io.pilotwatch.compliancealert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.compliancealert.core.Rule;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.compliancealert.core.Tracked;
import io.pilotwatch.contracts.AlertEvent.Addressee;
import io.pilotwatch.contracts.AlertEvent.Mute;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.List;

/**
 * An alert as the API shows it.
 *
 * @param organisation the pilot unit
 * @param synthetic whether the pilot was made for a demonstration
 * @param revision counts the alert's changes from 1
 * @param rule code and name
 * @param subject the milestone id, or {@code pilot}
 * @param deadlineVersion which promise was broken
 * @param level 1 for the rule's first threshold
 * @param threshold the crossed threshold, in the measure that the programme file gives it
 * @param text the reason with its figures
 * @param expectedAt when this level could first have been raised
 * @param raisedAt when it was
 * @param lateDetected whether that was later than the programme tolerates
 * @param addressees who answers for it, each for itself
 * @param muted why nobody is told of it although it holds; absent where they are
 */
public record AlertView(
        String alertId,
        String pilotId,
        String organisation,
        boolean synthetic,
        long revision,
        Named rule,
        String subject,
        long deadlineVersion,
        Named severity,
        int level,
        int threshold,
        Named state,
        Text text,
        Instant expectedAt,
        Instant raisedAt,
        boolean lateDetected,
        List<Addressee> addressees,
        Mute muted) {

    /** An alert with all that ever happened to it, oldest first. */
    public record WithHistory(AlertView alert, List<Step> history) {}

    /**
     * One thing that happened to an alert.
     *
     * @param what the event's name, such as AlertRaised, AlertEscalated or AlertCleared
     * @param by the account that acted; null where the facts or time did it
     * @param agency whose acknowledgement it was or ran out, or to whom it was escalated; otherwise null
     * @param muted whether it was muted afterwards
     * @param text the alert's text when it was raised, the reason when it was muted or cleared; otherwise null
     * @param note what the person wrote; null where none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Step(
            long revision,
            String what,
            Instant at,
            String by,
            String agency,
            Named severity,
            int level,
            boolean muted,
            boolean lateDetected,
            Text text,
            String note) {}

    static AlertView of(Tracked tracked, String organisation, boolean synthetic) {
        var a = tracked.alert();
        return new AlertView(
                a.alertId(),
                a.pilotId(),
                organisation,
                synthetic,
                tracked.revision(),
                rule(a.rule()),
                a.subject(),
                a.deadlineVersion(),
                severity(a.severity()),
                a.level(),
                a.threshold(),
                state(a.state()),
                a.text(),
                a.expectedAt(),
                a.raisedAt(),
                a.lateDetected(),
                a.addressees(),
                a.muted());
    }

    static Named severity(Severity severity) {
        return new Named(severity.name(), severity.text());
    }

    private static Named state(AlertState state) {
        return new Named(state.name(), state.text());
    }

    /** An alert may outlive its rule; it then goes by the rule's code. */
    static Named rule(String code) {
        return new Named(code, Rules.named(code).map(Rule::title).orElse(new Text(code, code)));
    }
}
