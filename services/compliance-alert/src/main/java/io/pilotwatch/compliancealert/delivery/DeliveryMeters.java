package io.pilotwatch.compliancealert.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.compliancealert.delivery.DeliveryRows.Tried;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Subscription.State;
import io.pilotwatch.platform.Sql;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How sending goes, for Prometheus:
 *
 * <ul>
 *   <li>{@code pilotwatch_deliveries_total{channel,outcome}}: tries by this process, after which a delivery was DELIVERED,
 *       is PENDING still, or GIVEN_UP
 *   <li>{@code pilotwatch_deliveries_pending}: not settled, of active subscriptions
 *   <li>{@code pilotwatch_delivery_oldest_due_timestamp_seconds}: since when the one waits that should have arrived first, by
 *       the wall clock; 0 where none should have. What was tried in vain waits since it was planned, whenever it is tried
 *       next; so an endpoint that fails makes it old, and it is looked at beside the subscriptions
 *   <li>{@code pilotwatch_subscriptions{channel,state}}
 * </ul>
 *
 * The gauges are counted every five seconds, so a scrape costs no query.
 */
@Startup
@ApplicationScoped
class DeliveryMeters {

    private static final List<DeliveryRows.State> OUTCOMES =
            List.of(DeliveryRows.State.DELIVERED, DeliveryRows.State.PENDING, DeliveryRows.State.GIVEN_UP);

    private final MeterRegistry metrics;
    private final Sql sql;
    private volatile Map<String, Long> subscriptions = Map.of();
    private volatile long pending;
    private volatile double oldestDue;

    DeliveryMeters(MeterRegistry metrics, Sql sql) {
        this.metrics = metrics;
        this.sql = sql;
        Gauge.builder("pilotwatch.deliveries.pending", this, m -> m.pending)
                .description("Deliveries of active subscriptions that are not settled")
                .register(metrics);
        Gauge.builder("pilotwatch.delivery.oldest.due.timestamp.seconds", this, m -> m.oldestDue)
                .description("Since when the delivery waits that should have arrived first; 0: none should have")
                .register(metrics);
        for (var channel : ChannelKind.values()) {
            OUTCOMES.forEach(outcome -> counter(channel, outcome));
            gauge(channel, State.ACTIVE);
            gauge(channel, State.DISABLED);
        }
    }

    void tried(ChannelKind channel, List<Tried> tried) {
        // What is left for the next digest is tried again like anything else.
        tried.forEach(one -> counter(channel, OUTCOMES.contains(one.state()) ? one.state() : DeliveryRows.State.PENDING)
                .increment());
    }

    @Scheduled(every = "5s")
    void count() {
        var counted = new HashMap<String, Long>();
        sql.read(
                "select channel, state, count(*) from subscription where state <> 'DELETED' group by channel, state",
                row -> counted.put(row.getString(1) + " " + row.getString(2), row.getLong(3)));
        subscriptions = Map.copyOf(counted);
        sql.read(
                "select coalesce(sum(waiting.count), 0), coalesce(extract(epoch from min(waiting.oldest)), 0)"
                        + " from subscription s cross join lateral (select count(*),"
                        + " min(since) filter (where since <= clock_timestamp()) as oldest from delivery d cross join"
                        + " lateral (select case d.rung when 0 then d.next_try_at else d.created_at end as since) w"
                        + " where d.subscription_id = s.subscription_id and d.state = 'PENDING') waiting"
                        + " where s.state = 'ACTIVE'",
                row -> {
                    pending = row.getLong(1);
                    oldestDue = row.getDouble(2);
                    return pending;
                });
    }

    private void gauge(ChannelKind channel, State state) {
        Gauge.builder("pilotwatch.subscriptions", () -> subscriptions.getOrDefault(channel + " " + state, 0L))
                .description("Subscriptions that are not deleted")
                .tag("channel", channel.name())
                .tag("state", state.name())
                .register(metrics);
    }

    private Counter counter(ChannelKind channel, DeliveryRows.State outcome) {
        return Counter.builder("pilotwatch.deliveries")
                .description("Tries by what the delivery was after them")
                .tag("channel", channel.name())
                .tag("outcome", outcome.name())
                .register(metrics);
    }
}
