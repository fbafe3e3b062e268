package io.pilotwatch.reporting.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.IndicatorType;
import io.pilotwatch.reporting.core.BenefitFigures.OfIndicator;
import io.pilotwatch.reporting.core.BenefitFigures.Vouched;
import io.pilotwatch.reporting.core.PilotFacts.Indicator;
import io.pilotwatch.reporting.core.PilotFacts.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenefitSumsTest {

    private static final Programme PROGRAMME = Samples.programme();

    @Test
    void theFiveBenefitsStandThereBeforeAnythingCameOfThem() {
        var figures = new BenefitSums(PROGRAMME).figures();
        assertEquals(
                List.of("data-sharing", "process", "cost", "collaboration", "trust"),
                figures.stream().map(b -> b.benefit().code()).toList());
        assertEquals(
                figures("on-chain-records"), figures.getFirst().indicators().get(1));
        assertEquals(number("0"), figures("on-chain-records").sum());
        assertNull(figures("availability").sum());
        assertNull(figures("availability").spread());
    }

    @Test
    void noRatioIsEverAddedUp() {
        var many = figuresOf(PROGRAMME.benefits().stream()
                .flatMap(b -> b.indicators().stream())
                .flatMap(i -> List.of(told(i.code(), "0", "100", "40"), told(i.code(), "0", "100", "60")).stream())
                .toArray(Indicator[]::new));
        for (var of : many) {
            boolean summed = of.sum() != null || of.achieved() != null;
            assertEquals(of.indicator().additive(), summed, of.indicator().code());
            assertEquals(
                    of.indicator().additive(),
                    of.spread() == null,
                    of.indicator().code());
            if (of.indicator().type() == IndicatorType.RATIO) {
                assertNull(of.sum(), of.indicator().code());
            }
        }
        assertEquals(
                List.of(
                        "handling-hours",
                        "online-share",
                        "cost-per-transaction",
                        "exchange-minutes",
                        "automatic-completion",
                        "tamper-failures",
                        "availability"),
                many.stream()
                        .filter(f -> f.sum() == null)
                        .map(f -> f.indicator().code())
                        .toList());
    }

    @Test
    void whatCanBeAddedUpIsAndWhoVouchesForHowMuchOfItStandsBeside() {
        var f = figures(
                "on-chain-records",
                told("on-chain-records", "100", "400", "250.5"),
                vouched("on-chain-records", "1000", EvidenceLevel.AUTHORITY),
                vouched("on-chain-records", "10", EvidenceLevel.THIRD_PARTY),
                promised("on-chain-records", "0", "700"));
        assertEquals(number("1260.5"), f.sum());
        assertEquals(2, f.promising());
        assertEquals(3, f.telling());
        assertEquals(
                Map.of(
                        EvidenceLevel.DECLARED, new Vouched(1, number("250.5")),
                        EvidenceLevel.THIRD_PARTY, new Vouched(1, number("10")),
                        EvidenceLevel.AUTHORITY, new Vouched(1, number("1000"))),
                f.vouched());
    }

    /** Each row: baseline, target and latest value of three pilots; what all gained, and their own percentages. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        half of it here, all of it there, nothing told | on-chain-records | 0 10 5,0 20 20,0 70 none   | 25.0 | 0 50 100   | 1
        more than promised is more than all            | on-chain-records | 0 10 30,0 10 10,0 10 0     | 133.3| 0 100 300  | 2
        what got worse counts against it               | on-chain-records | 10 20 5,10 20 20,10 20 10  | 16.6 | -50 0 100  | 1
        less is better                                 | handling-hours   | 48 24 36,48 24 24,48 24 60 | none | -50 50 100 | 1
        a promise to stay as good is no change         | availability     | 99 99 99,99 99 98,98 99 99 | none | 100        | 2
        nothing was promised                           | availability     | none none 99               | none | none       | 0
        """)
    void thePromisedChangeIsAchievedInPart(
            String sentence, String indicator, String pilots, String achieved, String byPilot, int atTarget) {
        var told = Arrays.stream(pilots.split(","))
                .map(p -> p.split(" "))
                .map(p -> told(indicator, p[0], p[1], p[2]))
                .toArray(Indicator[]::new);
        var f = figures(indicator, told);
        assertEquals(number(achieved), f.achieved());
        assertEquals(atTarget, f.atTarget());
        assertEquals(byPilot == null ? null : middle(byPilot.split(" ")), f.achievedByPilot());
    }

    private static Spread middle(String[] sorted) {
        return spread(Arrays.stream(sorted).map(BigDecimal::new).toList());
    }

    @ParameterizedTest(name = "{0}: {2}, {3}, {4}")
    @CsvSource(delimiter = '|', textBlock = """
        one value is all of them          | 7         | 7    | 7   | 7
        between two lies the middle       | 1 2       | 1.25 | 1.5 | 1.75
        three                             | 1 2 3     | 1.5  | 2   | 2.5
        four, as QUARTILE.INC has it      | 1 2 4 8   | 1.75 | 3   | 5
        five are values themselves        | 5 4 3 2 1 | 2    | 3   | 4
        equal values all count            | 1 1 1 9   | 1    | 1   | 3
        to the last decimal               | 0.1 0.2   | 0.125| 0.15| 0.175
        """)
    void valuesThatAreNotAddedUpLieBetweenQuartiles(
            String sentence, String values, String lower, String median, String upper) {
        var told = Arrays.stream(values.split(" "))
                .map(v -> told("online-share", null, null, v))
                .toArray(Indicator[]::new);
        assertEquals(
                new Spread(number(lower), number(median), number(upper)),
                figures("online-share", told).spread());
    }

    @RepeatedTest(20)
    void pilotsComeAndGoInAnyOrderAndLeaveNoTrace(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        var stay = outcomes(random, 30);
        var leave = outcomes(random, 30);
        var expected = new BenefitSums(PROGRAMME);
        stay.forEach(expected::add);

        var steps = new ArrayList<>(stay);
        steps.addAll(leave);
        Collections.shuffle(steps, random);
        var sums = new BenefitSums(PROGRAMME);
        steps.forEach(sums::add);
        assertNotEquals(expected, sums);
        Collections.shuffle(leave, random);
        leave.forEach(sums::subtract);

        assertEquals(expected, sums);
        assertEquals(expected.figures(), sums.figures());
        stay.forEach(sums::subtract);
        assertEquals(new BenefitSums(PROGRAMME), sums);
    }

    @Test
    void anIndicatorThatTheProgrammeDoesNotKnowIsLeftOut() {
        var sums = new BenefitSums(PROGRAMME);
        sums.add(new Outcome(List.of(told("retired", "0", "1", "1")), 0, 0, 0));
        assertEquals(new BenefitSums(PROGRAMME), sums);
    }

    private static List<Outcome> outcomes(Random random, int count) {
        var all = PROGRAMME.benefits().stream()
                .flatMap(b -> b.indicators().stream())
                .toList();
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < count; i++) {
            var told = all.stream()
                    .filter(x -> random.nextInt(3) > 0)
                    .map(x -> random(random, x.code()))
                    .toList();
            outcomes.add(new Outcome(told, random.nextInt(3), 0, 0));
        }
        return outcomes;
    }

    private static Indicator random(Random random, String code) {
        var value = BigDecimal.valueOf(random.nextInt(1000), random.nextInt(4));
        boolean promised = random.nextBoolean();
        return new Indicator(
                code,
                promised ? BigDecimal.valueOf(random.nextInt(100), 1) : null,
                promised ? BigDecimal.valueOf(random.nextInt(100)) : null,
                "2022-Q3",
                value,
                value,
                random.nextBoolean() ? value : BigDecimal.ZERO,
                BigDecimal.ZERO,
                EvidenceLevel.values()[random.nextInt(3)]);
    }

    private static Spread spread(List<BigDecimal> values) {
        var of = new Spread.Values();
        values.forEach(v -> of.count(v, 1));
        return of.spread();
    }

    private static List<OfIndicator> figuresOf(Indicator... told) {
        var sums = new BenefitSums(PROGRAMME);
        for (var one : told) {
            sums.add(new Outcome(List.of(one), 0, 0, 0));
        }
        return sums.figures().stream().flatMap(b -> b.indicators().stream()).toList();
    }

    private static OfIndicator figures(String code, Indicator... told) {
        return figuresOf(told).stream()
                .filter(f -> f.indicator().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Indicator told(String code, String baseline, String target, String value) {
        return indicator(code, baseline, target, value, EvidenceLevel.DECLARED);
    }

    private static Indicator vouched(String code, String value, EvidenceLevel level) {
        return indicator(code, null, null, value, level);
    }

    private static Indicator promised(String code, String baseline, String target) {
        return told(code, baseline, target, null);
    }

    private static Indicator indicator(String code, String baseline, String target, String text, EvidenceLevel level) {
        var value = number(text);
        return new Indicator(
                code,
                number(baseline),
                number(target),
                value == null ? null : "2022-Q3",
                value,
                value,
                value == null ? null : level == EvidenceLevel.THIRD_PARTY ? value : BigDecimal.ZERO,
                value == null ? null : level == EvidenceLevel.AUTHORITY ? value : BigDecimal.ZERO,
                level);
    }

    private static BigDecimal number(String text) {
        return text == null || text.equals("none") ? null : new BigDecimal(text);
    }
}
