package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Phrase.say;

import io.pilotwatch.contracts.Expectations.Expected;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.PlannedPath;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.RatingThresholds;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.core.PilotFacts.Indicator;
import io.pilotwatch.reporting.core.PilotFacts.Milestone;
import io.pilotwatch.reporting.core.SystemRating.Reason;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What speaks for red and for amber, each with its figures. */
final class RatingReasons {

    private final PilotFacts facts;
    private final Forecast forecast;
    private final LocalDate day;
    private final Programme programme;
    private final RatingThresholds at;
    private final List<Expected> owed;

    RatingReasons(
            PilotFacts facts, @Nullable Forecast forecast, List<Expected> owed, LocalDate day, Programme programme) {
        this.facts = facts;
        this.forecast = forecast;
        this.day = day;
        this.programme = programme;
        this.at = programme.rating();
        this.owed = owed;
    }

    Stream<Reason> red() {
        return Stream.of(
                        conduct(),
                        late("CRITICAL_MILESTONE_LATE", this::isCritical),
                        afterDeadline(),
                        overdue("REPORT_LONG_OVERDUE", this::isLongOverdue))
                .flatMap(s -> s);
    }

    /** A milestone that is not critical stays amber, however late it is: the forecast says what that does to the whole. */
    Stream<Reason> amber() {
        return Stream.of(
                        late("MILESTONE_LATE", m -> days(m) >= at.amberDaysLate() && !isCritical(m)),
                        overdue("REPORT_OVERDUE", e -> !isLongOverdue(e)),
                        facts.outcome().indicators().stream().flatMap(i -> behind(i).stream()),
                        risks())
                .flatMap(s -> s);
    }

    Reason green() {
        return new Reason(
                "ON_TRACK",
                say(
                        "没有未完成里程碑逾期 %d 天及以上，报告均已提交，指标未落后。",
                        "No open milestone is %d days late or more, no report is owed and no indicator is behind.",
                        at.amberDaysLate()));
    }

    private Stream<Reason> conduct() {
        int confirmed = facts.alerts().confirmed();
        return confirmed == 0
                ? Stream.empty()
                : Stream.of(new Reason(
                        "CONDUCT_CONFIRMED",
                        say("经核实存在禁止行为（%d 处）。", "Prohibited conduct was confirmed (%d).", confirmed)));
    }

    private boolean isCritical(Milestone m) {
        return m.critical() && days(m) > at.redCriticalDaysLate();
    }

    private int days(Milestone m) {
        return Lateness.days(m.state(), m.due(), m.daysLate(), day);
    }

    private Stream<Reason> late(String code, Predicate<Milestone> which) {
        return facts.plan().milestones().stream()
                .filter(Milestone::isOpen)
                .filter(which)
                .sorted(Comparator.comparing(Milestone::due).thenComparing(Milestone::id))
                .map(m -> new Reason(code, late(m)));
    }

    private Text late(Milestone m) {
        return m.critical()
                ? say("关键里程碑 %s 已逾期 %d 天。", "Critical milestone %s is %d days late.", m.id(), days(m))
                : say("里程碑 %s 已逾期 %d 天。", "Milestone %s is %d days late.", m.id(), days(m));
    }

    /** What is, will be or was done after the deadline. Nothing more is forecast of a pilot that has ended. */
    private Stream<Reason> afterDeadline() {
        var finishedOn = Forecast.finishedOn(facts.plan());
        if (finishedOn != null) {
            return after(finishedOn, "FINISHED_LATE", "最后一个里程碑于", "The last milestone was reached");
        }
        if (forecast == null || facts.register().state().isEnded()) {
            return Stream.empty();
        }
        if (day.isAfter(programme.deadline())) {
            return Stream.of(new Reason(
                    "DEADLINE_MISSED",
                    say(
                            "总期限 %s 已过，仍有里程碑未完成。",
                            "The deadline of %s has passed and milestones are open.", programme.deadline())));
        }
        boolean tells = forecast.planned().intValue() >= at.forecastFromPercent();
        return Stream.concat(
                after(forecast.ofTeam(), "TEAM_FORECAST_LATE", "试点单位预计于", "The team expects to finish"),
                tells
                        ? after(forecast.likely(), "FORECAST_LATE", "按目前进度预计于", "At this pace it is likely to finish")
                        : Stream.empty());
    }

    private Stream<Reason> after(@Nullable LocalDate last, String code, String zh, String en) {
        var deadline = programme.deadline();
        return last == null || !last.isAfter(deadline)
                ? Stream.empty()
                : Stream.of(new Reason(
                        code, say(zh + " %s 完成，晚于总期限 %s。", en + " on %s, after the deadline of %s.", last, deadline)));
    }

    private boolean isLongOverdue(Expected e) {
        return daysOverdue(e) > at.redReportDaysOverdue();
    }

    private long daysOverdue(Expected e) {
        return day.toEpochDay() - e.due().toEpochDay();
    }

    private Stream<Reason> overdue(String code, Predicate<Expected> which) {
        return owed.stream().filter(which).map(e -> new Reason(code, overdue(e)));
    }

    private Text overdue(Expected e) {
        var period = e.period().text();
        return new Text(
                "%s进展报告已逾期 %d 天。".formatted(period.zh(), daysOverdue(e)),
                "The report of %s is %d days overdue.".formatted(period.en(), daysOverdue(e)));
    }

    private Optional<Reason> behind(Indicator i) {
        var known = programme.indicator(i.indicator());
        if (known.isEmpty()
                || i.baseline() == null
                || i.value() == null
                || facts.plan().filedOn() == null) {
            return Optional.empty();
        }
        return Period.ofCode(i.period())
                .flatMap(period -> PlannedPath.of(
                        known.get().direction(),
                        i.baseline(),
                        i.target(),
                        i.value(),
                        facts.plan().filedOn(),
                        period.to(),
                        programme.deadline()))
                .filter(path -> path.isBelow(at.amberIndicatorPercent()))
                .map(path -> new Reason("INDICATOR_BEHIND", behind(known.get(), path)));
    }

    private Text behind(Programme.Indicator indicator, PlannedPath path) {
        var percent = path.percent().toPlainString();
        return new Text(
                "指标“%s”仅达计划进度的 %s%%，低于 %d%%。".formatted(indicator.name().zh(), percent, at.amberIndicatorPercent()),
                "Indicator “%s” is at %s %% of its planned path, below %d %%."
                        .formatted(indicator.name().en(), percent, at.amberIndicatorPercent()));
    }

    private Stream<Reason> risks() {
        var ofMilestones = facts.plan().milestones().stream()
                .filter(m -> m.isOpen() && m.highRisk())
                .map(m -> say("里程碑 %s 存在尚无应对措施的高风险。", "Milestone %s has a high risk without a response.", m.id()));
        var ofReport = facts.reports().highRisk()
                ? Stream.of(new Text("最近报告中有尚无应对措施的高风险。", "The latest report names a high risk without a response."))
                : Stream.<Text>empty();
        return Stream.concat(ofMilestones, ofReport).map(text -> new Reason("HIGH_RISK", text));
    }
}
