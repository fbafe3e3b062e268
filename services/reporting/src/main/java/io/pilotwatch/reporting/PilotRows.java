package io.pilotwatch.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Envelope;
import io.pilotwatch.reporting.core.PilotReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folded reports, one row a pilot, and beside them the facts of each day: only what an event changed is written. */
@ApplicationScoped
class PilotRows {

    private record Stored(String pilotId, long revision, LocalDate newest, PilotReport report) {}

    private record PilotRow(String pilotId, long revision, LocalDate newest, JsonNode report) {}

    private final Sql sql;
    private final FactsRows facts;
    private final JournalRows journal;
    private final Programme programme;

    PilotRows(Sql sql, FactsRows facts, JournalRows journal, Programme programme) {
        this.sql = sql;
        this.facts = facts;
        this.journal = journal;
        this.programme = programme;
    }

    /** The report of a pilot. */
    Optional<PilotReports.Folded> find(String pilotId) {
        return sql
                .read(
                        "select edition, revision, report from pilot, views where pilot_id = ? and report is not null",
                        row -> new PilotReports.Folded(
                                row.getLong("edition"),
                                row.getLong("revision"),
                                sql.value(row.getString("report"), PilotReport.class)),
                        pilotId)
                .stream()
                .findFirst();
    }

    /** Folds events, which this transaction has put into the journal, into the reports of their pilots. */
    void fold(List<Envelope> events) {
        var byPilot = events.stream()
                .collect(Collectors.groupingBy(e -> e.event().pilotId(), TreeMap::new, Collectors.toList()));
        var stored = lock(byPilot.keySet().toArray(String[]::new));
        var folded = new Folded(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        byPilot.forEach((pilotId, told) -> fold(stored.get(pilotId), told, folded));
        sql.write(UPDATE_PILOTS, folded.pilots());
        facts.write(folded.facts());
        folded.late().forEach(this::foldAnew);
    }

    /** What a batch comes to. */
    private record Folded(List<PilotRow> pilots, List<FactsRows.Row> facts, List<FactsRows.From> late) {}

    private void fold(Stored before, List<Envelope> told, Folded folded) {
        var folding = new Folding(before.report(), programme);
        var days = told.stream()
                .collect(Collectors.groupingBy(e -> programme.dayOf(e.time()), TreeMap::new, Collectors.toList()));
        if (before.newest() != null && days.firstKey().isBefore(before.newest())) {
            folded.late().add(new FactsRows.From(before.pilotId(), days.firstKey()));
            told.forEach(folding::with);
        } else {
            days.forEach((day, ofDay) -> {
                ofDay.forEach(folding::with);
                folded.facts().addAll(facts.changed(folding.takeChange(), day));
            });
        }
        var newest = Stream.of(before.newest(), days.lastKey())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        folded.pilots()
                .add(new PilotRow(
                        before.pilotId(),
                        before.revision() + told.size(),
                        newest.orElseThrow(),
                        sql.json(folding.report())));
    }

    /** What came late may have changed each day since: those are folded anew, from all that the journal has of the pilot. */
    private void foldAnew(FactsRows.From from) {
        var fold = new Refolded.Fold(from.pilotId(), facts, programme);
        journal.all(from.pilotId(), FactsRows.END).forEach(fold::with);
        facts.forget(List.of(from));
        facts.write(fold.end().facts().stream()
                .filter(r -> !r.day().isBefore(from.day()))
                .toList());
    }

    /** Locks in the order of ids, so that two replicas cannot wait for each other. */
    private Map<String, Stored> lock(String[] sortedIds) {
        sql.update("insert into pilot (pilot_id) select unnest(?) on conflict do nothing", (Object) sortedIds);
        return sql.read("""
                        select pilot_id, revision, newest, report from pilot
                        where pilot_id = any (?) order by pilot_id for update""", this::stored, (Object) sortedIds).stream()
                .collect(Collectors.toMap(Stored::pilotId, s -> s));
    }

    private Stored stored(ResultSet row) throws SQLException {
        var pilotId = row.getString("pilot_id");
        var report = row.getString("report");
        return new Stored(
                pilotId,
                row.getLong("revision"),
                row.getObject("newest", LocalDate.class),
                report == null ? PilotReport.empty(pilotId) : sql.value(report, PilotReport.class));
    }

    private static final String UPDATE_PILOTS = """
            update pilot set revision = row.revision, newest = row.newest, report = row.report,
                changed = pg_current_xact_id()
            from jsonb_to_recordset(?::jsonb) as row(pilot_id text, revision bigint, newest date, report jsonb)
            where pilot.pilot_id = row.pilot_id""";
}
