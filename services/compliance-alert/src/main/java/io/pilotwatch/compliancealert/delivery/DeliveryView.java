package io.pilotwatch.compliancealert.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.compliancealert.delivery.core.Answer.Outcome;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One notice for one subscription, with each try.
 *
 * @param deliveryId the {@code webhook-id}, the same on each try
 * @param account whose subscription it is
 * @param agency which was to be told
 * @param kind what happened
 * @param alertId null where it is about no alert
 * @param pilotId null where it is about no alert
 * @param alertRevision 0 where it is about no alert
 * @param reason why it was said
 * @param state PENDING, COLLECTED (for a digest), DELIVERED, GIVEN_UP or CANCELLED
 * @param saidAt when it happened, by the programme clock; all other instants are by the wall clock
 * @param nextTryAt null unless PENDING
 * @param settledAt null while PENDING or COLLECTED
 * @param receivedAt when its receiver's signed receipt came; null where none did
 * @param digestId the delivery of the digest in which it went, whose tries are shown; null where it went by itself
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DeliveryView(
        UUID deliveryId,
        UUID subscriptionId,
        String account,
        String agency,
        ChannelKind channel,
        Notice.Kind kind,
        @Nullable String alertId,
        @Nullable String pilotId,
        long alertRevision,
        Text reason,
        DeliveryRows.State state,
        Instant saidAt,
        Instant createdAt,
        @Nullable Instant nextTryAt,
        @Nullable Instant settledAt,
        @Nullable Instant receivedAt,
        @Nullable UUID digestId,
        List<Try> tries) {

    /**
     * One try.
     *
     * @param number 1, 2, 3 …
     * @param at when it began
     * @param outcome DELIVERED, FAILED, OVERLOADED or GONE
     * @param status of HTTP or SMTP; null where no answer came
     * @param answer what its first 500 bytes say; null where none came
     * @param error why no answer came; null where one did
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Try(
            int number,
            Instant at,
            Outcome outcome,
            @Nullable Integer status,
            long durationMillis,
            @Nullable String answer,
            @Nullable String error) {}

    /** The state's name, for who cannot see what keeps it. */
    public String stateCode() {
        return state.name();
    }

    /** Under which id it was tried. */
    UUID triedAs() {
        return digestId == null ? deliveryId : digestId;
    }

    DeliveryView with(List<Try> made) {
        return new DeliveryView(
                deliveryId,
                subscriptionId,
                account,
                agency,
                channel,
                kind,
                alertId,
                pilotId,
                alertRevision,
                reason,
                state,
                saidAt,
                createdAt,
                nextTryAt,
                settledAt,
                receivedAt,
                digestId,
                made);
    }
}
