package io.pilotwatch.reporting.scheduled;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What is to be sent and what became of it, inside the running transaction. */
@ApplicationScoped
class SendingRows {

    /**
     * A try that is this replica's to make.
     *
     * @param caller who subscribed, with the rights of then
     */
    record Claimed(ReportSubscription subscription, Caller caller, LocalDate day, int number) {}

    private static final String CLAIM = """
            with claimed as (
                update report_sending set tries = tries + 1,
                    next_try_at = ((?::text[])[least(tries + 1, ?)])::timestamptz
                where (subscription_id, day) = (
                    select subscription_id, day from report_sending
                    where not sent and opened_on = ? and next_try_at <= ?
                    order by next_try_at, subscription_id limit 1 for update skip locked)
                returning subscription_id, day, tries),
            kept as (
                insert into report_try (subscription_id, day, number, at)
                select subscription_id, day, tries, clock_timestamp() from claimed)
            select s.*, c.day, c.tries from claimed c join report_subscription s using (subscription_id)
            """;

    private final Sql sql;
    private final ReportSubscriptionRows subscriptions;

    SendingRows(Sql sql, ReportSubscriptionRows subscriptions) {
        this.sql = sql;
        this.subscriptions = subscriptions;
    }

    /**
     * Opens what is due on a day, or was since and is missing, of those subscribed to before its hour.
     *
     * @param weekday null for those of each working day
     * @param today on which it is sent
     */
    void open(@Nullable DayOfWeek weekday, LocalDate day, Instant hour, LocalDate today, Instant wall) {
        sql.update(
                "insert into report_sending (subscription_id, day, opened_on, next_try_at)"
                        + " select subscription_id, ?::date, ?::date, ?::timestamptz from report_subscription s"
                        + " where weekday is not distinct from ?::smallint and subscribed_at < ?"
                        + " on conflict do nothing",
                day,
                today,
                wall.atOffset(ZoneOffset.UTC),
                weekday == null ? null : weekday.getValue(),
                hour.atOffset(ZoneOffset.UTC));
    }

    /** Claims one whose time has come, and plans the next try before this one is made: a crash costs no more than the wait. */
    Optional<Claimed> claim(LocalDate today, Instant wall, List<Instant> nextTries) {
        var next = nextTries.stream()
                .map(at -> at.atOffset(ZoneOffset.UTC).toString())
                .toArray(String[]::new);
        return sql
                .read(
                        CLAIM,
                        row -> new Claimed(
                                subscriptions.read(row),
                                subscriptions.caller(row),
                                row.getObject("day", LocalDate.class),
                                row.getInt("tries")),
                        next,
                        next.length,
                        today,
                        wall.atOffset(ZoneOffset.UTC))
                .stream()
                .findFirst();
    }

    /** @param error null where it was sent */
    void keep(Claimed claimed, @Nullable String error) {
        sql.update(
                """
                with made as (
                    update report_try set outcome = ?, error = ?
                    where subscription_id = ? and day = ? and number = ? returning subscription_id, day, outcome)
                update report_sending s set sent = s.sent or made.outcome = 'SENT' from made
                where s.subscription_id = made.subscription_id and s.day = made.day
                """,
                error == null ? "SENT" : "FAILED",
                error,
                claimed.subscription().subscriptionId(),
                claimed.day(),
                claimed.number());
    }
}
