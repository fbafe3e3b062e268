package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of crash windows names no test that there is not, and no window without a test. */
class CrashWindowsTest {

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        assertEquals(List.of(), NamedTests.missing(page()));
    }

    @Test
    void everyWindowNamesATest() throws IOException {
        var windows = windows(page());

        assertTrue(windows.size() > 50, "there are more windows than " + windows.size());
        assertEquals(
                List.of(),
                windows.stream().filter(row -> NamedTests.in(row).isEmpty()).toList());
    }

    @Test
    void aTestThatIsNotThereIsMissed() throws IOException {
        assertEquals(
                List.of("CrashWindowsTest#nobodyWroteThis", "NoSuchTest#atAll"),
                NamedTests.missing("`CrashWindowsTest#nobodyWroteThis`, `NoSuchTest#atAll`,"
                        + " `CrashWindowsTest#aTestThatIsNotThereIsMissed`"));
    }

    private static String page() throws IOException {
        return Files.readString(NamedTests.ROOT.resolve("services/end-to-end/FAULTS.md"));
    }

    /** The rows of all tables but those of the figures, without their heads. */
    private static List<String> windows(String page) {
        return page.substring(0, page.indexOf("## Figures"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.endsWith("| test |") && !line.endsWith("| proven by |"))
                .toList();
    }
}
