package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a killed PostgreSQL leaves: backends that still hold the shared memory for a moment, and a lock file whose
 * process number may meanwhile belong to somebody else (likely after a reboot), which makes PostgreSQL refuse to start.
 */
final class PostgresRemains {

    private static final String LOCK = "postmaster.pid";

    private PostgresRemains() {}

    /** Call only when our PostgreSQL is not running: whatever still works in the folder is an orphan. */
    static void clear(Path files) throws IOException, InterruptedException {
        if (!Files.exists(files)) {
            return;
        }
        List<ProcessHandle> orphans = ProcessHandle.allProcesses()
                .filter(process -> worksIn(files, process))
                .toList();
        orphans.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle orphan : orphans) {
            awaitEnd(orphan);
        }
        Files.deleteIfExists(files.resolve(LOCK));
    }

    /** Every process of PostgreSQL has its data folder as working directory. Without /proc we go by the lock file. */
    private static boolean worksIn(Path files, ProcessHandle process) {
        Path workingDirectory = Path.of("/proc", String.valueOf(process.pid()), "cwd");
        try {
            if (Files.exists(Path.of("/proc/self/cwd"))) {
                return Files.readSymbolicLink(workingDirectory).equals(files.toRealPath());
            }
            List<String> lock = Files.readAllLines(files.resolve(LOCK));
            return lock.getFirst().strip().equals(String.valueOf(process.pid()))
                    && process.info().command().orElse("").endsWith("/postgres");
        } catch (IOException _) {
            // Gone, or another user's: not ours either way.
            return false;
        }
    }

    private static void awaitEnd(ProcessHandle orphan) throws InterruptedException {
        for (int tries = 0; tries < 100 && Birth.of(orphan.pid()).isPresent(); tries++) {
            Thread.sleep(50);
        }
    }
}
