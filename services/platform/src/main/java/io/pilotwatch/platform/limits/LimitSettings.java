package io.pilotwatch.platform.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How much any one caller may ask of one replica of a service. */
@ConfigMapping(prefix = "pilotwatch.limits")
interface LimitSettings {

    /** What comes from one address, whoever sends it. */
    Rate address();

    /** What one account asks for. */
    Rate account();

    /** How many of an account's requests may be under way. */
    int atOnce();

    /** How many of an account's live streams may be open. */
    int streams();

    /** A request's body. */
    Body body();

    /** So many requests a second, and so many at once after a rest. */
    interface Rate {
        long perSecond();

        long burst();
    }

    /** So many bytes each time it is looked at. */
    interface Body {
        MemorySize least();

        Duration every();
    }
}
