package io.pilotwatch.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.local.App;
import io.pilotwatch.local.Trouble;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The services' programme clocks, moved together, as an operator does it on the management ports. */
final class Clocks {

    private static final String OPERATOR = "operator";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Client client;
    private final Map<App, URI> management;
    private final AtOnce atOnce;
    private final Map<App, Instant> known = new ConcurrentHashMap<>();

    Clocks(Client client, Map<App, URI> management, AtOnce atOnce) {
        this.client = client;
        this.management = management;
        this.atOnce = atOnce;
    }

    /** Whether every service's clock is stepped. */
    boolean areStepped() {
        return Arrays.stream(App.values())
                .allMatch(app -> ask(app, "/q/clock").path("mode").asText().equals("stepped"));
    }

    /** The earliest time that any of them shows: up to there everything was done. */
    Instant earliest() {
        return Arrays.stream(App.values()).map(this::of).min(Instant::compareTo).orElseThrow();
    }

    /**
     * Moves all of them; returns when each has done what is due at the new time. Whichever is ahead already, as after an
     * interrupted replay, stays where it is.
     */
    void stepTo(Instant instant) {
        atOnce.run(Arrays.stream(App.values())
                .filter(app -> !of(app).isAfter(instant))
                .<Runnable>map(app -> () -> step(app, instant))
                .toList());
    }

    private void step(App app, Instant instant) {
        client.put(OPERATOR, at(app, "/q/clock"), Map.of("instant", instant.toString()));
        known.put(app, instant);
    }

    private Instant of(App app) {
        return known.computeIfAbsent(
                app,
                a -> OffsetDateTime.parse(ask(a, "/q/clock").path("instant").asText())
                        .toInstant());
    }

    /** Waits until these services have sent all that they said and handled all that was said to them, in this order. */
    void settle(App... inOrder) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        for (var app : inOrder) {
            for (long pause = 5; !isStill(app); pause = Math.min(2 * pause, 100)) {
                if (System.nanoTime() > until) {
                    throw new Trouble(app.folder() + " has not caught up for five minutes; see its log.");
                }
                Client.pause(pause);
            }
        }
    }

    private boolean isStill(App app) {
        var flow = ask(app, "/q/flow");
        return flow.path("behind").asLong() == 0 && flow.path("outbox").asLong() == 0;
    }

    private JsonNode ask(App app, String path) {
        return client.get(OPERATOR, at(app, path));
    }

    private URI at(App app, String path) {
        return management.get(app).resolve(path);
    }
}
