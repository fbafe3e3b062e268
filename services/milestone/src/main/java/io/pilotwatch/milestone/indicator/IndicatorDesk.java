package io.pilotwatch.milestone.indicator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.Programme.Indicator;
import io.pilotwatch.milestone.Pilots;
import io.pilotwatch.milestone.PlanInForce;
import io.pilotwatch.milestone.Present;
import io.pilotwatch.milestone.Standing;
import io.pilotwatch.milestone.indicator.IndicatorRows.ValueRow;
import io.pilotwatch.milestone.indicator.core.Series;
import io.pilotwatch.milestone.indicator.core.Series.Input;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Outbox;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Where values of indicators are decided on and looked at. */
@ApplicationScoped
public class IndicatorDesk {

    private final Pilots pilots;
    private final IndicatorRows rows;
    private final PlanInForce plan;
    private final Outbox outbox;
    private final Present present;

    IndicatorDesk(Pilots pilots, IndicatorRows rows, PlanInForce plan, Outbox outbox, Present present) {
        this.pilots = pilots;
        this.rows = rows;
        this.plan = plan;
        this.outbox = outbox;
        this.present = present;
    }

    /** All indicators, by benefit, for whoever may see the pilot. */
    public IndicatorsView look(Caller caller, String pilotId) {
        var pilot = pilots.see(caller, pilotId);
        var said = rows.of(pilotId).stream().collect(groupingBy(ValueRow::indicator));
        var targets = targets(pilotId);
        var benefits = present.programme().benefits().stream()
                .map(benefit -> new IndicatorsView.Benefit(
                        benefit.code(),
                        benefit.name(),
                        benefit.indicators().stream()
                                .map(i -> IndicatorView.of(
                                        i, targets.get(i.code()), said.getOrDefault(i.code(), List.of())))
                                .toList()))
                .toList();
        return new IndicatorsView(pilotId, pilot.synthetic(), benefits);
    }

    /** One indicator. */
    public IndicatorView look(Caller caller, String pilotId, String code) {
        pilots.see(caller, pilotId);
        var indicator = known(code);
        return IndicatorView.of(indicator, targets(pilotId).get(code), said(pilotId, indicator));
    }

    private Map<String, IndicatorTarget> targets(String pilotId) {
        return plan.indicators(pilotId).stream().collect(toMap(IndicatorTarget::indicator, Function.identity()));
    }

    private Indicator known(String code) {
        return present.programme().indicator(code).orElseThrow(() -> Problem.notFound(code));
    }

    private List<ValueRow> said(String pilotId, Indicator indicator) {
        return rows.of(pilotId).stream()
                .filter(row -> row.indicator().equals(indicator.code()))
                .toList();
    }

    /** Loads, decides once, saves and tells, inside the request's transaction: the same way for either input. */
    public IndicatorView.Value decide(Caller caller, String pilotId, String code, Input in, List<UUID> evidenceIds) {
        var pilot = pilots.report(caller, pilotId);
        var indicator = known(code);
        var said = said(pilotId, indicator);
        var act = present.act(caller, pilotId);
        var series = series(pilot, indicator, said);
        return switch (series.decide(in, act)) {
            case Refused(var refusal) -> throw Problem.of(refusal);
            case Decided(var next, var events) -> {
                rows.add(
                        pilotId,
                        new ValueRow(
                                code,
                                next.revision(),
                                in.period(),
                                next.value(in.period()),
                                in instanceof Input.Record first ? first.note() : null,
                                evidenceIds,
                                in instanceof Input.Correct correct ? correct.reason() : null,
                                act.by(),
                                act.at()));
                outbox.add(events);
                yield IndicatorView.Value.of(said(pilotId, indicator).stream()
                        .filter(row -> row.period().equals(in.period()))
                        .toList());
            }
        };
    }

    private Series series(Standing pilot, Indicator indicator, List<ValueRow> said) {
        var standing = new LinkedHashMap<String, BigDecimal>();
        said.forEach(row -> standing.put(row.period(), row.value()));
        var months = present.programme().reports().everyMonths();
        return Series.of(indicator, months, pilot.approvedOn(), said.size(), standing);
    }
}
