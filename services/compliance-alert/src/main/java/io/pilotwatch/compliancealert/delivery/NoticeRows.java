package io.pilotwatch.compliancealert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.Sql.Array;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What agencies are to be told, and whom that reaches. */
@ApplicationScoped
class NoticeRows {

    /** A notice with its id, and when it was said by the programme clock. */
    record Said(UUID id, Notice notice, Instant at) {}

    /** A notice that a subscription wants. */
    record Match(UUID noticeId, UUID subscriptionId, Timing timing) {}

    /** That notice n is what subscription s wants; an alert's end reaches whoever was told of it, and nobody else. */
    private static final String WANTED = "case when n.kind in ('CLEARED', 'DISMISSED')"
            + " then exists (select from notice earlier join delivery d using (notice_id)"
            + " where earlier.alert_id = n.alert_id and d.subscription_id = s.subscription_id)"
            + " else (s.rules = '{}' or n.rule = any(s.rules))"
            + " and array_position(array['INFO', 'WARNING', 'CRITICAL'], n.severity)"
            + " >= array_position(array['INFO', 'WARNING', 'CRITICAL'], s.least_severity)"
            + " and (s.fields = '{}' or exists (select from pilot_facts p"
            + " where p.pilot_id = n.pilot_id and p.fields && s.fields)) end";

    private static final String TELL = "with n as (insert into notice (notice_id, kind, agency, alert_id, pilot_id,"
            + " rule, severity, alert_revision, alert, text_zh, text_en, said_at)"
            + " select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
            + " ?::bigint[], ?::jsonb[], ?::text[], ?::text[], ?::timestamptz[]) on conflict do nothing returning *)"
            + " select n.notice_id, s.subscription_id, s.timing from n join subscription s on s.agency = n.agency"
            + " where n.alert_id is not null and s.state = 'ACTIVE' and (" + WANTED + ")";

    private final Sql sql;
    private final ObjectMapper mapper;

    NoticeRows(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** Keeps those that were not said before, and gives the active subscriptions that want them. */
    List<Match> tell(List<Said> said) {
        return sql.read(
                TELL,
                NoticeRows::match,
                Array.of("uuid", said, Said::id),
                Array.of("text", said, s -> s.notice().kind()),
                Array.of("text", said, s -> s.notice().agency()),
                ofAlert(said, Alert::alertId),
                ofAlert(said, Alert::pilotId),
                ofAlert(said, Alert::rule),
                ofAlert(said, Alert::severity),
                Array.of("bigint", said, s -> s.notice().revision()),
                new Array("jsonb", ofAlert(said, this::json).values()),
                Array.of("text", said, s -> s.notice().reason().zh()),
                Array.of("text", said, s -> s.notice().reason().en()),
                Array.of("timestamptz", said, Said::at));
    }

    /** What this subscription would have been told since an instant of the programme clock. */
    List<Match> since(UUID subscriptionId, Instant since) {
        return sql.read(
                "select n.notice_id, s.subscription_id, s.timing from subscription s join notice n on n.agency = s.agency"
                        + " where s.subscription_id = ? and n.said_at >= ? and n.alert_id is not null and (" + WANTED
                        + ") order by n.notice_id",
                NoticeRows::match,
                subscriptionId,
                since);
    }

    private static Match match(ResultSet row) throws SQLException {
        return new Match(
                Sql.id(row, "notice_id"), Sql.id(row, "subscription_id"), Timing.valueOf(row.getString("timing")));
    }

    private static Array ofAlert(List<Said> said, java.util.function.Function<Alert, ?> column) {
        return Array.of(
                "text",
                said,
                s -> s.notice().alert() == null ? null : column.apply(s.notice().alert()));
    }

    private String json(Alert alert) {
        try {
            return mapper.writeValueAsString(alert);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The notice of a row that has all columns of the table. */
    Notice read(ResultSet row) throws SQLException {
        return new Notice(
                Notice.Kind.valueOf(row.getString("kind")),
                alert(row.getString("alert")),
                row.getLong("alert_revision"),
                row.getString("agency"),
                new Text(row.getString("text_zh"), row.getString("text_en")));
    }

    @Nullable
    private Alert alert(@Nullable String json) {
        try {
            return json == null ? null : mapper.readValue(json, Alert.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
