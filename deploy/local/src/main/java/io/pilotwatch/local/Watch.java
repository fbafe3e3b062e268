package io.pilotwatch.local;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stays while the platform runs and says in one sentence when a component dies on its own or is back. */
record Watch(Settings settings, Report report) {

    /** Returns when somebody else has stopped everything. */
    void untilStopped(List<Component> components) throws IOException, InterruptedException {
        Set<String> dead = new HashSet<>();
        boolean any = true;
        while (any) {
            Thread.sleep(1000);
            // While another launcher starts or stops things, nothing that ends does so unexpectedly.
            Optional<Turn> turn = Turn.tryToTake(settings);
            if (turn.isPresent()) {
                try (Turn _ = turn.get()) {
                    any = look(components, dead);
                }
            }
        }
        report.step("Everything was stopped from elsewhere.");
    }

    private boolean look(List<Component> components, Set<String> dead) {
        boolean any = false;
        for (Component component : components) {
            String name = component.name();
            PidFile pidFile = settings.pidFile(name);
            any |= pidFile.exists();
            boolean running = pidFile.running();
            if (pidFile.exists() && !running && dead.add(name)) {
                report.step(name + " stopped unexpectedly; see " + settings.log(name)
                        + "; start it again with deploy/local/up");
            }
            if (running && dead.remove(name)) {
                report.step(name + " is running again");
            }
        }
        return any;
    }
}
