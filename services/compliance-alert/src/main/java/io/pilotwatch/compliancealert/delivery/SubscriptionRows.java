package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Disabled;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Language;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Preferences;
import io.pilotwatch.compliancealert.delivery.core.Subscription.State;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.Sql.Array;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Subscriptions as rows. A deleted one is found by its id only. */
@ApplicationScoped
class SubscriptionRows {

    private static final String UPSERT =
            "insert into subscription (subscription_id, revision, account, agency, channel,"
                    + " target, rules, least_severity, fields, timing, language, heartbeat, receipt_key, state, disabled_at,"
                    + " disabled_reason_zh, disabled_reason_en, created_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (subscription_id) do update set"
                    + " revision = excluded.revision, rules = excluded.rules, least_severity = excluded.least_severity,"
                    + " fields = excluded.fields, timing = excluded.timing, language = excluded.language, heartbeat = excluded.heartbeat,"
                    + " receipt_key = excluded.receipt_key, state = excluded.state, disabled_at = excluded.disabled_at,"
                    + " disabled_reason_zh = excluded.disabled_reason_zh, disabled_reason_en = excluded.disabled_reason_en";

    private final Sql sql;
    private final Sealing sealing;

    SubscriptionRows(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    Optional<Subscription> find(UUID id) {
        return sql.read("select * from subscription where subscription_id = ?", this::read, id).stream()
                .findFirst();
    }

    /** One, locked until the transaction ends. */
    Optional<Subscription> lock(UUID id) {
        return sql
                .read("select * from subscription where subscription_id = ? for no key update", this::read, id)
                .stream()
                .findFirst();
    }

    /** Up to {@code most}, oldest first, after the given one; of this account, or of all where it is null. */
    List<Subscription> list(@Nullable String account, UUID after, int most) {
        return account == null
                ? sql.read(
                        "select * from subscription where subscription_id > ? and state <> 'DELETED'"
                                + " order by subscription_id limit ?",
                        this::read,
                        after,
                        most)
                : sql.read(
                        "select * from subscription where account = ? and subscription_id > ? and state <> 'DELETED'"
                                + " order by subscription_id limit ?",
                        this::read,
                        account,
                        after,
                        most);
    }

    /** Everybody's that does not work: disabled, failing, or with deliveries that were given up. */
    List<Subscription> troubled(int most) {
        return sql.read(
                "select s.* from subscription s left join endpoint e using (subscription_id) where s.state = 'DISABLED'"
                        + " or s.state = 'ACTIVE' and (e.failing_since is not null or exists (select from delivery d"
                        + " join notice n using (notice_id) where d.subscription_id = s.subscription_id"
                        + " and d.state = 'GIVEN_UP' and n.kind <> 'TEST'))"
                        + " order by s.agency, s.subscription_id limit ?",
                this::read,
                most);
    }

    /** All that are told by this way, such as the digest job's. */
    List<Subscription> active(ChannelKind channel, Timing timing) {
        return sql.read(
                "select * from subscription where channel = ? and state = 'ACTIVE' and timing = ? order by subscription_id",
                this::read,
                channel,
                timing);
    }

    /** The same account's, which somebody reads unasked. */
    List<Subscription> othersOf(Subscription one) {
        return sql.read(
                "select * from subscription where account = ? and subscription_id <> ? and state = 'ACTIVE'"
                        + " and channel <> 'STREAM' order by subscription_id",
                this::read,
                one.account(),
                one.id());
    }

    /** An agency's but this one, which somebody reads unasked. */
    List<Subscription> ofAgency(String agency, Subscription except) {
        return sql.read(
                "select * from subscription where agency = ? and subscription_id <> ? and state = 'ACTIVE'"
                        + " and channel <> 'STREAM' order by subscription_id",
                this::read,
                agency,
                except.id());
    }

    /** Writes it as it stands. */
    void save(Subscription s) {
        var wants = s.preferences();
        var why = s.disabled();
        sql.write(
                UPSERT,
                s.id(),
                s.revision(),
                s.account(),
                s.agency(),
                s.channel(),
                isSecret(s.channel()) ? sealing.seal(s.id(), s.target()) : s.target(),
                Array.texts(wants.rules()),
                wants.leastSeverity(),
                Array.texts(wants.fields()),
                wants.timing(),
                wants.language().tag(),
                wants.heartbeat(),
                s.receiptKey(),
                s.state(),
                why == null ? null : why.at(),
                why == null ? null : why.reason().zh(),
                why == null ? null : why.reason().en(),
                s.createdAt());
    }

    /** An http(s) address may hold a token, by which alone one speaks there. */
    private static boolean isSecret(ChannelKind channel) {
        return channel != ChannelKind.EMAIL && channel != ChannelKind.STREAM;
    }

    /** The subscription of a row that has all columns of the table. */
    Subscription read(ResultSet row) throws SQLException {
        var id = Sql.id(row, "subscription_id");
        var target = row.getString("target");
        var disabledAt = Sql.instant(row, "disabled_at");
        return new Subscription(
                id,
                row.getLong("revision"),
                row.getString("account"),
                row.getString("agency"),
                ChannelKind.valueOf(row.getString("channel")),
                target == null ? null : sealing.open(id, target),
                new Preferences(
                        Sql.texts(row, "rules"),
                        Severity.valueOf(row.getString("least_severity")),
                        Sql.texts(row, "fields"),
                        Timing.valueOf(row.getString("timing")),
                        Language.of(row.getString("language")),
                        row.getObject("heartbeat", Boolean.class)),
                row.getString("receipt_key"),
                State.valueOf(row.getString("state")),
                disabledAt == null
                        ? null
                        : new Disabled(
                                disabledAt,
                                new Text(row.getString("disabled_reason_zh"), row.getString("disabled_reason_en"))),
                Sql.instant(row, "created_at"));
    }
}
