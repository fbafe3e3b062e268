package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be put right in all pilots that somebody may see, by what is due first. */
@ApplicationScoped
public class RectificationList {

    private static final String FROM = " from rectification r join pilot_facts p using (pilot_id) where ";

    private final Sql database;
    private final Programme programme;
    private final Clock clock;

    RectificationList(Sql database, Programme programme, Clock clock) {
        this.database = database;
        this.programme = programme;
        this.clock = clock;
    }

    /**
     * Up to {@code most} in this state, what is due first first, after the one with that {@link #sortKey}.
     *
     * @param pilotId whose; null for all
     */
    public List<RectificationView> list(
            Caller caller, RectificationState state, @Nullable String pilotId, String after, int most) {
        var conditions =
                Stream.concat(in(caller, state, pilotId), after(after).stream()).toList();
        var today = programme.dayOf(clock.instant());
        return Condition.read(
                database,
                "select r.*, p.organisation, p.synthetic" + FROM + Condition.all(conditions)
                        + " order by r.due, r.rectification_id limit " + most,
                conditions,
                row -> RectificationView.of(
                        RectificationRow.read(row), row.getString("organisation"), row.getBoolean("synthetic"), today));
    }

    /** How many there are in each state, in one query; nobody counts beyond {@link AlertInbox#MOST_COUNTED}. */
    public Map<RectificationState, Integer> counts(Caller caller, @Nullable String pilotId) {
        var conditions = Stream.of(RectificationState.values())
                .map(state -> in(caller, state, pilotId).toList())
                .toList();
        var sql = conditions.stream()
                .map(of -> "(select count(*) from (select" + FROM + Condition.all(of) + " limit "
                        + AlertInbox.MOST_COUNTED + ") c)")
                .collect(Collectors.joining(", ", "select ", ""));
        var all = conditions.stream().flatMap(List::stream).toList();
        return Condition.read(database, sql, all, RectificationList::counts).getFirst();
    }

    private static Map<RectificationState, Integer> counts(ResultSet row) throws SQLException {
        var counts = new EnumMap<RectificationState, Integer>(RectificationState.class);
        for (var state : RectificationState.values()) {
            counts.put(state, row.getInt(state.ordinal() + 1));
        }
        return counts;
    }

    private static Stream<Condition> in(Caller caller, RectificationState state, @Nullable String pilotId) {
        return Stream.of(
                        Stream.of(Condition.of("r.state = ?", state.name())),
                        Condition.unlessNull("r.pilot_id = ?", pilotId).stream(),
                        Condition.visiblePilots(caller))
                .flatMap(s -> s);
    }

    /** Where one stands in its state. */
    public static String sortKey(RectificationView view) {
        return view.due() + " " + view.rectificationId();
    }

    private static Optional<Condition> after(String key) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var parts = key.split(" ", 2);
        try {
            return Optional.of(Condition.of(
                    "(r.due, r.rectification_id) > (?, ?)", LocalDate.parse(parts[0]), UUID.fromString(parts[1])));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Page.foreignCursor();
        }
    }
}
