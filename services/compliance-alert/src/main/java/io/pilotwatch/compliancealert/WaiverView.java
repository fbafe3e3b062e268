package io.pilotwatch.compliancealert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.compliancealert.core.Waivers;
import java.time.Instant;

/**
 * A waiver as the API shows it.
 *
 * @param revision counts its changes from 1
 * @param rule the rule that it covers; null for every one that a waiver can cover
 * @param subject what the rule looks at, such as {@code m3}; null for everything
 * @param by the account that granted it
 * @param until when it ends by itself
 * @param endedAt when a person ended it before that; null where none did
 * @param inForce whether it mutes anything now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WaiverView(
        String waiverId,
        String pilotId,
        long revision,
        String rule,
        String subject,
        String reason,
        String by,
        Instant until,
        Instant endedAt,
        boolean inForce) {

    static WaiverView of(Waivers.Known known, Instant now) {
        var w = known.waiver();
        return new WaiverView(
                w.waiverId(),
                w.pilotId(),
                known.revision(),
                w.rule(),
                w.subject(),
                w.reason(),
                w.by(),
                w.until(),
                w.endedAt(),
                known.isInForce(now));
    }
}
