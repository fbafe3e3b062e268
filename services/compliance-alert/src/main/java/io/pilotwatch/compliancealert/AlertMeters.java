package io.pilotwatch.compliancealert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.compliancealert.core.Rule;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.platform.DatabaseFailure;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * How many alerts are open and how many were raised, for Prometheus:
 *
 * <ul>
 *   <li>{@code pilotwatch_alerts_open{rule,severity}}: not cleared, as counted at most five seconds ago
 *   <li>{@code pilotwatch_alerts_raised_total{rule}}: raised by this process, each crossed threshold once
 *   <li>{@code pilotwatch_alerts_raised_late_total}: those of them that came later than the programme tolerates
 *   <li>{@code pilotwatch_sweep_last_timestamp_seconds}: when this process last swept, by the wall clock
 * </ul>
 */
@ApplicationScoped
class AlertMeters {

    /** Counted once the transaction is through, so that a batch tried again counts once. */
    record Raised(List<AlertRaised> events) {}

    private final DataSource database;
    private final MeterRegistry metrics;
    private final Event<Raised> raised;
    private final Counter late;
    private volatile Map<String, Long> open = Map.of();
    private volatile double lastSweep;

    AlertMeters(DataSource database, MeterRegistry metrics, Event<Raised> raised) {
        this.database = database;
        this.metrics = metrics;
        this.raised = raised;
        this.late = metrics.counter("pilotwatch.alerts.raised.late");
        metrics.gauge("pilotwatch.sweep.last.timestamp.seconds", this, m -> m.lastSweep);
        for (var rule : Rules.ALL) {
            counter(rule.name());
            for (var severity : Severity.values()) {
                gauge(rule, severity);
            }
        }
    }

    void raised(List<AlertEvent> events) {
        raised.fire(new Raised(events.stream()
                .filter(AlertRaised.class::isInstance)
                .map(AlertRaised.class::cast)
                .toList()));
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Raised committed) {
        for (var event : committed.events()) {
            counter(event.alert().rule()).increment();
            late.increment(event.alert().lateDetected() ? 1 : 0);
        }
    }

    void swept() {
        lastSweep = metrics.config().clock().wallTime() / 1000.0;
    }

    /** A scrape costs no query. */
    @Scheduled(every = "5s")
    void countOpen() {
        var counted = new HashMap<String, Long>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select rule, severity, count(*) from alert where state <> 'CLEARED' group by rule, severity");
                var found = select.executeQuery()) {
            while (found.next()) {
                counted.put(found.getString(1) + " " + found.getString(2), found.getLong(3));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        open = Map.copyOf(counted);
    }

    private void gauge(Rule rule, Severity severity) {
        Gauge.builder("pilotwatch.alerts.open", () -> open.getOrDefault(rule.name() + " " + severity, 0L))
                .tag("rule", rule.name())
                .tag("severity", severity.name())
                .register(metrics);
    }

    private Counter counter(String rule) {
        return metrics.counter("pilotwatch.alerts.raised", "rule", rule);
    }
}
