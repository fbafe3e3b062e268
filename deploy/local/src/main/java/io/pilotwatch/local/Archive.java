package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with backups: base copies, each named by when it was complete, and all that PostgreSQL logged since the first of
 * them, so that from a copy on any moment can be reached.
 */
record Archive(Path folder) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

    static Archive in(String folder) {
        if (!folder.matches("[^\"'%\\\\$`]+")) {
            throw new Trouble(
                    "The folder of backups goes into a shell command of PostgreSQL: no quotes, $, % or \\ in it.");
        }
        return new Archive(Path.of(folder).toAbsolutePath().normalize());
    }

    Path wal() {
        return folder.resolve("wal");
    }

    Path bases() {
        return folder.resolve("base");
    }

    static String stamp(Instant moment) {
        return STAMP.format(moment);
    }

    /** The newest copy that was complete by then. */
    Path base(Optional<Instant> until) throws IOException {
        String last = until.map(Archive::stamp).orElse("~");
        try (Stream<Path> bases = Files.list(bases())) {
            return bases.filter(base -> base.getFileName().toString().matches("[0-9TZ-]+"))
                    .filter(base -> base.getFileName().toString().compareTo(last) <= 0)
                    .max(Path::compareTo)
                    .orElseThrow(() -> new Trouble("No backup in " + bases() + " is as old as that."));
        } catch (NoSuchFileException _) {
            throw new Trouble("There is no backup in " + folder + ".");
        }
    }

    /** Keeps a folder for one database and, since a restored one names its log anew, for one of its lives. */
    void keepFor(String database) throws IOException {
        Path name = folder.resolve("of");
        if (!Files.exists(name)) {
            Files.writeString(name, database);
        } else if (!Files.readString(name).equals(database)) {
            throw new Trouble("The backups in " + folder
                    + " are of another database, or from before it was restored; name a new folder.");
        }
    }

    /** What PostgreSQL runs for each piece of its log: on the disk before it has its name, and once only. */
    String archiveCommand() {
        String kept = wal() + "/%f";
        return "if test -f \"" + kept + "\"; then cmp -s \"%p\" \"" + kept + "\"; else cp \"%p\" \"" + kept
                + ".new\" && sync \"" + kept + ".new\" && mv \"" + kept + ".new\" \"" + kept + "\"; fi";
    }

    String restoreCommand() {
        return "cp \"" + wal() + "/%f\" \"%p\"";
    }
}
