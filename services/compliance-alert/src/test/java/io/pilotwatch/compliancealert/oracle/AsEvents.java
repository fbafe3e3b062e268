package io.pilotwatch.compliancealert.oracle;

import io.pilotwatch.compliancealert.oracle.Tale.Accepted;
import io.pilotwatch.compliancealert.oracle.Tale.AnswerAccepted;
import io.pilotwatch.compliancealert.oracle.Tale.AnswerReturned;
import io.pilotwatch.compliancealert.oracle.Tale.Answered;
import io.pilotwatch.compliancealert.oracle.Tale.Approved;
import io.pilotwatch.compliancealert.oracle.Tale.Attached;
import io.pilotwatch.compliancealert.oracle.Tale.Cancelled;
import io.pilotwatch.compliancealert.oracle.Tale.ClaimReturned;
import io.pilotwatch.compliancealert.oracle.Tale.Claimed;
import io.pilotwatch.compliancealert.oracle.Tale.Ended;
import io.pilotwatch.compliancealert.oracle.Tale.Extended;
import io.pilotwatch.compliancealert.oracle.Tale.Filed;
import io.pilotwatch.compliancealert.oracle.Tale.Happening;
import io.pilotwatch.compliancealert.oracle.Tale.Ordered;
import io.pilotwatch.compliancealert.oracle.Tale.Reported;
import io.pilotwatch.compliancealert.oracle.Tale.Resumed;
import io.pilotwatch.compliancealert.oracle.Tale.Suspended;
import io.pilotwatch.compliancealert.oracle.Tale.Updated;
import io.pilotwatch.contracts.AlertEvent.Rectification;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.AlertEvent.RectificationAnswered;
import io.pilotwatch.contracts.AlertEvent.RectificationOrdered;
import io.pilotwatch.contracts.AlertEvent.RectificationReturned;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneCancelled;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneExtended;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReturned;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.Update;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.PilotEvent.PilotResumed;
import io.pilotwatch.contracts.PilotEvent.PilotSuspended;
import io.pilotwatch.contracts.PilotEvent.PilotTerminated;
import io.pilotwatch.contracts.PilotEvent.PilotWithdrawn;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.contracts.RecordEvent.EvidenceAttached;
import io.pilotwatch.contracts.RecordEvent.Report;
import io.pilotwatch.contracts.RecordEvent.ReportReturned;
import io.pilotwatch.contracts.RecordEvent.ReportSubmitted;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tale as the services say it: one event for each happening. */
public final class AsEvents {

    private static final String BY = "somebody";
    private static final List<String> NOTHING = List.of();

    private final Programme programme;
    private final Tale tale;
    private final List<String> fields;
    private final Map<String, Milestone> milestones = new HashMap<>();
    private final Map<String, Rectification> orders = new HashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();

    private AsEvents(Programme programme, Tale tale, List<String> fields) {
        this.programme = programme;
        this.tale = tale;
        this.fields = fields;
    }

    /** As many as there are happenings, in their order. */
    public static List<Event> of(Programme programme, Tale tale, List<String> fields) {
        var as = new AsEvents(programme, tale, fields);
        return tale.happenings().stream().map(as::event).toList();
    }

    private Event event(Happening happening) {
        var id = tale.pilotId();
        return switch (happening) {
            case Approved _ -> new PilotApproved(id, next("pilot"), pilot(PilotState.APPROVED), BY);
            case Suspended _ -> new PilotSuspended(id, next("pilot"), pilot(PilotState.SUSPENDED), "迁移", BY);
            case Resumed _ -> new PilotResumed(id, next("pilot"), pilot(PilotState.IN_PROGRESS), "完成", BY);
            case Ended h ->
                h.byTheTeam()
                        ? new PilotWithdrawn(id, next("pilot"), pilot(PilotState.WITHDRAWN), "退出", BY)
                        : new PilotTerminated(id, next("pilot"), pilot(PilotState.TERMINATED), "未推进", BY);
            case Filed h -> filed(h);
            case Updated h -> updated(h);
            case Claimed h -> {
                var m = changed(h.milestone(), MilestoneState.CLAIMED, dayOf(h.at()), null);
                yield new MilestoneClaimed(id, m.revision(), m, null, BY);
            }
            case Accepted h -> {
                var claimedOn = milestones.get(h.milestone()).claimedOn();
                var m = changed(h.milestone(), MilestoneState.REACHED, claimedOn, dayOf(h.at()));
                yield new MilestoneReached(id, m.revision(), m, null, BY);
            }
            case ClaimReturned h -> {
                var m = changed(h.milestone(), MilestoneState.IN_PROGRESS, null, null);
                yield new MilestoneReturned(id, m.revision(), m, "请补充", BY);
            }
            case Extended h -> extended(h);
            case Cancelled h -> {
                var m = changed(h.milestone(), MilestoneState.CANCELLED, null, null);
                yield new MilestoneCancelled(id, m.revision(), m, "调整", BY);
            }
            case Attached h -> attached(h);
            case Reported h -> {
                var revision = next(h.period());
                yield new ReportSubmitted(id, revision, report(h.period(), ReportState.SUBMITTED, h.at()), BY);
            }
            case Tale.ReportReturned h -> {
                var revision = next(h.period());
                yield new ReportReturned(id, revision, report(h.period(), ReportState.RETURNED, h.at()), "请补充", BY);
            }
            case Ordered h -> {
                var order = new Rectification(
                        h.id(), id, "请整改", dayOf(h.at()), h.due(), RectificationState.ORDERED, null, NOTHING);
                orders.put(h.id(), order);
                yield new RectificationOrdered(id, next(h.id()), order, BY);
            }
            case Answered h -> new RectificationAnswered(id, next(h.id()), in(h.id(), RectificationState.ANSWERED), BY);
            case AnswerReturned h ->
                new RectificationReturned(id, next(h.id()), in(h.id(), RectificationState.ORDERED), "不足", BY);
            case AnswerAccepted h ->
                new RectificationAccepted(id, next(h.id()), in(h.id(), RectificationState.ACCEPTED), null, BY);
        };
    }

    private long next(String subject) {
        return revisions.merge(subject, 1L, Long::sum);
    }

    private LocalDate dayOf(Instant at) {
        return programme.dayOf(at);
    }

    private Pilot pilot(PilotState state) {
        return new Pilot(
                tale.pilotId(),
                1,
                "special-field",
                fields,
                "示例单位-001",
                "",
                tale.approvedOn(),
                true,
                "test",
                state,
                null,
                null,
                null,
                null);
    }

    private Event filed(Filed h) {
        h.due()
                .forEach((id, due) -> milestones.put(
                        id,
                        new Milestone(
                                id,
                                1,
                                new Text("里程碑", "Milestone"),
                                due,
                                due,
                                1,
                                10,
                                false,
                                MilestoneState.PLANNED,
                                0,
                                null,
                                null,
                                null)));
        var plan = h.due().keySet().stream().map(milestones::get).toList();
        return new TaskBookFiled(tale.pilotId(), 1, new TaskBook(tale.pilotId(), 1, dayOf(h.at()), plan), BY);
    }

    private Event updated(Updated h) {
        var m = milestones.get(h.milestone());
        var next = milestone(
                m,
                m.due(),
                m.deadlineVersion(),
                MilestoneState.IN_PROGRESS,
                h.percent(),
                h.forecast() == null ? m.forecast() : h.forecast(),
                null,
                null);
        var update = new Update("u" + next.revision(), h.percent(), m.percent(), h.forecast(), null);
        return new MilestoneUpdated(tale.pilotId(), next.revision(), next, update, BY);
    }

    private Event extended(Extended h) {
        var m = milestones.get(h.milestone());
        var next = milestone(
                m,
                h.due(),
                m.deadlineVersion() + 1,
                m.state(),
                m.percent(),
                m.forecast(),
                m.reachedOn(),
                m.claimedOn());
        return new MilestoneExtended(tale.pilotId(), next.revision(), next, m.due(), "接口延后", BY);
    }

    private Milestone changed(String id, MilestoneState state, LocalDate claimedOn, LocalDate reachedOn) {
        var m = milestones.get(id);
        return milestone(m, m.due(), m.deadlineVersion(), state, m.percent(), m.forecast(), reachedOn, claimedOn);
    }

    private Milestone milestone(
            Milestone m,
            LocalDate due,
            int version,
            MilestoneState state,
            int percent,
            LocalDate forecast,
            LocalDate reachedOn,
            LocalDate claimedOn) {
        var next = new Milestone(
                m.milestoneId(),
                m.revision() + 1,
                m.title(),
                m.baselineDue(),
                due,
                version,
                10,
                false,
                state,
                percent,
                forecast,
                reachedOn,
                reachedOn == null ? null : 0,
                null,
                NOTHING,
                claimedOn,
                null,
                null);
        milestones.put(m.milestoneId(), next);
        return next;
    }

    private Event attached(Attached h) {
        var id = "e" + next("evidence");
        return new EvidenceAttached(
                tale.pilotId(),
                1,
                new Evidence(
                        id,
                        h.milestone(),
                        "document",
                        EvidenceLevel.DECLARED,
                        "0".repeat(64),
                        1,
                        "text/plain",
                        "a.txt",
                        null,
                        null),
                BY);
    }

    private Report report(String code, ReportState state, Instant at) {
        var due = programme.reports().due(Period.ofCode(code).orElseThrow());
        return new Report(
                tale.pilotId() + code,
                ReportKind.PERIODIC,
                code,
                due,
                state,
                dayOf(at),
                0,
                null,
                "按计划推进",
                Rating.GREEN,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Rectification in(String id, RectificationState state) {
        var r = orders.get(id);
        var next = new Rectification(
                r.rectificationId(), r.pilotId(), r.demand(), r.orderedOn(), r.due(), state, "已整改", NOTHING);
        orders.put(id, next);
        return next;
    }
}
