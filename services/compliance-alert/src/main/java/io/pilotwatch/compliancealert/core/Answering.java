package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.Addressee;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledged;
import io.pilotwatch.contracts.AlertEvent.AlertCommented;
import io.pilotwatch.contracts.AlertEvent.AlertDismissed;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;

/** What people do to an alert. */
public final class Answering {

    private Answering() {}

    /** What a person does. */
    public sealed interface Input {

        /** They have seen it, for these agencies; {@code note} may be null. */
        record Acknowledge(
                Collection<String> agencies, @Nullable String note) implements Input {}

        /** It needs no answer. */
        record Dismiss(String reason) implements Input {}

        /** They have something to say. */
        record Comment(String comment) implements Input {}
    }

    /** Decides any input of this account. */
    public static Decision<Tracked> decide(Tracked tracked, Input input, String by, Programme programme, Instant now) {
        return switch (input) {
            case Input.Acknowledge in -> acknowledge(tracked, in, by, programme, now);
            case Input.Dismiss in -> dismiss(tracked, in, by);
            case Input.Comment in -> comment(tracked, in, by);
        };
    }

    /** Whether one of these agencies answers for the alert, or was told because another did not. */
    public static boolean isAsked(Collection<String> agencies, Tracked tracked) {
        return tracked.alert().addressees().stream().anyMatch(a -> speaksFor(agencies, a));
    }

    /** Whether it waits for one of these agencies: nobody has to answer what is muted or only said for information. */
    public static boolean waitsFor(Collection<String> agencies, Alert alert) {
        return alert.state() == AlertState.OPEN
                && alert.muted() == null
                && alert.severity() != Severity.INFO
                && mayAcknowledge(agencies, alert);
    }

    /** Whether one of these agencies could acknowledge it now. */
    public static boolean mayAcknowledge(Collection<String> agencies, Alert alert) {
        return !alert.state().isClosed()
                && alert.addressees().stream().anyMatch(a -> a.acknowledgedBy() == null && speaksFor(agencies, a));
    }

    /** Who is told next when this addressee does not acknowledge; empty where nobody is. */
    public static Optional<Escalating> next(Addressee addressee, Alert alert, Programme programme) {
        return Asking.next(addressee, alert, programme);
    }

    private static boolean speaksFor(Collection<String> agencies, Addressee a) {
        return agencies.contains(a.agency()) || !Collections.disjoint(agencies, a.escalatedTo());
    }

    /** Each addressee acknowledges for itself, so a person who speaks for two of them does it twice at once. */
    private static Decision<Tracked> acknowledge(
            Tracked tracked, Input.Acknowledge in, String by, Programme programme, Instant now) {
        if (tracked.alert().state().isClosed()) {
            return Decision.refused(AlertRefusal.ALERT_CLEARED);
        }
        var events = new ArrayList<Event>();
        var at = tracked;
        for (var addressee : tracked.alert().addressees()) {
            if (addressee.acknowledgedBy() == null && speaksFor(in.agencies(), addressee)) {
                at = Asking.next(at, Asking.acknowledged(addressee, by, programme, now));
                events.add(new AlertAcknowledged(
                        at.alert().pilotId(), at.revision(), at.alert(), in.note(), by, addressee.agency()));
            }
        }
        return events.isEmpty() ? Decision.refused(AlertRefusal.ALREADY_ACKNOWLEDGED) : Decision.decided(at, events);
    }

    private static Decision<Tracked> dismiss(Tracked tracked, Input.Dismiss in, String by) {
        if (tracked.alert().state().isClosed()) {
            return Decision.refused(AlertRefusal.ALERT_CLEARED);
        }
        var next = new Tracked(tracked.alert().in(AlertState.DISMISSED), tracked.revision() + 1);
        return Decision.decided(
                next, new AlertDismissed(next.alert().pilotId(), next.revision(), next.alert(), in.reason(), by));
    }

    private static Decision<Tracked> comment(Tracked tracked, Input.Comment in, String by) {
        var next = new Tracked(tracked.alert(), tracked.revision() + 1);
        return Decision.decided(
                next, new AlertCommented(next.alert().pilotId(), next.revision(), next.alert(), in.comment(), by));
    }
}
