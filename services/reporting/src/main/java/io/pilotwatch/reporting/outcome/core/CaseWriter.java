package io.pilotwatch.reporting.outcome.core;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.RecordEvent.IndicatorValue;
import io.pilotwatch.contracts.RecordEvent.Report;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.reporting.core.PilotFacts;
import io.pilotwatch.reporting.core.PilotFigures;
import io.pilotwatch.reporting.core.PilotReport;
import io.pilotwatch.reporting.core.Promise;
import io.pilotwatch.reporting.core.Records.Known;
import io.pilotwatch.reporting.core.TypicalCase;
import io.pilotwatch.reporting.outcome.core.CaseBook.Account;
import io.pilotwatch.reporting.outcome.core.CaseBook.Entry;
import io.pilotwatch.reporting.outcome.core.CaseBook.Evidence;
import io.pilotwatch.reporting.outcome.core.CaseBook.Indicator;
import io.pilotwatch.reporting.outcome.core.CaseBook.Milestone;
import io.pilotwatch.reporting.outcome.core.CaseBook.Reason;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes a pilot's entry in the case book from all that is known of it. */
public final class CaseWriter {

    private final PilotReport report;
    private final PilotFacts facts;
    private final Programme programme;

    private CaseWriter(PilotReport report, PilotFacts facts, Programme programme) {
        this.report = report;
        this.facts = facts;
        this.programme = programme;
    }

    /** The entry of a pilot whose approval is known, as of a day. */
    public static Entry entry(PilotReport report, LocalDate day, Programme programme) {
        var facts = PilotFacts.of(report, programme);
        var typical = TypicalCase.of(PilotFigures.of(facts, day, programme), programme);
        return new CaseWriter(report, facts, programme).entry(typical);
    }

    private Entry entry(TypicalCase typical) {
        var pilot = report.pilot().entry();
        return new Entry(
                report.pilotId(),
                pilot.number(),
                pilot.organisation(),
                named(programme.kind(pilot.kind()).map(k -> new Named(k.code(), k.name())), pilot.kind()),
                pilot.fields().stream()
                        .map(code -> named(programme.field(code).map(f -> new Named(f.code(), f.name())), code))
                        .toList(),
                pilot.region(),
                pilot.scenarios(),
                pilot.synthetic(),
                pilot.provenance(),
                pilot.approvedOn(),
                pilot.grade() == null ? null : named(Programme.named(programme.grades(), pilot.grade()), pilot.grade()),
                typical.points(),
                typical.nominated(),
                typical.judged().stream().map(CaseWriter::reason).toList(),
                accounts(),
                milestones(),
                indicators(),
                evidence());
    }

    /** How a criterion was judged, in words. */
    public static Reason reason(TypicalCase.Judged judged) {
        var c = judged.criterion();
        return new Reason(
                new Named(c.merit().name(), c.merit().text()),
                judged.points(),
                c.points(),
                c.required(),
                judged.met(),
                judged.reason());
    }

    /** What went wrong on the way is no example to follow, and what nobody accepted no account of what was done. */
    private List<Account> accounts() {
        return report.records().reports().values().stream()
                .map(Known::what)
                .filter(r -> r.kind() != ReportKind.INCIDENT && r.state() == ReportState.ACCEPTED)
                .sorted(Comparator.comparing(Report::submittedOn).thenComparing(Report::reportId))
                .map(r -> new Account(
                        r.period() == null ? null : period(r.period()), r.title(), r.submittedOn(), r.summary()))
                .toList();
    }

    private List<Milestone> milestones() {
        return report.milestones().values().stream()
                .filter(m -> m.state() != MilestoneState.CANCELLED)
                .sorted(Comparator.comparing(MilestoneEvent.Milestone::baselineDue)
                        .thenComparing(MilestoneEvent.Milestone::milestoneId))
                .map(m -> new Milestone(
                        m.milestoneId(),
                        m.title(),
                        m.criterion(),
                        m.baselineDue(),
                        m.due(),
                        m.reachedOn(),
                        m.daysLate()))
                .toList();
    }

    private List<Indicator> indicators() {
        return programme.benefits().stream()
                .flatMap(benefit -> benefit.indicators().stream()
                        .flatMap(indicator -> facts.outcome().indicators().stream()
                                .filter(told -> told.indicator().equals(indicator.code()))
                                .map(told -> indicator(benefit, indicator, told))))
                .toList();
    }

    private Indicator indicator(Programme.Benefit benefit, Programme.Indicator indicator, PilotFacts.Indicator told) {
        var promise = Promise.of(told, indicator);
        return new Indicator(
                new Named(benefit.code(), benefit.name()),
                new Named(indicator.code(), indicator.name()),
                indicator.unit(),
                told.baseline(),
                told.target(),
                told.period() == null ? null : period(told.period()),
                told.value(),
                told.total(),
                promise.map(Promise::percent).orElse(null),
                promise.filter(Promise::isKept).isPresent(),
                new Named(told.level().name(), told.level().text()),
                note(told));
    }

    private @Nullable String note(PilotFacts.Indicator told) {
        return report.records().latestValues().stream()
                .filter(v -> v.indicator().equals(told.indicator()))
                .findFirst()
                .map(IndicatorValue::note)
                .orElse(null);
    }

    private List<Evidence> evidence() {
        return report.records().evidence().values().stream()
                .map(Known::what)
                .map(e -> new Evidence(
                        e.evidenceId(),
                        e.milestoneId(),
                        named(Programme.named(programme.evidenceKinds(), e.kind()), e.kind()),
                        new Named(e.level().name(), e.level().text()),
                        e.fileName(),
                        e.sha256(),
                        e.periodFrom(),
                        e.periodTo()))
                .toList();
    }

    private static Named period(String code) {
        return named(Period.ofCode(code).map(p -> new Named(code, p.text())), code);
    }

    /** What the programme does not know shows its code. */
    private static Named named(Optional<Named> known, String code) {
        return known.orElseGet(() -> Named.ofCode(code));
    }
}
