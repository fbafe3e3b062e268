package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Tells whoever owns a subscription that it does not work, by another of theirs; where they have none, the office. */
@ApplicationScoped
class Owners {

    private static final Logger LOG = Logger.getLogger(Owners.class);

    private final SubscriptionRows subscriptions;
    private final Deliveries deliveries;
    private final Programme programme;
    private final Clock clock;

    Owners(SubscriptionRows subscriptions, Deliveries deliveries, Programme programme, Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.programme = programme;
        this.clock = clock;
    }

    /** In the transaction in which it was found out. */
    void tell(Subscription failing, Text what) {
        var others = subscriptions.othersOf(failing);
        if (others.isEmpty()) {
            others = subscriptions.ofAgency(programme.office(), failing);
        }
        if (others.isEmpty()) {
            LOG.warnf("subscription %s of %s: %s Nobody can be told.", failing.id(), failing.account(), what.en());
        }
        var which = "（%s，%s）".formatted(failing.channel(), failing.id());
        deliveries.planFor(
                others,
                new Notice(
                        Kind.ENDPOINT_FAILING,
                        null,
                        0,
                        failing.agency(),
                        new Text(
                                what.zh() + which,
                                "%s (%s, subscription %s of %s)"
                                        .formatted(what.en(), failing.channel(), failing.id(), failing.account()))),
                clock.instant());
    }
}
