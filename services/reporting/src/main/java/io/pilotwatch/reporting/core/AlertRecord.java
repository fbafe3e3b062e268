package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.AlertEvent.Addressee;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * An alert at its highest revision, and the moments of its life.
 *
 * @param changedAt when it came to be so
 * @param clearedBecause what ended it; null while it is open
 * @param raised when, by the revision that raised a level
 * @param cleared when, by the revision that cleared it
 * @param acknowledged when, by agency and the moment from which that agency was asked
 */
public record AlertRecord(
        long revision,
        Alert alert,
        Instant changedAt,
        @Nullable Text clearedBecause,
        SortedMap<Long, Instant> raised,
        SortedMap<Long, Instant> cleared,
        SortedMap<String, Instant> acknowledged) {

    /** What one event tells of it. */
    static AlertRecord of(OfAlert event, Instant time) {
        var acknowledged = new TreeMap<String, Instant>();
        for (var addressee : event.alert().addressees()) {
            if (addressee.acknowledgedAt() != null) {
                acknowledged.put(asked(addressee), addressee.acknowledgedAt());
            }
        }
        return new AlertRecord(
                event.revision(),
                event.alert(),
                time,
                event instanceof AlertCleared e ? e.reason() : null,
                event instanceof AlertRaised ? at(event, time) : Collections.emptySortedMap(),
                event instanceof AlertCleared ? at(event, time) : Collections.emptySortedMap(),
                acknowledged);
    }

    private static SortedMap<Long, Instant> at(OfAlert event, Instant time) {
        return new TreeMap<>(Collections.singletonMap(event.revision(), time));
    }

    private static String asked(Addressee addressee) {
        return addressee.agency() + " " + addressee.askedAt();
    }

    /** What both tell together, in whichever order they came. */
    AlertRecord and(AlertRecord other) {
        var newer = other.revision > revision ? other : this;
        return new AlertRecord(
                newer.revision,
                newer.alert,
                newer.changedAt,
                newer.clearedBecause,
                union(raised, other.raised),
                union(cleared, other.cleared),
                union(acknowledged, other.acknowledged));
    }

    private static <K> SortedMap<K, Instant> union(SortedMap<K, Instant> a, SortedMap<K, Instant> b) {
        BinaryOperator<Instant> earlier = (x, y) -> y.isBefore(x) ? y : x;
        var all = new TreeMap<>(a);
        b.forEach((key, at) -> all.merge(key, at, earlier));
        return all;
    }

    /** Whether it stands and somebody is told of it: one that is muted waits in silence. */
    public boolean isTold() {
        return isOpen() && alert.muted() == null;
    }

    /** Whether it still stands; one that was acknowledged does, and one that is muted. */
    public boolean isOpen() {
        return !alert.state().isClosed();
    }
}
