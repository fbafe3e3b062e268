package io.pilotwatch.endtoend.faults;

import static org.awaitility.Awaitility.await;

import io.pilotwatch.endtoend.Launcher;
import io.pilotwatch.local.App;
import io.pilotwatch.local.Application;
import io.pilotwatch.local.Launch;
import io.pilotwatch.local.Port;
import io.pilotwatch.local.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One process of a service, reached by clients, and reaching the broker and its database, over cables.
 *
 * @param number 1 or 2
 * @param door where clients come in
 * @param database on its way there
 */
record Replica(App app, int number, Settings settings, Cable door, Cable database) {

    /** Both find each other's ports free, and those of the launcher's own processes. */
    private static final int APART = 20;

    /** As little as possible is waited for: deliveries go to this machine, and again soon; the recount comes soon. */
    private static final Map<String, String> FOR_A_TEST = Map.of(
            "PILOTWATCH_WEBHOOKS_ALLOW",
            "127.0.0.1",
            "PILOTWATCH_DELIVERIES_LADDER",
            "0s,1s,2s,3s,5s,5s,10s,10s,30s,1m",
            "PILOTWATCH_RECOUNT_EVERY",
            "15s");

    static Replica of(App app, int number, Launcher launcher, Cable broker) {
        var around = launcher.settings();
        var database = Cable.to(around.port(Port.POSTGRES));
        var environment = new HashMap<>(launcher.variables());
        for (var port : List.of(app.port(), app.managementPort())) {
            environment.put(port.variable(), Integer.toString(around.port(port) + APART * (number - 1)));
        }
        environment.put(Port.KAFKA_SERVICES.variable(), Integer.toString(broker.port()));
        environment.put(Port.POSTGRES.variable(), Integer.toString(database.port()));
        var settings = Settings.from(environment);
        return new Replica(app, number, settings, Cable.to(settings.port(app.port())), database);
    }

    String name() {
        return app.folder() + "-" + number;
    }

    int port() {
        return settings.port(app.port());
    }

    int managementPort() {
        return settings.port(app.managementPort());
    }

    /** Launches it by way of another command; {@link #isReady} says when it is there. */
    void start(List<String> by) throws IOException {
        var launch = application().prepare();
        var command = new ArrayList<>(by);
        command.addAll(launch.command());
        var environment = new HashMap<>(launch.environment());
        environment.putAll(FOR_A_TEST);
        settings.pidFile(name()).write(new Launch(command, environment).start(log()));
    }

    boolean isReady() {
        try {
            return application().ready();
        } catch (Exception _) {
            return false;
        }
    }

    /** What a metric says now; of several by labels, all together. */
    double metric(String name) {
        try (var metrics =
                settings.local(app.managementPort(), "/q/metrics").toURL().openStream()) {
            return new String(metrics.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .reduce(Double::sum)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(name(), e);
        }
    }

    /** What it wrote since it was started last, where nothing was put before its command. */
    Path log() {
        return settings.log(name());
    }

    /** As {@code kill -9}. */
    void kill() {
        process().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        settings.pidFile(name()).delete();
    }

    /** Asks it to end, and waits until it has. */
    void stop() {
        process().ifPresent(process -> {
            process.destroy();
            await().atMost(Duration.ofSeconds(40)).until(() -> !process.isAlive());
        });
        settings.pidFile(name()).delete();
    }

    /** Ends it, one way or the other. */
    void end() {
        process().ifPresent(process -> {
            process.destroy();
            process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        });
        kill();
    }

    void signal(String name) throws IOException, InterruptedException {
        Launcher.signal(name, process().orElseThrow());
    }

    /** So that it can be stopped whatever state it is in. */
    void resume() throws IOException, InterruptedException {
        if (process().isPresent()) {
            signal("CONT");
        }
    }

    Optional<ProcessHandle> process() {
        return settings.pidFile(name()).process();
    }

    void cutOff() {
        door.close();
        database.close();
    }

    private Application application() {
        return new Application(app, settings);
    }
}
