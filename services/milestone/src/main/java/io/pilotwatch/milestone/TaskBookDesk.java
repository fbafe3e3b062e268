package io.pilotwatch.milestone;

import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.milestone.core.BookInput;
import io.pilotwatch.milestone.core.Ground;
import io.pilotwatch.milestone.core.TaskBook;
import io.pilotwatch.milestone.core.TaskBooks;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Ledger;
import io.pilotwatch.platform.Outbox;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Receipted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.LongConsumer;

/** Where task books are decided on. */
@ApplicationScoped
public class TaskBookDesk {

    /** What became of it, and what is told of it first. */
    private record Done(TaskBookView view, Event told) {}

    private final Pilots pilots;
    private final TaskBookRows books;
    private final Outbox outbox;
    private final Ledger ledger;
    private final Present present;

    TaskBookDesk(Pilots pilots, TaskBookRows books, Outbox outbox, Ledger ledger, Present present) {
        this.pilots = pilots;
        this.books = books;
        this.outbox = outbox;
        this.ledger = ledger;
        this.present = present;
    }

    /** The task book for whoever may see the pilot; 404 before it is submitted. */
    public TaskBookView look(Caller caller, String pilotId) {
        var view = stand(caller, pilotId);
        if (view.revision() == 0) {
            throw Problem.notFound(pilotId + "/task-book");
        }
        return view;
    }

    /** The task book, also before it is submitted: then of revision 0 and in the state NONE. */
    public TaskBookView stand(Caller caller, String pilotId) {
        return view(pilots.see(caller, pilotId), books.of(pilotId));
    }

    /** Everything that was done to it, the last first. */
    public List<BookStep> steps(Caller caller, String pilotId) {
        pilots.see(caller, pilotId);
        return books.entries(pilotId).stream().map(BookStep::of).toList();
    }

    /** The versions after this one, oldest first. */
    public List<VersionView> versions(Caller caller, String pilotId, int after, int limit) {
        pilots.see(caller, pilotId);
        return books.versions(pilotId, after, limit).stream()
                .map(VersionView::of)
                .toList();
    }

    /** One version; 404 for what never was in force. */
    public VersionView version(Caller caller, String pilotId, int version) {
        pilots.see(caller, pilotId);
        return books.version(pilotId, version)
                .map(VersionView::of)
                .orElseThrow(() -> Problem.notFound(pilotId + "/task-book/versions/" + version));
    }

    /** Decides; {@code condition} refuses a revision that the caller did not mean. */
    public TaskBookView decide(Caller caller, String pilotId, BookInput.OfLead input, LongConsumer condition) {
        return done(caller, pilotId, pilots.lead(caller, pilotId), input, condition)
                .view();
    }

    /** Says what {@link #submit} would say against it, and does nothing. */
    @Transactional
    public void check(Caller caller, String pilotId, BookInput.OfTeam input) {
        var pilot = pilots.report(caller, pilotId);
        var ground = new Ground(present.programme(), pilot.approvedOn());
        var act = present.act(caller, pilotId);
        if (TaskBooks.decide(ground, books.of(pilotId), input, act) instanceof Refused(var refusal)) {
            throw Problem.of(refusal);
        }
    }

    /** Takes a plan, with a receipt. */
    public Receipted<TaskBookView> submit(
            Caller caller, String pilotId, BookInput.OfTeam input, LongConsumer condition) {
        var done = done(caller, pilotId, pilots.report(caller, pilotId), input, condition);
        var receipt = ledger.add(pilotId, "task-book", Addresses.taskBook(pilotId), done.told(), caller.name());
        return new Receipted<>(done.view(), receipt);
    }

    /** Loads, decides once, saves and tells, inside the request's transaction: the same way for every input. */
    private Done done(Caller caller, String pilotId, Standing pilot, BookInput input, LongConsumer condition) {
        var state = books.of(pilotId);
        condition.accept(state.revision());
        var act = present.act(caller, pilotId);
        var ground = new Ground(present.programme(), pilot.approvedOn());
        return switch (TaskBooks.decide(ground, state, input, act)) {
            case Refused(var refusal) -> throw Problem.of(refusal);
            case Decided(var next, var events) -> {
                // What is decided on is either what the input brought or what waited for it.
                var plan = next.plan() == null ? state.plan() : next.plan();
                books.put(act, next, EventType.of(events.getFirst()), plan, input.note());
                outbox.add(events);
                yield new Done(view(pilot, next), events.getFirst());
            }
        };
    }

    private TaskBookView view(Standing pilot, TaskBook state) {
        return TaskBookView.of(pilot, state, books.extensions(pilot.subject().pilotId()), present);
    }
}
