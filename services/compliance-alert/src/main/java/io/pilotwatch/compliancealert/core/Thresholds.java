package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Measure;
import io.pilotwatch.contracts.Programme.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the programme gives each rule thresholds that it can read. Contracts know no rule by name, so it is asked here. */
public final class Thresholds {

    private static final Set<Measure> DAYS = Set.of(Measure.DAYS, Measure.WORKING_DAYS);

    /** Of the rules that count anything but days. */
    private static final Map<String, Measure> MAGNITUDES = Map.of(
            "PROGRESS_FELL", Measure.PERCENT,
            "INDICATOR_BEHIND", Measure.PERCENT,
            "INDICATOR_UNCHANGED", Measure.PERIODS,
            "PROHIBITED_CONTENT", Measure.GRADE);

    /** Rules whose graver threshold is the lower one. */
    private static final Set<String> DOWNWARDS =
            Set.of(Rules.DUE_SOON, Rules.REPORT_DUE_SOON, Rules.DEADLINE_APPROACHING, "INDICATOR_BEHIND");

    private Thresholds() {}

    /** Everything that is wrong, each with its pointer into the programme file; empty where all can be read. */
    public static List<String> problems(Programme programme) {
        var problems = new ArrayList<String>();
        programme.rules().forEach((rule, thresholds) -> {
            var at = "/rules/" + rule;
            if (Rules.named(rule).isEmpty()) {
                problems.add(at + ": names no rule");
                return;
            }
            var known = MAGNITUDES.containsKey(rule) ? Set.of(MAGNITUDES.get(rule)) : DAYS;
            if (thresholds.stream().anyMatch(t -> !known.contains(t.in()))) {
                problems.add(at + ": counts no " + thresholds.getFirst().in());
            } else if (runsWrong(rule, thresholds)) {
                problems.add(at + ": begins with what is crossed last");
            }
        });
        return problems;
    }

    private static boolean runsWrong(String rule, List<Threshold> thresholds) {
        int last = thresholds.getLast().at() - thresholds.getFirst().at();
        return DOWNWARDS.contains(rule) ? last > 0 : last < 0;
    }
}
