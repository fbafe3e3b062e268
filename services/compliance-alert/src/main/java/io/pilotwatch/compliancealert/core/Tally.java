package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.AlertDismissed;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Nullable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often thresholds were crossed and what became of it, by rule. EXPECTED = RAISED + SUPPRESSED + SUPERSEDED, and what
 * has BEGUN and not ENDED is open or acknowledged.
 */
public record Tally(Map<Key, Long> counts) {

    /** What is counted. */
    public enum Outcome {
        /** A threshold was crossed. */
        EXPECTED,
        /** It was told. */
        RAISED,
        /** It was told, but later than the programme tolerates; counted among RAISED too. */
        RAISED_LATE,
        /** It was muted. */
        SUPPRESSED,
        /** A higher one was crossed before anybody looked, and stands for it. */
        SUPERSEDED,
        /** An alert came to need an answer. */
        BEGUN,
        /** It needs none any more. */
        ENDED,
        /** The facts cleared it, whether or not a person had dismissed it. */
        CLEARED
    }

    /** Of which rule what is counted; in the order in which rows are locked. */
    public record Key(String rule, Outcome outcome) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byRule = rule.compareTo(other.rule);
            return byRule != 0 ? byRule : outcome.compareTo(other.outcome);
        }
    }

    /** One of the counts. */
    public long count(String rule, Outcome outcome) {
        return counts.getOrDefault(new Key(rule, outcome), 0L);
    }

    /** What these events count, given the alerts before them. */
    public static Tally of(List<? extends OfAlert> events, Collection<Tracked> known) {
        var before = new HashMap<String, Tracked>();
        known.forEach(t -> before.put(t.alert().alertId(), t));
        var counts = new TreeMap<Key, Long>();
        for (var event : events) {
            var alert = event.alert();
            count(event, before.put(alert.alertId(), new Tracked(alert, event.revision())), counts);
        }
        return new Tally(counts);
    }

    private static void count(OfAlert event, @Nullable Tracked before, Map<Key, Long> counts) {
        switch (event) {
            case AlertRaised e -> raised(e, before, counts);
            case AlertDismissed e -> add(counts, e, Outcome.ENDED, 1);
            case AlertCleared e -> {
                add(counts, e, Outcome.CLEARED, 1);
                add(counts, e, Outcome.ENDED, isClosed(before) ? 0 : 1);
            }
            default -> {}
        }
    }

    private static void raised(AlertRaised e, @Nullable Tracked before, Map<Key, Long> counts) {
        int crossed = crossed(e, before);
        var muted = e.alert().muted() != null;
        add(counts, e, Outcome.EXPECTED, crossed);
        add(counts, e, Outcome.SUPERSEDED, crossed - 1);
        add(counts, e, muted ? Outcome.SUPPRESSED : Outcome.RAISED, 1);
        add(counts, e, Outcome.RAISED_LATE, !muted && e.alert().lateDetected() ? 1 : 0);
        add(counts, e, Outcome.BEGUN, isClosed(before) ? 1 : 0);
    }

    /** Of one that holds again after it was cleared, only the threshold at which it now stands is crossed anew. */
    private static int crossed(AlertRaised e, @Nullable Tracked before) {
        if (before == null) {
            return e.alert().level();
        }
        return before.alert().state() == AlertState.CLEARED
                ? 1
                : e.alert().level() - before.alert().level();
    }

    private static boolean isClosed(@Nullable Tracked tracked) {
        return tracked == null || tracked.alert().state().isClosed();
    }

    private static void add(Map<Key, Long> counts, OfAlert event, Outcome outcome, long count) {
        if (count != 0) {
            counts.merge(new Key(event.alert().rule(), outcome), count, Long::sum);
        }
    }
}
