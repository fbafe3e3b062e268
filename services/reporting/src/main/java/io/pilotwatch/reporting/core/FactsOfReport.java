package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Expectations;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.RecordEvent.Report;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.reporting.core.PilotFacts.Alerts;
import io.pilotwatch.reporting.core.PilotFacts.Milestone;
import io.pilotwatch.reporting.core.PilotFacts.Periodic;
import io.pilotwatch.reporting.core.PilotFacts.Plan;
import io.pilotwatch.reporting.core.PilotFacts.Register;
import io.pilotwatch.reporting.core.PilotFacts.Reports;
import io.pilotwatch.reporting.core.PilotFacts.Told;
import io.pilotwatch.reporting.core.Records.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Makes a pilot's facts of its report. */
final class FactsOfReport {

    private final PilotReport report;
    private final Programme programme;

    FactsOfReport(PilotReport report, Programme programme) {
        this.report = report;
        this.programme = programme;
    }

    boolean sameRegister(PilotReport earlier) {
        return report.pilot() == earlier.pilot() && report.change() == earlier.change();
    }

    Register register() {
        var entry = report.pilot().entry();
        return new Register(
                entry.number(),
                entry.kind(),
                entry.fields(),
                entry.organisation(),
                entry.delegates(),
                entry.scenarios(),
                entry.region(),
                entry.synthetic(),
                entry.approvedOn(),
                report.state(),
                entry.grade(),
                report.change() == null
                        ? entry.approvedOn()
                        : day(report.change().at()));
    }

    boolean samePlan(PilotReport earlier) {
        return report.taskBook() == earlier.taskBook()
                && report.milestones() == earlier.milestones()
                && report.concerns().risks() == earlier.concerns().risks();
    }

    Plan plan() {
        var milestones = report.milestones().values().stream()
                .sorted(Comparator.comparing(MilestoneEvent.Milestone::baselineDue)
                        .thenComparing(MilestoneEvent.Milestone::milestoneId))
                .map(this::milestone)
                .toList();
        return new Plan(report.taskBook() == null ? null : report.taskBook().filedOn(), milestones);
    }

    private Milestone milestone(MilestoneEvent.Milestone m) {
        var risks = report.concerns().risks().get(m.milestoneId());
        return new Milestone(
                m.milestoneId(),
                m.state(),
                m.baselineDue(),
                m.due(),
                m.weight(),
                m.critical(),
                m.percent(),
                m.forecast(),
                m.reachedOn(),
                m.daysLate(),
                risks != null && Concerns.isUnanswered(risks.what()));
    }

    boolean sameAlerts(PilotReport earlier) {
        return report.alerts() == earlier.alerts()
                && report.concerns().conduct() == earlier.concerns().conduct();
    }

    Alerts alerts() {
        var told = report.alerts().values().stream()
                .filter(AlertRecord::isTold)
                .map(AlertRecord::alert)
                .map(a -> new Told(a.alertId(), a.rule(), a.severity(), a.raisedAt()))
                .toList();
        return new Alerts(
                told, AnswersOf.all(report.alerts().values()), report.concerns().confirmed());
    }

    boolean sameReports(PilotReport earlier) {
        return report.lastReportAt() == earlier.lastReportAt()
                && report.records().reports() == earlier.records().reports()
                && report.records().rectifications() == earlier.records().rectifications()
                && report.records().settled() == earlier.records().settled()
                && report.concerns().selfRating() == earlier.concerns().selfRating()
                && report.concerns().reported() == earlier.concerns().reported();
    }

    Reports reports() {
        var concerns = report.concerns();
        return new Reports(
                report.lastReportAt() == null ? null : day(report.lastReportAt()),
                report.records().reports().values().stream()
                        .map(Known::what)
                        .filter(r -> r.kind() == ReportKind.PERIODIC)
                        .sorted(Comparator.comparing(Report::due).thenComparing(Report::period))
                        .map(r -> new Periodic(r.period(), r.due(), r.submittedOn(), r.daysLate(), r.state()))
                        .toList(),
                rectifications(),
                concerns.selfRating() == null
                        ? Rating.NOT_RATED
                        : concerns.selfRating().rating(),
                concerns.reported() != null
                        && Concerns.isUnanswered(concerns.reported().risks()));
    }

    boolean sameOutcome(PilotReport earlier) {
        return report.taskBook() == earlier.taskBook()
                && report.records().values() == earlier.records().values()
                && report.records().evidence() == earlier.records().evidence();
    }

    private List<Expectations.Rectification> rectifications() {
        var records = report.records();
        return records.rectifications().values().stream()
                .map(Known::what)
                .map(r -> new Expectations.Rectification(
                        r.orderedOn(), dayOrNull(records.settled().get(r.rectificationId()))))
                .toList();
    }

    private LocalDate dayOrNull(Instant instant) {
        return instant == null ? null : day(instant);
    }

    private LocalDate day(Instant instant) {
        return programme.dayOf(instant);
    }
}
