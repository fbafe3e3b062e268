package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Envelope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The journal's partitions, one for each month (UTC). Those of the programme are made with the first event; another when an
 * event says that it happened in it.
 */
@ApplicationScoped
class JournalMonths {

    private final Sql sql;
    private final Programme programme;
    private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

    JournalMonths(Sql sql, Programme programme) {
        this.sql = sql;
        this.programme = programme;
    }

    /** Sees to it that there is a partition for each of these events. */
    void makeFor(List<Envelope> events) {
        var months = events.stream().map(e -> month(e.time())).collect(Collectors.toCollection(TreeSet::new));
        if (known.isEmpty()) {
            var last = YearMonth.from(programme.deadline());
            for (var month = YearMonth.from(programme.start()); !month.isAfter(last); month = month.plusMonths(1)) {
                months.add(month);
            }
        }
        months.removeAll(known);
        if (!months.isEmpty()) {
            // A transaction of its own: making one keeps everybody else out of the journal until its end.
            known.addAll(QuarkusTransaction.requiringNew()
                    .call(() -> months.stream().filter(this::isThere).toList()));
        }
    }

    /** Makes the partition unless it is there; false for a month so far away that it has none. */
    private boolean isThere(YearMonth month) {
        return sql.read("select journal_month(?)", row -> row.getBoolean(1), month.atDay(1))
                .getFirst();
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }
}
