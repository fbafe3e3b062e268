package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Answer;
import io.pilotwatch.compliancealert.delivery.core.Message;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.Sql.Array;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Deliveries and their tries as rows, written in sets. */
@ApplicationScoped
class DeliveryRows {

    /** Whether a delivery still has to be made, and how it ended. */
    enum State {
        PENDING,
        COLLECTED,
        DELIVERED,
        GIVEN_UP,
        CANCELLED
    }

    /** A delivery to be made. */
    record Planned(UUID id, UUID subscriptionId, UUID noticeId, State state) {}

    /** A delivery to be tried; {@code rung} counts the tries since it was planned or last replayed. */
    record Due(Message message, int rung) {}

    /**
     * A try that was made, and what becomes of the delivery.
     *
     * @param at when it began, by the wall clock
     * @param next when it is tried again; null where it is settled
     */
    record Tried(
            UUID deliveryId,
            Answer answer,
            Instant at,
            Duration took,
            State state,
            @Nullable Instant next) {}

    private static final String MESSAGE =
            "select d.delivery_id, d.rung, n.* from delivery d join notice n using (notice_id) where ";

    private static final String RECORD = "with tried as (select * from unnest(?::uuid[], ?::text[], ?::timestamptz[],"
            + " ?::timestamptz[], ?::bigint[], ?::text[], ?::int[], ?::text[], ?::text[])"
            + " as t(delivery_id, state, next, at, took, outcome, status, answer, error)),"
            + " before as (select delivery_id, state, tries from delivery where delivery_id = any(?)"
            + " order by delivery_id for update),"
            + " kept as (insert into delivery_try (delivery_id, number, at, outcome, status, duration_ms, answer, error)"
            + " select delivery_id, b.tries + 1, t.at, t.outcome, t.status, t.took, t.answer, t.error"
            + " from tried t join before b using (delivery_id)),"
            + " settled as (update delivery d set tries = d.tries + 1, rung = d.rung + 1, state = t.state,"
            + " next_try_at = coalesce(t.next, d.next_try_at),"
            + " settled_at = case when t.next is null then t.at + t.took * interval '1 ms' end"
            + " from tried t join before b using (delivery_id) where d.delivery_id = t.delivery_id"
            // What was settled meanwhile stays so, unless the receiver has it after all.
            + " and (b.state in ('PENDING', 'COLLECTED') or t.state = 'DELIVERED' and b.state <> 'DELIVERED')"
            + " returning d.delivery_id, d.state),"
            + " counted as (update delivery d set tries = d.tries + 1 from before b where d.delivery_id = b.delivery_id"
            + " and d.delivery_id not in (select delivery_id from settled))"
            + " select delivery_id from settled";

    private final Sql sql;
    private final NoticeRows notices;

    DeliveryRows(Sql sql, NoticeRows notices) {
        this.sql = sql;
        this.notices = notices;
    }

    /** Plans those that are not there yet, due at {@code now} by the wall clock; gives how many. */
    int insert(List<Planned> planned, Instant now) {
        return sql.write(
                "insert into delivery (delivery_id, subscription_id, notice_id, state, next_try_at, created_at)"
                        + " select p.*, now.at, now.at from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[]) as p,"
                        + " (select ?::timestamptz as at) as now on conflict do nothing",
                Array.of("uuid", planned, Planned::id),
                Array.of("uuid", planned, Planned::subscriptionId),
                Array.of("uuid", planned, Planned::noticeId),
                Array.of("text", planned, Planned::state),
                now);
    }

    /** Up to {@code most} that are due at {@code now} by the wall clock, longest due first. */
    List<Due> due(UUID subscriptionId, Instant now, int most) {
        return sql.read(
                MESSAGE + "d.subscription_id = ? and d.state = 'PENDING' and d.next_try_at <= ?"
                        + " order by d.next_try_at limit ?",
                this::due,
                subscriptionId,
                now,
                most);
    }

    /** What waits for a subscription's next digest, oldest first. */
    List<Due> collected(UUID subscriptionId, int most) {
        return sql.read(
                MESSAGE
                        + "d.subscription_id = ? and d.state = 'COLLECTED' and d.digest_id is null order by d.delivery_id limit ?",
                this::due,
                subscriptionId,
                most);
    }

    /** One, whatever its state. */
    Optional<Due> find(UUID deliveryId) {
        return sql.read(MESSAGE + "d.delivery_id = ?", this::due, deliveryId).stream()
                .findFirst();
    }

    /** What a subscription's delivery tells of. */
    Optional<UUID> noticeOf(UUID subscriptionId, UUID deliveryId) {
        return sql
                .read(
                        "select notice_id from delivery where delivery_id = ? and subscription_id = ?",
                        row -> Sql.id(row, "notice_id"),
                        deliveryId,
                        subscriptionId)
                .stream()
                .findFirst();
    }

    /** Adds each try, and settles or puts off its delivery; gives those whose state it decided. */
    List<UUID> record(List<Tried> tried) {
        return sql.read(
                RECORD,
                row -> Sql.id(row, "delivery_id"),
                Array.of("uuid", tried, Tried::deliveryId),
                Array.of("text", tried, Tried::state),
                Array.of("timestamptz", tried, Tried::next),
                Array.of("timestamptz", tried, Tried::at),
                Array.of("bigint", tried, t -> t.took().toMillis()),
                Array.of("text", tried, t -> t.answer().outcome()),
                Array.of("int", tried, t -> t.answer().status()),
                Array.of("text", tried, t -> t.answer().text()),
                Array.of("text", tried, t -> t.answer().error()),
                Array.of("uuid", tried, Tried::deliveryId));
    }

    /** All that is not settled will not be made. */
    void cancel(UUID subscriptionId) {
        sql.write(
                "update delivery set state = 'CANCELLED', settled_at = clock_timestamp() where subscription_id = ?"
                        + " and state in ('PENDING', 'COLLECTED')",
                subscriptionId);
    }

    /** Makes those of these notices again that are settled, from the foot of the ladder, under the same id. */
    int replay(UUID subscriptionId, List<UUID> noticeIds, Instant now) {
        return sql.write(
                "update delivery set state = 'PENDING', rung = 0, next_try_at = ?, settled_at = null"
                        + " where subscription_id = ? and notice_id = any(?) and state not in ('PENDING', 'COLLECTED')",
                now,
                subscriptionId,
                Array.ids(noticeIds));
    }

    private Due due(ResultSet row) throws SQLException {
        var message = new Message(Sql.id(row, "delivery_id"), notices.read(row), Sql.instant(row, "said_at"));
        return new Due(message, row.getInt("rung"));
    }
}
