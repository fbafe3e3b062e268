package io.pilotwatch.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Copies of PostgreSQL's data folder. */
final class PostgresFiles {

    /** Of these, PostgreSQL's documentation says, a base backup has the folder and not what is in it. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "backup_label", "recovery.signal");

    private PostgresFiles() {}

    /** Of one that works meanwhile: files may go while they are copied, and what is torn the log mends. */
    static void copyRunning(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new Copy(from, to, true));
    }

    /** Of such a copy; PostgreSQL itself sees to it that it is on the disk before it recovers. */
    static void copyAll(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new Copy(from, to, false));
    }

    /** On the disk when it returns. */
    static void copy(Path from, Path to) throws IOException {
        copyQuickly(from, to);
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    private static void copyQuickly(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;
        private final boolean running;

        Copy(Path from, Path to, boolean running) {
            this.from = from;
            this.to = to;
            this.running = running;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            String name = folder.getFileName().toString();
            if (running && name.startsWith("pgsql_tmp")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Path copy =
                    Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            // PostgreSQL refuses a folder that others can read.
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
            boolean empty = running && folder.getParent().equals(from) && EMPTY.contains(name);
            return empty ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (running && LEFT_OUT.contains(file.getFileName().toString())) {
                return FileVisitResult.CONTINUE;
            }
            Path copy = to.resolve(from.relativize(file).toString());
            if (!running) {
                copyQuickly(file, copy);
                return FileVisitResult.CONTINUE;
            }
            try {
                copy(file, copy);
            } catch (NoSuchFileException _) {
                // It went meanwhile.
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (running && failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
