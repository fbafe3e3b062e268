package io.pilotwatch.milestone.indicator;

import io.pilotwatch.contracts.Text;
import java.util.List;

/**
 * What a pilot brings, so far.
 *
 * @param synthetic made for a demonstration; must be marked wherever it shows
 * @param benefits in the programme's order
 */
public record IndicatorsView(String pilotId, boolean synthetic, List<Benefit> benefits) {

    /** One benefit with the indicators that show it. */
    public record Benefit(String code, Text name, List<IndicatorView> indicators) {}
}
