package io.pilotwatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    private static final long US = ProcessHandle.current().pid();

    @TempDir
    Path folder;

    private PidFile file;

    @BeforeEach
    void name() {
        file = new PidFile(folder.resolve("run/one.pid"));
    }

    @Test
    void aProcessThatLivesIsFoundAgain() {
        file.write(US);
        assertEquals(Optional.of(ProcessHandle.current()), file.process());
    }

    @Test
    void aProcessThatGotTheNumberOfADeadOneIsNotOurs() throws IOException {
        file.write(US);
        String number = Files.readAllLines(file.path()).getFirst();
        Files.writeString(file.path(), number + "\nborn at another time\n");
        assertFalse(file.running());
        assertTrue(file.exists(), "the file stays: it says that something of ours died");
    }

    @Test
    void aProcessThatEndedIsNotRunning() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        file.write(process.pid());
        assertTrue(file.running());
        process.destroyForcibly().waitFor();
        assertFalse(file.running());
    }

    @Test
    void aFileThatWasCutShortNamesNobody() throws IOException {
        Files.createDirectories(file.path().getParent());
        for (String content : new String[] {"", US + "", "a word\nand more\n"}) {
            Files.writeString(file.path(), content);
            assertFalse(file.running(), content);
        }
        Files.delete(file.path());
        assertFalse(file.running());
    }

    @Test
    void theStartTickIsReadWhateverTheProcessCallsItself() {
        String fields = " 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 4711 0 0";
        assertEquals(Optional.of("4711"), Birth.fromStat("7 (java) S" + fields));
        assertEquals(Optional.of("4711"), Birth.fromStat("7 (a) name) S" + fields));
        assertEquals(Optional.empty(), Birth.fromStat("7 (java) Z" + fields), "a zombie is dead");
    }
}
