package io.pilotwatch.reporting;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.reporting.core.Breakdown;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.Sums.Measure;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** The views as Prometheus figures. Every combination of labels is there from the start; a scrape costs no query. */
@Singleton
@Startup
class ReportingMetrics {

    private final Portfolios portfolios;

    ReportingMetrics(MeterRegistry metrics, Portfolios portfolios, Programme programme) {
        this.portfolios = portfolios;
        for (var group : FieldGroup.all(programme, programme.start())) {
            for (var state : PilotState.values()) {
                pilots(metrics, group.code(), state, true);
                pilots(metrics, group.code(), state, false);
            }
        }
        for (var state : MilestoneState.values()) {
            milestones(metrics, state);
        }
        Gauge.builder(
                        "pilotwatch.deadline.timestamp.seconds",
                        () -> programme.deadlineInstant().getEpochSecond())
                .description("The first moment at which it is too late")
                .register(metrics);
        FunctionCounter.builder("pilotwatch.journal.events", this, m -> m.last(Held::revision))
                .description("Events in the journal")
                .register(metrics);
    }

    private void pilots(MeterRegistry metrics, String group, PilotState state, boolean synthetic) {
        Gauge.builder(
                        "pilotwatch.pilots",
                        this,
                        m -> m.last(held -> held.sums(Breakdown.FIELD, group, sums -> {
                            long made = sums.of(Measure.SYNTHETIC, state.name());
                            return synthetic ? made : sums.of(Measure.STATE, state.name()) - made;
                        })))
                .description("Pilots by field, state and whether they were made up for a demonstration")
                .tag("field", group)
                .tag("state", state.name())
                .tag("synthetic", Boolean.toString(synthetic))
                .register(metrics);
    }

    private void milestones(MeterRegistry metrics, MilestoneState state) {
        Gauge.builder(
                        "pilotwatch.milestones",
                        this,
                        m -> m.last(held -> held.sums(sums -> sums.of(Measure.MILESTONE, state.name()))))
                .description("Milestones by state")
                .tag("state", state.name())
                .register(metrics);
    }

    private double last(ToDoubleFunction<Held> figure) {
        var held = portfolios.last();
        return held == null ? 0 : figure.applyAsDouble(held);
    }
}
