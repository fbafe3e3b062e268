package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Phrase.around;
import static io.pilotwatch.reporting.core.Phrase.count;
import static io.pilotwatch.reporting.core.Phrase.join;
import static io.pilotwatch.reporting.core.Phrase.withNote;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.contracts.RecordEvent.EvidenceAttached;
import io.pilotwatch.contracts.RecordEvent.EvidenceShared;
import io.pilotwatch.contracts.RecordEvent.EvidenceVerified;
import io.pilotwatch.contracts.RecordEvent.IndicatorCorrected;
import io.pilotwatch.contracts.RecordEvent.IndicatorRecorded;
import io.pilotwatch.contracts.RecordEvent.IndicatorValue;
import io.pilotwatch.contracts.RecordEvent.Report;
import io.pilotwatch.contracts.RecordEvent.ReportAccepted;
import io.pilotwatch.contracts.RecordEvent.ReportReturned;
import io.pilotwatch.contracts.RecordEvent.ReportSubmitted;
import io.pilotwatch.contracts.Text;
import java.math.BigDecimal;
import java.util.Locale;

/** What befalls evidence, indicators and reports, in words. */
final class RecordNarration {

    private RecordNarration() {}

    static Text of(RecordEvent event, Programme programme, boolean toDeciders) {
        return switch (event) {
            case EvidenceAttached e -> attached(e.evidence(), programme);
            case EvidenceVerified e ->
                withNote(around("%s经主管部门核验", "%s verified by the authority", evidence(e.evidence())), e.note());
            case EvidenceShared e -> shared(e, toDeciders);
            case IndicatorRecorded e ->
                withNote(
                        join(
                                indicator(e.value(), programme),
                                "",
                                "",
                                value(e.value(), e.value().value(), programme)),
                        e.value().note());
            case IndicatorCorrected e -> withNote(corrected(e, programme), e.reason());
            case ReportSubmitted e -> join(report(e.report()), "提交", " submitted", late(e.report()));
            case ReportAccepted e -> withNote(around("%s已接收", "%s accepted", report(e.report())), e.note());
            case ReportReturned e -> withNote(around("%s退回", "%s returned", report(e.report())), e.reason());
        };
    }

    private static Text evidence(Evidence evidence) {
        return new Text("佐证材料「" + evidence.fileName() + "」", "Evidence “" + evidence.fileName() + "”");
    }

    private static Text attached(Evidence evidence, Programme programme) {
        var kind = Programme.named(programme.evidenceKinds(), evidence.kind())
                .map(Named::name)
                .orElse(new Text(evidence.kind(), evidence.kind()));
        var sort = join(kind, "，", ", ", evidence.level().text());
        return join(evidence(evidence), "提交", " attached", around("（%s）", " (%s)", sort));
    }

    private static Text shared(EvidenceShared e, boolean toDeciders) {
        var others = toDeciders
                ? new Text(" " + String.join("、", e.otherPilots()) + " ", String.join(", ", e.otherPilots()))
                : new Text("其他试点", "another pilot");
        var same = around("与%s的内容相同", " has the same content as a file of %s", others);
        return join(evidence(e.evidence()), "", "", same);
    }

    private static Text indicator(IndicatorValue value, Programme programme) {
        var code = value.indicator();
        var name = programme.indicator(code).map(Programme.Indicator::name).orElse(new Text(code, code));
        var period = period(value.period());
        return new Text(
                "指标「%s」%s：".formatted(name.zh(), period.zh()),
                "Indicator “%s”, %s: ".formatted(name.en(), period.en()));
    }

    private static Text value(IndicatorValue of, BigDecimal value, Programme programme) {
        var number = value.toPlainString();
        var unit = programme
                .indicator(of.indicator())
                .map(Programme.Indicator::unit)
                .orElse(new Text("", ""));
        return new Text((number + " " + unit.zh()).strip(), (number + " " + unit.en()).strip());
    }

    private static Text corrected(IndicatorCorrected e, Programme programme) {
        var before = value(e.value(), e.previousValue(), programme);
        var after = value(e.value(), e.value().value(), programme);
        return join(indicator(e.value(), programme), "", "", join(before, "更正为 ", " corrected to ", after));
    }

    private static Text report(Report report) {
        var kind = report.kind().text();
        if (report.period() != null) {
            return join(period(report.period()), "", " ", lowerCase(kind));
        }
        return report.title() == null
                ? kind
                : join(kind, "「", " “", new Text(report.title() + "」", report.title() + "”"));
    }

    private static Text lowerCase(Text text) {
        return new Text(
                text.zh(),
                text.en().substring(0, 1).toLowerCase(Locale.ROOT) + text.en().substring(1));
    }

    private static Text late(Report report) {
        var days = report.daysLate() == null ? 0 : report.daysLate();
        return days == 0
                ? new Text("", "")
                : new Text("（迟 %d 天）".formatted(days), ", %s late".formatted(count(days, "day")));
    }

    private static Text period(String code) {
        return Period.ofCode(code).map(Period::text).orElse(new Text(code, code));
    }
}
