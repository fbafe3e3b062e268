package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.ConductState;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.DatabaseFailure;
import io.pilotwatch.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Flags in the order in which a person takes them up: what is to be decided first, gravest first, then oldest first. */
@ApplicationScoped
public class ConductBoard {

    /**
     * What to look for; null or empty for anything.
     *
     * @param pilot its id, or a part of its unit's name
     */
    public record Filter(
            @Nullable ConductState state,
            Set<ConductOutcome> outcomes,
            @Nullable String field,
            @Nullable String pilot) {}

    /**
     * A flag on the board.
     *
     * @param fields of its pilot
     * @param toDecide whether the reader may decide on it, and nobody has
     * @param place its own place in the order
     */
    public record Listed(ConductFlagView flag, List<String> fields, boolean toDecide, String place) {}

    private static final Filter UNDECIDED =
            new Filter(ConductState.FOUND, Set.of(ConductOutcome.ALERT, ConductOutcome.REVIEW), null, null);

    private static final String FROM = " from conduct_flag f join pilot_facts p using (pilot_id) where ";

    private final DataSource database;
    private final ConductRows rows;
    private final Programme programme;

    ConductBoard(DataSource database, ConductRows rows, Programme programme) {
        this.database = database;
        this.rows = rows;
        this.programme = programme;
    }

    /** Up to {@code most} rows after the given place; empty for the beginning. */
    public List<Listed> list(Caller caller, Filter filter, String after, int most) {
        var conditions = conditions(caller, filter);
        if (!after.isEmpty()) {
            conditions.put("(f.urgency, f.known_since, f.flag_id) > (?, ?, ?)", place(after));
        }
        return read(
                "select f.flag, f.urgency, f.known_since, p.organisation, p.synthetic, p.fields,"
                        + " p.facts #>> '{pilot,pilot,kind}' as kind" + FROM
                        + String.join(" and ", conditions.keySet())
                        + " order by f.urgency, f.known_since, f.flag_id limit " + most,
                conditions,
                found -> row(caller, found));
    }

    /** How many of each outcome wait for a decision; its cost follows what waits. */
    public Map<ConductOutcome, Integer> undecided(Caller caller) {
        var counts = new EnumMap<ConductOutcome, Integer>(ConductOutcome.class);
        for (var outcome : ConductOutcome.values()) {
            counts.put(outcome, 0);
        }
        var conditions = conditions(caller, new Filter(ConductState.FOUND, Set.of(), null, null));
        read(
                "select f.outcome, count(*)" + FROM + String.join(" and ", conditions.keySet()) + " group by f.outcome",
                conditions,
                found -> counts.put(ConductOutcome.valueOf(found.getString(1)), found.getInt(2)));
        return counts;
    }

    /** The first but this that the caller may decide on, of a page's worth: some may be others' to decide. */
    public Optional<Listed> next(Caller caller, String except) {
        return list(caller, UNDECIDED, "", Page.limit(null)).stream()
                .filter(Listed::toDecide)
                .filter(row -> !row.flag().flagId().equals(except))
                .findFirst();
    }

    private Map<String, List<?>> conditions(Caller caller, Filter filter) {
        var conditions = new LinkedHashMap<String, List<?>>();
        conditions.put("p.organisation is not null", List.of());
        if (filter.state() != null) {
            conditions.put("f.urgency between ? and ?", urgencies(filter.state()));
        }
        if (!filter.outcomes().isEmpty()) {
            conditions.put("f.outcome = any(?)", List.of(names(filter.outcomes())));
        }
        if (filter.field() != null) {
            conditions.put("p.fields @> ?", List.of(Set.of(filter.field())));
        }
        if (filter.pilot() != null) {
            conditions.put(
                    "(f.pilot_id = upper(?) or position(? in p.organisation) > 0)",
                    List.of(filter.pilot(), filter.pilot()));
        }
        ConductViews.visible(conditions, caller);
        return conditions;
    }

    private static Set<String> names(Set<ConductOutcome> outcomes) {
        return outcomes.stream().map(Enum::name).collect(Collectors.toSet());
    }

    /** As the database orders them. */
    private static List<Short> urgencies(ConductState state) {
        return switch (state) {
            case FOUND -> List.of((short) 0, (short) 2);
            case CONFIRMED -> List.of((short) 3, (short) 3);
            case DISMISSED -> List.of((short) 4, (short) 4);
            case NO_LONGER_FOUND -> List.of((short) 5, (short) 5);
        };
    }

    /** The parts of {@code 0 2023-01-01T00:00:00Z BP-001.conduct.m1.2.mining}. */
    private static List<?> place(String after) {
        var parts = after.split(" ", 3);
        try {
            return List.of(Short.valueOf(parts[0]), parts[1], parts[2]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw Page.foreignCursor();
        }
    }

    private Listed row(Caller caller, ResultSet found) throws SQLException {
        var flag = rows.read(found.getString("flag"));
        var fields = List.of((String[]) found.getArray("fields").getArray());
        var view = ConductFlagView.of(flag, found.getString("organisation"), found.getBoolean("synthetic"));
        var pilot = new Caller.Subject(
                view.pilotId(), view.organisation(), List.of(), fields, "", coversFields(found.getString("kind")));
        return new Listed(
                view,
                fields,
                flag.state() == ConductState.FOUND && (caller.is(Caller.PROGRAMME_OFFICE) || caller.mayLead(pilot)),
                "%d %s %s".formatted(found.getInt("urgency"), found.getString("known_since"), view.flagId()));
    }

    private boolean coversFields(@Nullable String kind) {
        return kind != null && programme.coversFields(kind);
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, Map<String, List<?>> conditions, Reader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            ConductViews.fill(connection, select, conditions.values());
            try (var found = select.executeQuery()) {
                var all = new ArrayList<T>();
                while (found.next()) {
                    all.add(reader.read(found));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
