package io.pilotwatch.compliancealert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A stepped clock of the test's own: whoever steps it decides who looks then, and other tests' clock stays where it is. */
@Alternative
@ApplicationScoped
class OwnClock {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static volatile Instant instant = Instant.parse("2022-01-29T16:00:00Z");

    static void stepTo(Instant to) {
        instant = to;
    }

    @Produces
    @Singleton
    @Alternative
    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return instant;
            }
        };
    }
}
