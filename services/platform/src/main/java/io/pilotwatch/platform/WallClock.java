package io.pilotwatch.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * The time by the wall, for whoever waits for a machine: a retry in five seconds, a lease, a time-out. All else asks the
 * one {@link java.time.Clock}, which is the programme's and may stand still, so that such a wait would never end.
 */
@ApplicationScoped
public class WallClock {

    /** Now, by the wall. */
    public Instant now() {
        return Instant.now();
    }
}
