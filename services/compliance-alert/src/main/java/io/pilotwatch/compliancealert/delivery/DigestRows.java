package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.Sql.Array;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Digests as rows: one for each subscription and working day, whoever makes it and however often that is tried. */
@ApplicationScoped
class DigestRows {

    /** A subscription for which something was collected; {@code oldest} is when the first of it was said. */
    record Waiting(UUID subscriptionId, String agency, Instant oldest) {}

    /** A digest to be made of what waits, by its own notice. */
    record Making(UUID subscriptionId, String agency, UUID noticeId, LocalDate expected, boolean late) {}

    /** One that was made, with what it says. */
    record Made(@Nullable LocalDate since, LocalDate expected, boolean late, List<Notice> notices) {}

    private final Sql sql;
    private final NoticeRows notices;

    DigestRows(Sql sql, NoticeRows notices) {
        this.sql = sql;
        this.notices = notices;
    }

    /**
     * Opens this day's digest of each subscription that has none, and gives those that have something to say. Another replica
     * that opens the same one waits for the end of this transaction, and then has nothing to do.
     *
     * A subscription's first one is opened empty: what is collected waits for the next working day.
     */
    List<Waiting> open(LocalDate day) {
        return sql.read(
                "with opened as (insert into digest (subscription_id, day) select s.subscription_id, ?::date"
                        + " from subscription s where s.state = 'ACTIVE' and s.timing = 'DIGEST'"
                        + " and not exists (select from digest g where g.subscription_id = s.subscription_id and g.day = ?)"
                        + " order by s.subscription_id on conflict do nothing returning subscription_id)"
                        + " select s.subscription_id, s.agency, min(n.said_at) as oldest"
                        + " from opened join subscription s using (subscription_id)"
                        + " join delivery d using (subscription_id) join notice n using (notice_id)"
                        + " where d.state = 'COLLECTED' and d.digest_id is null"
                        + " and exists (select from digest before where before.subscription_id = s.subscription_id)"
                        + " group by s.subscription_id, s.agency",
                DigestRows::waiting,
                day,
                day);
    }

    /** Puts what waits into these digests, whose deliveries were planned. */
    void make(List<Making> making, LocalDate day) {
        sql.read(
                "with made as (select m.*, d.delivery_id from unnest(?::uuid[], ?::uuid[], ?::date[], ?::boolean[])"
                        + " as m(subscription_id, notice_id, expected, late) join delivery d using (subscription_id, notice_id)),"
                        + " kept as (update digest g set delivery_id = m.delivery_id, expected = m.expected, late = m.late,"
                        + " since = (select max(before.day) from digest before"
                        + " where before.subscription_id = g.subscription_id and before.day < g.day)"
                        + " from made m where g.subscription_id = m.subscription_id and g.day = ?)"
                        + " update delivery d set digest_id = m.delivery_id from made m"
                        + " where d.subscription_id = m.subscription_id and d.digest_id is null"
                        + " and (d.state = 'COLLECTED' or d.delivery_id = m.delivery_id) returning d.delivery_id",
                row -> row,
                Array.of("uuid", making, Making::subscriptionId),
                Array.of("uuid", making, Making::noticeId),
                Array.of("date", making, m -> m.expected().toString()),
                Array.of("boolean", making, Making::late),
                day);
    }

    /** The one with this delivery, oldest notice first. */
    Made of(UUID deliveryId) {
        var said = sql.read(
                "select n.* from delivery d join notice n using (notice_id)"
                        + " where d.digest_id = ? and d.delivery_id <> ? order by n.said_at, n.notice_id",
                notices::read,
                deliveryId,
                deliveryId);
        return sql.read(
                        "select since, expected, late from digest where delivery_id = ?",
                        row -> made(row, said),
                        deliveryId)
                .getFirst();
    }

    private static Made made(ResultSet row, List<Notice> said) throws SQLException {
        return new Made(
                row.getObject("since", LocalDate.class),
                row.getObject("expected", LocalDate.class),
                row.getBoolean("late"),
                said);
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(Sql.id(row, "subscription_id"), row.getString("agency"), Sql.instant(row, "oldest"));
    }
}
