package io.pilotwatch.reporting.scheduled;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.reporting.Filters;
import io.pilotwatch.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps subscriptions, inside the running transaction. */
@ApplicationScoped
class ReportSubscriptionRows {

    private record Row(
            UUID subscriptionId,
            String account,
            JsonNode caller,
            String report,
            JsonNode filter,
            String language,
            String email,
            Integer weekday,
            String subscribedAt) {}

    private final Sql sql;
    private final Programme programme;

    ReportSubscriptionRows(Sql sql, Programme programme) {
        this.sql = sql;
        this.programme = programme;
    }

    /** How many an account has; it gets no other before this transaction ends. */
    int countLocked(String account) {
        sql.read(
                "select pg_advisory_xact_lock(hashtextextended('report_subscription ' || ?, 0))", row -> true, account);
        return sql.read("select count(*) from report_subscription where account = ?", row -> row.getInt(1), account)
                .getFirst();
    }

    void save(ReportSubscription s, Caller caller) {
        sql.write(
                """
                insert into report_subscription
                select * from jsonb_populate_recordset(null::report_subscription, ?::jsonb)
                """,
                List.of(new Row(
                        s.subscriptionId(),
                        s.account(),
                        sql.json(caller),
                        s.report(),
                        sql.json(s.filter()),
                        s.language(),
                        s.email(),
                        s.weekday(),
                        s.subscribedAt().toString())));
    }

    /** An account's, oldest first, after this id. */
    List<ReportSubscription> of(String account, String after, int limit) {
        return sql.read(
                "select * from report_subscription where account = ? and subscription_id::text > ?"
                        + " order by subscription_id::text limit ?",
                this::read,
                account,
                after,
                limit);
    }

    Optional<ReportSubscription> find(String account, UUID id) {
        return sql
                .read(
                        "select * from report_subscription where account = ? and subscription_id = ?",
                        this::read,
                        account,
                        id)
                .stream()
                .findFirst();
    }

    /** With its sendings; false where the account has none such. */
    boolean delete(String account, UUID id) {
        return sql.update("delete from report_subscription where account = ? and subscription_id = ?", account, id) > 0;
    }

    /** Latest first, after this sort key; from the first where it is empty. */
    List<ReportTry> tries(UUID id, String after, int limit) {
        return sql.read(
                "select * from (select t.*, day || ' ' || lpad(number::text, 9, '0') as sort_key from report_try t"
                        + " where subscription_id = ?) tries where ? = '' or sort_key < ? order by sort_key desc limit ?",
                row -> new ReportTry(
                        row.getObject("day", LocalDate.class),
                        row.getInt("number"),
                        local(row, "at"),
                        row.getString("outcome"),
                        row.getString("error")),
                id,
                after,
                after,
                limit);
    }

    ReportSubscription read(ResultSet row) throws SQLException {
        return new ReportSubscription(
                row.getObject("subscription_id", UUID.class),
                row.getString("account"),
                row.getString("report"),
                sql.value(row.getString("filter"), Filters.class),
                row.getString("language"),
                row.getString("email"),
                row.getObject("weekday") == null ? null : row.getInt("weekday"),
                local(row, "subscribed_at"));
    }

    /** Who subscribed, with the rights of then. */
    Caller caller(ResultSet row) throws SQLException {
        return sql.value(row.getString("caller"), Caller.class);
    }

    private OffsetDateTime local(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(programme.zone())
                .toOffsetDateTime();
    }
}
