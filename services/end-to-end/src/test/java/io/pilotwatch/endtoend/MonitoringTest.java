package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alert rules by Prometheus's own tools, and the dashboards by what Grafana and their readers need. */
class MonitoringTest {

    /** As many columns as Grafana's grid has. */
    private static final int COLUMNS = 24;

    @Test
    void prometheusTakesTheRulesAndTheConfiguration() throws Exception {
        passes("check", "rules", "--lint-fatal", Dashboards.RULES.toString());
        passes("check", "config", "--lint-fatal", Prometheus.CONFIG.toString());
    }

    @Test
    void eachRuleFiresWhenItShouldAndNotOtherwise() throws Exception {
        var tests = Stream.of("pilotwatch.test.yaml", "pilotwatch-days.test.yaml")
                .map(file -> Dashboards.RULES.resolveSibling(file).toString());
        passes(Stream.concat(Stream.of("test", "rules"), tests).toArray(String[]::new));
    }

    @Test
    void noRuleGoesUntested() throws IOException {
        var fires = new TreeMap<String, Set<Boolean>>();
        for (var rule : Dashboards.rules()) {
            fires.put(rule.path("alert").asText(), new HashSet<>());
        }
        for (var one : Dashboards.ruleCases()) {
            fires.get(one.path("alertname").asText())
                    .add(!one.path("exp_alerts").isEmpty());
        }

        fires.forEach((rule, seen) -> assertEquals(Set.of(true, false), seen, rule + " fires, and does not"));
    }

    /** It lasts as long as its reader looks. */
    @Test
    void noLiveStreamCountsAsASlowAnswer() throws IOException {
        var slow = Dashboards.rules().stream()
                .filter(rule -> rule.path("alert").asText().equals("PilotwatchSlow"))
                .findFirst()
                .orElseThrow();
        var leftOut =
                Pattern.compile("uri!~\"([^\"]+)\"").matcher(slow.path("expr").asText());
        assertTrue(leftOut.find());
        var streams = new ClassFileImporter()
                .importPackages("io.pilotwatch").stream()
                        .flatMap(each -> each.getMethods().stream())
                        .filter(method -> method.tryGetAnnotationOfType(Produces.class)
                                .filter(made -> List.of(made.value()).contains(MediaType.SERVER_SENT_EVENTS))
                                .isPresent())
                        .map(method -> method.getOwner()
                                .getAnnotationOfType(Path.class)
                                .value())
                        .toList();

        assertFalse(streams.isEmpty());
        for (var stream : streams) {
            assertTrue(stream.matches(leftOut.group(1)), stream);
        }
    }

    @Test
    void eachDashboardHasAQuestionAndAnAddressThatStays() throws IOException {
        var readme = Files.readString(Dashboards.CHART.resolve("README.md"));
        for (var entry : Dashboards.all().entrySet()) {
            var dashboard = entry.getValue();
            var uid = dashboard.path("uid").asText();
            var description = dashboard.path("description").asText();
            assertAll(
                    entry.getKey(),
                    () -> assertEquals("pilotwatch-" + entry.getKey().replace(".json", ""), uid),
                    () -> assertTrue(readme.contains("| `" + uid + "` |"), "it is not in the README"),
                    () -> assertTrue(isBilingual(description), description),
                    () -> assertTrue(description.contains("?") && description.contains("？"), description),
                    () -> assertEquals(39, dashboard.path("schemaVersion").asInt(), "as Grafana 11 writes it"),
                    () -> assertEquals(
                            "datasource",
                            dashboard.at("/templating/list/0/name").asText()));
        }
    }

    @Test
    void eachPanelSaysWhatItShowsInBothLanguagesAndAsksTheChosenPrometheus() throws IOException {
        for (var dashboard : Dashboards.all().values()) {
            for (var panel : Dashboards.panels(dashboard)) {
                var title = panel.path("title").asText();
                assertAll(
                        title,
                        () -> assertTrue(isBilingual(title)),
                        () -> assertTrue(isBilingual(panel.path("description").asText())),
                        () -> assertEquals(
                                "${datasource}", panel.at("/datasource/uid").asText()),
                        () -> assertFalse(
                                panel.at("/fieldConfig/defaults/unit").asText().isBlank(), "it has no unit"),
                        () -> assertFalse(panel.path("targets").isEmpty(), "it asks nothing"));
            }
        }
    }

    /** Whoever does not see the colour reads where it changes, or reads a word in place of the number. */
    @Test
    void noColourIsAlone() throws IOException {
        for (var dashboard : Dashboards.all().values()) {
            for (var panel : Dashboards.panels(dashboard)) {
                var defaults = panel.at("/fieldConfig/defaults");
                var words = Dashboards.stream(defaults.path("mappings"))
                        .flatMap(mapping -> mapping.findValuesAsText("text").stream())
                        .toList();
                var isInWords = !words.isEmpty() && words.stream().allMatch(MonitoringTest::isBilingual);
                for (var step : defaults.at("/thresholds/steps")) {
                    var value = step.path("value");
                    assertTrue(
                            value.isNull() || isInWords || says(panel.path("description"), value.asDouble()),
                            () -> panel.path("title") + " does not say what becomes of it at " + value);
                }
            }
        }
    }

    @Test
    void noPanelLiesUponAnotherAndEachHasANumberOfItsOwn() throws IOException {
        for (var dashboard : Dashboards.all().values()) {
            var cells = new HashSet<List<Integer>>();
            var ids = new HashSet<Integer>();
            for (var panel : dashboard.path("panels")) {
                var at = panel.path("gridPos");
                assertTrue(ids.add(panel.path("id").asInt()), () -> "twice: " + panel.path("id"));
                for (int x = at.path("x").asInt();
                        x < at.path("x").asInt() + at.path("w").asInt();
                        x++) {
                    for (int y = at.path("y").asInt();
                            y < at.path("y").asInt() + at.path("h").asInt();
                            y++) {
                        assertTrue(
                                x < COLUMNS && cells.add(List.of(x, y)),
                                () -> panel.path("title") + " lies on another");
                    }
                }
            }
        }
    }

    private static void passes(String... arguments) throws IOException, InterruptedException {
        var verdict = Prometheus.promtool("", arguments);
        assertEquals(0, verdict.code(), verdict.said());
    }

    private static boolean isBilingual(String text) {
        return text.chars().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                && text.chars().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    private static boolean says(JsonNode description, double value) {
        var numbers = Stream.of(value, value * 100)
                .map(number ->
                        number == Math.rint(number) ? Long.toString(number.longValue()) : Double.toString(number))
                .collect(Collectors.joining("|"));
        return description.asText().matches("(?s).*\\b(" + numbers.replace(".", "\\.") + ")\\b.*");
    }
}
