package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.Signing.Kind;
import io.pilotwatch.compliancealert.delivery.Signing.Secret;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.WallClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What webhooks are signed with. */
@ApplicationScoped
class SecretRows {

    /** How long those read are used again, so that a stream of deliveries does not ask for each. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private record Read(List<Secret> secrets, Instant at) {}

    private final Map<UUID, Read> kept = new ConcurrentHashMap<>();
    private final Sql sql;
    private final WallClock wall;
    private final Sealing sealing;

    SecretRows(Sql sql, WallClock wall, Sealing sealing) {
        this.sql = sql;
        this.wall = wall;
        this.sealing = sealing;
    }

    /** All that are honoured now, the present one first. */
    List<Secret> honoured(UUID subscriptionId) {
        var now = wall.now();
        return kept.compute(
                        subscriptionId,
                        (id, read) ->
                                read != null && read.at().plus(KEPT).isAfter(now) ? read : new Read(read(id, now), now))
                .secrets();
    }

    /** The present one. */
    Optional<Secret> present(UUID subscriptionId) {
        return sql
                .read(
                        "select * from subscription_secret where subscription_id = ? and valid_until is null",
                        this::secret,
                        subscriptionId)
                .stream()
                .findFirst();
    }

    /**
     * From now on the present one; the one before is honoured until then, those before it no more.
     *
     * @param formerUntil by the wall clock
     */
    void add(UUID subscriptionId, Secret secret, Instant now, @Nullable Instant formerUntil) {
        sql.write(
                "update subscription_secret set valid_until = least(coalesce(valid_until, ?), ?) where subscription_id = ?",
                formerUntil,
                formerUntil,
                subscriptionId);
        sql.write(
                "insert into subscription_secret (subscription_id, number, kind, secret, public_key, created_at)"
                        + " select ?, count(*) + 1, ?, ?, ?, ? from subscription_secret where subscription_id = ?",
                subscriptionId,
                secret.kind(),
                sealing.seal(subscriptionId, secret.secret()),
                secret.publicKey(),
                now,
                subscriptionId);
        kept.remove(subscriptionId);
    }

    private List<Secret> read(UUID subscriptionId, Instant now) {
        return sql.read(
                "select * from subscription_secret where subscription_id = ?"
                        + " and (valid_until is null or valid_until > ?) order by number desc",
                this::secret,
                subscriptionId,
                now);
    }

    private Secret secret(ResultSet row) throws SQLException {
        return new Secret(
                Kind.valueOf(row.getString("kind")),
                sealing.open(Sql.id(row, "subscription_id"), row.getString("secret")),
                row.getString("public_key"));
    }
}
