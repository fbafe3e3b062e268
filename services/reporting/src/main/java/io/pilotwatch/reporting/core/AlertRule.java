package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Text;
import java.util.Map;

/** What the rules behind alerts are called. */
public final class AlertRule {

    /** The rule that speaks of a team's silence. */
    public static final String STALE = "PILOT_STALE";

    private static final Map<String, Text> NAMES = Map.of(
            "MILESTONE_DUE_SOON",
            new Text("里程碑临近到期", "Milestone due soon"),
            "MILESTONE_OVERDUE",
            new Text("里程碑逾期", "Milestone overdue"),
            STALE,
            new Text("长期未报送进展", "No word from the team"),
            "PROHIBITED_CONTENT",
            new Text("涉禁止行为内容", "Words of prohibited conduct"));

    private AlertRule() {}

    /** The rule with its name; one that this version does not know shows its code. */
    public static Named named(String rule) {
        return new Named(rule, NAMES.getOrDefault(rule, new Text(rule, rule)));
    }
}
