package io.pilotwatch.reporting;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.reporting.PortfolioView.Lead;
import io.pilotwatch.reporting.core.AlertRecord;
import io.pilotwatch.reporting.core.AlertRule;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.Finish;
import io.pilotwatch.reporting.core.Narration;
import io.pilotwatch.reporting.core.PilotReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Shows one pilot to a caller who may see it. */
@ApplicationScoped
class PilotViews {

    /** What a silent pilot is rated. */
    static final Named NOT_RATED = new Named("NOT_RATED", new Text("未评级", "Not rated"));

    private final PilotRows pilots;
    private final JournalRows journal;
    private final Programme programme;
    private final Clock clock;
    private final Callers callers;

    PilotViews(PilotRows pilots, JournalRows journal, Programme programme, Clock clock, Callers callers) {
        this.pilots = pilots;
        this.journal = journal;
        this.programme = programme;
        this.clock = clock;
        this.callers = callers;
    }

    /** The stored report, if there is such a pilot and the caller may see it. */
    PilotRows.Stored require(String pilotId) {
        var stored = pilots.find(pilotId).orElseThrow(() -> Problem.notFound(pilotId));
        var pilot = stored.report().pilot().entry();
        callers.current().requireSee(Caller.Subject.of(pilot, coversFields(pilot)));
        return stored;
    }

    /** Changes with each event of the pilot, and each day: days late are counted to today. Deciders are told more. */
    String etag(PilotRows.Stored stored) {
        var whole = decides(stored.report().pilot().entry()) ? "-d" : "";
        return stored.revision() + "-" + today().toEpochDay() + whole;
    }

    PilotView view(PilotRows.Stored stored) {
        return view(stored.report(), stored.report().pilot().entry(), stored.revision());
    }

    private PilotView view(PilotReport report, Pilot pilot, long events) {
        return new PilotView(
                report.pilotId(),
                pilot.number(),
                pilot.organisation(),
                kind(pilot.kind()),
                pilot.fields().stream().map(this::field).toList(),
                FieldGroup.named(FieldGroup.of(pilot, programme), programme),
                pilot.region(),
                leads(pilot),
                pilot.approvedOn(),
                pilot.provenance(),
                pilot.synthetic(),
                new Named(report.state().name(), report.state().text()),
                standing(report),
                pilot.tags().stream().map(this::tag).toList(),
                pilot.scenarios(),
                pilot.delegates(),
                report.isSilent() ? NOT_RATED : null,
                report.lastReportAt() == null ? null : local(report.lastReportAt()),
                taskBook(report),
                milestones(report),
                lateness(report),
                RecordViews.of(report, programme, countedTo(report), decides(pilot)),
                alerts(report, AlertRecord::isOpen),
                alerts(report, a -> !a.isOpen()),
                finish(report),
                timeline(report.pilotId(), new Narration(programme, decides(pilot))),
                events);
    }

    private Named kind(String code) {
        return programme.kind(code).map(k -> new Named(k.code(), k.name())).orElseGet(() -> unknown(code));
    }

    private PilotView.Standing standing(PilotReport report) {
        var grade = report.pilot().entry().grade();
        return new PilotView.Standing(
                changedOn(report),
                report.change() == null ? null : report.change().reason(),
                grade == null
                        ? null
                        : Programme.named(programme.grades(), grade).orElseGet(() -> unknown(grade)));
    }

    /** Whether the caller leads the pilot or is of the office. */
    private boolean decides(Pilot pilot) {
        var caller = callers.current();
        return caller.is(Caller.PROGRAMME_OFFICE) || caller.mayLead(Caller.Subject.of(pilot, coversFields(pilot)));
    }

    private LocalDate changedOn(PilotReport report) {
        return report.change() == null
                ? report.pilot().entry().approvedOn()
                : programme.dayOf(report.change().at());
    }

    /** The day to which lateness is counted: once a pilot has ended nothing more is expected of it. */
    private LocalDate countedTo(PilotReport report) {
        var today = today();
        var changed = changedOn(report);
        return report.state().isEnded() && changed.isBefore(today) ? changed : today;
    }

    private static PilotView.TaskBook taskBook(PilotReport report) {
        return report.taskBook() == null
                ? null
                : new PilotView.TaskBook(
                        report.taskBook().version(), report.taskBook().filedOn());
    }

    private boolean coversFields(Pilot pilot) {
        return programme.coversFields(pilot.kind());
    }

    /** A kind that covers fields is led by the office; each field that it names is led by that field's lead as well. */
    private List<Lead> leads(Pilot pilot) {
        var own = FieldGroup.of(pilot, programme);
        return FieldGroup.all(programme, today()).stream()
                .filter(g -> g.code().equals(own) || pilot.fields().contains(g.code()))
                .map(Lead::of)
                .toList();
    }

    private Named field(String code) {
        return programme.field(code).map(f -> new Named(f.code(), f.name())).orElseGet(() -> unknown(code));
    }

    private Named tag(String code) {
        return programme.fields().stream()
                .flatMap(f -> f.tags().stream())
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElseGet(() -> unknown(code));
    }

    static Named unknown(String code) {
        return new Named(code, new Text(code, code));
    }

    private List<PilotView.Milestone> milestones(PilotReport report) {
        return report.milestones().values().stream()
                .sorted(Comparator.comparing(MilestoneEvent.Milestone::baselineDue)
                        .thenComparing(MilestoneEvent.Milestone::milestoneId))
                .map(m -> milestone(m, report))
                .toList();
    }

    private PilotView.Milestone milestone(MilestoneEvent.Milestone m, PilotReport report) {
        var day = countedTo(report);
        int late = PilotReport.daysLate(m, day);
        return new PilotView.Milestone(
                m.milestoneId(),
                m.title(),
                m.criterion(),
                m.dependsOn(),
                new Named(m.state().name(), m.state().text()),
                m.critical(),
                m.weight(),
                m.baselineDue(),
                m.due(),
                m.forecast(),
                m.percent(),
                m.claimedOn(),
                m.firstAcceptedBy(),
                m.requestedDue(),
                m.reachedOn(),
                late > 0 && !m.state().isClosed() && !report.state().isEnded(),
                late,
                PilotReport.daysPastBaseline(m, day));
    }

    private PilotView.Lateness lateness(PilotReport report) {
        var day = countedTo(report);
        var late = report.milestones().values().stream()
                .mapToInt(m -> PilotReport.daysLate(m, day))
                .summaryStatistics();
        return new PilotView.Lateness(
                Math.toIntExact(late.getSum()),
                Math.max(0, late.getMax()),
                lateCount(report, m -> !m.state().isClosed() && !report.state().isEnded()),
                lateCount(report, m -> m.state().isClosed()));
    }

    private int lateCount(PilotReport report, Predicate<MilestoneEvent.Milestone> which) {
        return (int) report.milestones().values().stream()
                .filter(which)
                .filter(m -> PilotReport.daysLate(m, countedTo(report)) > 0)
                .count();
    }

    private List<PilotView.Alert> alerts(PilotReport report, Predicate<AlertRecord> which) {
        return report.alerts().values().stream()
                .filter(which)
                .sorted(Comparator.comparing((AlertRecord a) -> a.alert().raisedAt())
                        .reversed()
                        .thenComparing(a -> a.alert().alertId()))
                .map(this::alert)
                .toList();
    }

    private PilotView.Alert alert(AlertRecord known) {
        var alert = known.alert();
        return new PilotView.Alert(
                alert.alertId(),
                AlertRule.named(alert.rule()),
                new Named(alert.severity().name(), alert.severity().text()),
                new Named(alert.state().name(), alert.state().text()),
                alert.text(),
                local(alert.raisedAt()),
                local(known.changedAt()),
                alert.lateDetected(),
                known.clearedBecause(),
                alert.muted() == null ? null : alert.muted().reason());
    }

    private PilotView.Finish finish(PilotReport report) {
        var finish = Finish.on(today(), report.state(), report.finishedOn(), programme.deadline());
        return new PilotView.Finish(finish.name(), finish.text(), report.finishedOn());
    }

    private List<PilotView.Happening> timeline(String pilotId, Narration narration) {
        return journal.latest(pilotId, PilotView.TIMELINE).stream()
                .map(entry -> new PilotView.Happening(
                        entry.eventId(),
                        local(entry.happenedAt()),
                        EventType.of(entry.event()).wireType(),
                        narration.of(entry.event()),
                        narration.by(entry.event())))
                .toList();
    }

    private OffsetDateTime local(Instant instant) {
        return instant.atZone(programme.zone()).toOffsetDateTime();
    }

    private LocalDate today() {
        return programme.dayOf(clock.instant());
    }
}
