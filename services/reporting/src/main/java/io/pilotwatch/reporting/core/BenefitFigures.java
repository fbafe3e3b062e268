package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What the pilots brought of one benefit, by its indicators in the programme's order. */
public record BenefitFigures(Programme.Benefit benefit, List<OfIndicator> indicators) {

    /**
     * What they brought of one indicator.
     *
     * @param promising pilots whose task book has a target for it
     * @param telling pilots that told of it at least once
     * @param atTarget of those promising, the ones whose latest value is at the target or better
     * @param sum of the pilots' totals, in its unit; null where the programme says that they are not to be added up
     * @param spread of the pilots' latest values, in its unit, where they are not to be added up and there are any; otherwise
     *     null
     * @param achieved percent of the change that was promised, in all: what was gained over what was promised, rounded down to
     *     one decimal; null where it is not to be added up, or nothing better than the baseline was promised
     * @param achievedByPilot how the pilots' own percentages lie; null where none promised anything better than its baseline
     * @param vouched who vouches for it
     */
    public record OfIndicator(
            Programme.Indicator indicator,
            int promising,
            int telling,
            int atTarget,
            @Nullable BigDecimal sum,
            @Nullable Spread spread,
            @Nullable BigDecimal achieved,
            @Nullable Spread achievedByPilot,
            Map<EvidenceLevel, Vouched> vouched) {}

    /**
     * For how much somebody vouches.
     *
     * @param pilots whose latest value it is for
     * @param sum of what they vouch for in the total; null where it is not to be added up
     */
    public record Vouched(int pilots, @Nullable BigDecimal sum) {}
}
