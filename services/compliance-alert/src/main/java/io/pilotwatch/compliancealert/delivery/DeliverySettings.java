package io.pilotwatch.compliancealert.delivery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/** How patiently is sent. */
@ConfigMapping(prefix = "pilotwatch.deliveries")
interface DeliverySettings {

    /** The wait before each try; see {@link io.pilotwatch.compliancealert.delivery.core.Ladder}. */
    List<Duration> ladder();

    /** How many deliveries to one endpoint may be under way. */
    int inFlight();

    /** An endpoint that fails for that long without one success is disabled. */
    Duration disableAfter();

    /** For how long a secret is honoured beside the one that follows it. */
    Duration secretOverlap();
}
