package io.pilotwatch.milestone.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.pilotwatch.contracts.Expectations;
import io.pilotwatch.contracts.Expectations.Rectification;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.milestone.Standing;
import io.pilotwatch.milestone.report.Rectifications.Order;
import io.pilotwatch.milestone.report.core.Report;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** All reports of a pilot: those that are expected, and those that were handed in. */
@ApplicationScoped
class Shelf {

    /**
     * A report in its place.
     *
     * @param key its address below the pilot's: its period's code, or its id
     * @param last what befell it last; null before it is handed in
     */
    record Kept(String key, Report report, @Nullable ReportRow last) {

        static Kept of(ReportRow row) {
            return new Kept(row.key(), Report.of(row.revision(), row.report()), row);
        }
    }

    private final ReportRows rows;
    private final Rectifications rectifications;
    private final Programme programme;

    Shelf(ReportRows rows, Rectifications rectifications, Programme programme) {
        this.rows = rows;
        this.rectifications = rectifications;
        this.programme = programme;
    }

    /** In no order. */
    List<Kept> of(Standing pilot, LocalDate today) {
        var pilotId = pilot.subject().pilotId();
        return of(pilot, today, rows.of(pilotId), rectifications.of(pilotId));
    }

    /** Of each of these pilots; read all at once. */
    Map<Standing, List<Kept>> of(List<Standing> pilots, List<Order> orders, LocalDate today) {
        var written = rows.of(pilots.stream().map(p -> p.subject().pilotId()).toList());
        var ordered = orders.stream().collect(groupingBy(Order::pilotId));
        return pilots.stream().collect(toMap(Function.identity(), pilot -> {
            var pilotId = pilot.subject().pilotId();
            return of(
                    pilot,
                    today,
                    written.getOrDefault(pilotId, List.of()),
                    Rectifications.expectations(ordered.getOrDefault(pilotId, List.of())));
        }));
    }

    private List<Kept> of(Standing pilot, LocalDate today, List<ReportRow> entries, List<Rectification> open) {
        var written = entries.stream().collect(toMap(ReportRow::key, Function.identity()));
        var expected = Expectations.of(programme, pilot.approvedOn(), open, today).stream()
                .map(e -> new Report.Expected(ReportKind.PERIODIC, e.period(), e.due()))
                .map(e -> new Kept(e.period().code(), e, null))
                .filter(kept -> !written.containsKey(kept.key()));
        return Stream.concat(written.values().stream().map(Kept::of), expected).toList();
    }

    /** The one with this key; 404 where none is expected or was handed in. */
    Kept known(Standing pilot, String key, LocalDate today) {
        return of(pilot, today).stream()
                .filter(kept -> kept.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(key));
    }

    void add(String pilotId, ReportRow row) {
        rows.add(pilotId, row);
    }
}
