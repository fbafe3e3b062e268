package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.FactsRows.Scheduled;
import io.pilotwatch.compliancealert.core.Tracked;
import io.pilotwatch.platform.DatabaseFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads for {@link Recount}: everything as of one moment, pilots by pages. */
@ApplicationScoped
class RecountRows {

    private static final int PAGE = 500;

    /** By history, what the tally says otherwise; the last two lines are the sums that it promises. */
    private static final String TALLY_DIFFERENCES = "with told as (select a.rule,"
            + " count(*) filter (where what = 'AlertRaised' and not h.muted) as raised,"
            + " count(*) filter (where what = 'AlertRaised' and not h.muted and h.late_detected) as raised_late,"
            + " count(*) filter (where what = 'AlertRaised' and h.muted) as suppressed,"
            + " count(*) filter (where what = 'AlertCleared') as cleared"
            + " from alert_history h join alert a using (alert_id) group by a.rule),"
            + " standing as (select rule, count(*) as open from alert where state in ('OPEN', 'ACKNOWLEDGED') group by rule),"
            + " tally as (select rule, coalesce(sum(count) filter (where outcome = 'EXPECTED'), 0) as expected,"
            + " coalesce(sum(count) filter (where outcome = 'RAISED'), 0) as raised,"
            + " coalesce(sum(count) filter (where outcome = 'RAISED_LATE'), 0) as raised_late,"
            + " coalesce(sum(count) filter (where outcome = 'SUPPRESSED'), 0) as suppressed,"
            + " coalesce(sum(count) filter (where outcome = 'SUPERSEDED'), 0) as superseded,"
            + " coalesce(sum(count) filter (where outcome = 'CLEARED'), 0) as cleared,"
            + " coalesce(sum(count) filter (where outcome = 'BEGUN'), 0)"
            + " - coalesce(sum(count) filter (where outcome = 'ENDED'), 0) as open from alert_tally group by rule)"
            + " select rule from tally full join told using (rule) left join standing using (rule)"
            + " where (tally.raised, tally.raised_late, tally.suppressed, tally.cleared)"
            + " is distinct from (told.raised, told.raised_late, told.suppressed, told.cleared)"
            + " or tally.expected <> tally.raised + tally.suppressed + tally.superseded"
            + " or tally.open <> coalesce(standing.open, 0)";

    /** A pilot with its alerts that are not cleared. */
    record Pilot(Scheduled scheduled, List<Tracked> alerts) {}

    private final DataSource database;
    private final FactsRows facts;
    private final AlertRows alerts;

    RecountRows(DataSource database, FactsRows facts, AlertRows alerts) {
        this.database = database;
        this.facts = facts;
        this.alerts = alerts;
    }

    /** Whatever is read in {@code work} is as of its beginning, however much changes meanwhile. */
    <T> T inOneMoment(Callable<T> work) {
        return QuarkusTransaction.requiringNew().timeout(600).call(() -> {
            try (var connection = database.getConnection();
                    var begin =
                            connection.prepareStatement("set transaction isolation level repeatable read read only")) {
                begin.execute();
            }
            return work.call();
        });
    }

    /** Rules of which the tally says something else than the history. */
    List<String> tallyDifferences() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(TALLY_DIFFERENCES);
                var found = select.executeQuery()) {
            var rules = new ArrayList<String>();
            while (found.next()) {
                rules.add("the tally of " + found.getString(1) + " does not add up");
            }
            return rules;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Shows every pilot, and says how many there are. */
    long eachPilot(Consumer<Pilot> visit) {
        long pilots = 0;
        var after = "";
        for (var page = facts.after(after, PAGE); !page.isEmpty(); page = facts.after(after, PAGE)) {
            var byPilot = alerts
                    .notCleared(page.stream().map(p -> p.facts().pilotId()).toList())
                    .stream()
                    .collect(Collectors.groupingBy(t -> t.alert().pilotId()));
            page.forEach(p -> visit.accept(pilot(p, byPilot)));
            after = page.getLast().facts().pilotId();
            pilots += page.size();
        }
        return pilots;
    }

    private static Pilot pilot(Scheduled scheduled, Map<String, List<Tracked>> alerts) {
        var known = alerts.getOrDefault(scheduled.facts().pilotId(), List.of());
        return new Pilot(scheduled, known);
    }
}
