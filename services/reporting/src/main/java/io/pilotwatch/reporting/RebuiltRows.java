package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.reporting.core.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The views beside the live ones: folded from the journal, some pilots at a time, inside the running transaction. */
@ApplicationScoped
class RebuiltRows {

    /** A pilot and how many events it has. */
    record Work(String pilotId, long events) {}

    private final Sql sql;
    private final JournalRows journal;
    private final FactsRows facts;
    private final Programme programme;

    RebuiltRows(Sql sql, JournalRows journal, FactsRows facts, Programme programme) {
        this.sql = sql;
        this.journal = journal;
        this.facts = facts;
        this.programme = programme;
    }

    /** Makes empty tables; those of a rebuild that was killed go. */
    void begin() {
        sql.execute("select begin_rebuild()");
    }

    /** Throws the tables away, where they did not become the live ones. */
    void end() {
        sql.execute("select end_rebuild()");
    }

    /** Makes them the live ones. */
    void swap() {
        sql.execute("select swap_views()");
    }

    /** Lets nobody write views until the transaction ends; all may read. */
    void keepWritersOut() {
        sql.execute("lock table pilot in share row exclusive mode");
    }

    /** Lets the planner know what is in the tables, before they are live. */
    void analyze() {
        sql.execute("select analyze_rebuilt()");
    }

    /** All pilots that the journal or a view has anything of, in the order of their ids. */
    List<Work> all() {
        return sql.read("""
                select pilot_id, sum(events) as events from (
                    select pilot_id, count(*) as events from journal group by pilot_id
                    union all select pilot_id, 0 from pilot
                    union all select distinct pilot_id, 0 from facts) as known
                group by pilot_id order by pilot_id\
                """, row -> new Work(row.getString(1), row.getLong(2)));
    }

    /** From where to ask what has been written since. */
    String mark() {
        return sql.read("select pg_snapshot_xmin(pg_current_snapshot())::text", row -> row.getString(1))
                .getFirst();
    }

    /** The pilots that may have been written since that mark. */
    List<String> writtenSince(String mark) {
        return sql.read(
                "select pilot_id from pilot where changed >= ?::xid8 order by pilot_id", row -> row.getString(1), mark);
    }

    /** Folds these pilots, in place of what is there of them; answers how many events that were. */
    long fold(List<String> pilotIds) {
        var ids = pilotIds.toArray(String[]::new);
        var folded = new ArrayList<Refolded>();
        var fold = new Refolded.Fold[1];
        journal.each(ids, entry -> {
            var pilotId = entry.event().pilotId();
            if (fold[0] == null || !fold[0].pilotId().equals(pilotId)) {
                if (fold[0] != null) {
                    folded.add(fold[0].end());
                }
                fold[0] = new Refolded.Fold(pilotId, facts, programme);
            }
            fold[0].with(entry);
        });
        if (fold[0] != null) {
            folded.add(fold[0].end());
        }
        write(folded);
        return folded.stream().mapToLong(Refolded::revision).sum();
    }

    /** Forgets what was folded of these pilots. */
    void forget(List<String> pilotIds) {
        var ids = pilotIds.toArray(String[]::new);
        sql.update("delete from rebuilt.pilot where pilot_id = any (?)", (Object) ids);
        sql.update("delete from rebuilt.facts where pilot_id = any (?)", (Object) ids);
    }

    private void write(List<Refolded> folded) {
        sql.copy(
                "rebuilt.pilot (pilot_id, revision, newest, report)",
                folded.stream()
                        .map(f -> Arrays.asList(
                                f.pilotId(),
                                Long.toString(f.revision()),
                                f.newest().toString(),
                                sql.text(f.report())))
                        .toList());
        sql.copy(
                "rebuilt.facts (pilot_id, part, day, value)",
                folded.stream()
                        .flatMap(f -> f.facts().stream())
                        .map(f -> Arrays.asList(
                                f.pilotId(), f.part().name(), f.day().toString(), f.value()))
                        .toList());
    }

    /** In which fields the live views of these pilots differ from what was folded: both are seen as of one moment. */
    List<Difference> differences(List<String> pilotIds) {
        var ids = (Object) pilotIds.toArray(String[]::new);
        var found = new ArrayList<Difference>();
        sql.read("""
                    select pilot_id, live.revision, live.newest, live.report, rebuilt.revision as rebuilt_revision,
                        rebuilt.newest as rebuilt_newest, rebuilt.report as rebuilt_report
                    from (select * from pilot where pilot_id = any (?)) as live
                    full join (select * from rebuilt.pilot where pilot_id = any (?)) as rebuilt using (pilot_id)
                    where (live.revision, live.newest, live.report)
                        is distinct from (rebuilt.revision, rebuilt.newest, rebuilt.report)\
                    """, row -> found.addAll(ofPilot(row)), ids, ids);
        sql.read("""
                select pilot_id, part, day, live.value, rebuilt.value as rebuilt_value
                from (select * from facts where pilot_id = any (?)) as live
                full join (select * from rebuilt.facts where pilot_id = any (?)) as rebuilt using (pilot_id, part, day)
                where live.value is distinct from rebuilt.value\
                """, row -> found.addAll(ofFacts(row)), ids, ids);
        return found;
    }

    private List<Difference> ofPilot(ResultSet row) throws SQLException {
        var pilotId = row.getString("pilot_id");
        var found = new ArrayList<Difference>();
        for (var column : List.of("revision", "newest")) {
            found.addAll(
                    Difference.between(pilotId, column, row.getString(column), row.getString("rebuilt_" + column)));
        }
        found.addAll(Difference.between(
                pilotId, "report", sql.tree(row.getString("report")), sql.tree(row.getString("rebuilt_report"))));
        return found;
    }

    private List<Difference> ofFacts(ResultSet row) throws SQLException {
        var part = FactsRows.Part.valueOf(row.getString("part"));
        var day = row.getObject("day", LocalDate.class);
        return Difference.between(
                row.getString("pilot_id"),
                "facts/" + day + "/" + part,
                facts.tree(part, row.getString("value")),
                facts.tree(part, row.getString("rebuilt_value")));
    }
}
