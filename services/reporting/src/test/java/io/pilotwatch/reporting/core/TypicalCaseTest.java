package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Plans.day;
import static io.pilotwatch.reporting.core.Plans.open;
import static io.pilotwatch.reporting.core.Plans.plan;
import static io.pilotwatch.reporting.core.Plans.reached;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.Expectations;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.contracts.TypicalCases.Merit;
import io.pilotwatch.reporting.core.PilotFacts.Alerts;
import io.pilotwatch.reporting.core.PilotFacts.Indicator;
import io.pilotwatch.reporting.core.PilotFacts.Outcome;
import io.pilotwatch.reporting.core.PilotFacts.Periodic;
import io.pilotwatch.reporting.core.PilotFacts.Plan;
import io.pilotwatch.reporting.core.PilotFacts.Register;
import io.pilotwatch.reporting.core.PilotFacts.Reports;
import io.pilotwatch.reporting.core.TypicalCase.Judged;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypicalCaseTest {

    private static final Programme PROGRAMME = Samples.programme();
    private static final LocalDate DAY = day("2024-03-01");

    @Test
    void thePilotThatMeetsAllOfItHasAllPoints() {
        var best = judge(best());
        assertEquals(100, best.points());
        assertTrue(best.nominated());
        assertEquals(PROGRAMME.typicalCases().criteria().size(), best.judged().size());
    }

    /** Each row: what the best pilot has less, which merits it then misses, and whether it is nominated all the same. */
    @ParameterizedTest(name = "{0}: {2} points")
    @MethodSource
    void whatIsMissedCostsItsPointsAndWhatIsRequiredTheNomination(
            String sentence, UnaryOperator<PilotFacts> less, int points, List<String> missed, boolean nominated) {
        var judged = judge(less.apply(best()));
        assertEquals(points, judged.points());
        assertEquals(
                missed,
                judged.judged().stream()
                        .filter(j -> !j.met())
                        .map(j -> j.criterion().merit() + " " + j.criterion().at())
                        .toList());
        assertEquals(nominated, judged.nominated());
    }

    static Stream<Arguments> whatIsMissedCostsItsPointsAndWhatIsRequiredTheNomination() {
        return Stream.of(
                row("the lower grade", f -> graded(f, "qualified"), 90, true, "GRADE 2"),
                row("no grade yet", f -> graded(f, null), 80, false, "GRADE 1", "GRADE 2"),
                row("a grade that is none", f -> graded(f, "retired"), 80, false, "GRADE 1", "GRADE 2"),
                row(
                        "an open milestone",
                        f -> with(f, halfDone()),
                        75,
                        false,
                        "MILESTONES_REACHED 100",
                        "ON_TIME 80",
                        "ON_TIME 95"),
                row("no plan at all", f -> with(f, Plan.NONE), 90, false, "MILESTONES_REACHED 100"),
                row("one late report of ten", f -> with(f, reports(1)), 95, true, "ON_TIME 95"),
                row("three of ten", f -> with(f, reports(3)), 85, false, "ON_TIME 80", "ON_TIME 95"),
                row("two of ten: eighty percent exactly", f -> with(f, reports(2)), 95, true, "ON_TIME 95"),
                row(
                        "conduct that was confirmed",
                        f -> with(f, new Alerts(List.of(), List.of(), 1)),
                        90,
                        false,
                        "CONFIRMED_CONDUCT 0"),
                row("three indicators at target", f -> with(f, outcome(3, 1, 1)), 90, true, "INDICATORS_AT_TARGET 4"),
                row(
                        "one at target",
                        f -> with(f, outcome(1, 1, 1)),
                        80,
                        false,
                        "INDICATORS_AT_TARGET 2",
                        "INDICATORS_AT_TARGET 4"),
                row("nobody vouches", f -> with(f, outcome(4, 0, 1)), 90, false, "INDICATORS_VOUCHED 1"),
                row("no evidence verified", f -> with(f, outcome(4, 1, 0)), 95, false, "EVIDENCE_VERIFIED 1"),
                row("a single scenario", f -> scenarios(f, "电子发票"), 90, true, "SCENARIOS 2"),
                row(
                        "all that is required and too few points",
                        f -> with(with(graded(scenarios(f, "电子发票"), "qualified"), outcome(2, 1, 1)), reports(2)),
                        65,
                        false,
                        "GRADE 2",
                        "ON_TIME 95",
                        "INDICATORS_AT_TARGET 4",
                        "SCENARIOS 2"));
    }

    private static Arguments row(
            String sentence, UnaryOperator<PilotFacts> less, int points, boolean nominated, String... missed) {
        return arguments(sentence, less, points, List.of(missed), nominated);
    }

    @Test
    void anIndicatorBetterThanItsTargetCountsInTheDirectionThatIsBetter() {
        var faster = told("handling-hours", "48", "24", "12", EvidenceLevel.AUTHORITY);
        var slower = told("handling-hours", "48", "24", "30", EvidenceLevel.AUTHORITY);
        assertTrue(isMet(Merit.INDICATORS_VOUCHED, with(best(), new Outcome(List.of(faster), 0, 0, 1))));
        assertFalse(isMet(Merit.INDICATORS_VOUCHED, with(best(), new Outcome(List.of(slower), 0, 0, 1))));
    }

    @Test
    void eachCriterionSaysWhatThereIsAndWhatIsAskedFor() {
        var judged = judge(graded(with(best(), reports(3)), "qualified")).judged();
        assertEquals(
                new Text(
                        "终期评估等次：合格；要求优秀及以上。",
                        "Grade of the final evaluation: Qualified; Excellent or better is asked for."),
                reason(judged, Merit.GRADE, 2));
        assertEquals(
                new Text(
                        "到期的报告和里程碑共 10 项，按期 7 项；要求 80% 及以上。",
                        "7 of 10 reports and milestones that were due came on time; at least 80 % is asked for."),
                reason(judged, Merit.ON_TIME, 80));
        assertEquals(
                new Text("达标指标 4 项；要求至少 2。", "Indicators at target: 4; at least 2 is asked for."),
                reason(judged, Merit.INDICATORS_AT_TARGET, 2));
    }

    private static Text reason(List<Judged> judged, Merit merit, int at) {
        return judged.stream()
                .filter(j -> j.criterion().merit() == merit && j.criterion().at() == at)
                .map(Judged::reason)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isMet(Merit merit, PilotFacts facts) {
        return judge(facts).judged().stream()
                .filter(j -> j.criterion().merit() == merit)
                .allMatch(Judged::met);
    }

    private static TypicalCase judge(PilotFacts facts) {
        return TypicalCase.of(PilotFigures.of(facts, DAY, PROGRAMME), PROGRAMME);
    }

    /** Ten things were due: eight quarterly reports and two milestones, all in time. */
    private static PilotFacts best() {
        return new PilotFacts(
                "BP-101",
                new Register(
                        101,
                        "special-field",
                        List.of("tax"),
                        "示例单位-101",
                        List.of(),
                        List.of("电子发票", "完税证明"),
                        "北京",
                        true,
                        Plans.START,
                        PilotState.COMPLETED,
                        "excellent",
                        day("2024-02-01")),
                plan(reached("m1", "2022-06-30", 50, "2022-06-30"), reached("m2", "2023-06-30", 50, "2023-06-01")),
                Alerts.NONE,
                reports(0),
                outcome(4, 1, 1));
    }

    private static Plan halfDone() {
        return plan(
                reached("m1", "2022-06-30", 50, "2022-06-30"),
                open("m2", "2023-06-30", 25, 50),
                open("m3", "2023-06-30", 25, 50),
                open("m4", "2023-06-30", 25, 50));
    }

    private static Reports reports(int late) {
        var expected = Expectations.of(PROGRAMME, Plans.START, List.of(), DAY);
        assertEquals(8, expected.size());
        var periodic = new ArrayList<Periodic>();
        for (var e : expected) {
            int days = periodic.size() < late ? 3 : 0;
            periodic.add(new Periodic(e.period().code(), e.due(), e.due().plusDays(days), days, ReportState.ACCEPTED));
        }
        return new Reports(day("2024-01-10"), periodic, List.of(), Rating.GREEN, false);
    }

    /** So many indicators at their targets, for so many of which a third party vouches, and a last one below. */
    private static Outcome outcome(int atTarget, int vouched, int verified) {
        var codes = List.of("on-chain-records", "authorised-calls", "handling-hours", "availability");
        var indicators = new ArrayList<Indicator>();
        for (int i = 0; i < atTarget; i++) {
            var level = i < vouched ? EvidenceLevel.THIRD_PARTY : EvidenceLevel.DECLARED;
            boolean down = codes.get(i).equals("handling-hours");
            indicators.add(told(codes.get(i), down ? "9" : "1", "5", "5", level));
        }
        indicators.add(told("cost-saved", "0", "1000", "999", EvidenceLevel.AUTHORITY));
        return new Outcome(indicators, 0, 0, verified);
    }

    private static Indicator told(String code, String baseline, String target, String value, EvidenceLevel level) {
        var number = new BigDecimal(value);
        return new Indicator(
                code,
                new BigDecimal(baseline),
                new BigDecimal(target),
                "2023-Q4",
                number,
                number,
                level == EvidenceLevel.THIRD_PARTY ? number : BigDecimal.ZERO,
                level == EvidenceLevel.AUTHORITY ? number : BigDecimal.ZERO,
                level);
    }

    private static PilotFacts graded(PilotFacts f, String grade) {
        var r = f.register();
        return with(f, r.scenarios(), grade);
    }

    private static PilotFacts scenarios(PilotFacts f, String... scenarios) {
        return with(f, List.of(scenarios), f.register().grade());
    }

    private static PilotFacts with(PilotFacts f, List<String> scenarios, String grade) {
        var r = f.register();
        var register = new Register(
                r.number(),
                r.kind(),
                r.fields(),
                r.organisation(),
                r.delegates(),
                scenarios,
                r.region(),
                r.synthetic(),
                r.approvedOn(),
                r.state(),
                grade,
                r.changedOn());
        return new PilotFacts(f.pilotId(), register, f.plan(), f.alerts(), f.reports(), f.outcome());
    }

    private static PilotFacts with(PilotFacts f, Plan plan) {
        return new PilotFacts(f.pilotId(), f.register(), plan, f.alerts(), f.reports(), f.outcome());
    }

    private static PilotFacts with(PilotFacts f, Reports reports) {
        return new PilotFacts(f.pilotId(), f.register(), f.plan(), f.alerts(), reports, f.outcome());
    }

    private static PilotFacts with(PilotFacts f, Alerts alerts) {
        return new PilotFacts(f.pilotId(), f.register(), f.plan(), alerts, f.reports(), f.outcome());
    }

    private static PilotFacts with(PilotFacts f, Outcome outcome) {
        return new PilotFacts(f.pilotId(), f.register(), f.plan(), f.alerts(), f.reports(), outcome);
    }
}
