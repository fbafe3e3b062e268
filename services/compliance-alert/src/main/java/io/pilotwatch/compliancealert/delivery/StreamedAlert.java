package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened to an alert, as the live stream tells it.
 *
 * @param fields codes of the pilot's
 * @param rule its code
 * @param subject the milestone id, or {@code pilot}
 * @param revision of the alert, after it
 * @param at by the programme clock
 * @param text the alert's, or why it was cleared or dismissed
 */
public record StreamedAlert(
        String alertId,
        String pilotId,
        String organisation,
        List<String> fields,
        String rule,
        String subject,
        Severity severity,
        int level,
        boolean muted,
        long revision,
        Instant at,
        Text text) {}
