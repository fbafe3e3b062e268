package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.Addressee;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledgementExpired;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.AlertDismissed;
import io.pilotwatch.contracts.AlertEvent.AlertEscalated;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.AlertEvent.AlertUnmuted;
import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Which agencies are to be told of what happened to an alert, and why. */
public final class Notices {

    private Notices() {}

    /** What these events give to tell, in their order. */
    public static List<Notice> of(List<? extends AlertEvent> events, Programme programme) {
        return events.stream().flatMap(event -> of(event, programme)).toList();
    }

    private static Stream<Notice> of(AlertEvent event, Programme programme) {
        return switch (event) {
            // Muted means that nobody is told.
            case AlertRaised e when e.alert().muted() != null -> Stream.empty();
            case AlertRaised e ->
                toAddressees(
                        e.revision() == 1 ? Kind.RAISED : Kind.LEVEL_RAISED,
                        e,
                        e.alert().text());
            case AlertUnmuted e -> toAddressees(Kind.UNMUTED, e, e.alert().text());
            case AlertAcknowledgementExpired e ->
                Stream.of(notice(
                        Kind.ACKNOWLEDGEMENT_EXPIRED, e, e.agency(), e.alert().text()));
            case AlertEscalated e ->
                Stream.of(notice(Kind.ESCALATED, e, e.to(), e.alert().text()));
            case AlertCleared e -> toAll(Kind.CLEARED, e, e.reason(), programme);
            case AlertDismissed e -> toAll(Kind.DISMISSED, e, new Text(e.reason(), e.reason()), programme);
            default -> Stream.empty();
        };
    }

    private static Stream<Notice> toAddressees(Kind kind, OfAlert event, Text reason) {
        return event.alert().addressees().stream().map(a -> notice(kind, event, a.agency(), reason));
    }

    /** All who may have been told at any level; delivery passes over those who never were. */
    private static Stream<Notice> toAll(Kind kind, OfAlert event, Text reason, Programme programme) {
        return event.alert().addressees().stream()
                .map(Addressee::agency)
                .flatMap(agency -> Stream.of(agency, programme.superiorOf(agency), programme.office()))
                .filter(Objects::nonNull)
                .distinct()
                .map(agency -> notice(kind, event, agency, reason));
    }

    private static Notice notice(Kind kind, OfAlert event, String agency, Text reason) {
        return new Notice(kind, event.alert(), event.revision(), agency, reason);
    }
}
