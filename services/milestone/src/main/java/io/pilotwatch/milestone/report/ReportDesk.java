package io.pilotwatch.milestone.report;

import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.RecordEvent.Progress;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.milestone.Pilots;
import io.pilotwatch.milestone.PlanInForce;
import io.pilotwatch.milestone.Present;
import io.pilotwatch.milestone.Standing;
import io.pilotwatch.milestone.core.Act;
import io.pilotwatch.milestone.report.Rectifications.Order;
import io.pilotwatch.milestone.report.Shelf.Kept;
import io.pilotwatch.milestone.report.core.Input;
import io.pilotwatch.milestone.report.core.Report;
import io.pilotwatch.milestone.report.core.Report.Expected;
import io.pilotwatch.milestone.report.core.Reports;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Outbox;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;

/** Where reports are decided on and looked at. */
@ApplicationScoped
public class ReportDesk {

    private final Pilots pilots;
    private final PlanInForce plan;
    private final Shelf shelf;
    private final Outbox outbox;
    private final Present present;

    ReportDesk(Pilots pilots, PlanInForce plan, Shelf shelf, Outbox outbox, Present present) {
        this.pilots = pilots;
        this.plan = plan;
        this.shelf = shelf;
        this.outbox = outbox;
        this.present = present;
    }

    /** All reports of a pilot that was looked up for its reader: those expected and those handed in, by day. */
    public List<ReportView> of(Standing pilot) {
        var today = present.today();
        return shelf.of(pilot, today).stream()
                .map(kept -> ReportView.of(pilot, kept, today))
                .sorted(Comparator.comparing(ReportView::order))
                .toList();
    }

    /**
     * The same of several pilots, read all at once, in no order.
     *
     * @param orders what these are to put right
     */
    public List<ReportView> of(List<Standing> several, List<Order> orders) {
        var today = present.today();
        return shelf.of(several, orders, today).entrySet().stream()
                .flatMap(of -> of.getValue().stream().map(kept -> ReportView.of(of.getKey(), kept, today)))
                .toList();
    }

    /** Those after this place in the order, for whoever may see the pilot. */
    public List<ReportView> list(Caller caller, String pilotId, String after, int limit) {
        return of(pilots.see(caller, pilotId)).stream()
                .filter(view -> view.order().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    /** One report. */
    public ReportView look(Caller caller, String pilotId, String key) {
        var pilot = pilots.see(caller, pilotId);
        var today = present.today();
        return ReportView.of(pilot, shelf.known(pilot, key, today), today);
    }

    /**
     * The team hands in an expected or returned report.
     *
     * @param expected is given the revision that is decided on, and may refuse it
     */
    ReportView submit(
            Caller caller, String pilotId, String key, String newId, Input.Content content, LongConsumer expected) {
        var pilot = pilots.report(caller, pilotId);
        var report = shelf.known(pilot, key, present.today()).report();
        expected.accept(report.revision());
        return decide(caller, pilot, report, new Input.Submit(newId, content, progress(pilotId)));
    }

    /** The team hands in a report for which nobody waits. */
    ReportView submit(Caller caller, String pilotId, ReportKind kind, String newId, Input.Content content) {
        var pilot = pilots.report(caller, pilotId);
        return decide(
                caller, pilot, new Expected(kind, null, null), new Input.Submit(newId, content, progress(pilotId)));
    }

    /** The lead regulator takes it or gives it back. */
    public ReportView decide(Caller caller, String pilotId, String key, Input input, LongConsumer expected) {
        var pilot = pilots.lead(caller, pilotId);
        var report = shelf.known(pilot, key, present.today()).report();
        expected.accept(report.revision());
        return decide(caller, pilot, report, input);
    }

    /** Says what {@link #submit} would say against a report that is expected or was returned, and does nothing. */
    @Transactional
    public void check(Caller caller, String pilotId, String key, Input.Content content) {
        var pilot = pilots.report(caller, pilotId);
        check(shelf.known(pilot, key, present.today()).report(), content, present.act(caller, pilotId));
    }

    /** The same for one for which nobody waits. */
    @Transactional
    public void check(Caller caller, String pilotId, ReportKind kind, Input.Content content) {
        pilots.report(caller, pilotId);
        check(new Expected(kind, null, null), content, present.act(caller, pilotId));
    }

    private static void check(Report report, Input.Content content, Act act) {
        if (Reports.decide(report, new Input.Submit("", content, List.of()), act) instanceof Refused(var refusal)) {
            throw Problem.of(refusal);
        }
    }

    /** How far they are at this moment, whatever the report says; what was cancelled is not reported on. */
    private List<Progress> progress(String pilotId) {
        return plan.milestones(pilotId).stream()
                .filter(m -> m.state() != MilestoneState.CANCELLED)
                .map(m -> new Progress(m.milestoneId(), m.percent(), m.forecast()))
                .toList();
    }

    /** Decides once, saves and tells, inside the request's transaction: the same way for every input. */
    private ReportView decide(Caller caller, Standing pilot, Report report, Input input) {
        var act = present.act(caller, pilot.subject().pilotId());
        return switch (Reports.decide(report, input, act)) {
            case Refused(var refusal) -> throw Problem.of(refusal);
            case Decided(var next, var events) -> {
                var row = row(next, events.getFirst(), note(input), act);
                shelf.add(act.pilotId(), row);
                outbox.add(events);
                yield ReportView.of(pilot, Kept.of(row), act.day());
            }
        };
    }

    private static ReportRow row(Report next, Event event, @Nullable String note, Act act) {
        return new ReportRow(next.revision(), EventType.of(event), next.told(), note, act.by(), act.at());
    }

    @Nullable
    private static String note(Input input) {
        return switch (input) {
            case Input.Submit _ -> null;
            case Input.Accept accept -> accept.note();
            case Input.Return back -> back.reason();
        };
    }
}
