package io.pilotwatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    @TempDir
    Path folder;

    @Test
    void aRestoreTakesTheNewestCopyThatWasCompleteByThen() throws Exception {
        var archive = new Archive(folder);
        for (var base : List.of("2026-03-01T08-00-00Z", "2026-03-02T08-00-00Z", "unfinished")) {
            Files.createDirectories(archive.bases().resolve(base));
        }

        assertEquals("2026-03-02T08-00-00Z", name(archive.base(Optional.empty())));
        assertEquals("2026-03-01T08-00-00Z", name(archive.base(Optional.of(Instant.parse("2026-03-02T07:59:59Z")))));
        assertEquals("2026-03-02T08-00-00Z", name(archive.base(Optional.of(Instant.parse("2026-03-02T08:00:00Z")))));
        assertThrows(Trouble.class, () -> archive.base(Optional.of(Instant.parse("2026-02-28T08:00:00Z"))));
    }

    @Test
    void aFolderWithoutBackupsSaysSo() {
        var refused = assertThrows(Trouble.class, () -> new Archive(folder).base(Optional.empty()));
        assertEquals("There is no backup in " + folder + ".", refused.getMessage());
    }

    @Test
    void aFolderIsForOneLifeOfOneDatabase() throws Exception {
        var archive = new Archive(folder);
        archive.keepFor("7/1");
        archive.keepFor("7/1");
        assertThrows(Trouble.class, () -> archive.keepFor("7/2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's", "a\"b", "$HOME", "%p", "`id`"})
    void aFolderThatAShellWouldReadOtherwiseIsRefused(String name) {
        assertThrows(Trouble.class, () -> Archive.in(name));
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
