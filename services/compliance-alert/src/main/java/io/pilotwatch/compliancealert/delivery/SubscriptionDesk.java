package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.SubscriptionView.SecretView;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Endpoint;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Preferences;
import io.pilotwatch.compliancealert.delivery.core.Subscription.State;
import io.pilotwatch.compliancealert.delivery.core.SubscriptionRefusal;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Where subscriptions are made, looked at and changed. Each is its account's; the office and the operator see all. */
@ApplicationScoped
public class SubscriptionDesk {

    private static final UUID BEGINNING = new UUID(0, 0);

    private static final Text BY_ITS_OWNER = new Text("由订阅人停用。", "Its owner stopped it.");

    private final SubscriptionRows rows;
    private final SubscriptionChecks checks;
    private final WebhookKeys keys;
    private final EndpointRows endpoints;
    private final Ids ids;

    SubscriptionDesk(
            SubscriptionRows rows, SubscriptionChecks checks, WebhookKeys keys, EndpointRows endpoints, Ids ids) {
        this.rows = rows;
        this.checks = checks;
        this.keys = keys;
        this.endpoints = endpoints;
        this.ids = ids;
    }

    /** What a new one is to be. */
    public record Wish(
            @Nullable String agency,
            ChannelKind channel,
            @Nullable String target,
            Preferences preferences,
            Signing.Kind signature,
            @Nullable ReceiptKey receiptKey) {}

    public SubscriptionView.Made make(Caller caller, Wish wish) {
        var agency = checks.agency(caller, wish.agency());
        checks.wanted(wish.channel(), wish.preferences());
        checks.target(wish.channel(), wish.target());
        var made = new Subscription(
                ids.next(),
                1,
                caller.name(),
                agency,
                wish.channel(),
                wish.target(),
                wish.preferences(),
                wish.receiptKey() == null ? null : wish.receiptKey().checked(),
                State.ACTIVE,
                null,
                keys.now());
        rows.save(made);
        return new SubscriptionView.Made(
                SubscriptionView.of(made, caller.name()),
                made.channel() == ChannelKind.WEBHOOK
                        ? SecretView.of(keys.first(made.id(), wish.signature()), null)
                        : null);
    }

    /** The caller's own, oldest first. */
    public List<SubscriptionView> mine(Caller caller, int most) {
        return views(rows.list(caller.name(), BEGINNING, most), caller);
    }

    /** Everybody's that does not work: disabled, failing, or with deliveries that were given up. */
    public List<SubscriptionView> troubled(Caller caller, int most) {
        return views(rows.troubled(most), caller);
    }

    /** The caller's, or all for whoever sees all; oldest first, after the given one. */
    List<SubscriptionView> list(Caller caller, UUID after, int most) {
        return views(rows.list(seesAll(caller) ? null : caller.name(), after, most), caller);
    }

    public SubscriptionView look(Caller caller, UUID id) {
        return SubscriptionView.of(seen(caller, id), caller.name());
    }

    /** One that the caller may look at. */
    public Subscription seen(Caller caller, UUID id) {
        return rows.find(id)
                .filter(subscription -> subscription.state() != State.DELETED)
                .filter(subscription ->
                        seesAll(caller) || subscription.account().equals(caller.name()))
                .orElseThrow(() -> Problem.notFound(id.toString()));
    }

    /** One of the caller's own, locked. */
    public Subscription own(Caller caller, UUID id) {
        if (!seen(caller, id).account().equals(caller.name())) {
            throw foreign();
        }
        return rows.lock(id)
                .filter(subscription -> subscription.state() != State.DELETED)
                .orElseThrow(() -> Problem.notFound(id.toString()));
    }

    /** The caller may look at it, and no more. */
    public static Problem foreign() {
        return new Problem(
                403, "FOREIGN_SUBSCRIPTION", new Text("该订阅属于其他账号。", "The subscription belongs to another account."));
    }

    /** @param condition refuses another revision than the caller means */
    public SubscriptionView change(
            Caller caller, UUID id, Preferences wanted, @Nullable ReceiptKey receiptKey, LongConsumer condition) {
        var own = own(caller, id);
        condition.accept(own.revision());
        checks.wanted(own.channel(), wanted);
        return saved(own.wanting(wanted, receiptKey == null ? null : receiptKey.checked()));
    }

    /** Told no more until its owner enables it again. */
    public SubscriptionView disable(Caller caller, UUID id, LongConsumer condition) {
        var own = own(caller, id);
        condition.accept(own.revision());
        if (!own.isActive()) {
            throw Problem.of(SubscriptionRefusal.SUBSCRIPTION_DISABLED);
        }
        return saved(own.disabled(keys.now(), BY_ITS_OWNER));
    }

    /** Told again, as if it had never failed. */
    public SubscriptionView enable(Caller caller, UUID id, LongConsumer condition) {
        var own = own(caller, id);
        condition.accept(own.revision());
        if (own.isActive()) {
            throw Problem.of(SubscriptionRefusal.SUBSCRIPTION_ACTIVE);
        }
        checks.target(own.channel(), own.target());
        endpoints.save(id, Endpoint.NEW);
        return saved(own.enabled());
    }

    /** Told no more, for good. */
    public Subscription delete(Caller caller, UUID id) {
        var own = own(caller, id);
        rows.save(own.deleted());
        return own;
    }

    private static List<SubscriptionView> views(List<Subscription> found, Caller caller) {
        return found.stream()
                .map(subscription -> SubscriptionView.of(subscription, caller.name()))
                .toList();
    }

    private SubscriptionView saved(Subscription next) {
        rows.save(next);
        return SubscriptionView.of(next, next.account());
    }

    private static boolean seesAll(Caller caller) {
        return caller.is(Caller.PROGRAMME_OFFICE) || caller.is(Caller.OPERATOR);
    }
}
