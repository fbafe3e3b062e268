package io.pilotwatch.endtoend.faults;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.awaitility.Awaitility.await;

import io.pilotwatch.endtoend.faults.Faults.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One fault after the other, and after each a fresh update that has to show in reporting. */
final class Course {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * How it went.
     *
     * @param lasted until it was over
     * @param seenAfter from then until an update posted then was seen in reporting
     */
    record Recovery(String fault, Duration lasted, Duration seenAfter) {}

    private final List<Recovery> recoveries = new ArrayList<>();
    private final Load load;

    Course(Load load) {
        this.load = load;
    }

    /** As long as there is time. */
    void run(List<Fault> schedule, Duration longest) throws Exception {
        long until = System.nanoTime() + longest.toNanos();
        for (var fault : schedule) {
            if (System.nanoTime() < until) {
                run(fault);
            } else {
                System.out.println("left out: " + fault.name());
            }
        }
    }

    List<Recovery> recoveries() {
        return List.copyOf(recoveries);
    }

    private void run(Fault fault) throws Exception {
        System.out.printf("%s  %s%n", Instant.now(), fault.name());
        long begun = System.nanoTime();
        fault.body().happen();
        long over = System.nanoTime();
        var note = load.probe();
        await("the update after: " + fault.name()).atMost(PATIENCE).until(() -> shows(note));
        recoveries.add(new Recovery(fault.name(), between(begun, over), between(over, System.nanoTime())));
    }

    private static Duration between(long from, long to) {
        return Duration.ofMillis(NANOSECONDS.toMillis(to - from));
    }

    private boolean shows(String note) {
        var path = "/reporting/api/v1/pilots/%s/timeline?limit=20"
                .formatted(load.pilots().probed().id());
        return load.client().get("reporting", path, "viewer").contains(note + "\"");
    }
}
