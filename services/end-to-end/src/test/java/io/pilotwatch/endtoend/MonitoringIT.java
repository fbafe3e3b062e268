package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real Prometheus watched the two years: every panel has something to show, and every rule something to look at. */
@Order(5)
@ExtendWith(Replayed.Once.class)
class MonitoringIT {

    /** How many series of its own a service may have; the chart's README says the same. */
    private static final Map<String, Integer> BUDGET =
            Map.of("intake", 350, "milestone", 350, "compliance-alert", 600, "reporting", 1200);

    /** Hold on a platform that is minutes old or whose teams are late, and wait long before they tell anybody. */
    private static final Set<String> MAY_HOLD = Set.of(
            "PilotwatchRecountStopped",
            "PilotwatchRegulatorNeverTold",
            "PilotwatchRebuildNotChecked",
            "PilotwatchSlow",
            "PilotwatchReportsOutstanding",
            "PilotwatchFieldForecastLate");

    private static final Pattern SELECTOR =
            Pattern.compile("\\b(pilotwatch|http_server|agroal|kafka|jvm)_\\w+(\\{[^}]*})?|\\bup\\b");

    private static RunningPlatform platform;
    private static Prometheus prometheus;

    @BeforeAll
    static void everyServiceIsAskedSomething(Replayed replayed) {
        platform = replayed.platform();
        prometheus = replayed.prometheus();
        // A rate needs two scrapes that differ.
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> {
                    for (var path : List.of("/intake/api/v1/pilots", "/compliance-alert/api/v1/alerts")) {
                        platform.json("office", path);
                    }
                    platform.json("office", "/milestone/api/v1/pilots/BP-096/task-book");
                    platform.json("office", "/reporting/api/v1/portfolio");
                    return prometheus.query("rate(http_server_requests_seconds_count{method=\"GET\"}[1m]) > 0").stream()
                                    .map(sample -> sample.labels().get("job"))
                                    .collect(Collectors.toSet())
                                    .size()
                            == BUDGET.size();
                });
    }

    @Test
    void everyPanelOfEveryDashboardHasSomethingToShow() throws Exception {
        var empty = new ArrayList<String>();
        for (var dashboard : Dashboards.all().values()) {
            for (var query : queries(dashboard)) {
                if (prometheus.query(query).stream().allMatch(s -> Double.isNaN(s.value()))) {
                    empty.add(dashboard.path("uid").asText() + ": " + query);
                }
            }
        }
        assertEquals(List.of(), empty);
    }

    /** Each query of each panel, for every value of the dashboard's variables and for all of them. */
    private static Set<String> queries(JsonNode dashboard) throws Exception {
        var queries = Dashboards.panels(dashboard).stream()
                .flatMap(panel -> panel.path("targets").findValuesAsText("expr").stream())
                .map(query -> query.replace("$__rate_interval", "10m").replace("$__range", "10m"))
                .collect(Collectors.toCollection(TreeSet::new));
        for (var variable : dashboard.at("/templating/list")) {
            if (variable.path("type").asText().equals("query")) {
                var name = "$" + variable.path("name").asText();
                var values = values(variable);
                queries = queries.stream()
                        .flatMap(query -> values.stream().map(value -> query.replace(name, value)))
                        .collect(Collectors.toCollection(TreeSet::new));
            }
        }
        queries.forEach(query -> assertTrue(!query.contains("$"), query));
        return queries;
    }

    private static List<String> values(JsonNode variable) throws Exception {
        var asked = Pattern.compile("label_values\\((.*), (\\w+)\\)")
                .matcher(variable.at("/query/query").asText());
        assertTrue(asked.matches());
        var values = prometheus.labelValues(asked.group(1), asked.group(2));
        assertTrue(values.size() > 1, variable::toString);
        return Stream.concat(
                        values.stream(),
                        Stream.ofNullable(variable.path("allValue").asText(null)))
                .toList();
    }

    @Test
    void everyRuleLooksAtSomethingAndNoneComplainsOfAHealthyPlatform() throws Exception {
        for (var rule : Dashboards.rules()) {
            var alert = rule.path("alert").asText();
            var expression = rule.path("expr").asText();
            for (var selector : selectors(expression)) {
                assertTrue(!prometheus.query(selector).isEmpty(), alert + " looks at nothing: " + selector);
            }
            // A minute ago nobody killed processes any more.
            var holds = prometheus.query(expression.replaceAll("\\[\\d+m]", "[1m]"));
            assertTrue(holds.isEmpty() || MAY_HOLD.contains(alert), () -> alert + ": " + holds);
        }
    }

    /** Whether there was an answer of some kind is not ours to say, so for HTTP the name is enough. */
    private static List<String> selectors(String expression) {
        return SELECTOR.matcher(expression)
                .results()
                .map(found -> found.group().startsWith("http_") ? found.group().replaceAll("\\{.*", "") : found.group())
                .toList();
    }

    @Test
    void nothingThatHappensAddsASeries(Replayed replayed) throws Exception {
        for (var service : BUDGET.keySet()) {
            var series = platform.series(service);

            assertEquals(replayed.seriesAtTheStart().get(service), series, service);
            assertTrue(series.size() <= BUDGET.get(service), service + " has " + series.size());
        }
    }

    @Test
    void prometheusFindsNoFaultWithTheNamesOfOurs() throws IOException, InterruptedException {
        for (var port : RunningPlatform.MANAGEMENT_PORTS.values()) {
            var ours = platform.metrics(port)
                    .lines()
                    .filter(line -> line.matches("(# (HELP|TYPE) )?pilotwatch_.*"))
                    .collect(Collectors.joining("\n", "", "\n"));
            var verdict = Prometheus.promtool(ours, "check", "metrics");

            assertEquals("", verdict.said());
            assertEquals(0, verdict.code());
        }
    }
}
