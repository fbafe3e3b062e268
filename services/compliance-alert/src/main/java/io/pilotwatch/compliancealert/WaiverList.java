package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Waivers of all pilots that somebody may see: those in force by what ends first, those that are over by what ended last. */
@ApplicationScoped
public class WaiverList {

    /**
     * A waiver in a list.
     *
     * @param rule what it covers; null for all that a pilot owes
     * @param subject title of the milestone that it is confined to, else the subject as it is; null for everything
     * @param until the last programme day of it
     * @param overAt when it is or was over
     * @param endedOn when a person ended it before its time; null where none did
     */
    public record Item(
            String waiverId,
            String pilotId,
            String organisation,
            boolean synthetic,
            long revision,
            @Nullable Named rule,
            @Nullable Text subject,
            String reason,
            String by,
            LocalDate until,
            Instant overAt,
            @Nullable LocalDate endedOn,
            @Nullable String endedBy,
            @Nullable String endedBecause,
            boolean inForce,
            boolean mayEnd) {}

    private static final String SELECT = "select w.*, p.organisation, p.synthetic, p.fields, p.delegates, p.region,"
            + " p.facts #>> '{pilot,pilot,kind}' as kind,"
            + " coalesce(p.facts #>> array['milestones', w.subject, 'milestone', 'title', 'zh'], w.subject) as about_zh,"
            + " coalesce(p.facts #>> array['milestones', w.subject, 'milestone', 'title', 'en'], w.subject) as about_en"
            + " from waiver w join pilot_facts p using (pilot_id) where ";

    private final Sql database;
    private final Programme programme;
    private final Clock clock;

    WaiverList(Sql database, Programme programme, Clock clock) {
        this.database = database;
        this.programme = programme;
        this.clock = clock;
    }

    /**
     * Up to {@code most}, after the one with that {@link #sortKey}.
     *
     * @param inForce those that mute something, else those that are over
     * @param pilotId whose; null for all
     */
    public List<Item> list(Caller caller, boolean inForce, @Nullable String pilotId, String after, int most) {
        var now = clock.instant();
        var conditions = Stream.of(
                        Stream.of(Condition.of(inForce ? "w.over_at > ?" : "w.over_at <= ?", now)),
                        Condition.unlessNull("w.pilot_id = ?", pilotId).stream(),
                        Condition.visiblePilots(caller),
                        after(after, inForce).stream())
                .flatMap(s -> s)
                .toList();
        var order = inForce ? "w.over_at, w.waiver_id" : "w.over_at desc, w.waiver_id desc";
        return Condition.read(
                database,
                SELECT + Condition.all(conditions) + " order by " + order + " limit " + most,
                conditions,
                row -> item(row, caller, inForce));
    }

    /** One that the caller may see. */
    public Optional<Item> one(Caller caller, UUID waiverId) {
        var conditions = Stream.concat(
                        Stream.of(Condition.of("w.waiver_id = ?", waiverId)), Condition.visiblePilots(caller))
                .toList();
        var now = clock.instant();
        return Condition.read(
                        database,
                        SELECT + Condition.all(conditions),
                        conditions,
                        row -> item(row, caller, Sql.instant(row, "over_at").isAfter(now)))
                .stream()
                .findFirst();
    }

    /** Where one stands in its list. */
    public static String sortKey(Item item) {
        return item.overAt() + " " + item.waiverId();
    }

    private static Optional<Condition> after(String key, boolean inForce) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var parts = key.split(" ", 2);
        try {
            return Optional.of(Condition.of(
                    "(w.over_at, w.waiver_id) " + (inForce ? ">" : "<") + " (?, ?)",
                    Instant.parse(parts[0]),
                    UUID.fromString(parts[1])));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Page.foreignCursor();
        }
    }

    private Item item(ResultSet row, Caller caller, boolean inForce) throws SQLException {
        var rule = row.getString("rule");
        var ended = Sql.instant(row, "ended_at");
        return new Item(
                row.getString("waiver_id"),
                row.getString("pilot_id"),
                row.getString("organisation"),
                row.getBoolean("synthetic"),
                row.getLong("revision"),
                rule == null ? null : AlertView.rule(rule),
                row.getString("subject") == null
                        ? null
                        : new Text(row.getString("about_zh"), row.getString("about_en")),
                row.getString("reason"),
                row.getString("by"),
                programme.dayOf(Sql.instant(row, "until").minusNanos(1)),
                Sql.instant(row, "over_at"),
                ended == null ? null : programme.dayOf(ended),
                row.getString("ended_by"),
                row.getString("ended_because"),
                inForce,
                inForce && mayEnd(row, caller));
    }

    /** The pilot's lead, or for any pilot the office. */
    private boolean mayEnd(ResultSet row, Caller caller) throws SQLException {
        return caller.is(Caller.PROGRAMME_OFFICE) || caller.mayLead(AlertViews.subject(row, programme));
    }
}
