package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.AlertWaived;
import io.pilotwatch.contracts.AlertEvent.AlertWaiverEnded;
import io.pilotwatch.contracts.AlertEvent.Waiver;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The waivers of one pilot, each at the highest revision heard.
 *
 * @param byId by waiver id
 */
public record Waivers(SortedMap<String, Known> byId) {

    /** A waiver and its revision. */
    public record Known(Waiver waiver, long revision) {

        /** Whether it covers anything at that instant. */
        public boolean isInForce(Instant now) {
            return now.isBefore(waiver.until()) && waiver.endedAt() == null;
        }

        private boolean covers(String rule, String subject) {
            return (waiver.rule() == null || waiver.rule().equals(rule))
                    && (waiver.subject() == null || waiver.subject().equals(subject));
        }
    }

    public Waivers {
        byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
    }

    /** There are none. */
    public static Waivers none() {
        return new Waivers(new TreeMap<>());
    }

    Waivers with(AlertEvent event) {
        return switch (event) {
            case AlertWaived e -> with(new Known(e.waiver(), e.revision()));
            case AlertWaiverEnded e -> with(new Known(e.waiver(), e.revision()));
            default -> this;
        };
    }

    private Waivers with(Known heard) {
        var next = new TreeMap<>(byId);
        next.merge(heard.waiver().waiverId(), heard, (a, b) -> b.revision() > a.revision() ? b : a);
        return new Waivers(next);
    }

    /** The waiver that mutes such an alert now; the one that lasts longest where several do. */
    Optional<Waiver> covering(String rule, String subject, Instant now) {
        return byId.values().stream()
                .filter(known -> known.isInForce(now) && known.covers(rule, subject))
                .map(Known::waiver)
                .max(Comparator.comparing(Waiver::until).thenComparing(Waiver::waiverId));
    }

    /** The instants at which one ends by itself. */
    Stream<Instant> ends() {
        return byId.values().stream()
                .filter(known -> known.waiver().endedAt() == null)
                .map(known -> known.waiver().until());
    }
}
