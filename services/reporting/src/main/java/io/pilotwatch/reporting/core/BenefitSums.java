package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.reporting.core.BenefitFigures.OfIndicator;
import io.pilotwatch.reporting.core.PilotFacts.Indicator;
import io.pilotwatch.reporting.core.PilotFacts.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What many pilots brought: one is added and taken away again without looking at the others, and in whatever order they
 * came, equal pilots make equal sums. Those that left the programme stay in it with what they promised and what they
 * brought; an indicator that the programme does not know is left out.
 */
public final class BenefitSums {

    private final Programme programme;
    private final Map<String, IndicatorSums> sums = new HashMap<>();

    /** Of no pilots yet. */
    public BenefitSums(Programme programme) {
        this.programme = programme;
    }

    /** With what one more pilot brought. */
    public void add(Outcome outcome) {
        outcome.indicators().forEach(told -> count(told, 1));
    }

    /** Without that of a pilot that was added as it is. */
    public void subtract(Outcome outcome) {
        outcome.indicators().forEach(told -> count(told, -1));
    }

    private void count(Indicator told, int sign) {
        programme.indicator(told.indicator()).ifPresent(indicator -> {
            var of = sums.computeIfAbsent(indicator.code(), code -> new IndicatorSums(indicator));
            of.count(told, sign);
            if (of.isEmpty()) {
                sums.remove(indicator.code());
            }
        });
    }

    /** The programme's benefits in its order, those that nobody promises or tells of as well. */
    public List<BenefitFigures> figures() {
        return programme.benefits().stream()
                .map(benefit -> new BenefitFigures(
                        benefit,
                        benefit.indicators().stream().map(this::figures).toList()))
                .toList();
    }

    private OfIndicator figures(Programme.Indicator indicator) {
        return sums.getOrDefault(indicator.code(), new IndicatorSums(indicator)).figures();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BenefitSums s && sums.equals(s.sums);
    }

    @Override
    public int hashCode() {
        return sums.hashCode();
    }
}
