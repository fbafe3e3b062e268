package io.pilotwatch.compliancealert;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.compliancealert.core.Rule;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.compliancealert.core.Tally;
import io.pilotwatch.compliancealert.core.Tally.Outcome;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.platform.DatabaseFailure;
import io.pilotwatch.platform.WallClock;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/**
 * How alerts stand and how many there were, for Prometheus. All but the last are read from the database every five seconds,
 * so each replica tells the same: take the maximum over replicas, never the sum.
 *
 * <ul>
 *   <li>{@code pilotwatch_alerts_open{rule,severity}}: open or acknowledged
 *   <li>{@code pilotwatch_alerts_expected_total{rule}}: thresholds crossed; {@code raised}, {@code raised_late},
 *       {@code suppressed}, {@code superseded}, {@code begun}, {@code ended} and {@code cleared} likewise, as
 *       {@link Tally.Outcome} defines them: expected = raised + suppressed + superseded, open = begun - ended
 *   <li>{@code pilotwatch_sweep_last_timestamp_seconds}: when this process last swept, by the wall clock
 * </ul>
 */
@Startup
@ApplicationScoped
class AlertMeters {

    private final DataSource database;
    private final TallyRows tallies;
    private final WallClock wall;
    private volatile Map<String, Long> open = Map.of();
    private volatile Tally tally = new Tally(Map.of());
    private volatile double lastSweep;

    AlertMeters(DataSource database, TallyRows tallies, MeterRegistry metrics, WallClock wall) {
        this.database = database;
        this.tallies = tallies;
        this.wall = wall;
        Gauge.builder("pilotwatch.sweep.last.timestamp.seconds", this, m -> m.lastSweep)
                .description("When this process last swept; 0 before the first time")
                .register(metrics);
        for (var rule : Rules.ALL) {
            for (var outcome : Outcome.values()) {
                counter(metrics, rule, outcome);
            }
            for (var severity : Severity.values()) {
                gauge(metrics, rule, severity);
            }
        }
    }

    void swept() {
        lastSweep = wall.now().toEpochMilli() / 1000.0;
    }

    /** A scrape costs no query. */
    @Scheduled(every = "5s")
    void count() {
        tally = tallies.all();
        var counted = new HashMap<String, Long>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select rule, severity, count(*) from alert"
                        + " where state in ('OPEN', 'ACKNOWLEDGED') group by rule, severity");
                var found = select.executeQuery()) {
            while (found.next()) {
                counted.put(found.getString(1) + " " + found.getString(2), found.getLong(3));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        open = Map.copyOf(counted);
    }

    private void gauge(MeterRegistry metrics, Rule rule, Severity severity) {
        Gauge.builder("pilotwatch.alerts.open", () -> open.getOrDefault(rule.name() + " " + severity, 0L))
                .description("Alerts that are open or acknowledged")
                .tag("rule", rule.name())
                .tag("severity", severity.name())
                .register(metrics);
    }

    private void counter(MeterRegistry metrics, Rule rule, Outcome outcome) {
        var name =
                "pilotwatch.alerts." + outcome.name().toLowerCase(Locale.ROOT).replace('_', '.');
        FunctionCounter.builder(name, this, m -> m.tally.count(rule.name(), outcome))
                .description("Thresholds of rules by what became of them; see AlertMeters")
                .tag("rule", rule.name())
                .register(metrics);
    }
}
