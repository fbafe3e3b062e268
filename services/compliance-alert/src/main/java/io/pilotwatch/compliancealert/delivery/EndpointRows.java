package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Endpoint;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.Sql.Array;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Endpoints as rows. One replica serves an endpoint at a time: it holds the lease, and no transaction, while it waits. */
@ApplicationScoped
class EndpointRows {

    /** Longer than any round; when it is over, whoever held it has died, and what it sent is sent again. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private final Sql sql;
    private final UUID me;

    EndpointRows(Sql sql, Ids ids) {
        this.sql = sql;
        this.me = ids.next();
    }

    /** Those that have something due and that nobody else serves: one look into an index for each, however much waits. */
    List<UUID> due(Set<ChannelKind> channels, Instant now) {
        return sql.read(
                "select s.subscription_id from subscription s left join endpoint e using (subscription_id)"
                        + " cross join lateral (select from delivery d where d.subscription_id = s.subscription_id"
                        + " and d.state = 'PENDING' and d.next_try_at <= ? order by d.next_try_at limit 1) due"
                        + " where s.state = 'ACTIVE' and s.channel = any(?)"
                        + " and (e.quiet_until is null or e.quiet_until <= ?)"
                        + " and (e.served_until is null or e.served_until <= ? or e.served_by = ?)",
                row -> Sql.id(row, "subscription_id"),
                now,
                Array.of("text", List.copyOf(channels), kind -> kind),
                now,
                now,
                me);
    }

    /** Takes the lease or makes it longer; nothing where another holds it. */
    Optional<Endpoint> take(UUID subscriptionId, Instant now) {
        return sql
                .read(
                        "insert into endpoint (subscription_id, served_by, served_until) values (?, ?, ?)"
                                + " on conflict (subscription_id) do update set served_by = excluded.served_by,"
                                + " served_until = excluded.served_until"
                                + " where endpoint.served_until is null or endpoint.served_until <= ?"
                                + " or endpoint.served_by = excluded.served_by returning *",
                        EndpointRows::read,
                        subscriptionId,
                        me,
                        now.plus(LEASE),
                        now)
                .stream()
                .findFirst();
    }

    /** Gives the lease back. */
    void release(UUID subscriptionId, Instant now) {
        sql.write(
                "update endpoint set served_until = ? where subscription_id = ? and served_by = ?",
                now,
                subscriptionId,
                me);
    }

    /** How it goes, after a round or because its owner says so; the lease stays as it is. */
    void save(UUID subscriptionId, Endpoint endpoint) {
        sql.write(
                "insert into endpoint (subscription_id, failures, failing_since, quiet_until, told) values (?, ?, ?, ?, ?)"
                        + " on conflict (subscription_id) do update set failures = excluded.failures,"
                        + " failing_since = excluded.failing_since, quiet_until = excluded.quiet_until,"
                        + " told = excluded.told",
                subscriptionId,
                endpoint.failures(),
                endpoint.failingSince(),
                endpoint.quietUntil(),
                endpoint.told());
    }

    private static Endpoint read(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getInt("failures"),
                Sql.instant(row, "failing_since"),
                Sql.instant(row, "quiet_until"),
                row.getBoolean("told"));
    }
}
