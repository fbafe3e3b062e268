package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Phrase.say;

import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.contracts.TypicalCases.Criterion;
import io.pilotwatch.reporting.core.PilotFacts.Indicator;
import io.pilotwatch.reporting.core.TypicalCase.Judged;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What speaks for a pilot as a typical case. */
final class Merits {

    private static final int HUNDRED = 100;
    private static final Text NO_GRADE = new Text("无", "none");

    private final PilotFigures pilot;
    private final Programme programme;
    private final List<Indicator> atTarget;

    Merits(PilotFigures pilot, Programme programme) {
        this.pilot = pilot;
        this.programme = programme;
        this.atTarget = pilot.facts().outcome().indicators().stream()
                .filter(this::isAtTarget)
                .toList();
    }

    private boolean isAtTarget(Indicator told) {
        return programme
                .indicator(told.indicator())
                .flatMap(indicator -> Promise.of(told, indicator))
                .filter(Promise::isKept)
                .isPresent();
    }

    Judged judge(Criterion c) {
        var facts = pilot.facts();
        return switch (c.merit()) {
            case GRADE -> grade(c);
            case MILESTONES_REACHED ->
                share(c, pilot.reached(), pilot.planned(), "里程碑共 %2$d 项，完成 %1$d 项", "%d of %d milestones reached");
            case ON_TIME -> onTime(c);
            case CONFIRMED_CONDUCT -> conduct(c, facts.alerts().confirmed());
            case INDICATORS_AT_TARGET -> least(c, atTarget.size(), "达标指标 %d 项", "Indicators at target: %d");
            case INDICATORS_VOUCHED -> vouched(c);
            case EVIDENCE_VERIFIED ->
                least(c, facts.outcome().verified(), "经主管部门核验的佐证材料 %d 份", "Evidence verified by the authority: %d");
            case SCENARIOS ->
                least(c, facts.register().scenarios().size(), "应用场景 %d 个", "Scenarios in which it was tried: %d");
        };
    }

    private Judged onTime(Criterion c) {
        return share(
                c,
                punctual(OnTime::onTime),
                punctual(OnTime::expected),
                "到期的报告和里程碑共 %2$d 项，按期 %1$d 项",
                "%d of %d reports and milestones that were due came on time");
    }

    private Judged vouched(Criterion c) {
        long number = atTarget.stream()
                .filter(i -> i.level() != EvidenceLevel.DECLARED)
                .count();
        return least(
                c,
                (int) number,
                "达标指标中经第三方或主管部门核验 %d 项",
                "Indicators at target for which a third party or the authority vouches: %d");
    }

    private int punctual(ToIntFunction<OnTime> number) {
        return Stream.concat(pilot.reports().stream(), pilot.milestones().stream())
                .mapToInt(number)
                .sum();
    }

    private Judged grade(Criterion c) {
        int rank = rank(pilot.facts().register().grade());
        var asked = named(c.at());
        return new Judged(
                c,
                rank >= c.at(),
                new Text(
                        "终期评估等次：%s；要求%s及以上。".formatted(named(rank).zh(), asked.zh()),
                        "Grade of the final evaluation: %s; %s or better is asked for."
                                .formatted(named(rank).en(), asked.en())));
    }

    /** 1 for the lowest grade with which one passes; 0 for none. */
    private int rank(@Nullable String grade) {
        var codes = programme.grades().stream().map(Named::code).toList();
        return grade == null || !codes.contains(grade) ? 0 : codes.size() - codes.indexOf(grade);
    }

    private Text named(int rank) {
        int count = programme.grades().size();
        return rank == 0 ? NO_GRADE : programme.grades().get(count - rank).name();
    }

    /** Compared without a division, hence exactly; nothing of nothing is not enough. */
    private static Judged share(Criterion c, int part, int whole, String zh, String en) {
        return new Judged(
                c,
                whole > 0 && part * HUNDRED >= c.at() * whole,
                Phrase.join(
                        say(zh, en, part, whole),
                        "",
                        "",
                        say("；要求 %d%% 及以上。", "; at least %d %% is asked for.", c.at())));
    }

    private static Judged conduct(Criterion c, int confirmed) {
        return new Judged(
                c,
                confirmed <= c.at(),
                say(
                        "已确认违规 %d 处；至多 %d 处。",
                        "Postings confirmed to be prohibited conduct: %d; at most %d is let pass.", confirmed, c.at()));
    }

    private static Judged least(Criterion c, int number, String zh, String en) {
        return new Judged(
                c,
                number >= c.at(),
                Phrase.join(say(zh, en, number), "", "", say("；要求至少 %d。", "; at least %d is asked for.", c.at())));
    }
}
