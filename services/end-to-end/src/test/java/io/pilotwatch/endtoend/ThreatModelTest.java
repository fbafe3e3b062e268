package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page promises is tried by tests that there are. */
class ThreatModelTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:IT|Test|Check))#(\\w+)`");

    @Test
    void eachTestThatThePageNamesExists() throws IOException {
        var tests = tests();
        var named = NAMED.matcher(Files.readString(ROOT.resolve("deploy/THREAT-MODEL.md")))
                .results()
                .toList();
        var missing = named.stream()
                .filter(test -> !tests.getOrDefault(test.group(1), "").contains(" " + test.group(2) + "("))
                .map(test -> test.group(1) + "#" + test.group(2))
                .toList();

        assertTrue(named.size() > 30, named.size() + " tests are named");
        assertEquals(List.of(), missing);
    }

    /** What stands in each test class, by its name; several of one name together. */
    private static Map<String, String> tests() throws IOException {
        var tests = new HashMap<String, String>();
        for (var folder : folders()) {
            try (var files = Files.walk(folder.resolve("src/test/java"))) {
                for (var file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    var name = file.getFileName().toString().replace(".java", "");
                    tests.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return tests;
    }

    private static List<Path> folders() throws IOException {
        try (var services = Files.list(ROOT.resolve("services"))) {
            return Stream.concat(services, Stream.of(ROOT.resolve("deploy/local")))
                    .filter(folder -> Files.exists(folder.resolve("src/test/java")))
                    .toList();
        }
    }
}
