package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.Dossier.Book;
import io.pilotwatch.compliancealert.core.Dossier.Value;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.PlannedPath;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Indicator;
import io.pilotwatch.contracts.Programme.IndicatorType;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules that look at each indicator. */
final class IndicatorRules {

    private static final String SUBJECT = "indicator:";

    private IndicatorRules() {}

    /** A value and the period of which it is. */
    private record Point(Period period, Value value) {}

    /** At once, when the latest value is less than so many percent of the planned path. */
    static Stream<Plan> behind(Case of) {
        var books = of.dossier().books();
        return books.isEmpty()
                ? Stream.empty()
                : books.lastEntry().getValue().targets().stream()
                        .flatMap(target -> of.programme().indicator(target.indicator()).stream()
                                .map(indicator -> behind(of, indicator, target)));
    }

    private static Plan behind(Case of, Indicator indicator, IndicatorTarget target) {
        int version = setBy(of.dossier(), target);
        var subject = SUBJECT + indicator.code();
        var latest = latest(of.dossier(), indicator.code());
        var path = latest.flatMap(point -> path(of, indicator, target, point));
        var plan = path.map(p -> {
                    var at = Facts.later(
                            latest.get().value().at(),
                            of.dossier().books().get(version).since());
                    return Plan.of(
                            subject,
                            version,
                            of.since(at),
                            of.crossed(t -> p.isBelow(t.at())),
                            _ -> at,
                            t -> behindText(indicator, latest.get(), p, t));
                })
                .orElseGet(() -> Plan.none(subject, version));
        return plan.from("baseline", target.baseline().toPlainString())
                .from("target", target.target().toPlainString())
                .from("period", latest.map(l -> l.period().code()).orElse(null))
                .from(
                        "value",
                        latest.map(l -> l.value().value().toPlainString()).orElse(null))
                .from(
                        "percentOfPlan",
                        path.map(p -> p.percent().toPlainString()).orElse(null));
    }

    /** The version of the task book that set the target as it is now. */
    private static int setBy(Dossier dossier, IndicatorTarget target) {
        int version = dossier.books().lastKey();
        for (var book : dossier.books().reversed().entrySet()) {
            if (!promises(book.getValue(), target)) {
                break;
            }
            version = book.getKey();
        }
        return version;
    }

    private static boolean promises(Book book, IndicatorTarget target) {
        return book.targets().stream()
                .anyMatch(t -> t.indicator().equals(target.indicator())
                        && t.baseline().compareTo(target.baseline()) == 0
                        && t.target().compareTo(target.target()) == 0);
    }

    private static Optional<PlannedPath> path(Case of, Indicator indicator, IndicatorTarget target, Point point) {
        return PlannedPath.of(
                indicator.direction(),
                target.baseline(),
                target.target(),
                point.value().value(),
                of.dossier().books().lastEntry().getValue().filedOn(),
                point.period().to(),
                of.programme().deadline());
    }

    /**
     * At once, when so many periods in a row have the same value. Only of what is counted, so far or in the period: how
     * things are at a period's end, and a share, may well stay as they are.
     */
    static Stream<Plan> unchanged(Case of) {
        return of.dossier().indicators().keySet().stream()
                .flatMap(code -> of.programme().indicator(code).stream())
                .filter(i -> i.type() == IndicatorType.CUMULATIVE || i.type() == IndicatorType.PERIOD)
                .filter(i -> !points(of.dossier(), i.code()).isEmpty())
                .map(indicator -> unchanged(of, indicator));
    }

    private static Plan unchanged(Case of, Indicator indicator) {
        var run = run(points(of.dossier(), indicator.code()));
        var first = run.getFirst();
        return Plan.of(
                        SUBJECT + indicator.code(),
                        first.period().from().getYear() * 100L
                                + first.period().from().getMonthValue(),
                        of.pilot().since(),
                        of.crossed(t -> run.size() >= t.at()),
                        t -> lastSet(run.subList(0, t.at())),
                        t -> unchangedText(indicator, run, t))
                .from("value", first.value().value().toPlainString())
                .from("from", first.period().code())
                .from("periods", run.size());
    }

    /** The periods at the end that have one value. */
    private static List<Point> run(List<Point> points) {
        int from = points.size() - 1;
        while (from > 0 && areEqual(points.get(from - 1), points.get(from))) {
            from--;
        }
        return points.subList(from, points.size());
    }

    private static boolean areEqual(Point a, Point b) {
        return a.value().value().compareTo(b.value().value()) == 0;
    }

    private static Instant lastSet(List<Point> points) {
        return points.stream().map(p -> p.value().at()).max(Instant::compareTo).orElseThrow();
    }

    private static List<Point> points(Dossier dossier, String code) {
        var values = dossier.indicators().get(code);
        return values == null
                ? List.of()
                : values.entrySet().stream()
                        .flatMap(e -> Period.ofCode(e.getKey()).map(p -> new Point(p, e.getValue())).stream())
                        .sorted(Comparator.comparing((Point p) -> p.period().to()))
                        .toList();
    }

    private static Optional<Point> latest(Dossier dossier, String code) {
        var points = points(dossier, code);
        return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
    }

    static Text behindClearing(Facts facts, Programme programme, Alert alert) {
        var books = facts.dossier().books();
        var target = books.isEmpty() ? null : target(books.lastEntry().getValue(), alert);
        if (target == null) {
            return new Text("任务书不再设该指标目标。", "The task book promises nothing of this indicator any more.");
        }
        if (setBy(facts.dossier(), target) != alert.deadlineVersion()) {
            return new Text("指标目标已变更，按新目标重新计算。", "The target was changed; what follows counts by the new one.");
        }
        return latest(facts.dossier(), target.indicator())
                .map(point -> new Text(
                        "%s的数值为 %s，已回到计划之内。"
                                .formatted(
                                        point.period().text().zh(),
                                        point.value().value().toPlainString()),
                        "The value of %s is %s, which keeps to the plan."
                                .formatted(
                                        point.period().text().en(),
                                        point.value().value().toPlainString())))
                .orElse(Rules.NO_LONGER);
    }

    private static @Nullable IndicatorTarget target(Book book, Alert alert) {
        return book.targets().stream()
                .filter(t -> alert.subject().equals(SUBJECT + t.indicator()))
                .findFirst()
                .orElse(null);
    }

    static Text unchangedClearing(Facts facts, Programme programme, Alert alert) {
        return latest(facts.dossier(), alert.subject().substring(SUBJECT.length()))
                .map(point -> new Text(
                        "%s的数值已变为 %s。"
                                .formatted(
                                        point.period().text().zh(),
                                        point.value().value().toPlainString()),
                        "The value changed: it is %s for %s."
                                .formatted(
                                        point.value().value().toPlainString(),
                                        point.period().text().en())))
                .orElse(Rules.NO_LONGER);
    }

    private static Text behindText(Indicator indicator, Point point, PlannedPath path, Threshold t) {
        var value = point.value().value().toPlainString();
        var percent = path.percent().toPlainString();
        return new Text(
                "指标“%s”%s为 %s %s，仅达计划进度的 %s%%，低于 %d%%。"
                        .formatted(
                                indicator.name().zh(),
                                point.period().text().zh(),
                                value,
                                indicator.unit().zh(),
                                percent,
                                t.at()),
                "Indicator “%s” is %s %s for %s, %s %% of the plan for then and below %d %%."
                        .formatted(
                                indicator.name().en(),
                                value,
                                indicator.unit().en(),
                                point.period().text().en(),
                                percent,
                                t.at()));
    }

    private static Text unchangedText(Indicator indicator, List<Point> run, Threshold t) {
        var value = run.getFirst().value().value().toPlainString();
        var from = run.getFirst().period().text();
        return new Text(
                "指标“%s”自%s起至少连续 %d 期均为 %s %s。"
                        .formatted(
                                indicator.name().zh(),
                                from.zh(),
                                t.at(),
                                value,
                                indicator.unit().zh()),
                "Indicator “%s” has been %s %s since %s, for at least %d periods."
                        .formatted(
                                indicator.name().en(), value, indicator.unit().en(), from.en(), t.at()));
    }
}
