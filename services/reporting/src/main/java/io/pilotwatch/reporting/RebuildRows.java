package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.WallClock;
import io.pilotwatch.reporting.core.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What is known of rebuilds: how far the running one is, and what each found. */
@ApplicationScoped
class RebuildRows {

    private static final String ALL = "select rebuild.*, differences = 0 as equal from rebuild ";

    private final Sql sql;
    private final WallClock wall;

    RebuildRows(Sql sql, WallClock wall) {
        this.sql = sql;
        this.wall = wall;
    }

    /** The version of the folding that made the live views. */
    int version() {
        return sql.read("select version from views", row -> row.getInt(1)).getFirst();
    }

    /** Begins one, by whoever has the lock; one that has not ended by now was killed. */
    long begin(String cause) {
        sql.update("update rebuild set ended_at = ?, failure = 'killed' where ended_at is null", now());
        return sql.read(
                        "insert into rebuild (cause, started_at) values (?, ?) returning rebuild_id",
                        row -> row.getLong(1),
                        cause,
                        now())
                .getFirst();
    }

    /** How much there is to do. */
    void plan(long rebuildId, int pilots, long events) {
        sql.update("update rebuild set of_pilots = ?, of_events = ? where rebuild_id = ?", pilots, events, rebuildId);
    }

    /** So much more is done. */
    void progress(long rebuildId, int pilots, long events) {
        sql.update(
                "update rebuild set pilots = pilots + ?, events = events + ? where rebuild_id = ?",
                pilots,
                events,
                rebuildId);
    }

    /** Writes down some of the differences. */
    void found(long rebuildId, List<Difference> differences) {
        record Row(long rebuildId, String pilotId, String field, String live, String rebuilt) {}
        sql.write(
                """
                insert into rebuild_difference (rebuild_id, pilot_id, field, live, rebuilt)
                select rebuild_id, pilot_id, field, live, rebuilt from jsonb_to_recordset(?::jsonb)
                    as row(rebuild_id bigint, pilot_id text, field text, live text, rebuilt text)""",
                differences.stream()
                        .map(d -> new Row(rebuildId, d.pilotId(), d.field(), d.live(), d.rebuilt()))
                        .toList());
    }

    /** What was folded is live now. */
    void swapped(long rebuildId, int version) {
        sql.update("update views set version = ?, edition = edition + 1", version);
        sql.update("update rebuild set swapped = true where rebuild_id = ?", rebuildId);
    }

    /** It is over. */
    void end(long rebuildId, @Nullable Integer differences, @Nullable String failure) {
        sql.update(
                "update rebuild set ended_at = ?, differences = ?, failure = ? where rebuild_id = ?",
                now(),
                differences,
                failure,
                rebuildId);
    }

    /** The latest, running or not. */
    Optional<Rebuild> latest() {
        return sql.read(ALL + "order by rebuild_id desc limit 1", this::rebuild).stream()
                .findFirst();
    }

    /** The latest that came to compare the views. */
    Optional<Rebuild> latestCheck() {
        return sql
                .read(
                        ALL + "where ended_at is not null and differences is not null order by rebuild_id desc limit 1",
                        this::rebuild)
                .stream()
                .findFirst();
    }

    private Rebuild rebuild(ResultSet row) throws SQLException {
        long id = row.getLong("rebuild_id");
        return new Rebuild(
                id,
                row.getString("cause"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getInt("of_pilots"),
                row.getLong("of_events"),
                row.getInt("pilots"),
                row.getLong("events"),
                row.getObject("equal", Boolean.class),
                row.getObject("differences", Integer.class),
                row.getBoolean("swapped"),
                row.getString("failure"),
                differences(id));
    }

    private List<Difference> differences(long rebuildId) {
        return sql.read(
                "select * from rebuild_difference where rebuild_id = ? order by pilot_id, field limit ?",
                row -> new Difference(
                        row.getString("pilot_id"),
                        row.getString("field"),
                        row.getString("live"),
                        row.getString("rebuilt")),
                rebuildId,
                Rebuild.SHOWN);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return wall.now().atOffset(ZoneOffset.UTC);
    }
}
