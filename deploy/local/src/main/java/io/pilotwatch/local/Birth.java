package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What tells a process from a later one with the same number. On Linux: the boot and the kernel's own start tick, which
 * do not move when the wall clock is set; elsewhere the start instant.
 */
final class Birth {

    private static final Path PROC = Path.of("/proc");

    private Birth() {}

    /** Empty when no such process lives. A zombie that nobody collects (no init in a container) counts as dead. */
    static Optional<String> of(long pid) {
        if (!Files.exists(PROC.resolve("self/stat"))) {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(handle -> handle.info().startInstant())
                    .map(Object::toString);
        }
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            String boot = Files.readString(PROC.resolve("sys/kernel/random/boot_id"));
            return fromStat(stat).map(tick -> boot.strip() + " " + tick);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** The state is the third field and the start tick the 22nd; the second, the name, may itself hold spaces. */
    static Optional<String> fromStat(String stat) {
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
        String state = afterName[0];
        return state.equals("Z") || state.equals("X") ? Optional.empty() : Optional.of(afterName[19]);
    }
}
