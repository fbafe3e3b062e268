package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.reporting.core.BenefitFigures.OfIndicator;
import io.pilotwatch.reporting.core.BenefitFigures.Vouched;
import io.pilotwatch.reporting.core.PilotFacts.Indicator;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What many pilots brought of one indicator. */
final class IndicatorSums {

    private final Programme.Indicator indicator;
    private int promising;
    private int telling;
    private int atTarget;
    private BigDecimal promised = BigDecimal.ZERO;
    private BigDecimal gained = BigDecimal.ZERO;
    private final Map<EvidenceLevel, Integer> pilots = new EnumMap<>(EvidenceLevel.class);
    private final Map<EvidenceLevel, BigDecimal> amounts = new EnumMap<>(EvidenceLevel.class);
    private final Spread.Values values = new Spread.Values();
    private final Spread.Values shares = new Spread.Values();

    IndicatorSums(Programme.Indicator indicator) {
        this.indicator = indicator;
    }

    void count(Indicator told, int sign) {
        Promise.of(told, indicator).ifPresent(promise -> count(promise, sign));
        if (told.value() == null) {
            return;
        }
        telling += sign;
        pilots.merge(told.level(), sign, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
        if (!indicator.additive()) {
            values.count(told.value(), sign);
            return;
        }
        var vouched = told.thirdParty().add(told.verified());
        count(EvidenceLevel.DECLARED, told.total().subtract(vouched), sign);
        count(EvidenceLevel.THIRD_PARTY, told.thirdParty(), sign);
        count(EvidenceLevel.AUTHORITY, told.verified(), sign);
    }

    private void count(Promise promise, int sign) {
        promising += sign;
        atTarget += promise.isKept() ? sign : 0;
        if (promise.percent() == null) {
            return;
        }
        shares.count(promise.percent(), sign);
        if (indicator.additive()) {
            promised = sum(promised, promise.promised(), sign);
            gained = promise.gained() == null ? gained : sum(gained, promise.gained(), sign);
        }
    }

    private void count(EvidenceLevel level, BigDecimal amount, int sign) {
        var sum = sum(amounts.getOrDefault(level, BigDecimal.ZERO), amount, sign);
        if (sum.signum() == 0) {
            amounts.remove(level);
        } else {
            amounts.put(level, sum);
        }
    }

    private static BigDecimal sum(BigDecimal sum, BigDecimal amount, int sign) {
        return Exact.plain(sign < 0 ? sum.subtract(amount) : sum.add(amount));
    }

    /** Whether no pilot is in it: a pilot that neither promises nor tells has no such indicator. */
    boolean isEmpty() {
        return promising == 0 && telling == 0;
    }

    OfIndicator figures() {
        var vouched = new EnumMap<EvidenceLevel, Vouched>(EvidenceLevel.class);
        for (var level : EvidenceLevel.values()) {
            vouched.put(level, new Vouched(pilots.getOrDefault(level, 0), indicator.additive() ? amount(level) : null));
        }
        return new OfIndicator(
                indicator,
                promising,
                telling,
                atTarget,
                indicator.additive()
                        ? Exact.plain(amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        : null,
                values.spread(),
                indicator.additive() ? Promise.percent(gained, promised) : null,
                shares.spread(),
                Collections.unmodifiableMap(vouched));
    }

    private BigDecimal amount(EvidenceLevel level) {
        return amounts.getOrDefault(level, BigDecimal.ZERO);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndicatorSums s && parts().equals(s.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(indicator, promising, telling, atTarget, promised, gained, pilots, amounts, values, shares);
    }
}
