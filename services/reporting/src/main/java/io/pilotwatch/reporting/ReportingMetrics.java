package io.pilotwatch.reporting;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.reporting.core.Breakdown;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.Sums;
import io.pilotwatch.reporting.core.Sums.Measure;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.ToDoubleFunction;

/**
 * The portfolio as Prometheus figures, as of today by the programme clock. {@code field} is the code of a row of the
 * portfolio: a field, a kind that covers several, or {@code not-stated}; each pilot is in exactly one, so the rows add up.
 * Every combination of labels is there from the start, and a scrape costs no query. Each replica tells the same: take the
 * maximum over replicas, then the sum over fields.
 *
 * <ul>
 *   <li>{@code pilotwatch_pilots{field,state,synthetic}}, {@code pilotwatch_pilots_rated{field,rating}}: by the system's
 *       rating, {@code pilotwatch_forecast_late_pilots{field}}: forecast to finish after the deadline, or did
 *   <li>{@code pilotwatch_milestones{field,state}}, {@code pilotwatch_milestones_overdue{field}}: open after the due day,
 *       {@code pilotwatch_milestones_reached_late{field}}: reached after it, {@code pilotwatch_milestones_expected{field}}: due
 *       before today or reached already, {@code pilotwatch_milestones_on_time{field}}: of those reached by the due day
 *   <li>{@code pilotwatch_alerts_open{field,severity}}: that somebody is told of, so without the muted ones
 *   <li>{@code pilotwatch_reports_expected{field}}: periodic reports due before today or received already,
 *       {@code pilotwatch_reports_received} of those, without what was given back, and {@code pilotwatch_reports_on_time} of
 *       those
 *   <li>{@code pilotwatch_reports_on_time_ratio{field}}, {@code pilotwatch_milestones_on_time_ratio{field}}: on time of those
 *       expected. Where nothing was due it is 1, since nothing is late, while the API says null. Over several fields
 *       add up the sums, never the ratios
 *   <li>{@code pilotwatch_programme_timestamp_seconds}: where the programme clock stands,
 *       {@code pilotwatch_deadline_timestamp_seconds}: the first moment at which it is too late
 *   <li>{@code pilotwatch_journal_events_total}: events in the journal, also those of applications that came to nothing
 * </ul>
 */
@Singleton
@Startup
class ReportingMetrics {

    private final MeterRegistry metrics;
    private final Portfolios portfolios;
    private final JournalRows journal;
    private final Sums none;
    private volatile long events;

    ReportingMetrics(
            MeterRegistry metrics, Portfolios portfolios, JournalRows journal, Programme programme, Clock clock) {
        this.metrics = metrics;
        this.portfolios = portfolios;
        this.journal = journal;
        this.none = new Sums(programme);
        FieldGroup.all(programme, programme.start()).stream()
                .map(FieldGroup::code)
                .forEach(this::field);
        Gauge.builder("pilotwatch.programme.timestamp.seconds", () -> clock.millis() / 1000.0)
                .description("Where the programme clock stands")
                .register(metrics);
        Gauge.builder(
                        "pilotwatch.deadline.timestamp.seconds",
                        () -> programme.deadlineInstant().getEpochSecond())
                .description("The first moment at which it is too late")
                .register(metrics);
        FunctionCounter.builder("pilotwatch.journal.events", this, m -> m.events)
                .description("Events in the journal")
                .register(metrics);
    }

    private void field(String field) {
        pilots(field);
        milestones(field);
        reports(field);
        for (var severity : Severity.values()) {
            gauge(
                    "alerts.open",
                    "Open alerts that somebody is told of",
                    Tags.of("field", field, "severity", severity.name()),
                    sums -> sums.of(Measure.SEVERITY, severity.name()));
        }
    }

    private void pilots(String field) {
        var pilots = "Pilots by field, state and whether they were made up for a demonstration";
        for (var state : PilotState.values()) {
            var tags = Tags.of("field", field, "state", state.name());
            ToDoubleFunction<Sums> synthetic = sums -> sums.of(Measure.SYNTHETIC, state.name());
            gauge("pilots", pilots, tags.and("synthetic", "true"), synthetic);
            gauge(
                    "pilots",
                    pilots,
                    tags.and("synthetic", "false"),
                    sums -> sums.of(Measure.STATE, state.name()) - synthetic.applyAsDouble(sums));
        }
        for (var rating : Rating.values()) {
            gauge(
                    "pilots.rated",
                    "Pilots by the system's rating",
                    Tags.of("field", field, "rating", rating.name()),
                    sums -> sums.of(Measure.RATING, rating.name()));
        }
        gauge(
                "forecast.late.pilots",
                "Pilots that by the system's forecast finish after the deadline, or did",
                Tags.of("field", field),
                sums -> sums.of(Measure.FORECAST_LATE, ""));
    }

    private void milestones(String field) {
        for (var state : MilestoneState.values()) {
            gauge(
                    "milestones",
                    "Milestones by field and state",
                    Tags.of("field", field, "state", state.name()),
                    sums -> sums.of(Measure.MILESTONE, state.name()));
        }
        var tags = Tags.of("field", field);
        gauge("milestones.overdue", "Milestones open after their due day", tags, s -> s.of(Measure.OVERDUE, ""));
        gauge(
                "milestones.expected",
                "Milestones due before today, or reached already",
                tags,
                s -> s.all(Measure.MILESTONES_EXPECTED));
        gauge("milestones.on.time", "Of those, reached by the due day", tags, s -> s.all(Measure.MILESTONES_ON_TIME));
        gauge(
                "milestones.reached.late",
                "Milestones reached after their due day",
                tags,
                s -> s.of(Measure.REACHED_LATE, ""));
        gauge(
                "milestones.on.time.ratio",
                "Milestones reached by their due day, of those expected; 1 where none was",
                tags,
                sums -> ratio(sums, Measure.MILESTONES_ON_TIME, Measure.MILESTONES_EXPECTED));
    }

    private void reports(String field) {
        var tags = Tags.of("field", field);
        gauge(
                "reports.expected",
                "Periodic reports due before today, or received",
                tags,
                s -> s.all(Measure.REPORTS_EXPECTED));
        gauge("reports.received", "Of those, received", tags, s -> s.all(Measure.REPORTS_RECEIVED));
        gauge("reports.on.time", "Of those, received by the due day", tags, s -> s.all(Measure.REPORTS_ON_TIME));
        gauge(
                "reports.on.time.ratio",
                "Periodic reports received by the due day, of those expected; 1 where none was",
                tags,
                sums -> ratio(sums, Measure.REPORTS_ON_TIME, Measure.REPORTS_EXPECTED));
    }

    private static double ratio(Sums sums, Measure onTime, Measure expected) {
        return sums.all(expected) == 0 ? 1 : (double) sums.all(onTime) / sums.all(expected);
    }

    /** A figure of one row; its field is among the tags. */
    private void gauge(String name, String description, Tags tags, ToDoubleFunction<Sums> figure) {
        var field = tags.stream()
                .filter(tag -> tag.getKey().equals("field"))
                .findFirst()
                .orElseThrow()
                .getValue();
        Gauge.builder("pilotwatch." + name, this, m -> m.row(field, figure))
                .description(description)
                .tags(tags)
                .register(metrics);
    }

    /** Before the first look at the database there are no pilots, and so no lateness either. */
    private double row(String field, ToDoubleFunction<Sums> figure) {
        var held = portfolios.last();
        return held == null ? figure.applyAsDouble(none) : held.sums(Breakdown.FIELD, field, figure::applyAsDouble);
    }

    /** A scrape costs no query. */
    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void count() {
        events = journal.count();
    }
}
