package io.pilotwatch.reporting;

import io.pilotwatch.reporting.core.Backtest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures the forecasts against what came of them. That looks at the whole life of each finished pilot, so it is done once
 * for a day and the pilots finished by then, whatever else is heard of them.
 */
@ApplicationScoped
class ForecastErrors {

    private static final int KEPT = 50;

    private final Portfolios portfolios;
    private final FactsRows facts;

    private record Kept(int pilots, ForecastErrorView view) {}

    private final Map<LocalDate, Kept> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Kept> eldest) {
            return size() > KEPT;
        }
    };

    ForecastErrors(Portfolios portfolios, FactsRows facts) {
        this.portfolios = portfolios;
        this.facts = facts;
    }

    /** As of the end of a day. */
    synchronized ForecastErrorView on(LocalDate day) {
        var finished = portfolios.on(day).pilots().stream()
                .filter(p -> p.finishedOn() != null)
                .toList();
        var known = kept.get(day);
        if (known != null && known.pilots() == finished.size()) {
            return known.view();
        }
        var backtest = new Backtest();
        for (var pilot : finished) {
            backtest.add(
                    pilot.facts().register().approvedOn(),
                    facts.planHistory(pilot.facts().pilotId()),
                    pilot.finishedOn());
        }
        var view = new ForecastErrorView(day, backtest.pilots(), backtest.results());
        kept.put(day, new Kept(finished.size(), view));
        return view;
    }
}
