package io.pilotwatch.reporting;

import io.pilotwatch.reporting.core.PilotReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A pilot's report as of a day: today's is kept, that of a day that is over is folded from the journal. */
@ApplicationScoped
public class PilotReports {

    /** A report, how many events made it, and the edition of the views in which it stands; 0 in none, but just folded. */
    public record Folded(long edition, long revision, PilotReport report) {}

    private final PilotRows pilots;
    private final JournalRows journal;
    private final AsOf asOf;

    PilotReports(PilotRows pilots, JournalRows journal, AsOf asOf) {
        this.pilots = pilots;
        this.journal = journal;
        this.asOf = asOf;
    }

    /** Of one pilot; none where it was not approved by then. */
    public Optional<Folded> on(LocalDate day, String pilotId) {
        var found = day.equals(asOf.today()) ? pilots.find(pilotId) : journal.reportAsOf(pilotId, day);
        return found.filter(f -> f.report().pilot() != null);
    }

    /** Of some pilots, by their ids; without those that were not approved by then. */
    public Map<String, PilotReport> on(LocalDate day, Collection<String> pilotIds) {
        var reports = new HashMap<String, PilotReport>();
        pilotIds.forEach(id -> on(day, id).ifPresent(f -> reports.put(id, f.report())));
        return reports;
    }
}
