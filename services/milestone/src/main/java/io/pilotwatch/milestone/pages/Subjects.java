package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.TaskBookDesk;
import io.pilotwatch.milestone.decision.Waiting.Key;
import io.pilotwatch.milestone.decision.Waiting.Kind;
import io.pilotwatch.milestone.report.ReportDesk;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gathers what a lead has to see before it decides, for the lead alone. */
@ApplicationScoped
class Subjects {

    private final Heads heads;
    private final TaskBookDesk books;
    private final ClaimFacts claims;
    private final ReportDesk reports;
    private final Standings standings;

    Subjects(Heads heads, TaskBookDesk books, ClaimFacts claims, ReportDesk reports, Standings standings) {
        this.heads = heads;
        this.books = books;
        this.claims = claims;
        this.reports = reports;
        this.standings = standings;
    }

    /** 404 for what there is not, 403 for whoever does not lead the pilot. */
    Subject of(Kind kind, String pilotId, String item, Goals goals) {
        var head = heads.see(pilotId);
        if (!head.lead()) {
            throw Problem.foreign(pilotId);
        }
        return switch (kind) {
            case TASK_BOOK, CHANGE -> book(kind, head, item, goals);
            case CLAIM, EXTENSION -> milestone(kind, head, item);
            case REPORT -> report(head, item);
        };
    }

    private Subject book(Kind kind, Head head, String item, Goals goals) {
        var book = books.stand(heads.caller(), head.pilotId());
        var plan = book.plan();
        boolean waits = plan != null
                && item.equals(Integer.toString(plan.version()))
                && book.state().code().equals(kind == Kind.CHANGE ? "CHANGE_REQUESTED" : "SUBMITTED");
        return new Subject(
                new Key(kind, head.pilotId(), item, book.revision()),
                head,
                waits,
                null,
                book,
                plan == null ? List.of() : goals.of(plan.indicators()),
                plan == null || kind == Kind.TASK_BOOK
                        ? List.of()
                        : PlanDifference.between(
                                TaskBookPages.inForce(book),
                                plan.milestones(),
                                book.indicators(),
                                plan.indicators(),
                                goals::name),
                null,
                null,
                List.of());
    }

    private Subject milestone(Kind kind, Head head, String item) {
        var facts = claims.of(heads.caller(), head.pilotId(), item);
        var m = facts.milestone();
        boolean waits = kind == Kind.CLAIM ? m.state().code().equals("CLAIMED") : m.requestedDue() != null;
        return new Subject(
                new Key(kind, head.pilotId(), item, m.revision()),
                head,
                waits,
                m.title(),
                null,
                List.of(),
                List.of(),
                facts,
                null,
                List.of());
    }

    private Subject report(Head head, String item) {
        var report = reports.look(heads.caller(), head.pilotId(), item);
        var told = report.report();
        return new Subject(
                new Key(Kind.REPORT, head.pilotId(), item, report.revision()),
                head,
                report.state().code().equals("SUBMITTED"),
                named(report.period(), told == null ? null : told.title()),
                null,
                List.of(),
                List.of(),
                null,
                report,
                told == null ? List.of() : standings.reported(head.pilotId(), told.milestones()));
    }

    private static Text named(Named period, String title) {
        if (period != null) {
            return period.name();
        }
        return title == null ? null : new Text(title, title);
    }
}
