package io.pilotwatch.intake;

import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.intake.EntryRow.Subject;
import io.pilotwatch.intake.core.ListImport;
import io.pilotwatch.intake.core.ListImport.Outcome;
import io.pilotwatch.intake.core.ListImport.Result;
import io.pilotwatch.intake.core.ListImport.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Imports a list in one transaction: all its good rows with their events, or nothing. */
@ApplicationScoped
public class ListImports {

    private static final long FIRST = 1;
    private static final int BATCH = 500;

    private final PilotRows rows;
    private final ApplicationRows applications;
    private final History history;
    private final Programme programme;
    private final Clock clock;

    ListImports(PilotRows rows, ApplicationRows applications, History history, Programme programme, Clock clock) {
        this.rows = rows;
        this.applications = applications;
        this.history = history;
        this.programme = programme;
        this.clock = clock;
    }

    /** What an import would do now. */
    public List<Result> foresee(CsvFile file) {
        var checked = ListImport.check(programme, file.rows());
        var numbers = checked.stream()
                .map(row -> row.number())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var taken = new Taken(rows.listed(numbers), applications.applied(numbers));
        return ListImport.decide(programme, checked, taken, programme.dayOf(clock.instant()));
    }

    /** Imports the rows that can be imported. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Result> run(CsvFile file, String by) {
        // One import after the other: what is free when it is decided is free when it is written.
        rows.reserveNumbers();
        var results = foresee(file);
        var published = results.stream()
                .filter(r -> r.outcome() == Outcome.CREATED)
                .map(Result::pilot)
                .toList();
        for (int from = 0; from < published.size(); from += BATCH) {
            publish(published.subList(from, Math.min(from + BATCH, published.size())), by);
        }
        return results;
    }

    /** A batch at a time, so that a long list does not pile up in the session. */
    private void publish(List<Pilot> pilots, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.takeNumbers(pilots.stream().map(Pilot::number).toList());
        rows.persist(pilots.stream().map(pilot -> PilotRow.published(pilot, FIRST, FIRST, null)));
        history.add(
                pilots.stream()
                        .map(pilot -> new PilotApproved(pilot.pilotId(), FIRST, pilot, by))
                        .toList(),
                approved -> EntryRow.of(
                                Subject.PILOT, approved.pilotId(), FIRST, PilotState.APPROVED, List.of(approved))
                        .by(by, null, now));
        rows.flush();
        rows.getEntityManager().clear();
    }
}
