package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Programme;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Proof that the alerts of a pilot are those that its facts call for: none missing, none too many, none at a wrong level. */
public final class Proof {

    private Proof() {}

    /**
     * What differs, in words for an operator; nothing where all is as it should be.
     *
     * @param known all alerts of the pilot that are not cleared
     * @param now not after the instant at which the pilot is to be looked at next
     */
    public static List<String> differences(Facts facts, Collection<Tracked> known, Programme programme, Instant now) {
        var breaches = Rules.breaches(facts, programme, now);
        var left = new HashMap<String, Tracked>();
        known.stream()
                .filter(t -> t.alert().state() != AlertState.CLEARED)
                .forEach(t -> left.put(t.alert().alertId(), t));
        var wrong = breaches.stream().flatMap(breach -> {
            var id = breach.alertId(facts.pilotId());
            var tracked = left.remove(id);
            if (tracked == null) {
                return Stream.of(id + " is missing");
            }
            var mute = Muting.of(breach, breaches, facts, programme, now).orElse(null);
            return differences(
                    tracked, breach, Objects.equals(mute, tracked.alert().muted()));
        });
        return Stream.concat(
                        wrong.toList().stream(), left.keySet().stream().sorted().map(id -> id + " does not hold"))
                .toList();
    }

    private static Stream<String> differences(Tracked tracked, Breach breach, boolean isMutedRight) {
        var alert = tracked.alert();
        if (alert.level() < breach.level()) {
            return Stream.of(
                    "%s stands at level %d instead of %d".formatted(alert.alertId(), alert.level(), breach.level()));
        }
        // A dismissed one is told to nobody, muted or not.
        return isMutedRight || alert.state() == AlertState.DISMISSED
                ? Stream.empty()
                : Stream.of(alert.alertId() + " is muted wrongly");
    }
}
