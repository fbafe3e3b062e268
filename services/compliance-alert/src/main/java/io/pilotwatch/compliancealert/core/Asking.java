package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.Addressee;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledgementExpired;
import io.pilotwatch.contracts.AlertEvent.AlertEscalated;
import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is asked to acknowledge an alert, and what follows when they do not: the lead's superior is told after some working
 * days, then the programme office. An acknowledgement holds for some working days, and then it is asked for again.
 */
final class Asking {

    private Asking() {}

    /** Somebody who is told when an addressee stays silent, and from when on. */
    private record Step(String to, Instant at) {}

    /** All who answer for the pilot, asked just now. */
    static List<Addressee> anew(Facts facts, Programme programme, Instant now) {
        var pilot = facts.pilot().pilot();
        return programme.addressees(pilot.kind(), pilot.fields()).stream()
                .map(agency -> asked(agency, now))
                .toList();
    }

    /** The same addressees, asked again. */
    static List<Addressee> again(List<Addressee> addressees, Instant now) {
        return addressees.stream().map(a -> asked(a.agency(), now)).toList();
    }

    /** This addressee has acknowledged. */
    static Addressee acknowledged(Addressee asked, String by, Programme programme, Instant now) {
        var until = endOf(programme.escalation().acknowledgedForWorkingDays(), programme, now);
        return new Addressee(asked.agency(), asked.askedAt(), asked.escalatedTo(), by, now, until);
    }

    /** What has come due of an alert that is open or acknowledged; each event carries the alert after it. */
    static List<OfAlert> due(Tracked tracked, Programme programme, Instant now) {
        var events = new ArrayList<OfAlert>();
        var at = tracked;
        for (var addressee : tracked.alert().addressees()) {
            if (isExpired(addressee, now)) {
                at = next(at, asked(addressee.agency(), now));
                events.add(new AlertAcknowledgementExpired(
                        at.alert().pilotId(), at.revision(), at.alert(), addressee.agency()));
                continue;
            }
            var silent = addressee;
            for (var step : stepsDue(addressee, tracked.alert(), programme, now)) {
                silent = escalated(silent, step.to());
                at = next(at, silent);
                events.add(new AlertEscalated(
                        at.alert().pilotId(), at.revision(), at.alert(), silent.agency(), step.to()));
            }
        }
        return events;
    }

    /** The instants at which something of it comes due. */
    static Stream<Instant> instants(Alert alert, Programme programme) {
        return alert.addressees().stream()
                .flatMap(a -> a.acknowledgedBy() == null
                        ? steps(a, alert, programme).map(Step::at)
                        : Stream.of(a.acknowledgedUntil()));
    }

    private static Addressee asked(String agency, Instant now) {
        return new Addressee(agency, now, List.of(), null, null, null);
    }

    private static boolean isExpired(Addressee a, Instant now) {
        return a.acknowledgedBy() != null && !now.isBefore(a.acknowledgedUntil());
    }

    private static List<Step> stepsDue(Addressee a, Alert alert, Programme programme, Instant now) {
        return a.acknowledgedBy() != null
                ? List.of()
                : steps(a, alert, programme).filter(s -> !now.isBefore(s.at())).toList();
    }

    /** Who is told next when this addressee stays silent; empty where nobody is. */
    static Optional<Escalating> next(Addressee a, Alert alert, Programme programme) {
        return a.acknowledgedBy() != null || alert.state().isClosed() || alert.muted() != null
                ? Optional.empty()
                : steps(a, alert, programme)
                        .min(Comparator.comparing(Step::at))
                        .map(step -> new Escalating(a.agency(), step.to(), step.at()));
    }

    /** What is only said for information asks nobody for an answer. */
    private static Stream<Step> steps(Addressee a, Alert alert, Programme programme) {
        if (alert.severity() == Severity.INFO) {
            return Stream.empty();
        }
        var escalation = programme.escalation();
        var superior = programme.superiorOf(a.agency());
        var toSuperior = superior == null
                ? null
                : new Step(superior, endOf(escalation.superiorAfterWorkingDays(), programme, a.askedAt()));
        var toOffice = programme.office().equals(superior)
                ? null
                : new Step(programme.office(), endOf(escalation.officeAfterWorkingDays(), programme, a.askedAt()));
        return Stream.of(toSuperior, toOffice)
                .filter(Objects::nonNull)
                .filter(step ->
                        !step.to().equals(a.agency()) && !a.escalatedTo().contains(step.to()));
    }

    /** The end of the n-th working day after the instant's. */
    private static Instant endOf(int workingDays, Programme programme, Instant from) {
        var last = programme.calendar().plusWorkingDays(programme.dayOf(from), workingDays);
        return programme.startOf(last.plusDays(1));
    }

    private static Addressee escalated(Addressee a, String to) {
        var all = Stream.concat(a.escalatedTo().stream(), Stream.of(to)).toList();
        return new Addressee(a.agency(), a.askedAt(), all, null, null, null);
    }

    /** The alert one revision on, with this addressee in place of the one with its code. */
    static Tracked next(Tracked tracked, Addressee changed) {
        var addressees = tracked.alert().addressees().stream()
                .map(a -> a.agency().equals(changed.agency()) ? changed : a)
                .toList();
        return new Tracked(tracked.alert().askedOf(addressees), tracked.revision() + 1);
    }
}
