package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.Nullable;
import java.time.Instant;
import java.util.List;

/**
 * What a rule made of one subject at an instant, and from what.
 *
 * @param breach null where it did not hold
 * @param inputs what the rule looked at, in its order
 * @param nextAt the next instant at which it can change its mind without an event; null for never
 */
public record Explanation(
        String rule,
        String subject,
        long deadlineVersion,
        @Nullable Breach breach,
        List<Input> inputs,
        @Nullable Instant nextAt) {

    /**
     * One thing that a rule looked at.
     *
     * @param name in camelCase, such as {@code due}
     * @param value a day, an instant, a number or a code, as text; empty where there is none
     */
    public record Input(String name, String value) {}

    /** The identity of the alert that there would be. */
    public String alertId(String pilotId) {
        return Breach.alertId(pilotId, rule, subject, deadlineVersion);
    }

    /** Whether the rule held. */
    public boolean held() {
        return breach != null;
    }
}
