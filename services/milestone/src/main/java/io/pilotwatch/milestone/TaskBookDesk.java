package io.pilotwatch.milestone;

import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.milestone.core.Act;
import io.pilotwatch.milestone.core.TaskBooks;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Outbox;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Where task books are filed and looked at. */
@ApplicationScoped
class TaskBookDesk {

    private final PilotRows pilots;
    private final TaskBookRows books;
    private final Outbox outbox;
    private final Programme programme;
    private final Clock clock;

    TaskBookDesk(PilotRows pilots, TaskBookRows books, Outbox outbox, Programme programme, Clock clock) {
        this.pilots = pilots;
        this.books = books;
        this.outbox = outbox;
        this.programme = programme;
        this.clock = clock;
    }

    /** The task book for whoever may see the pilot; 404 before it is filed. */
    TaskBookView look(Caller caller, String pilotId) {
        var pilot = pilots.known(pilotId);
        caller.requireSee(pilot.subject());
        var book = books.filed(pilotId).orElseThrow(() -> Problem.notFound(pilotId + "/task-book"));
        return TaskBookView.of(pilot, book, LocalDate.now(clock));
    }

    /** Loads, decides once, saves and tells, inside the request's transaction. */
    TaskBookView file(Caller caller, String pilotId) {
        var pilot = pilots.locked(pilotId);
        caller.requireReport(pilot.subject());
        var act = new Act(pilotId, caller.name(), LocalDate.now(clock));
        return switch (TaskBooks.fromTemplate(programme, books.isFiled(pilotId), act)) {
            case Refused(var refusal) -> throw Problem.of(refusal);
            case Decided(var book, var events) -> {
                books.add(book);
                outbox.add(events);
                yield TaskBookView.of(pilot, book, act.day());
            }
        };
    }
}
