package io.pilotwatch.compliancealert.delivery.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How long to wait before each try: the first wait comes before the first try, the second after it has failed, and so on.
 * When the last has failed too, the delivery is given up.
 */
public record Ladder(List<Duration> waits) {

    /** At most this part of a wait comes on top of it, so that what failed together does not come back together. */
    private static final double JITTER = 0.2;

    /**
     * How long to wait after this many tries have failed; none when the ladder has ended. The jitter comes of the id, which
     * is random, and is thus the same whoever asks.
     */
    public Optional<Duration> after(int tries, UUID delivery) {
        if (tries >= waits.size()) {
            return Optional.empty();
        }
        var wait = waits.get(tries);
        return Optional.of(wait.plusMillis((long) (wait.toMillis() * JITTER * share(tries, delivery))));
    }

    /** From 0 to below 1, spread evenly over ids and tries. */
    private static double share(int tries, UUID delivery) {
        long mixed = (delivery.getLeastSignificantBits() + tries) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0x9E3779B97F4A7C15L;
        return (mixed >>> 11) * 0x1.0p-53;
    }
}
