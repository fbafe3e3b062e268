package io.pilotwatch.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.contracts.Topic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * After the two years: what Prometheus scraped of reporting is what its API says, and what stands in the databases of those
 * services that the facts belong to.
 */
@Order(5)
@ExtendWith(Replayed.Once.class)
class ReconciledIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String GROUP = "case when %s then 'comprehensive' else coalesce(fields[1], 'not-stated') end";
    private static final String OF_REGISTER = GROUP.formatted("kind = 'comprehensive'");
    private static final String OF_PLAN = GROUP.formatted("covers_fields");
    private static final String OF_FACTS = GROUP.formatted("facts #>> '{pilot,pilot,kind}' = 'comprehensive'");

    private static RunningPlatform platform;
    private static Prometheus prometheus;
    private static JsonNode portfolio;

    @BeforeAll
    static void theLastEventIsScraped(Replayed replayed) throws Exception {
        platform = replayed.platform();
        prometheus = replayed.prometheus();
        var events =
                database("reporting", "select 'all', count(*) from journal").get("all");
        await().atMost(SOON)
                .untilAsserted(() -> assertEquals(
                        Map.of("reporting", events), metric("max by (job) (pilotwatch_journal_events_total)", "job")));
        portfolio = platform.json("office", "/reporting/api/v1/portfolio");
    }

    @Test
    void pilots() throws Exception {
        var metric = metric("max by (field, state, synthetic) (pilotwatch_pilots)", "field", "state", "synthetic");

        assertEquals(
                database(
                        "intake",
                        "select %s || '/' || state || '/' || synthetic, count(*) from pilot group by 1"
                                .formatted(OF_REGISTER)),
                metric);
        assertEquals(
                fieldsWith("states"),
                metric(
                        "sum by (field, state) (max by (field, state, synthetic) (pilotwatch_pilots))",
                        "field",
                        "state"));
        assertEquals(
                portfolio.at("/pilots/synthetic").asDouble(),
                metric("sum by (synthetic) (pilotwatch_pilots)", "synthetic").get("true"));
    }

    @Test
    void milestones() throws Exception {
        assertEquals(
                database(
                        "milestone",
                        "select %s || '/' || m.state, count(*) from milestone m join pilot using (pilot_id) group by 1"
                                .formatted(OF_PLAN)),
                metric("max by (field, state) (pilotwatch_milestones)", "field", "state"));
        assertEquals(
                counts(portfolio.at("/milestones/byState")), metric("sum by (state) (pilotwatch_milestones)", "state"));
    }

    @Test
    void lateness() throws Exception {
        var overdue = metric("max by (field) (pilotwatch_milestones_overdue)", "field");
        var late = metric("max by (field) (pilotwatch_milestones_reached_late)", "field");

        assertEquals(database("milestone", """
                        select %s, count(*) from milestone m join pilot p using (pilot_id)
                        where m.state in ('PLANNED', 'IN_PROGRESS', 'CLAIMED') and m.due < date '%s'
                            and p.state not in ('COMPLETED', 'FAILED', 'TERMINATED', 'WITHDRAWN') group by 1""".formatted(OF_PLAN, platform.today())), overdue);
        assertEquals(fields(row -> row.path("overdueMilestones").asDouble()), overdue);
        assertEquals(database("milestone", """
                        select %s, count(*) from milestone m join pilot using (pilot_id)
                        where m.state = 'REACHED' and m.days_late > 0 group by 1""".formatted(OF_PLAN)), late);
        assertEquals(portfolio.at("/milestones/reachedLate").asDouble(), sum(late));
        assertTrue(sum(late) > 0 && sum(overdue) > 0, "nobody was late");
    }

    @Test
    void alerts() throws Exception {
        var metric = metric("max by (field, severity) (pilotwatch_alerts_open{field!=\"\"})", "field", "severity");

        assertEquals(database("compliance_alert", """
                        select %s || '/' || severity, count(*) from alert join pilot_facts using (pilot_id)
                        where state in ('OPEN', 'ACKNOWLEDGED') and muted is null group by 1""".formatted(OF_FACTS)), metric);
        assertEquals(
                fields(row -> row.path("openAlerts").asDouble()),
                metric("sum by (field) (max by (field, severity) (pilotwatch_alerts_open{field!=\"\"}))", "field"));
        assertEquals(
                counts(portfolio.at("/alerts/bySeverity")),
                metric("sum by (severity) (pilotwatch_alerts_open{field!=\"\"})", "severity"));
    }

    /** The muted ones are among those that compliance-alert counts. */
    @Test
    void alertsOfComplianceAlert() throws Exception {
        var open = database("compliance_alert", """
                        select rule || '/' || severity, count(*) from alert
                        where state in ('OPEN', 'ACKNOWLEDGED') group by 1""");
        // Counted by itself, and not when reporting counts.
        await().atMost(SOON)
                .untilAsserted(() -> assertEquals(
                        open,
                        metric("max by (rule, severity) (pilotwatch_alerts_open{rule!=\"\"})", "rule", "severity")));
    }

    @Test
    void ratingsAndForecasts() throws Exception {
        assertEquals(
                fieldsWith("ratings"), metric("max by (field, rating) (pilotwatch_pilots_rated)", "field", "rating"));
        assertEquals(counts(portfolio.path("byRating")), metric("sum by (rating) (pilotwatch_pilots_rated)", "rating"));
        assertEquals(
                fields(row -> row.path("forecastLate").asDouble()),
                metric("max by (field) (pilotwatch_forecast_late_pilots)", "field"));
    }

    @Test
    void reportsOnTime() throws Exception {
        var received = metric("max by (field) (pilotwatch_reports_received)", "field");
        var onTime = metric("max by (field) (pilotwatch_reports_on_time)", "field");

        assertEquals(database("milestone", reports("true")), received);
        assertEquals(database("milestone", reports("report ->> 'daysLate' = '0'")), onTime);
        assertEquals(fields(row -> row.at("/reports/received").asDouble()), received);
        assertTrue(sum(onTime) > 0 && sum(onTime) < sum(received), "none came late, or all did");
        shownInTheApiToo("reports");
    }

    /** As each stands by now; what was given back is not received. */
    private static String reports(String which) {
        return """
                select %s, count(*) from (
                    select distinct on (pilot_id, period) pilot_id, event, report from report_entry
                    where period is not null order by pilot_id, period, revision desc) as latest
                join pilot using (pilot_id) where event <> 'REPORT_RETURNED' and %s group by 1""".formatted(OF_PLAN, which);
    }

    @Test
    void milestonesOnTime() throws Exception {
        assertEquals(
                database("milestone", """
                        select %s, count(*) from milestone m join pilot using (pilot_id)
                        where m.state = 'REACHED' and m.days_late = 0 group by 1""".formatted(OF_PLAN)),
                metric("max by (field) (pilotwatch_milestones_on_time)", "field"));
        shownInTheApiToo("milestones");
    }

    private static void shownInTheApiToo(String what) throws Exception {
        assertEquals(
                fields(row -> row.path(what).path("expected").asDouble()),
                metric("max by (field) (pilotwatch_%s_expected)".formatted(what), "field"));
        assertEquals(
                fields(row -> row.path(what).path("onTime").asDouble()),
                metric("max by (field) (pilotwatch_%s_on_time)".formatted(what), "field"));
        // Four decimals in the API; where nothing was due it says null, and the metric 1.
        assertEquals(
                fields(row -> row.path(what).path("ratio").asDouble(1)),
                rounded(metric("max by (field) (pilotwatch_%s_on_time_ratio)".formatted(what), "field")));
    }

    /** A process that is killed counts anew, so this asks the topics. */
    @Test
    void everyEventThatWasSentIsInTheJournalOnce() throws Exception {
        var sent = Stream.of(Topic.values())
                .flatMap(topic -> platform.records(topic).stream())
                .map(record -> new String(record.headers().lastHeader("ce_id").value(), UTF_8))
                .collect(Collectors.toSet());

        assertFalse(sent.isEmpty());
        assertEquals(sent.size(), sum(database("reporting", "select type, count(*) from journal group by 1")));
    }

    private static Map<String, Double> rounded(Map<String, Double> figures) {
        var rounded = new TreeMap<>(figures);
        rounded.replaceAll((key, value) ->
                BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).doubleValue());
        return rounded;
    }

    private static double sum(Map<String, Double> figures) {
        return figures.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What is not 0, by the values of these labels. */
    private static Map<String, Double> metric(String query, String... labels) throws Exception {
        var figures = new TreeMap<String, Double>();
        for (var sample : prometheus.query(query)) {
            var key =
                    String.join("/", Stream.of(labels).map(sample.labels()::get).toList());
            put(figures, key, sample.value());
        }
        return figures;
    }

    private static Map<String, Double> database(String name, String query) throws SQLException {
        var figures = new TreeMap<String, Double>();
        try (var connection = DriverManager.getConnection(platform.database(name), name, name);
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) {
                put(figures, found.getString(1), found.getDouble(2));
            }
        }
        return figures;
    }

    /** A figure of each row of the portfolio. */
    private static Map<String, Double> fields(ToDoubleFunction<JsonNode> figure) {
        var figures = new TreeMap<String, Double>();
        portfolio.path("byField").forEach(row -> put(figures, code(row), figure.applyAsDouble(row)));
        return figures;
    }

    /** A map of figures of each row of the portfolio. */
    private static Map<String, Double> fieldsWith(String name) {
        var figures = new TreeMap<String, Double>();
        portfolio
                .path("byField")
                .forEach(row -> row.path(name)
                        .properties()
                        .forEach(one -> put(
                                figures,
                                code(row) + "/" + one.getKey(),
                                one.getValue().asDouble())));
        return figures;
    }

    private static String code(JsonNode row) {
        return row.at("/group/code").asText();
    }

    private static Map<String, Double> counts(JsonNode counts) {
        var figures = new TreeMap<String, Double>();
        counts.forEach(count ->
                put(figures, count.path("code").asText(), count.path("count").asDouble()));
        return figures;
    }

    /** A database has no row for what there is none of. */
    private static void put(Map<String, Double> figures, String key, double value) {
        if (value != 0) {
            figures.put(key, value);
        }
    }
}
