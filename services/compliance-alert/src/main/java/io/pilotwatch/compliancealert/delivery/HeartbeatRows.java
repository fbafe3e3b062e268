package io.pilotwatch.compliancealert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.compliancealert.delivery.NoticeRows.Match;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.Sql.Array;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Daily reports as rows: one for each agency and day, of which each subscription is told once. */
@ApplicationScoped
class HeartbeatRows {

    /** What an agency is told on a day; nothing overdue where the list is empty. */
    record Beat(LocalDate day, List<Alert> overdue) {}

    /** A report to be kept. */
    record Kept(String agency, UUID noticeId, List<Alert> overdue) {}

    private record Last(String agency, Instant at) {}

    /** That subscription s is told every day. */
    private static final String WANTED =
            "s.state = 'ACTIVE' and s.channel <> 'STREAM'" + " and coalesce(s.heartbeat, s.channel = 'EMAIL')";

    private final Sql sql;
    private final ObjectMapper mapper;

    HeartbeatRows(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** The agencies that somebody wants to hear of, and for which there is no report of this day. */
    List<String> missing(LocalDate day) {
        return sql.read(
                "select distinct s.agency from subscription s where " + WANTED
                        + " and not exists (select from heartbeat h where h.agency = s.agency and h.day = ?)"
                        + " order by s.agency",
                row -> row.getString("agency"),
                day);
    }

    /** Keeps those that are not there yet, and gives their agencies. */
    List<String> keep(List<Kept> reports, LocalDate day) {
        return sql.read(
                "insert into heartbeat (agency, day, notice_id, overdue) select k.agency, ?::date, k.notice_id, k.overdue"
                        + " from unnest(?::text[], ?::uuid[], ?::jsonb[]) as k(agency, notice_id, overdue)"
                        + " on conflict do nothing returning agency",
                row -> row.getString("agency"),
                day,
                Array.of("text", reports, Kept::agency),
                Array.of("uuid", reports, Kept::noticeId),
                Array.of("jsonb", reports, k -> json(k.overdue())));
    }

    /** Who has not been told of this day's report. */
    List<Match> untold(LocalDate day) {
        return sql.read(
                "select h.notice_id, s.subscription_id from heartbeat h join subscription s on s.agency = h.agency"
                        + " where h.day = ? and " + WANTED + " and not exists (select from delivery d"
                        + " where d.subscription_id = s.subscription_id and d.notice_id = h.notice_id)",
                row -> Occasions.to(Sql.id(row, "subscription_id"), Sql.id(row, "notice_id")),
                day);
    }

    /** The one that this delivery tells of. */
    Beat of(UUID deliveryId) {
        return sql.read(
                        "select h.day, h.overdue from delivery d join heartbeat h using (notice_id) where d.delivery_id = ?",
                        this::beat,
                        deliveryId)
                .getFirst();
    }

    /** When each agency was last reached, by the wall clock; an agency that never was is absent. */
    Map<String, Instant> lastReached() {
        return sql
                .read(
                        "select h.agency, max(d.settled_at) as at from heartbeat h join delivery d using (notice_id)"
                                + " where d.state = 'DELIVERED' group by h.agency",
                        row -> new Last(row.getString("agency"), Sql.instant(row, "at")))
                .stream()
                .collect(Collectors.toMap(Last::agency, Last::at));
    }

    private Beat beat(ResultSet row) throws SQLException {
        try {
            return new Beat(
                    row.getObject("day", LocalDate.class),
                    mapper.readValue(row.getString("overdue"), new TypeReference<>() {}));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String json(List<Alert> alerts) {
        try {
            return mapper.writerFor(new TypeReference<List<Alert>>() {}).writeValueAsString(alerts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
