package io.pilotwatch.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Stops processes in the reverse order: asks, waits a bounded time, then kills. Only processes that are surely ours. */
record Stop(Settings settings, Report report) {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** Whether anything ran at all. */
    boolean all(Platform platform) throws IOException, InterruptedException {
        return those(platform, _ -> true);
    }

    boolean those(Platform platform, Predicate<Component> wanted) throws IOException, InterruptedException {
        boolean any = false;
        for (List<Component> stage : platform.stages().reversed()) {
            Set<Component> asked = new HashSet<>();
            for (Component component : stage.stream().filter(wanted).toList()) {
                var process = settings.pidFile(component.name()).process();
                if (process.isPresent()) {
                    component.askToStop(process.get());
                    asked.add(component);
                }
            }
            for (Component component : stage.stream().filter(wanted).toList()) {
                awaitEnd(component, asked.contains(component));
            }
            any |= !asked.isEmpty();
        }
        return any;
    }

    private void awaitEnd(Component component, boolean ran) throws InterruptedException {
        PidFile pidFile = settings.pidFile(component.name());
        Instant limit = Instant.now().plus(PATIENCE);
        while (pidFile.running() && Instant.now().isBefore(limit)) {
            Thread.sleep(50);
        }
        boolean killed = pidFile.running();
        while (pidFile.running()) {
            pidFile.process().ifPresent(ProcessHandle::destroyForcibly);
            Thread.sleep(50);
        }
        if (killed) {
            report.step(component.name(), "did not stop within " + PATIENCE.toSeconds() + " s and was killed");
        } else if (ran) {
            report.step(component.name(), "stopped");
        }
        pidFile.delete();
    }
}
