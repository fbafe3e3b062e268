package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Lists flags for those who may see them; the database does the filtering. */
@ApplicationScoped
class ConductViews {

    /** What to look for; null for anything. */
    record Filter(
            @Nullable String pilotId,
            @Nullable String outcome,
            @Nullable String state,
            @Nullable String category) {}

    private final DataSource database;
    private final ConductRows rows;

    ConductViews(DataSource database, ConductRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Up to {@code most} flags by id, after the given one. */
    List<ConductFlagView> list(Caller caller, Filter filter, String after, int most) {
        var conditions = conditions(caller, filter, after);
        var sql =
                "select f.flag, p.organisation, p.synthetic from conduct_flag f join pilot_facts p using (pilot_id) where "
                        + String.join(" and ", conditions.keySet()) + " order by f.flag_id limit " + most;
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            fill(connection, select, conditions.values());
            try (var found = select.executeQuery()) {
                var flags = new ArrayList<ConductFlagView>();
                while (found.next()) {
                    flags.add(ConductFlagView.of(
                            rows.read(found.getString("flag")),
                            found.getString("organisation"),
                            found.getBoolean("synthetic")));
                }
                return flags;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    static void fill(Connection connection, PreparedStatement select, Collection<List<?>> parameters)
            throws SQLException {
        int i = 1;
        for (var value : parameters.stream().flatMap(List::stream).toList()) {
            select.setObject(
                    i++, value instanceof Set<?> texts ? connection.createArrayOf("text", texts.toArray()) : value);
        }
    }

    /** Conditions with their parameters. Flags of a pilot that is not approved wait until somebody is responsible for it. */
    private static Map<String, List<?>> conditions(Caller caller, Filter filter, String after) {
        var conditions = new LinkedHashMap<String, List<?>>();
        conditions.put("f.flag_id > ? and p.organisation is not null", List.of(after));
        unlessNull(conditions, "f.pilot_id = ?", filter.pilotId());
        unlessNull(conditions, "f.outcome = ?", filter.outcome());
        unlessNull(conditions, "f.state = ?", filter.state());
        unlessNull(conditions, "f.category = ?", filter.category());
        visible(conditions, caller);
        return conditions;
    }

    /** That the caller may see it. */
    static void visible(Map<String, List<?>> conditions, Caller caller) {
        if (!caller.seesAll()) {
            var fields = caller.is(Caller.REGULATOR) ? caller.fields() : Set.of();
            var organisations = caller.is(Caller.PILOT_TEAM) ? caller.organisations() : Set.of();
            conditions.put(
                    "(p.fields && ? or f.state in ('CONFIRMED', 'DISMISSED')"
                            + " and (p.organisation = any(?) or p.delegates && ?))",
                    List.of(fields, organisations, organisations));
        }
    }

    private static void unlessNull(Map<String, List<?>> conditions, String sql, @Nullable String parameter) {
        if (parameter != null) {
            conditions.put(sql, List.of(parameter));
        }
    }
}
