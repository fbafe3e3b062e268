package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import java.util.List;

/** Gives the indicators of a plan their names and units. */
record Goals(Programme programme) {

    private static final Text NO_UNIT = new Text("", "");

    List<Goal> of(List<IndicatorTarget> targets) {
        return targets.stream()
                .map(t -> new Goal(
                        t.indicator(),
                        name(t.indicator()),
                        programme
                                .indicator(t.indicator())
                                .map(Programme.Indicator::unit)
                                .orElse(NO_UNIT),
                        t.baseline(),
                        t.target()))
                .toList();
    }

    /** What it is called; an indicator that a later programme has no more shows its code. */
    Text name(String code) {
        return programme.indicator(code).map(Programme.Indicator::name).orElse(new Text(code, code));
    }
}
