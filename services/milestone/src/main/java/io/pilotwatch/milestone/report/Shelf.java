package io.pilotwatch.milestone.report;

import static java.util.stream.Collectors.toMap;

import io.pilotwatch.contracts.Expectations;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.milestone.Standing;
import io.pilotwatch.milestone.report.core.Report;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
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
        var written = rows.of(pilotId).stream().collect(toMap(ReportRow::key, Function.identity()));
        var expected = Expectations.of(programme, pilot.approvedOn(), rectifications.of(pilotId), today).stream()
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
