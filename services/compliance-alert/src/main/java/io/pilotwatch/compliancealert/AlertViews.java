package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Tracked;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

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

    /** A piece of SQL with its parameters: texts or lists of texts. */
    private record Condition(String sql, List<?> parameters) {}

    private final DataSource database;
    private final AlertRows rows;
    private final Programme programme;

    AlertViews(DataSource database, AlertRows rows, Programme programme) {
        this.database = database;
        this.rows = rows;
        this.programme = programme;
    }

    /** Up to {@code most} alerts by id, after the given one. */
    List<AlertView> list(Caller caller, Filter filter, String after, int most) {
        var conditions = Stream.concat(visible(caller), wanted(filter, after)).toList();
        var sql = SELECT
                + conditions.stream().map(Condition::sql).collect(Collectors.joining(" and "))
                + " order by a.alert_id limit " + most;
        return find(sql, conditions).stream().map(Found::view).toList();
    }

    Optional<Found> one(String alertId) {
        return find(SELECT + "a.alert_id = ?", List.of(new Condition("", List.of(alertId)))).stream()
                .findFirst();
    }

    List<AlertView.Step> history(String alertId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select * from alert_history where alert_id = ? order by revision")) {
            select.setString(1, alertId);
            try (var found = select.executeQuery()) {
                var steps = new ArrayList<AlertView.Step>();
                while (found.next()) {
                    steps.add(step(found));
                }
                return steps;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** By alert id, what had happened to a pilot's alerts by that instant. */
    Map<String, List<AlertView.Step>> histories(String pilotId, Instant until) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select h.* from alert_history h join alert using (alert_id)"
                        + " where pilot_id = ? and h.at <= ? order by alert_id, h.revision")) {
            select.setString(1, pilotId);
            select.setObject(2, until.atOffset(ZoneOffset.UTC));
            try (var found = select.executeQuery()) {
                var histories = new HashMap<String, List<AlertView.Step>>();
                while (found.next()) {
                    histories
                            .computeIfAbsent(found.getString("alert_id"), id -> new ArrayList<>())
                            .add(step(found));
                }
                return histories;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The same answer as {@link Caller#maySee}, as SQL that indexes can serve; and whoever it was escalated to. */
    private Stream<Condition> visible(Caller caller) {
        if (caller.seesAll()) {
            return Stream.empty();
        }
        var organisations = texts(caller.is(Caller.PILOT_TEAM), caller.organisations());
        var fields = texts(caller.is(Caller.REGULATOR) || caller.is(Caller.RECOMMENDER), caller.fields());
        var regions = texts(caller.is(Caller.RECOMMENDER), caller.regions());
        return Stream.of(new Condition(
                "(p.organisation = any(?) or p.delegates && ? or p.fields && ? or p.region = any(?) or a.agencies && ?)",
                List.of(organisations, organisations, fields, regions, caller.agencies(programme))));
    }

    private static List<String> texts(boolean count, Set<String> texts) {
        return count ? List.copyOf(texts) : List.of();
    }

    private static Stream<Condition> wanted(Filter filter, String after) {
        return Stream.of(
                        unlessNull("a.alert_id > ?", after),
                        unlessNull("a.pilot_id = ?", filter.pilotId()),
                        unlessNull("a.state = ?", filter.state()),
                        unlessNull("a.rule = ?", filter.rule()),
                        unlessNull("a.severity = ?", filter.severity()),
                        Optional.ofNullable(filter.muted())
                                .map(m -> new Condition(m ? "a.muted is not null" : "a.muted is null", List.of())))
                .flatMap(Optional::stream);
    }

    private static Optional<Condition> unlessNull(String sql, Object parameter) {
        return Optional.ofNullable(parameter).map(p -> new Condition(sql, List.of(p.toString())));
    }

    private List<Found> find(String sql, List<Condition> conditions) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            fill(connection, select, conditions);
            try (var found = select.executeQuery()) {
                var alerts = new ArrayList<Found>();
                while (found.next()) {
                    alerts.add(read(found));
                }
                return alerts;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void fill(Connection connection, PreparedStatement select, List<Condition> conditions)
            throws SQLException {
        var parameters =
                conditions.stream().flatMap(c -> c.parameters().stream()).toList();
        for (int i = 0; i < parameters.size(); i++) {
            var value = parameters.get(i);
            select.setObject(
                    i + 1, value instanceof List<?> texts ? connection.createArrayOf("text", texts.toArray()) : value);
        }
    }

    private Found read(ResultSet row) throws SQLException {
        var tracked = rows.read(row);
        var view = AlertView.of(tracked, row.getString("organisation"), row.getBoolean("synthetic"));
        return new Found(
                view,
                tracked,
                new Caller.Subject(
                        view.pilotId(),
                        view.organisation(),
                        texts(row, "delegates"),
                        texts(row, "fields"),
                        row.getString("region"),
                        programme.coversFields(row.getString("kind"))));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static AlertView.Step step(ResultSet row) throws SQLException {
        var zh = row.getString("text_zh");
        return new AlertView.Step(
                row.getLong("revision"),
                row.getString("what"),
                AlertRows.instant(row, "at"),
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
