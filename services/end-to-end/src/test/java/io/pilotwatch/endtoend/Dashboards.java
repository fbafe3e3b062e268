package io.pilotwatch.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The chart's dashboards and alert rules, as they are in its files. */
public final class Dashboards {

    static final Path CHART = Path.of("../../charts/pilotwatch");
    public static final Path RULES = CHART.resolve("rules/pilotwatch.yaml");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Dashboards() {}

    /** By file name. */
    static Map<String, JsonNode> all() throws IOException {
        var dashboards = new TreeMap<String, JsonNode>();
        try (var files = Files.list(CHART.resolve("dashboards"))) {
            for (var file : files.toList()) {
                dashboards.put(file.getFileName().toString(), JSON.readTree(file.toFile()));
            }
        }
        return dashboards;
    }

    /** Those that show something, so without the headings between them. */
    static List<JsonNode> panels(JsonNode dashboard) {
        return stream(dashboard.path("panels"))
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    /** Every alert rule, in every group. */
    public static List<JsonNode> rules() throws IOException {
        return stream(YAML.readTree(RULES.toFile()).path("groups"))
                .flatMap(group -> stream(group.path("rules")))
                .toList();
    }

    /** What the files beside the rules say of them: each case of each test. */
    static List<JsonNode> ruleCases() throws IOException {
        return ruleTests().stream()
                .flatMap(file -> stream(file.path("tests")))
                .flatMap(test -> stream(test.path("alert_rule_test")))
                .toList();
    }

    private static List<JsonNode> ruleTests() throws IOException {
        try (var files = Files.list(RULES.getParent())) {
            var tests = files.filter(file -> file.toString().endsWith(".test.yaml"));
            return tests.map(Dashboards::yaml).toList();
        }
    }

    private static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
