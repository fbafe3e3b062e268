package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledged;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happens to alerts: the facts raise and clear them, people acknowledge them. */
public final class Alerting {

    private Alerting() {}

    /**
     * Compares what is true now with what is known to be open. Each event carries the alert's next state, so the events are
     * the whole result; an alert without one stays as it is.
     *
     * @param breaches all that hold now for this pilot
     * @param known the pilot's alerts: at least those not cleared, and those that a breach matches
     */
    public static List<AlertEvent> compare(
            Facts facts, List<Breach> breaches, Collection<Tracked> known, Programme programme, Instant now) {
        var byId = known.stream().collect(Collectors.toMap(t -> t.alert().alertId(), Function.identity()));
        var tolerance = Duration.ofMinutes(programme.lateToleranceMinutes());
        var events = new ArrayList<AlertEvent>();
        var holding = new HashSet<String>();
        for (var breach : breaches) {
            var id = breach.alertId(facts.pilotId());
            holding.add(id);
            if (isNews(breach, byId.get(id))) {
                events.add(raised(facts.pilotId(), breach, byId, now, tolerance));
            }
        }
        known.stream()
                .filter(t -> t.alert().state() != AlertState.CLEARED)
                .filter(t -> !holding.contains(t.alert().alertId()))
                .forEach(t -> events.add(new AlertCleared(
                        facts.pilotId(),
                        t.revision() + 1,
                        in(AlertState.CLEARED, t.alert()),
                        Rules.clearingReason(facts, programme, t.alert()))));
        return List.copyOf(events);
    }

    /** A person has seen it. */
    public static Decision<Tracked> acknowledge(Tracked tracked, @Nullable String note, String by) {
        return switch (tracked.alert().state()) {
            case CLEARED, DISMISSED -> Decision.refused(AlertRefusal.ALERT_CLEARED);
            case ACKNOWLEDGED -> Decision.refused(AlertRefusal.ALREADY_ACKNOWLEDGED);
            case OPEN -> {
                var next = new Tracked(in(AlertState.ACKNOWLEDGED, tracked.alert()), tracked.revision() + 1);
                yield Decision.decided(
                        next,
                        new AlertAcknowledged(
                                tracked.alert().pilotId(), next.revision(), next.alert(), note, by, null));
            }
        };
    }

    /** A lower level than the open one never lowers it: what was crossed stays crossed. */
    private static boolean isNews(Breach breach, @Nullable Tracked known) {
        return known == null
                || known.alert().state() == AlertState.CLEARED
                || breach.level() > known.alert().level();
    }

    private static AlertRaised raised(
            String pilotId, Breach breach, Map<String, Tracked> known, Instant now, Duration tolerance) {
        var id = breach.alertId(pilotId);
        var revision = known.containsKey(id) ? known.get(id).revision() + 1 : 1;
        var alert = new Alert(
                id,
                pilotId,
                breach.rule(),
                breach.subject(),
                breach.deadlineVersion(),
                breach.severity(),
                breach.level(),
                breach.threshold(),
                AlertState.OPEN,
                breach.text(),
                breach.expectedAt(),
                now,
                now.isAfter(firstUnsaid(breach, known.get(id)).plus(tolerance)),
                List.of(),
                null);
        return new AlertRaised(pilotId, revision, alert);
    }

    /**
     * One alert stands for every threshold crossed since the last word: it is late when the first of them is, however
     * punctual the last.
     */
    private static Instant firstUnsaid(Breach breach, @Nullable Tracked known) {
        if (known == null) {
            return breach.crossings().getFirst();
        }
        // What was cleared was said once; how long it holds again nobody knows, but for the present threshold.
        return known.alert().state() == AlertState.CLEARED
                ? breach.expectedAt()
                : breach.crossings().get(known.alert().level());
    }

    private static Alert in(AlertState state, Alert a) {
        return new Alert(
                a.alertId(),
                a.pilotId(),
                a.rule(),
                a.subject(),
                a.deadlineVersion(),
                a.severity(),
                a.level(),
                a.threshold(),
                state,
                a.text(),
                a.expectedAt(),
                a.raisedAt(),
                a.lateDetected(),
                a.addressees(),
                a.muted());
    }
}
