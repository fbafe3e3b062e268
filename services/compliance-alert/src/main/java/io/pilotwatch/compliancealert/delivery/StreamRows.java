package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What happened to alerts, numbered in the order in which it was committed. A number is given after the commit and by one
 * publisher at a time, so whoever has seen one has seen all below it; an identity column alone would not do, since a lower
 * one may commit later.
 */
@ApplicationScoped
class StreamRows {

    /** Numbers that are kept: above {@code floor}, up to {@code head}. */
    record Extent(long floor, long head) {}

    /** One thing that happened, and what decides who may see it. */
    record Happened(long position, StreamedAlert alert, Caller.Subject pilot, List<String> agencies, String type) {}

    /** What the publisher holds while it numbers. */
    private static final long LOCK = 0x73747265616dL;

    private static final String PUBLISH = "with next as (select arrival, row_number() over (order by arrival) as n"
            + " from (select arrival from alert_stream where position is null order by arrival limit 1000) waiting),"
            + " head as (update alert_stream_head set position = position + (select count(*) from next)"
            + " where exists (select from next) returning position - (select count(*) from next) as before)"
            + " update alert_stream s set position = head.before + next.n, published_at = ?"
            + " from next, head where s.arrival = next.arrival";

    private final Sql sql;

    StreamRows(Sql sql) {
        this.sql = sql;
    }

    /** Numbers what was committed since; how much it was. */
    @Transactional(TxType.REQUIRES_NEW)
    int publish(Instant now) {
        // A statement of its own: the next one must see what the last holder committed.
        sql.read("select pg_advisory_xact_lock(?)", row -> row, LOCK);
        return sql.write(PUBLISH, now);
    }

    Extent extent() {
        return sql.read(
                        "select h.position as head, coalesce((select min(s.position) - 1 from alert_stream s), h.position)"
                                + " as floor from alert_stream_head h",
                        row -> new Extent(row.getLong("floor"), row.getLong("head")))
                .getFirst();
    }

    /** Up to {@code most} above {@code after} and not above {@code head}, in order. */
    List<Happened> read(long after, long head, int most) {
        return sql.read(
                "select s.position, h.what, h.at, h.revision, h.severity, h.level, h.muted,"
                        + " coalesce(h.text_zh, a.text_zh) as zh, coalesce(h.text_en, a.text_en) as en,"
                        + " a.alert_id, a.pilot_id, a.rule, a.subject, a.agencies,"
                        + " p.organisation, p.delegates, p.fields, p.region"
                        + " from alert_stream s join alert_history h using (alert_id, revision)"
                        + " join alert a using (alert_id) join pilot_facts p using (pilot_id)"
                        + " where s.position > ? and s.position <= ? order by s.position limit ?",
                StreamRows::happened,
                after,
                head,
                most);
    }

    /** Lets go of what was numbered before. */
    int forget(Instant before) {
        return sql.write("delete from alert_stream where published_at < ?", before);
    }

    private static Happened happened(ResultSet row) throws SQLException {
        var pilotId = row.getString("pilot_id");
        var organisation = row.getString("organisation");
        var fields = Sql.texts(row, "fields");
        var rule = row.getString("rule");
        var alert = new StreamedAlert(
                row.getString("alert_id"),
                pilotId,
                organisation,
                fields,
                rule,
                row.getString("subject"),
                Severity.valueOf(row.getString("severity")),
                row.getInt("level"),
                row.getBoolean("muted"),
                row.getLong("revision"),
                Sql.instant(row, "at"),
                new Text(row.getString("zh"), row.getString("en")));
        var pilot = new Caller.Subject(
                pilotId, organisation, Sql.texts(row, "delegates"), fields, row.getString("region"), false);
        return new Happened(
                row.getLong("position"), alert, pilot, Sql.texts(row, "agencies"), type(row.getString("what")));
    }

    /** {@code AlertAcknowledgementExpired} is {@code alert.acknowledgement-expired}. */
    static String type(String what) {
        var words = what.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return words.replaceFirst("-", ".");
    }
}
