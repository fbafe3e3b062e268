package io.pilotwatch.local;

import java.time.Duration;
import java.time.Instant;

/** What the person at the terminal reads: one line per step, with the time since the beginning. */
record Report(Instant began) {

    static Report begin() {
        return new Report(Instant.now());
    }

    void step(String what) {
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        System.out.printf("%6.1f s  %s%n", seconds, what);
    }

    void step(String name, String what) {
        step("%-17s %s".formatted(name, what));
    }
}
