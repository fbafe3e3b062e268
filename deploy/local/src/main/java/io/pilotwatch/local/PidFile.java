package io.pilotwatch.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Remembers which process we started. Process numbers are used again, so the file holds the process's birth too, and
 * nothing is ever signalled on the number alone. A file without its process means: it died; no file: it was stopped.
 */
public record PidFile(Path path) {

    /** Remembers this one from now on. */
    public void write(long pid) {
        try {
            Files.createDirectories(path.getParent());
            Path fresh = path.resolveSibling(path.getFileName() + ".new");
            Files.writeString(fresh, pid + "\n" + Birth.of(pid).orElse("") + "\n");
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** The process, if it still lives and is the very one that we started. */
    public Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(path);
            if (lines.size() < 2) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.getFirst());
            return Birth.of(pid).filter(lines.get(1)::equals).flatMap(_ -> ProcessHandle.of(pid));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    boolean running() {
        return process().isPresent();
    }

    /** It was stopped. */
    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
