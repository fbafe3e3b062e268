package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page promises is tried by tests that there are. */
class ThreatModelTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:IT|Test|Check))#(\\w+)`");

    @Test
    void eachTestThatThePageNamesExists() throws IOException {
        var sources = sources();
        var named = NAMED.matcher(Files.readString(ROOT.resolve("deploy/THREAT-MODEL.md")))
                .results()
                .toList();
        var missing = named.stream()
                .filter(test -> sources.stream().noneMatch(source -> has(source, test.group(1), test.group(2))))
                .map(test -> test.group(1) + "#" + test.group(2))
                .toList();

        assertTrue(named.size() > 30, named.size() + " tests are named");
        assertEquals(List.of(), missing);
    }

    private static boolean has(Path source, String type, String method) {
        try {
            return source.endsWith(type + ".java") && Files.readString(source).matches("(?s).* " + method + "\\(.*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> services = Files.walk(ROOT.resolve("services"));
                Stream<Path> local = Files.walk(ROOT.resolve("deploy/local/src"))) {
            return Stream.concat(services, local)
                    .filter(file -> file.toString().contains("src/test/java")
                            && file.toString().endsWith(".java"))
                    .toList();
        }
    }
}
