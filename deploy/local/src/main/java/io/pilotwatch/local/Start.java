package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Starts what does not run yet, everything at once: each component prepares itself at once, is launched when those that
 * it needs are ready, and counts as ready when it answers. The first failure ends the start.
 */
final class Start {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int SHOWN_LOG_LINES = 15;

    private final Settings settings;
    private final Report report;
    // Not virtual: two that wait for a class to be initialised hold the carriers of two processors, and whoever
    // initialises it may need a third.
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());
    private final CompletableFuture<Void> outcome = new CompletableFuture<>();
    private final Set<String> launched = ConcurrentHashMap.newKeySet();

    Start(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    /** Returns when all are ready; otherwise throws the first failure, and nothing more will be launched. */
    void all(List<Component> components) throws Exception {
        Map<String, CompletableFuture<Void>> ready = components.stream()
                .collect(Collectors.toMap(Component::name, _ -> new CompletableFuture<>(), (a, _) -> a));
        CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new))
                .thenRun(() -> outcome.complete(null));
        try {
            for (Component component : components) {
                threads.execute(() -> start(component, ready));
            }
            outcome.get();
        } catch (RejectedExecutionException _) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            cancel();
        }
    }

    /** Launches nothing any more; returns when that is certain. */
    void cancel() {
        outcome.completeExceptionally(interrupted());
        threads.shutdownNow();
        threads.close();
    }

    private static Trouble interrupted() {
        return new Trouble("The start was interrupted.");
    }

    /** What this start has launched itself, i.e. what it may stop again. */
    Set<String> launched() {
        return launched;
    }

    private void start(Component component, Map<String, CompletableFuture<Void>> ready) {
        try {
            startAndSettle(component, need -> ready.get(need));
            ready.get(component.name()).complete(null);
        } catch (Exception e) {
            outcome.completeExceptionally(e);
        }
    }

    private void startAndSettle(Component component, Function<String, CompletableFuture<Void>> ready) throws Exception {
        PidFile pidFile = settings.pidFile(component.name());
        boolean ranBefore = pidFile.running();
        String done = pidFile.exists() ? "was down, started again, ready on " : "ready on ";
        if (!ranBefore) {
            Launch launch = component.prepare();
            for (String need : component.needs()) {
                ready.apply(need).get();
            }
            launched.add(component.name());
            pidFile.write(launch.start(settings.log(component.name())));
        }
        awaitReady(component, pidFile);
        component.settle();
        report.step(
                component.name(),
                (ranBefore ? "already runs on " : done) + "127.0.0.1:"
                        + settings.port(component.ports().getFirst()));
    }

    private void awaitReady(Component component, PidFile pidFile) throws Exception {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!answers(component)) {
            if (!pidFile.running()) {
                throw new Trouble(component.name() + " stopped while it was starting. " + endOfLog(component));
            }
            if (Instant.now().isAfter(limit)) {
                throw new Trouble(component.name() + " is not ready after " + PATIENCE.toMinutes() + " minutes. "
                        + endOfLog(component));
            }
            Thread.sleep(150);
        }
    }

    private static boolean answers(Component component) throws InterruptedException {
        try {
            return component.ready();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception _) {
            return false;
        }
    }

    private String endOfLog(Component component) throws IOException {
        Path log = settings.log(component.name());
        // As bytes: a killed process may leave half a character, which must not hide the rest.
        List<String> lines = new String(Files.readAllBytes(log)).lines().toList();
        List<String> end = lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size());
        return "The end of " + log + ":\n  " + String.join("\n  ", end);
    }
}
