package io.pilotwatch.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tests that a page of prose names, as {@code `Class#method`}, and which of them there are. */
final class NamedTests {

    static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
    // As far as the end of the method, which spotless puts where it belongs.
    private static final Pattern TESTS =
            Pattern.compile("@(?:Test|ParameterizedTest)\\b(?:(?!\n    }\n).)*?\\bvoid (\\w+)\\(", Pattern.DOTALL);

    private NamedTests() {}

    /** As {@code Class#method}, in the page's order. */
    static List<String> in(String page) {
        return NAMED.matcher(page)
                .results()
                .map(named -> named.group(1) + "#" + named.group(2))
                .toList();
    }

    /** Of those that the page names, the ones that there are not. */
    static List<String> missing(String page) throws IOException {
        var tests = tests();
        return in(page).stream()
                .filter(named -> {
                    var parts = named.split("#");
                    return !tests.getOrDefault(parts[0], List.of()).contains(parts[1]);
                })
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
                            Collectors.flatMapping(NamedTests::tests, Collectors.toList())));
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
