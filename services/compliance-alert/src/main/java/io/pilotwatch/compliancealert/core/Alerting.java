package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.AlertMuted;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.AlertEvent.AlertUnmuted;
import io.pilotwatch.contracts.AlertEvent.Mute;
import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is true now, compared with what is known: alerts are raised, muted, asked for again and cleared by nothing else.
 * What people do to them is in {@link Answering}.
 */
public final class Alerting {

    private final Facts facts;
    private final List<Breach> breaches;
    private final Programme programme;
    private final Instant now;

    private Alerting(Facts facts, List<Breach> breaches, Programme programme, Instant now) {
        this.facts = facts;
        this.breaches = breaches;
        this.programme = programme;
        this.now = now;
    }

    /**
     * Compares what is true now with what is known to be open. Each event carries the alert's next state, so the events are
     * the whole result; an alert without one stays as it is.
     *
     * @param breaches all that hold now for this pilot
     * @param known the pilot's alerts: at least those not cleared, and those that a breach matches
     */
    public static List<OfAlert> compare(
            Facts facts, List<Breach> breaches, Collection<Tracked> known, Programme programme, Instant now) {
        return new Alerting(facts, breaches, programme, now).compare(byId(known));
    }

    /**
     * The next instant at which comparing again can come out differently without an event; empty for never.
     *
     * @param known the pilot's alerts before {@code events}, which were said just now
     */
    public static Optional<Instant> nextCheck(
            Facts facts, Collection<Tracked> known, List<OfAlert> events, Programme programme, Instant now) {
        var after = byId(known);
        events.forEach(e -> after.put(e.alert().alertId(), new Tracked(e.alert(), e.revision())));
        var asked = after.values().stream()
                .map(Tracked::alert)
                .filter(alert -> !alert.state().isClosed() && alert.muted() == null)
                .flatMap(alert -> Asking.instants(alert, programme));
        var rules = Rules.nextCheck(facts, programme, now).stream();
        return Stream.of(asked, facts.waivers().ends(), rules)
                .flatMap(Function.identity())
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo);
    }

    private static Map<String, Tracked> byId(Collection<Tracked> known) {
        return known.stream()
                .collect(Collectors.toMap(t -> t.alert().alertId(), Function.identity(), (a, _) -> a, HashMap::new));
    }

    private List<OfAlert> compare(Map<String, Tracked> known) {
        var events = new ArrayList<OfAlert>();
        var holding = new HashSet<String>();
        for (var breach : breaches) {
            var id = breach.alertId(facts.pilotId());
            holding.add(id);
            events.addAll(holds(breach, known.get(id)));
        }
        known.values().stream()
                .filter(t -> t.alert().state() != AlertState.CLEARED)
                .filter(t -> !holding.contains(t.alert().alertId()))
                .sorted((a, b) -> a.alert().alertId().compareTo(b.alert().alertId()))
                .forEach(t -> events.add(cleared(t)));
        return List.copyOf(events);
    }

    private List<? extends OfAlert> holds(Breach breach, @Nullable Tracked known) {
        var mute = Muting.of(breach, breaches, facts, programme, now).orElse(null);
        if (isNews(breach, known)) {
            return List.of(raised(breach, known, mute));
        }
        if (known.alert().state() == AlertState.DISMISSED) {
            return List.of();
        }
        if (!Objects.equals(mute, known.alert().muted())) {
            return List.of(muteChanged(known, mute));
        }
        return mute == null ? Asking.due(known, programme, now) : List.of();
    }

    /** A lower level than the open one never lowers it: what was crossed stays crossed. */
    private static boolean isNews(Breach breach, @Nullable Tracked known) {
        return known == null
                || known.alert().state() == AlertState.CLEARED
                || breach.level() > known.alert().level();
    }

    private AlertRaised raised(Breach breach, @Nullable Tracked known, @Nullable Mute mute) {
        var revision = known == null ? 1 : known.revision() + 1;
        var tolerance = Duration.ofMinutes(programme.lateToleranceMinutes());
        var alert = new Alert(
                breach.alertId(facts.pilotId()),
                facts.pilotId(),
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
                now.isAfter(firstUnsaid(breach, known).plus(tolerance)),
                Asking.anew(facts, programme, now),
                mute);
        return new AlertRaised(facts.pilotId(), revision, alert);
    }

    /**
     * One alert stands for every threshold crossed since the last word: it is late when the first of them is, however
     * punctual the last. What was cleared and holds again crosses them all again.
     */
    private static Instant firstUnsaid(Breach breach, @Nullable Tracked known) {
        boolean anew = known == null || known.alert().state() == AlertState.CLEARED;
        return breach.crossings().get(anew ? 0 : known.alert().level());
    }

    /** Whoever is told again is asked again: the days of the mute do not count against them. */
    private OfAlert muteChanged(Tracked known, @Nullable Mute mute) {
        var alert = known.alert().mutedBy(mute);
        var revision = known.revision() + 1;
        return mute == null
                ? new AlertUnmuted(facts.pilotId(), revision, alert.askedOf(Asking.again(alert.addressees(), now)))
                : new AlertMuted(facts.pilotId(), revision, alert);
    }

    private AlertCleared cleared(Tracked t) {
        var reason = Rules.clearingReason(facts, programme, t.alert());
        return new AlertCleared(
                facts.pilotId(),
                t.revision() + 1,
                t.alert().in(AlertState.CLEARED).mutedBy(null),
                reason);
    }
}
