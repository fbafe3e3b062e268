package io.pilotwatch.intake;

import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.intake.core.ListImport;
import io.pilotwatch.intake.core.ListImport.Outcome;
import io.pilotwatch.intake.core.ListImport.Result;
import io.pilotwatch.platform.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Imports a list in one transaction: all its good rows with their events, or nothing. */
@ApplicationScoped
class ListImports {

    private final PilotRows rows;
    private final Outbox outbox;
    private final Programme programme;
    private final Clock clock;

    ListImports(PilotRows rows, Outbox outbox, Programme programme, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.programme = programme;
        this.clock = clock;
    }

    /** What an import would do now. */
    List<Result> foresee(CsvFile file) {
        var checked = ListImport.check(programme, file.rows());
        var numbers = checked.stream()
                .map(row -> row.number())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ListImport.decide(programme, checked, rows.taken(numbers), programme.dayOf(clock.instant()));
    }

    /** Imports the rows that can be imported. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Result> run(CsvFile file, String by) {
        // One import after the other: what is free when it is decided is free when it is written.
        rows.reserveNumbers();
        var results = foresee(file);
        var published = results.stream()
                .filter(r -> r.outcome() == Outcome.CREATED)
                .map(Result::pilot)
                .toList();
        rows.persist(published.stream().map(PilotRow::listed));
        outbox.add(published.stream()
                .map(pilot -> new PilotApproved(pilot.pilotId(), PilotRow.FIRST_REVISION, pilot, by))
                .toList());
        return results;
    }
}
