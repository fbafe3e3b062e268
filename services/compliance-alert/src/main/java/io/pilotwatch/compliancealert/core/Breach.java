package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.Explanation.Input;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.List;

/**
 * A rule that holds now.
 *
 * @param subject the milestone id, {@code pilot} where the rule looks at the whole pilot, or a kind and an id
 * @param deadlineVersion which promise was broken; with the rule and the subject it tells one episode from the next
 * @param level 1 for the first threshold crossed, one more for each further one
 * @param threshold the crossed threshold, in the measure of the programme file
 * @param crossings for each level up to this one, the first instant at which it could have been raised
 * @param text the reason with its figures; the same for as long as the level and the facts hold
 * @param inputs what the rule looked at
 */
public record Breach(
        String rule,
        String subject,
        long deadlineVersion,
        int level,
        int threshold,
        Severity severity,
        List<Instant> crossings,
        Text text,
        List<Input> inputs) {

    /** The first instant at which this level could have been raised. */
    public Instant expectedAt() {
        return crossings.getLast();
    }

    /** The identity of its alert, spelled out: {@code BP-001.MILESTONE_OVERDUE.m3.1}. */
    public String alertId(String pilotId) {
        return alertId(pilotId, rule, subject, deadlineVersion);
    }

    static String alertId(String pilotId, String rule, String subject, long deadlineVersion) {
        return "%s.%s.%s.%d".formatted(pilotId, rule, subject, deadlineVersion);
    }
}
