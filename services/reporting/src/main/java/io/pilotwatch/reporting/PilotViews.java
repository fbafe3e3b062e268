package io.pilotwatch.reporting;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.reporting.PortfolioView.Lead;
import io.pilotwatch.reporting.core.AlertRecord;
import io.pilotwatch.reporting.core.AlertRule;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.Narration;
import io.pilotwatch.reporting.core.OnTime;
import io.pilotwatch.reporting.core.PilotFacts;
import io.pilotwatch.reporting.core.PilotFigures;
import io.pilotwatch.reporting.core.PilotReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Shows one pilot as of a day to a caller who may see it. */
@ApplicationScoped
public class PilotViews {

    private final PilotReports reports;
    private final JournalRows journal;
    private final Slips slips;
    private final Programme programme;
    private final Callers callers;

    PilotViews(PilotReports reports, JournalRows journal, Slips slips, Programme programme, Callers callers) {
        this.reports = reports;
        this.journal = journal;
        this.slips = slips;
        this.programme = programme;
        this.callers = callers;
    }

    /** The report as of the day, if there was such a pilot and the caller may see it. */
    public PilotReports.Folded require(String pilotId, LocalDate day) {
        var folded = reports.on(day, pilotId).orElseThrow(() -> Problem.notFound(pilotId));
        callers.current().requireSee(subject(folded.report().pilot().entry()));
        return folded;
    }

    /** Changes with each event of the pilot, and each day: days late are counted to it. Deciders are told more. */
    String etag(PilotReports.Folded folded, LocalDate day) {
        var whole = decides(folded.report().pilot().entry()) ? "-d" : "";
        return folded.edition() + "." + folded.revision() + "-" + day.toEpochDay() + whole;
    }

    /** All that is to be shown of it, with its latest events. */
    public PilotView view(PilotReports.Folded folded, LocalDate day) {
        var report = folded.report();
        var figures = PilotFigures.of(PilotFacts.of(report, programme), day, programme);
        return view(report, figures, timeline(report, day, "", PilotView.TIMELINE), folded.revision());
    }

    private PilotView view(PilotReport report, PilotFigures figures, List<PilotView.Happening> latest, long events) {
        return new PilotView(
                figures.day(),
                report.pilotId(),
                entry(report).number(),
                entry(report).organisation(),
                kind(entry(report).kind(), programme),
                entry(report).fields().stream().map(this::field).toList(),
                FieldGroup.named(figures.group(), programme),
                entry(report).region(),
                leads(entry(report), figures.day()),
                entry(report).approvedOn(),
                entry(report).provenance(),
                entry(report).synthetic(),
                new Named(report.state().name(), report.state().text()),
                standing(figures, report),
                entry(report).tags().stream().map(this::tag).toList(),
                entry(report).scenarios(),
                entry(report).delegates(),
                rated(figures, report),
                taskBook(figures, report),
                MilestoneViews.of(report, figures.countedTo()),
                lateness(figures),
                RecordViews.of(report, programme, figures.countedTo(), decides(entry(report))),
                alerts(report, AlertRecord::isOpen),
                alerts(report, a -> !a.isOpen()),
                new PilotView.Finish(figures.finish().name(), figures.finish().text(), figures.finishedOn()),
                latest,
                events);
    }

    private static Pilot entry(PilotReport report) {
        return report.pilot().entry();
    }

    static Named kind(String code, Programme programme) {
        return programme.kind(code).map(k -> new Named(k.code(), k.name())).orElseGet(() -> Named.ofCode(code));
    }

    private PilotView.Standing standing(PilotFigures figures, PilotReport report) {
        var register = figures.facts().register();
        return new PilotView.Standing(
                register.changedOn(),
                report.change() == null ? null : report.change().reason(),
                register.grade() == null
                        ? null
                        : Programme.named(programme.grades(), register.grade())
                                .orElseGet(() -> Named.ofCode(register.grade())));
    }

    /** Whether the caller leads the pilot or is of the office. */
    private boolean decides(Pilot pilot) {
        var caller = callers.current();
        return caller.is(Caller.PROGRAMME_OFFICE) || caller.mayLead(subject(pilot));
    }

    private Caller.Subject subject(Pilot pilot) {
        return Caller.Subject.of(pilot, programme.coversFields(pilot.kind()));
    }

    private PilotView.Rated rated(PilotFigures figures, PilotReport report) {
        var rating = figures.rating();
        return new PilotView.Rated(
                rating.rating().name(),
                rating.rating().text(),
                rating.reasons().stream()
                        .map(r -> new PilotView.Rated.Reason(r.code(), r.text()))
                        .toList(),
                selfRating(report));
    }

    private PilotView.SelfRating selfRating(PilotReport report) {
        var own = report.concerns().selfRating();
        return own == null
                ? null
                : new PilotView.SelfRating(
                        new Named(own.rating().name(), own.rating().text()), local(own.at()), own.reason());
    }

    private PilotView.Forecast forecast(PilotFigures figures) {
        var f = figures.forecast();
        return f == null
                ? null
                : new PilotView.Forecast(
                        f.planned(),
                        f.earned(),
                        f.pace(),
                        f.likely(),
                        f.earliest(),
                        f.latest(),
                        f.ofTeam(),
                        figures.isForecastLate(programme));
    }

    private static PortfolioView.OnTime onTime(PilotFigures figures) {
        return new PortfolioView.OnTime(
                PilotList.punctuality(figures.reports()),
                figures.reports().stream().map(PilotViews::inPeriod).toList(),
                PilotList.punctuality(figures.milestones()),
                figures.milestones().stream().map(PilotViews::inPeriod).toList());
    }

    private static PortfolioView.InPeriod inPeriod(OnTime period) {
        return new PortfolioView.InPeriod(RecordViews.period(period.period()), PilotList.punctuality(List.of(period)));
    }

    private PilotView.TaskBook taskBook(PilotFigures figures, PilotReport report) {
        var book = report.taskBook();
        return book == null ? null : new PilotView.TaskBook(book.version(), book.filedOn(), forecast(figures));
    }

    /** A kind that covers fields is led by the office; each field that it names is led by that field's lead as well. */
    private List<Lead> leads(Pilot pilot, LocalDate day) {
        var own = FieldGroup.of(pilot.kind(), pilot.fields(), programme);
        return FieldGroup.all(programme, day).stream()
                .filter(g -> g.code().equals(own) || pilot.fields().contains(g.code()))
                .map(Lead::of)
                .toList();
    }

    private Named field(String code) {
        return programme.field(code).map(f -> new Named(f.code(), f.name())).orElseGet(() -> Named.ofCode(code));
    }

    private Named tag(String code) {
        return programme.fields().stream()
                .flatMap(f -> f.tags().stream())
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElseGet(() -> Named.ofCode(code));
    }

    private static PilotView.Lateness lateness(PilotFigures figures) {
        var late = figures.lateness();
        return new PilotView.Lateness(
                late.sumDays(), late.maxDays(), late.overdue(), late.reachedLate(), onTime(figures));
    }

    /** All its alerts, those that stand first. */
    public List<PilotView.Alert> alerts(PilotReport report) {
        return Stream.of(alerts(report, AlertRecord::isOpen), alerts(report, a -> !a.isOpen()))
                .flatMap(List::stream)
                .toList();
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

    /** How its milestones slipped up to the end of the day. */
    SlipView slip(PilotReport report, LocalDate day) {
        return slips.of(report, day);
    }

    /** The pilot's events in words up to the end of the day, newest first, after this sort key. */
    public List<PilotView.Happening> timeline(PilotReport report, LocalDate day, String after, int limit) {
        return timeline(report, day, Subject.ALL, after, limit);
    }

    /** Those of them that are about a subject. */
    List<PilotView.Happening> timeline(PilotReport report, LocalDate day, Subject about, String after, int limit) {
        var narration = new Narration(programme, decides(report.pilot().entry()));
        return journal.latest(report.pilotId(), day, about.types(), after, limit).stream()
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
}
