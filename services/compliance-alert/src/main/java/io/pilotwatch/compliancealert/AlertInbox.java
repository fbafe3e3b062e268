package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Answering;
import io.pilotwatch.compliancealert.core.Escalating;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The alerts of whoever works through them, most urgent first, in the groups by which they are worked through. */
@ApplicationScoped
public class AlertInbox {

    /** Where counting stops: a tab says that there are more, and nobody waits for the exact number. */
    public static final int MOST_COUNTED = 1000;

    private static final String FROM = " from alert a join pilot_facts p using (pilot_id) where ";
    private static final String SELECT = "select a.*, p.organisation, p.synthetic, p.fields" + FROM;

    /** A group of the inbox. */
    public enum Box {
        /** What the caller's own agencies have to acknowledge. */
        MINE,
        OPEN,
        ACKNOWLEDGED,
        MUTED,
        /** Cleared by the facts, or dismissed. */
        CLOSED
    }

    /** What to look for; null for anything. */
    public record Filter(
            @Nullable String field,
            @Nullable String rule,
            @Nullable String severity,
            @Nullable String pilotId) {}

    /**
     * An alert as the inbox shows it.
     *
     * @param fields the pilot's, by name
     * @param raisedOn programme day on which its level was raised
     * @param levels how many the rule has
     * @param mine whether it waits for one of the caller's agencies
     * @param escalatedTo who was told since others stayed silent, by name
     * @param next what follows on further silence; null where nothing does
     */
    public record Item(
            AlertView alert,
            List<Text> fields,
            LocalDate raisedOn,
            int levels,
            boolean mine,
            List<Text> escalatedTo,
            @Nullable Next next) {}

    /** The last programme day on which to acknowledge, and who is told after it. */
    public record Next(LocalDate lastDay, Text to) {}

    private final Sql database;
    private final AlertRows rows;
    private final SentWords sent;
    private final Programme programme;

    AlertInbox(Sql database, AlertRows rows, SentWords sent, Programme programme) {
        this.database = database;
        this.rows = rows;
        this.sent = sent;
        this.programme = programme;
    }

    /** Up to {@code most} of a group, after the one with that {@link #sortKey}: the gravest and oldest first, of what is over the newest. */
    public List<Item> list(Caller caller, Box box, Filter filter, String after, int most) {
        boolean over = box == Box.CLOSED;
        var conditions = Stream.of(in(box, caller), wanted(filter), after(after, over).stream())
                .flatMap(s -> s)
                .toList();
        var order = over ? "a.raised_at desc, a.alert_id desc" : "a.urgency, a.raised_at, a.alert_id";
        var agencies = caller.agencies(programme);
        return Condition.read(
                database,
                SELECT + Condition.all(conditions) + " order by " + order + " limit " + most,
                conditions,
                row -> item(row, agencies));
    }

    /** These alerts, as far as the caller may see them. */
    public List<Item> these(Caller caller, List<String> alertIds) {
        var conditions = Stream.concat(
                        Stream.of(Condition.of("a.alert_id = any(?)", alertIds)),
                        Condition.visibleAlerts(caller, programme))
                .toList();
        var agencies = caller.agencies(programme);
        return Condition.read(
                database,
                SELECT + Condition.all(conditions) + " order by a.urgency, a.raised_at, a.alert_id",
                conditions,
                row -> item(row, agencies));
    }

    /** How many there are in each group, in one query; nobody counts beyond {@link #MOST_COUNTED}. */
    public Map<Box, Integer> counts(Caller caller, Filter filter) {
        var conditions = Stream.of(Box.values())
                .map(box -> Stream.concat(in(box, caller), wanted(filter)).toList())
                .toList();
        var sql = conditions.stream()
                .map(of ->
                        "(select count(*) from (select" + FROM + Condition.all(of) + " limit " + MOST_COUNTED + ") c)")
                .collect(Collectors.joining(", ", "select ", ""));
        var all = conditions.stream().flatMap(List::stream).toList();
        return Condition.read(database, sql, all, AlertInbox::counts).getFirst();
    }

    private static Map<Box, Integer> counts(ResultSet row) throws SQLException {
        var counts = new EnumMap<Box, Integer>(Box.class);
        for (var box : Box.values()) {
            counts.put(box, row.getInt(box.ordinal() + 1));
        }
        return counts;
    }

    /** Where an item stands in its group. */
    public static String sortKey(Item item) {
        var alert = item.alert();
        return "%d %s %s".formatted(urgency(alert.severity().code()), alert.raisedAt(), alert.alertId());
    }

    private static int urgency(String severity) {
        return switch (severity) {
            case "CRITICAL" -> 0;
            case "WARNING" -> 1;
            default -> 2;
        };
    }

    private Stream<Condition> in(Box box, Caller caller) {
        return box == Box.MINE
                // Who is asked may see it. All of them are open, and said to be so are found in their order.
                ? Stream.of(Condition.of("a.box = 'OPEN' and a.awaited && ?", caller.agencies(programme)))
                // A constant, so that the partial index serves it.
                : Stream.concat(
                        Stream.of(Condition.of("a.box = '" + box + "'")), Condition.visibleAlerts(caller, programme));
    }

    private static Stream<Condition> wanted(Filter filter) {
        return Stream.of(
                        Condition.unlessNull("p.fields @> ?", filter.field() == null ? null : List.of(filter.field())),
                        Condition.unlessNull("a.rule = ?", filter.rule()),
                        Condition.unlessNull("a.severity = ?", filter.severity()),
                        Condition.unlessNull("a.pilot_id = ?", filter.pilotId()))
                .flatMap(Optional::stream);
    }

    private static Optional<Condition> after(String key, boolean over) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var parts = key.split(" ", 3);
        try {
            var at = Instant.parse(parts[1]);
            return Optional.of(
                    over
                            ? Condition.of("(a.raised_at, a.alert_id) < (?, ?)", at, parts[2])
                            : Condition.of(
                                    "(a.urgency, a.raised_at, a.alert_id) > (?, ?, ?)",
                                    Integer.parseInt(parts[0]),
                                    at,
                                    parts[2]));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw Page.foreignCursor();
        }
    }

    private Item item(ResultSet row, List<String> agencies) throws SQLException {
        var tracked = rows.read(row);
        var alert = tracked.alert();
        return new Item(
                AlertView.of(tracked, row.getString("organisation"), row.getBoolean("synthetic")),
                Stream.of((String[]) row.getArray("fields").getArray())
                        .flatMap(code -> programme.field(code).stream())
                        .map(Programme.Field::name)
                        .toList(),
                programme.dayOf(alert.raisedAt()),
                programme.thresholds(alert.rule()).size(),
                Answering.waitsFor(agencies, alert),
                escalatedTo(alert),
                next(alert, agencies).map(sent::next).orElse(null));
    }

    private List<Text> escalatedTo(Alert alert) {
        return alert.addressees().stream()
                .filter(a -> a.acknowledgedBy() == null)
                .flatMap(a -> a.escalatedTo().stream().map(to -> sent.name(to, a.askedAt())))
                .distinct()
                .toList();
    }

    /** Of the caller's own agencies where one is asked, else of whoever comes first. */
    private Optional<Escalating> next(Alert alert, List<String> agencies) {
        var all = alert.addressees().stream()
                .flatMap(a -> Answering.next(a, alert, programme).stream())
                .toList();
        var own = all.stream().filter(e -> agencies.contains(e.agency())).toList();
        return (own.isEmpty() ? all : own).stream().min(Comparator.comparing(Escalating::at));
    }
}
