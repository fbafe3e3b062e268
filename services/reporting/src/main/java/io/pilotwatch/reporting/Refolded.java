package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.reporting.core.PilotReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A pilot folded from its journal alone.
 *
 * @param revision how many events that were
 * @param newest programme day of the latest
 * @param facts a row for each part on each day that changed it, oldest day first
 */
record Refolded(String pilotId, long revision, LocalDate newest, PilotReport report, List<FactsRows.Row> facts) {

    /** Takes in one pilot's events, in the order in which they happened. */
    static final class Fold {
        private final FactsRows facts;
        private final Programme programme;
        private final String pilotId;
        private final Folding folding;
        private final List<FactsRows.Row> rows = new ArrayList<>();
        private LocalDate day;
        private long revision;

        Fold(String pilotId, FactsRows facts, Programme programme) {
            this.pilotId = pilotId;
            this.facts = facts;
            this.programme = programme;
            this.folding = new Folding(PilotReport.empty(pilotId), programme);
        }

        String pilotId() {
            return pilotId;
        }

        void with(JournalRows.Entry entry) {
            var next = programme.dayOf(entry.happenedAt());
            if (day != null && !day.equals(next)) {
                endDay();
            }
            day = next;
            folding.with(entry);
            revision++;
        }

        private void endDay() {
            rows.addAll(facts.changed(folding.takeChange(), day));
        }

        /** What came of them; there was at least one. */
        Refolded end() {
            endDay();
            return new Refolded(pilotId, revision, day, folding.report(), rows);
        }
    }
}
