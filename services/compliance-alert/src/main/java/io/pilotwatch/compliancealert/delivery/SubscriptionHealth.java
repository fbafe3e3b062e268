package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.DeliveryView.Try;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.Sql.Array;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How it goes with what is sent: of subscriptions in two queries, however many there are, and by agency in one. */
@ApplicationScoped
public class SubscriptionHealth {

    /**
     * Of one subscription.
     *
     * @param failures rounds without success in a row
     * @param failingSince by the wall clock; null while it works
     * @param waiting how many deliveries wait, at most {@value #MOST_COUNTED}
     * @param givenUp how many were given up and not made again, at most {@value #MOST_COUNTED}
     * @param lastTries newest first
     */
    public record Health(
            SubscriptionView subscription,
            int failures,
            @Nullable Instant failingSince,
            int waiting,
            int givenUp,
            List<Try> lastTries) {}

    /**
     * Of one agency, over all of its subscriptions.
     *
     * @param working active, and not failing
     * @param failing active, and failing
     * @param disabled told no more until their owners enable them
     * @param lastReached by the wall clock; null where it never was
     */
    public record OfAgency(
            String agency,
            int working,
            int failing,
            int disabled,
            int waiting,
            int givenUp,
            @Nullable Instant lastReached) {}

    /** Counting stops here: whether it is a thousand or more makes no difference to a reader. */
    static final int MOST_COUNTED = 1000;

    private static final String COUNTS = " cross join lateral (select count(*) as waiting from (select from delivery d"
            + " where d.subscription_id = s.subscription_id and d.state = 'PENDING' limit " + MOST_COUNTED + ") w) w"
            + " cross join lateral (select count(*) as given_up from (select from delivery d"
            + " join notice n using (notice_id) where d.subscription_id = s.subscription_id and d.state = 'GIVEN_UP'"
            + " and n.kind <> 'TEST' limit " + MOST_COUNTED + ") g) g";

    /** Of the latest deliveries that were tried at all, so that its cost does not follow what waits. */
    private static final String LAST_TRIES =
            "select s.subscription_id, t.* from unnest(?::uuid[]) as s(subscription_id)"
                    + " cross join lateral (select t.* from (select d.delivery_id from delivery d"
                    + " where d.subscription_id = s.subscription_id and d.tries > 0 order by d.delivery_id desc limit 20) d"
                    + " join delivery_try t using (delivery_id) order by t.at desc limit 3) t order by t.at desc";

    private record Counted(UUID id, int failures, @Nullable Instant failingSince, int waiting, int givenUp) {}

    private record OfSubscription(UUID id, Try made) {}

    private final Sql sql;

    SubscriptionHealth(Sql sql) {
        this.sql = sql;
    }

    /** Of these, in their order. */
    public List<Health> of(List<SubscriptionView> subscriptions) {
        var ids = Array.of("uuid", subscriptions, SubscriptionView::subscriptionId);
        var counted = sql
                .read(
                        "select s.subscription_id, e.failures, e.failing_since, w.waiting, g.given_up"
                                + " from unnest(?::uuid[]) as s(subscription_id)"
                                + " left join endpoint e using (subscription_id)" + COUNTS,
                        SubscriptionHealth::counted,
                        ids)
                .stream()
                .collect(Collectors.toMap(Counted::id, Function.identity()));
        var tries = tries(ids);
        return subscriptions.stream()
                .map(s -> health(s, counted.get(s.subscriptionId()), tries))
                .toList();
    }

    /** Of every agency for which anybody has subscribed but to a live stream, which its reader opens. */
    public List<OfAgency> byAgency() {
        return sql.read(
                "select s.agency, count(*) filter (where s.state = 'ACTIVE' and e.failing_since is null) as working,"
                        + " count(*) filter (where s.state = 'ACTIVE' and e.failing_since is not null) as failing,"
                        + " count(*) filter (where s.state = 'DISABLED') as disabled, sum(w.waiting) as waiting,"
                        + " sum(g.given_up) as given_up, max(r.settled_at) as reached"
                        + " from subscription s left join endpoint e using (subscription_id)" + COUNTS
                        + " left join lateral (select d.settled_at from delivery d where d.state = 'DELIVERED'"
                        + " and d.subscription_id = s.subscription_id order by d.settled_at desc limit 1) r on true"
                        + " where s.state <> 'DELETED' and s.channel <> 'STREAM' group by s.agency order by s.agency",
                row -> new OfAgency(
                        row.getString("agency"),
                        row.getInt("working"),
                        row.getInt("failing"),
                        row.getInt("disabled"),
                        row.getInt("waiting"),
                        row.getInt("given_up"),
                        Sql.instant(row, "reached")));
    }

    private Map<UUID, List<Try>> tries(Array ids) {
        return sql
                .read(
                        LAST_TRIES,
                        row -> new OfSubscription(Sql.id(row, "subscription_id"), DeliveryViews.tryOf(row)),
                        ids)
                .stream()
                .collect(Collectors.groupingBy(
                        OfSubscription::id, Collectors.mapping(OfSubscription::made, Collectors.toList())));
    }

    private static Health health(SubscriptionView of, Counted counted, Map<UUID, List<Try>> tries) {
        return new Health(
                of,
                counted.failures(),
                counted.failingSince(),
                counted.waiting(),
                counted.givenUp(),
                tries.getOrDefault(of.subscriptionId(), List.of()));
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                Sql.id(row, "subscription_id"),
                row.getInt("failures"),
                Sql.instant(row, "failing_since"),
                row.getInt("waiting"),
                row.getInt("given_up"));
    }
}
