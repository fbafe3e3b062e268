package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.core.Rule;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Preferences;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.compliancealert.delivery.core.SubscriptionRefusal;
import io.pilotwatch.compliancealert.delivery.core.Target;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** What a subscription must fulfil beyond its form; refuses with a {@link Problem}. */
@ApplicationScoped
class SubscriptionChecks {

    private final Programme programme;
    private final Lookups lookups;

    SubscriptionChecks(Programme programme, Lookups lookups) {
        this.programme = programme;
        this.lookups = lookups;
    }

    /** For which agency: the one named, or the only one for which the caller speaks. */
    String agency(Caller caller, @Nullable String named) {
        var own = caller.agencies(programme);
        if (named == null && own.size() > 1) {
            throw Problem.of(SubscriptionRefusal.AGENCY_AMBIGUOUS);
        }
        var agency = named == null && !own.isEmpty() ? own.getFirst() : named;
        if (agency == null || !own.contains(agency)) {
            throw Problem.of(SubscriptionRefusal.AGENCY_FOREIGN);
        }
        return agency;
    }

    /** That there are such rules and fields, and that the channel can do it. */
    void wanted(ChannelKind channel, Preferences wanted) {
        var rules = Rules.ALL.stream().map(Rule::name).toList();
        require(rules.containsAll(wanted.rules()), SubscriptionRefusal.RULE_UNKNOWN);
        require(
                wanted.fields().stream().allMatch(code -> programme.field(code).isPresent()),
                SubscriptionRefusal.FIELD_UNKNOWN);
        require(
                wanted.timing() == Timing.AT_ONCE || channel != ChannelKind.STREAM,
                SubscriptionRefusal.DIGEST_NOT_BY_THIS_CHANNEL);
    }

    /** That it is a target of the channel's kind, and that something may be sent there. Looks the host up. */
    void target(ChannelKind channel, @Nullable String target) {
        if (channel == ChannelKind.STREAM) {
            require(target == null, SubscriptionRefusal.TARGET_NOT_WANTED);
            return;
        }
        require(target != null, SubscriptionRefusal.TARGET_MISSING);
        var fault = channel == ChannelKind.EMAIL ? Target.faultOfEmail(target) : Target.faultOfHttp(target);
        fault.or(() -> channel == ChannelKind.EMAIL ? Optional.empty() : unreachable(URI.create(target)))
                .ifPresent(refusal -> {
                    throw Problem.of(refusal);
                });
    }

    private Optional<SubscriptionRefusal> unreachable(URI target) {
        try {
            lookups.checked(Target.host(target), Http.DEADLINE);
            return Optional.empty();
        } catch (Lookups.Refused e) {
            return Optional.of(SubscriptionRefusal.TARGET_NOT_PUBLIC);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(SubscriptionRefusal.TARGET_NOT_PUBLIC);
        }
    }

    private static void require(boolean holds, SubscriptionRefusal otherwise) {
        if (!holds) {
            throw Problem.of(otherwise);
        }
    }
}
