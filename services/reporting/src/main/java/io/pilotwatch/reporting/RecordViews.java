package io.pilotwatch.reporting;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.contracts.RecordEvent.IndicatorValue;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.core.PilotReport;
import io.pilotwatch.reporting.core.Records.Known;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows what a pilot has beside its milestones. */
final class RecordViews {

    private RecordViews() {}

    /** All of it. {@code today} is the day to which lateness is counted. */
    static PilotView.Records of(PilotReport report, Programme programme, LocalDate today, boolean toDeciders) {
        return new PilotView.Records(
                report.lastReportAt() == null
                        ? null
                        : report.lastReportAt().atZone(programme.zone()).toOffsetDateTime(),
                reports(report),
                evidence(report, programme, toDeciders),
                indicators(report, programme),
                openRectifications(report, today),
                risks(report));
    }

    private static List<PilotView.Report> reports(PilotReport report) {
        return report.records().reports().values().stream()
                .map(Known::what)
                .sorted(Comparator.comparing(RecordEvent.Report::submittedOn)
                        .thenComparing(RecordEvent.Report::reportId)
                        .reversed())
                .map(r -> new PilotView.Report(
                        r.reportId(),
                        new Named(r.kind().name(), r.kind().text()),
                        r.period() == null ? null : period(r.period()),
                        r.title(),
                        r.due(),
                        r.submittedOn(),
                        r.daysLate(),
                        new Named(r.state().name(), r.state().text()),
                        new Named(r.selfRating().name(), r.selfRating().text())))
                .toList();
    }

    /** By id, which is by age. */
    private static List<PilotView.Evidence> evidence(PilotReport report, Programme programme, boolean toDeciders) {
        return report.records().evidence().values().stream()
                .map(Known::what)
                .map(e -> new PilotView.Evidence(
                        e.evidenceId(),
                        e.milestoneId(),
                        Programme.named(programme.evidenceKinds(), e.kind()).orElseGet(() -> Named.ofCode(e.kind())),
                        new Named(e.level().name(), e.level().text()),
                        e.fileName(),
                        e.mediaType(),
                        e.size(),
                        e.periodFrom(),
                        e.periodTo(),
                        toDeciders ? List.copyOf(report.records().othersWith(e.evidenceId())) : null))
                .toList();
    }

    private static List<PilotView.Indicator> indicators(PilotReport report, Programme programme) {
        return report.records().latestValues().stream()
                .map(value -> indicator(value, target(report, value.indicator()), programme))
                .toList();
    }

    private static PilotView.Indicator indicator(
            IndicatorValue value, Optional<IndicatorTarget> target, Programme programme) {
        var known = programme.indicator(value.indicator());
        return new PilotView.Indicator(
                known.map(i -> new Named(i.code(), i.name())).orElseGet(() -> Named.ofCode(value.indicator())),
                known.map(Programme.Indicator::unit).orElse(new Text("", "")),
                period(value.period()),
                value.value(),
                target.map(IndicatorTarget::baseline).orElse(null),
                target.map(IndicatorTarget::target).orElse(null),
                value.note());
    }

    private static Optional<IndicatorTarget> target(PilotReport report, String indicator) {
        return Optional.ofNullable(report.taskBook()).stream()
                .flatMap(book -> book.indicators().stream())
                .filter(t -> t.indicator().equals(indicator))
                .findFirst();
    }

    private static List<PilotView.Rectification> openRectifications(PilotReport report, LocalDate today) {
        return report.records().openRectifications().stream()
                .map(r -> new PilotView.Rectification(
                        r.rectificationId(),
                        r.demand(),
                        r.orderedOn(),
                        r.due(),
                        new Named(r.state().name(), r.state().text()),
                        r.answer(),
                        r.state() == RectificationState.ORDERED && today.isAfter(r.due())))
                .toList();
    }

    private static List<PilotView.Risk> risks(PilotReport report) {
        var concerns = report.concerns();
        var ofMilestones = concerns.risks().entrySet().stream()
                .flatMap(e -> e.getValue().what().stream().map(r -> risk(e.getKey(), r)));
        var ofReport = concerns.reported() == null
                ? Stream.<PilotView.Risk>empty()
                : concerns.reported().risks().stream().map(r -> risk(null, r));
        return Stream.concat(ofMilestones, ofReport).toList();
    }

    private static PilotView.Risk risk(String milestoneId, MilestoneEvent.Risk risk) {
        return new PilotView.Risk(milestoneId, risk.what(), risk.level().name(), risk.response());
    }

    static Named period(String code) {
        return new Named(code, Period.ofCode(code).map(Period::text).orElse(new Text(code, code)));
    }
}
