package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of crash windows names no test that there is not, and no window without a test. */
class CrashWindowsTest {

    private static final Path ROOT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();
    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
    // As far as the end of the method, which spotless puts where it belongs.
    private static final Pattern TESTS =
            Pattern.compile("@(?:Test|ParameterizedTest)\\b(?:(?!\n    }\n).)*?\\bvoid (\\w+)\\(", Pattern.DOTALL);

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        assertEquals(List.of(), missing(page()));
    }

    @Test
    void everyWindowNamesATest() throws IOException {
        var windows = windows(page());

        assertTrue(windows.size() > 50, "there are more windows than " + windows.size());
        assertEquals(
                List.of(),
                windows.stream().filter(row -> !NAMED.matcher(row).find()).toList());
    }

    @Test
    void aTestThatIsNotThereIsMissed() throws IOException {
        assertEquals(
                List.of("CrashWindowsTest#nobodyWroteThis", "NoSuchTest#atAll"),
                missing("`CrashWindowsTest#nobodyWroteThis`, `NoSuchTest#atAll`,"
                        + " `CrashWindowsTest#aTestThatIsNotThereIsMissed`"));
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("services/end-to-end/FAULTS.md"));
    }

    /** The rows of all tables but those of the figures, without their heads. */
    private static List<String> windows(String page) {
        return page.substring(0, page.indexOf("## Figures"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.endsWith("| test |") && !line.endsWith("| proven by |"))
                .toList();
    }

    private static List<String> missing(String page) throws IOException {
        var tests = tests();
        return NAMED.matcher(page)
                .results()
                .filter(named -> !tests.getOrDefault(named.group(1), List.of()).contains(named.group(2)))
                .map(named -> named.group(1) + "#" + named.group(2))
                .toList();
    }

    /** By class, of whichever module. */
    private static Map<String, List<String>> tests() throws IOException {
        try (var files = Stream.concat(Files.walk(ROOT.resolve("services")), Files.walk(ROOT.resolve("deploy")))) {
            var sources = files.filter(file -> file.toString().contains("src/test/java"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
            return sources.stream()
                    .collect(Collectors.groupingBy(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Collectors.flatMapping(CrashWindowsTest::tests, Collectors.toList())));
        }
    }

    private static Stream<String> tests(Path source) {
        try {
            return TESTS.matcher(Files.readString(source)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
