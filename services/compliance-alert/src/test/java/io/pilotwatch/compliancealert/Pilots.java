package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.Update;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotEvent.DelegationGranted;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.PilotEvent.PilotResumed;
import io.pilotwatch.contracts.PilotEvent.PilotSuspended;
import io.pilotwatch.contracts.PilotEvent.PilotTerminated;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.contracts.RecordEvent.EvidenceAttached;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What intake and milestone say of a pilot with one milestone, {@code m1}. Each pilot is new, so that runs may repeat. */
public record Pilots(
        String pilotId,
        String kind,
        List<String> fields,
        String organisation,
        String region,
        LocalDate approvedOn,
        LocalDate due) {

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    /** The tax field's, run by the unit for which {@code team-028} speaks. */
    public static Pilots oneOfTax(LocalDate approvedOn, LocalDate due) {
        return one("special-field", List.of("tax"), "示例单位-028", approvedOn, due);
    }

    static Pilots one(String kind, List<String> fields, String organisation, LocalDate approvedOn, LocalDate due) {
        return new Pilots("BP-" + NUMBER.incrementAndGet(), kind, fields, organisation, "", approvedOn, due);
    }

    /** The same in this region. */
    Pilots in(String region) {
        return new Pilots(pilotId, kind, fields, organisation, region, approvedOn, due);
    }

    public Event approved() {
        return new PilotApproved(pilotId, 1, entry(PilotState.APPROVED, List.of()), "office");
    }

    Event suspended() {
        return new PilotSuspended(pilotId, 2, entry(PilotState.SUSPENDED, List.of()), "系统迁移", "office");
    }

    Event resumed() {
        return new PilotResumed(pilotId, 3, entry(PilotState.IN_PROGRESS, List.of()), "迁移完成", "office");
    }

    Event terminated() {
        return new PilotTerminated(pilotId, 2, entry(PilotState.TERMINATED, List.of()), "未推进", "office");
    }

    /** From now on the people of this organisation act for it too. */
    Event delegated(String delegate) {
        return new DelegationGranted(
                pilotId, 2, entry(PilotState.APPROVED, List.of(delegate)), delegate, "承建单位代为填报", "office");
    }

    private Pilot entry(PilotState state, List<String> delegates) {
        return new Pilot(
                pilotId,
                1,
                kind,
                fields,
                organisation,
                region,
                approvedOn,
                true,
                "test",
                state,
                null,
                null,
                delegates,
                null);
    }

    public Event filed() {
        var book = new TaskBook(pilotId, 1, approvedOn, List.of(m1(1, MilestoneState.PLANNED)));
        return new TaskBookFiled(pilotId, 1, book, "team-028");
    }

    Event updated(long revision, String note) {
        var update = new Update("u" + revision, 40, 0, null, note);
        return new MilestoneUpdated(pilotId, revision, m1(revision, MilestoneState.IN_PROGRESS), update, "team-028");
    }

    public Event reached(long revision) {
        return new MilestoneReached(pilotId, revision, m1(revision, MilestoneState.REACHED), null, "regulator-tax");
    }

    Event attached(String evidenceId) {
        var evidence = new Evidence(
                evidenceId,
                null,
                "document",
                EvidenceLevel.DECLARED,
                "0".repeat(64),
                1,
                "text/csv",
                "a.csv",
                null,
                null);
        return new EvidenceAttached(pilotId, 1, evidence, "team-028");
    }

    private Milestone m1(long revision, MilestoneState state) {
        var reached = state == MilestoneState.REACHED;
        return new Milestone(
                "m1",
                revision,
                new Text("首个场景上线", "First scenario live"),
                due,
                due,
                1,
                100,
                true,
                state,
                40,
                null,
                reached ? due : null,
                reached ? 0 : null);
    }
}
