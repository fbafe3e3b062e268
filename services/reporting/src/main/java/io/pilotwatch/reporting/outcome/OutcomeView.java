package io.pilotwatch.reporting.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.core.BenefitFigures;
import io.pilotwatch.reporting.core.Spread;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What came of pilots as of the end of a programme day.
 *
 * @param pilots how many there are, those that left the programme and those made for a demonstration among them
 * @param synthetic of those, made for a demonstration
 * @param benefits in the programme's order
 */
public record OutcomeView(LocalDate asOf, int pilots, int synthetic, List<OfBenefit> benefits) {

    /** One benefit, by its indicators in the programme's order. */
    public record OfBenefit(Named benefit, List<OfIndicator> indicators) {

        static OfBenefit of(BenefitFigures figures) {
            var benefit = figures.benefit();
            return new OfBenefit(
                    new Named(benefit.code(), benefit.name()),
                    figures.indicators().stream().map(OfIndicator::of).toList());
        }
    }

    /**
     * One indicator. What is additive has a sum, anything else, such as a ratio, a median or a unit cost, only tells how the
     * pilots' values lie.
     *
     * @param direction {@code UP} or {@code DOWN}: which way is better
     * @param type {@code CUMULATIVE}, {@code PERIOD}, {@code SNAPSHOT} or {@code RATIO} (in percent)
     * @param promising pilots whose task book has a target for it
     * @param telling pilots that told of it at least once
     * @param atTarget of those promising, the ones whose latest value is at the target or better
     * @param sum of the pilots' values, of what is counted per period over all periods; in {@code unit}; null where it is not
     *     additive
     * @param spread of the pilots' latest values, in {@code unit}; null where it is additive or none told of it
     * @param achieved percent of the change that was promised in all; null where it is not additive, or nothing better than the
     *     baseline was promised
     * @param achievedByPilot how the pilots' own percentages lie, 0 for one that promised and has not told; null where none
     *     promised anything better than its baseline
     * @param vouched who vouches for it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OfIndicator(
            Named indicator,
            Text unit,
            Programme.Direction direction,
            Programme.IndicatorType type,
            boolean additive,
            int promising,
            int telling,
            int atTarget,
            BigDecimal sum,
            Spread spread,
            BigDecimal achieved,
            Spread achievedByPilot,
            List<Vouched> vouched) {

        private static OfIndicator of(BenefitFigures.OfIndicator figures) {
            var indicator = figures.indicator();
            return new OfIndicator(
                    new Named(indicator.code(), indicator.name()),
                    indicator.unit(),
                    indicator.direction(),
                    indicator.type(),
                    indicator.additive(),
                    figures.promising(),
                    figures.telling(),
                    figures.atTarget(),
                    figures.sum(),
                    figures.spread(),
                    figures.achieved(),
                    figures.achievedByPilot(),
                    figures.vouched().entrySet().stream()
                            .map(e -> new Vouched(
                                    new Named(e.getKey().name(), e.getKey().text()),
                                    e.getValue().pilots(),
                                    e.getValue().sum()))
                            .toList());
        }
    }

    /**
     * For how much somebody vouches: {@code DECLARED} by the team alone, {@code THIRD_PARTY} or {@code AUTHORITY}.
     *
     * @param pilots for whose latest value
     * @param sum of what is vouched for, in the indicator's unit; null where it is not additive
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Vouched(Named level, int pilots, BigDecimal sum) {}
}
