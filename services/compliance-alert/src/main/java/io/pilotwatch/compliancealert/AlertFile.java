package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.delivery.DeliveryView;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * All that there is about one alert, for the person who works on it.
 *
 * @param subject what it is about, by name
 * @param fields the pilot's, by name
 * @param asked who answers for it
 * @param thresholds of its rule, in the order in which they are crossed
 * @param inputs what the rule looks at now; empty where it no longer looks at this
 * @param holds whether the rule holds now
 * @param nextAt when the rule can change its mind by itself; null for never
 * @param history latest first
 * @param deliveries who was sent what; null where the reader may not know
 */
public record AlertFile(
        AlertView alert,
        Text subject,
        List<Text> fields,
        OffsetDateTime expectedAt,
        OffsetDateTime raisedAt,
        List<Asked> asked,
        List<Step> thresholds,
        List<RuleWords.Said> inputs,
        boolean holds,
        @Nullable OffsetDateTime nextAt,
        List<Happened> history,
        @Nullable List<Sent> deliveries,
        May may) {

    /** Whether the reader may know who was sent what. */
    public boolean tellsDeliveries() {
        return deliveries != null;
    }

    /**
     * An addressee.
     *
     * @param acknowledgedBy the account; null while none has
     * @param next what follows on further silence; null where nothing does
     */
    public record Asked(
            Text agency,
            OffsetDateTime askedAt,
            List<Text> escalatedTo,
            @Nullable String acknowledgedBy,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable LocalDate acknowledgedUntil,
            @Nullable AlertInbox.Next next) {}

    /** A threshold, and whether the alert has come to it. */
    public record Step(int level, Text threshold, Named severity, boolean crossed) {}

    /** A line of its history. */
    public record Happened(
            AlertView.Step step,
            OffsetDateTime at,
            @Nullable Text agency) {}

    /** A delivery with the name of who was to be told. */
    public record Sent(DeliveryView delivery, Text agency, OffsetDateTime saidAt, List<Tried> tries) {}

    /** A try and when it began. */
    public record Tried(DeliveryView.Try made, OffsetDateTime at) {}

    /** What the reader may do about it now. */
    public record May(boolean acknowledge, boolean comment, boolean dismiss, boolean waive, boolean rectify) {
        /** Whether there is anything. */
        public boolean act() {
            return acknowledge || comment || dismiss || waive || rectify;
        }
    }
}
