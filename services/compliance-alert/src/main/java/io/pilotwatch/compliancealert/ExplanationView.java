package io.pilotwatch.compliancealert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.compliancealert.core.Explanation.Input;
import io.pilotwatch.compliancealert.delivery.DeliveryView;
import io.pilotwatch.contracts.AlertEvent.Mute;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.List;

/**
 * Why there was an alert of a pilot at an instant, or none: what each rule looked at, what it made of it, and what became
 * of that.
 *
 * @param at the instant, by the programme clock; what is said below is as it was known here then
 * @param state of the pilot then
 * @param regulator the agency to which deliveries are narrowed down; null for all
 * @param rules every rule, in the order of the list; a rule has an entry for each thing that it looked at
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExplanationView(
        String pilotId,
        String organisation,
        Named state,
        Instant at,
        @Nullable String regulator,
        List<Finding> rules) {

    /**
     * What a rule made of one subject.
     *
     * @param subject the milestone id, {@code pilot}, or a kind and an id
     * @param held whether the rule held
     * @param level 1 for the first threshold; null where it did not hold
     * @param expectedAt since when it could have been said; null where it did not hold
     * @param text the reason with its figures; null where it did not hold
     * @param inputs what the rule looked at
     * @param nextAt when it could change its mind by itself; null for never
     * @param muted why nobody was to be told; null where somebody was, or it did not hold
     * @param alertId of the alert that there would be
     * @param history what had happened to that alert by then, oldest first; empty where there was none
     * @param deliveries whom it was sent to by then, each try and its answer
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(
            Named rule,
            String subject,
            long deadlineVersion,
            boolean held,
            @Nullable Integer level,
            @Nullable Named severity,
            @Nullable Instant expectedAt,
            @Nullable Text text,
            List<Input> inputs,
            @Nullable Instant nextAt,
            @Nullable Mute muted,
            String alertId,
            List<AlertView.Step> history,
            List<DeliveryView> deliveries) {}
}
