package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.StreamRows.Happened;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.UUID;
import java.util.function.Predicate;

/** What the owner of a stream's subscription wants to be told. */
@ApplicationScoped
class StreamPreferences {

    private final SubscriptionRows rows;

    StreamPreferences(SubscriptionRows rows) {
        this.rows = rows;
    }

    /** @param subscriptionId null for all that the caller may see */
    Predicate<Happened> of(Caller caller, @Nullable String subscriptionId) {
        return subscriptionId == null
                ? all -> true
                : rows.find(id(subscriptionId))
                        .filter(s -> s.channel() == ChannelKind.STREAM && s.isActive())
                        .filter(s -> s.account().equals(caller.name()))
                        .map(StreamPreferences::wanted)
                        .orElseThrow(() -> Problem.notFound(subscriptionId));
    }

    private static Predicate<Happened> wanted(Subscription subscription) {
        var wants = subscription.preferences();
        return h -> (wants.rules().isEmpty() || wants.rules().contains(h.alert().rule()))
                && h.alert().severity().compareTo(wants.leastSeverity()) >= 0
                && (wants.fields().isEmpty()
                        || !Collections.disjoint(wants.fields(), h.alert().fields()));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(text);
        }
    }
}
