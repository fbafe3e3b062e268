package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.reporting.core.Breakdown;
import io.pilotwatch.reporting.core.PilotFigures;
import io.pilotwatch.reporting.core.Portfolio;
import io.pilotwatch.reporting.core.Sums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;

/** A portfolio held in memory: safe to read while it changes, and shown again only when it or the minute has changed. */
final class Held {

    private final Programme programme;
    private final Portfolio portfolio;
    private final PortfolioViews views;
    private final Map<String, Long> revisions = new HashMap<>();
    private long revision;
    private final long edition;
    private Shown shown;

    private record Shown(long revision, Instant minute, PortfolioView view) {}

    /** Empty, of an edition of the views. */
    Held(Programme programme, LocalDate day, long edition) {
        this.programme = programme;
        this.edition = edition;
        this.portfolio = new Portfolio(programme, day);
        this.views = new PortfolioViews(programme, day);
    }

    /** Takes in what may have changed, and says which pilots did. */
    synchronized List<String> put(Collection<FactsRows.Known> pilots) {
        var fresh = new ArrayList<String>();
        for (var known : pilots) {
            var pilotId = known.facts().pilotId();
            var before = revisions.put(pilotId, known.revision());
            if (before == null || before != known.revision()) {
                portfolio.put(known.facts());
                revision += known.revision() - (before == null ? 0 : before);
                fresh.add(pilotId);
            }
        }
        return fresh;
    }

    /** The same pilots as they are on another day. */
    synchronized Held on(LocalDate day) {
        var other = new Held(programme, day, edition);
        other.put(portfolio.pilots().stream()
                .map(PilotFigures::facts)
                .map(f -> new FactsRows.Known(revisions.get(f.pilotId()), f))
                .toList());
        return other;
    }

    LocalDate day() {
        return portfolio.day();
    }

    long edition() {
        return edition;
    }

    /** Events in it. */
    synchronized long revision() {
        return revision;
    }

    /** Events of one pilot in it. */
    synchronized long revision(String pilotId) {
        return revisions.getOrDefault(pilotId, 0L);
    }

    /** Equal ones say that nothing has changed, on every replica and however the events came. */
    String tag() {
        return edition + "." + revision();
    }

    /** The whole programme at that minute of the day. */
    synchronized PortfolioView view(Instant minute) {
        if (shown == null || shown.revision() != revision || !shown.minute().equals(minute)) {
            shown = new Shown(revision, minute, views.whole(portfolio, minute));
        }
        return shown.view();
    }

    /** One row of it. */
    synchronized PortfolioView row(Instant minute, Breakdown by, String code) {
        return views.row(portfolio, minute, by, code);
    }

    /** The rows that there are. */
    synchronized List<Named> names(Breakdown by) {
        return views.names(portfolio, by);
    }

    /** Refuses a row that there is not. */
    void requireRow(Breakdown by, String code) {
        if (names(by).stream().noneMatch(row -> row.code().equals(code))) {
            throw Problem.notFound(code);
        }
    }

    /** All rows of it. */
    synchronized List<PortfolioView.Slice> rows(Breakdown by) {
        return views.rows(portfolio, by);
    }

    /** What the sums of a row say. */
    synchronized <T> T sums(Breakdown by, String code, Function<Sums, T> read) {
        return read.apply(portfolio.sums(by, code));
    }

    /** The pilots in the order of the list. */
    NavigableSet<PilotFigures> pilots() {
        return portfolio.pilots();
    }

    /** One pilot of them. */
    synchronized Optional<PilotFigures> pilot(String pilotId) {
        return portfolio.pilot(pilotId);
    }
}
