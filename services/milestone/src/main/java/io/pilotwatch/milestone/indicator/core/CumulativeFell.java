package io.pilotwatch.milestone.indicator.core;

import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.Refusal;
import io.pilotwatch.contracts.Text;
import java.math.BigDecimal;

/**
 * A count of all so far would be less than at an earlier time. Whatever the right figures are, they can be reached: those
 * that go down from the earliest on, those that go up from the latest on.
 *
 * @param other the value that stands in the way, which was recorded for {@code period}
 * @param isEarlier whether that period came before
 */
record CumulativeFell(Period period, BigDecimal other, boolean isEarlier) implements Refusal {

    @Override
    public String name() {
        return "CUMULATIVE_FELL";
    }

    @Override
    public Text text() {
        var figure = other.toPlainString();
        return isEarlier
                ? new Text(
                        "累计值不能低于%s的 %s；若该值有误，请先更正该值。".formatted(period.text().zh(), figure),
                        "What counts all so far is not below the %s of %s; if that is wrong, correct it first."
                                .formatted(figure, period.text().en()))
                : new Text(
                        "累计值不能高于%s的 %s；若该值有误，请先更正该值。".formatted(period.text().zh(), figure),
                        "What counts all so far is not above the %s of %s; if that is wrong, correct it first."
                                .formatted(figure, period.text().en()));
    }

    @Override
    public String pointer() {
        return "/value";
    }
}
