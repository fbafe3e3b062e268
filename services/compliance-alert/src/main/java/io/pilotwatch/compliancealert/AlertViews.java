package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Tracked;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads alerts for those who may see them; the database does the filtering. */
@ApplicationScoped
class AlertViews {

    private static final String SELECT = "select a.*, p.organisation, p.synthetic, p.fields, p.delegates,"
            + " p.region, p.facts #>> '{pilot,pilot,kind}' as kind from alert a join pilot_facts p using (pilot_id) where ";

    /** What to look for; null for anything. */
    record Filter(
            @Nullable String pilotId,
            @Nullable String state,
            @Nullable String rule,
            @Nullable String severity,
            @Nullable Boolean muted) {}

    /** An alert and what decides who may reach it. */
    record Found(AlertView view, Tracked tracked, Caller.Subject pilot) {}

    private final Sql database;
    private final AlertRows rows;
    private final Programme programme;
    private final AuditSubject audited;

    AlertViews(Sql database, AlertRows rows, Programme programme, AuditSubject audited) {
        this.database = database;
        this.rows = rows;
        this.programme = programme;
        this.audited = audited;
    }

    /** Up to {@code most} alerts by id, after the given one. */
    List<AlertView> list(Caller caller, Filter filter, String after, int most) {
        var conditions = Stream.concat(Condition.visibleAlerts(caller, programme), wanted(filter, after))
                .toList();
        var sql = SELECT + Condition.all(conditions) + " order by a.alert_id limit " + most;
        return find(sql, conditions).stream().map(Found::view).toList();
    }

    /** One that somebody asks for by its id. */
    Optional<Found> one(String alertId) {
        var found = find(SELECT + "a.alert_id = ?", List.of(Condition.of("", alertId))).stream()
                .findFirst();
        found.ifPresent(alert -> audited.is(alert.pilot().pilotId()));
        return found;
    }

    List<AlertView.Step> history(String alertId) {
        return database.read(
                "select * from alert_history where alert_id = ? order by revision", AlertViews::step, alertId);
    }

    /** By alert id, what had happened to a pilot's alerts by that instant. */
    Map<String, List<AlertView.Step>> histories(String pilotId, Instant until) {
        var histories = new HashMap<String, List<AlertView.Step>>();
        database.read(
                "select h.* from alert_history h join alert using (alert_id) where pilot_id = ? and h.at <= ?"
                        + " order by alert_id, h.revision",
                row -> histories
                        .computeIfAbsent(row.getString("alert_id"), _ -> new ArrayList<>())
                        .add(step(row)),
                pilotId,
                until);
        return histories;
    }

    private static Stream<Condition> wanted(Filter filter, String after) {
        return Stream.of(
                        Condition.unlessNull("a.alert_id > ?", after),
                        Condition.unlessNull("a.pilot_id = ?", filter.pilotId()),
                        Condition.unlessNull("a.state = ?", filter.state()),
                        Condition.unlessNull("a.rule = ?", filter.rule()),
                        Condition.unlessNull("a.severity = ?", filter.severity()),
                        Optional.ofNullable(filter.muted())
                                .map(m -> Condition.of(m ? "a.muted is not null" : "a.muted is null")))
                .flatMap(Optional::stream);
    }

    private List<Found> find(String sql, List<Condition> conditions) {
        return Condition.read(database, sql, conditions, this::read);
    }

    private Found read(ResultSet row) throws SQLException {
        var tracked = rows.read(row);
        var view = AlertView.of(tracked, row.getString("organisation"), row.getBoolean("synthetic"));
        return new Found(view, tracked, subject(row, programme));
    }

    /** What decides who may reach the pilot of a row with these columns of it, and with its {@code kind}. */
    static Caller.Subject subject(ResultSet row, Programme programme) throws SQLException {
        return new Caller.Subject(
                row.getString("pilot_id"),
                row.getString("organisation"),
                texts(row, "delegates"),
                texts(row, "fields"),
                row.getString("region"),
                programme.coversFields(row.getString("kind")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static AlertView.Step step(ResultSet row) throws SQLException {
        var zh = row.getString("text_zh");
        return new AlertView.Step(
                row.getLong("revision"),
                row.getString("what"),
                Sql.instant(row, "at"),
                row.getString("by"),
                row.getString("agency"),
                AlertView.severity(Severity.valueOf(row.getString("severity"))),
                row.getInt("level"),
                row.getBoolean("muted"),
                row.getBoolean("late_detected"),
                zh == null ? null : new Text(zh, row.getString("text_en")),
                row.getString("note"));
    }
}
