package io.pilotwatch.reporting.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChanged;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.contracts.RecordEvent.EvidenceAttached;
import io.pilotwatch.contracts.RecordEvent.EvidenceVerified;
import io.pilotwatch.contracts.RecordEvent.IndicatorCorrected;
import io.pilotwatch.contracts.RecordEvent.IndicatorRecorded;
import io.pilotwatch.contracts.RecordEvent.IndicatorValue;
import io.pilotwatch.reporting.core.PilotFacts.Indicator;
import io.pilotwatch.reporting.core.PilotFacts.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeOfTest {

    private static final Programme PROGRAMME = Samples.programme();
    private static final String PILOT = "BP-101";
    private static final LocalDate FILED = LocalDate.parse("2022-02-20");

    @Test
    void nothingCameOfAPilotOfWhichNothingIsKnown() {
        assertEquals(Outcome.NONE, outcome());
    }

    @Test
    void whatWasPromisedStandsThereBeforeItIsMeasuredAndWhatIsMeasuredWithoutAPromise() {
        assertEquals(
                List.of(
                        new Indicator(
                                "availability",
                                number("95"),
                                number("99.9"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                EvidenceLevel.DECLARED),
                        new Indicator(
                                "on-chain-records",
                                null,
                                null,
                                "2022-Q3",
                                number("12"),
                                number("12"),
                                number("0"),
                                number("0"),
                                EvidenceLevel.DECLARED)),
                outcome(filed(1, "availability", "95", "99.9"), recorded("on-chain-records", "2022-Q3", 1, "12"))
                        .indicators());
    }

    @Test
    void thePromiseIsThatOfTheTaskBookInForce() {
        var changed = new TaskBookChanged(PILOT, 2, taskBook(2, "availability", "95", "99"), "原因", "regulator");
        var indicator = outcome(changed, filed(1, "availability", "95", "99.9"))
                .indicators()
                .getFirst();
        assertEquals(number("99"), indicator.target());
    }

    /** Each row: what it counts, and its value in some periods. */
    @ParameterizedTest(name = "{0}: {2} comes to {3}, of which {4} is the latest")
    @CsvSource(delimiter = '|', textBlock = """
        what is counted per period adds up        | authorised-calls | 2022-Q2=5 2022-Q3=7                     | 12 | 7
        a month in a reported quarter adds nothing| authorised-calls | 2022-Q2=5 2022-05=2 2022-06=3           | 5  | 5
        a month after the last quarter does       | authorised-calls | 2022-Q2=5 2022-05=2 2022-07=3           | 8  | 3
        months alone add up                       | authorised-calls | 2022-04=1 2022-05=2 2022-06=3           | 6  | 3
        a year swallows its quarters and months   | authorised-calls | 2022-Y=20 2022-Q4=9 2022-12=4 2023-01=1 | 21 | 1
        half a year swallows its two quarters only| authorised-calls | 2022-H2=20 2022-Q4=9 2022-Q3=9 2022-Q2=1| 21 | 20
        fractions stay exact                      | authorised-calls | 2022-Q1=0.1 2022-Q2=0.2                 | 0.3| 0.2
        what counts all so far does not           | on-chain-records | 2022-Q2=5 2022-Q3=7                     | 7  | 7
        nor does the state at a period's end      | handling-hours   | 2022-Q2=5 2022-Q3=7                     | 7  | 7
        nor does a share                          | online-share     | 2022-Q2=5 2022-Q3=7                     | 7  | 7
        a period in no known shape adds nothing   | authorised-calls | 2022-Q2=5 spring=7                      | 5  | 5
        an indicator that the programme lacks     | retired          | 2022-Q2=5 2022-Q3=7                     | 7  | 7
        """)
    void valuesComeToATotal(String sentence, String indicator, String values, String total, String latest) {
        var events = Arrays.stream(values.split(" "))
                .map(v -> v.split("="))
                .<Event>map(v -> recorded(indicator, v[0], 1, v[1]))
                .toArray(Event[]::new);
        var known = outcome(events).indicators().getFirst();
        assertEquals(number(total), known.total());
        assertEquals(number(latest), known.value());
    }

    @Test
    void aCorrectedValueCountsInPlaceOfTheFormer() {
        var corrected = new IndicatorCorrected(
                PILOT,
                2,
                new IndicatorValue("authorised-calls", "2022-Q2", number("4"), null),
                number("5"),
                "误",
                "team");
        assertEquals(
                number("11"),
                outcome(
                                corrected,
                                recorded("authorised-calls", "2022-Q3", 3, "7"),
                                recorded("authorised-calls", "2022-Q2", 1, "5"))
                        .indicators()
                        .getFirst()
                        .total());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        no evidence at all                      | DECLARED    | none        | none       | none
        evidence of no period                   | DECLARED    | AUTHORITY   | none       | none
        of the quarter exactly                  | THIRD_PARTY | THIRD_PARTY | 2022-07-01 | 2022-09-30
        of more than the quarter                | AUTHORITY   | AUTHORITY   | 2022-06-01 | 2022-12-31
        it misses the first day                 | DECLARED    | AUTHORITY   | 2022-07-02 | 2022-09-30
        it misses the last day                  | DECLARED    | AUTHORITY   | 2022-07-01 | 2022-09-29
        of the quarter before, which is measured too | DECLARED | AUTHORITY | 2022-04-01 | 2022-06-30
        """)
    void evidenceVouchesForTheLatestPeriodOnlyWhereItCoversTheWholeOfIt(
            String sentence, EvidenceLevel expected, EvidenceLevel level, LocalDate from, LocalDate to) {
        var attached = level == null ? Stream.<Event>empty() : Stream.of(attached("e1", 1, level, from, to));
        var events = Stream.concat(
                attached,
                Stream.of(
                        recorded("on-chain-records", "2022-Q2", 1, "5"),
                        recorded("on-chain-records", "2022-Q3", 2, "7"),
                        attached("e2", 1, EvidenceLevel.DECLARED, day("2022-07-01"), day("2022-09-30"))));
        assertEquals(
                expected,
                outcome(events.toArray(Event[]::new)).indicators().getFirst().level());
    }

    /** Of 5, 7 and 11, with evidence of the authority for the second quarter and of a third party for the year's second half. */
    @ParameterizedTest(name = "{0}: {2} by a third party, {3} by the authority")
    @CsvSource(delimiter = '|', textBlock = """
        of what is counted per period each period's own evidence tells | authorised-calls | 18 | 5
        of what is counted so far that of the latest period            | on-chain-records | 11 | 0
        """)
    void howMuchIsVouchedForIsToldByTheEvidenceOfWhatMakesTheTotal(
            String sentence, String indicator, String thirdParty, String verified) {
        var known = outcome(
                        recorded(indicator, "2022-Q2", 1, "5"),
                        recorded(indicator, "2022-Q3", 2, "7"),
                        recorded(indicator, "2022-Q4", 3, "11"),
                        attached("e1", 1, EvidenceLevel.AUTHORITY, day("2022-04-01"), day("2022-06-30")),
                        attached("e2", 1, EvidenceLevel.THIRD_PARTY, day("2022-07-01"), day("2022-12-31")))
                .indicators()
                .getFirst();
        assertEquals(number(thirdParty), known.thirdParty());
        assertEquals(number(verified), known.verified());
        assertEquals(EvidenceLevel.THIRD_PARTY, known.level());
    }

    @Test
    void evidenceIsCountedByItsLevelAsItStandsNow() {
        var verified =
                new EvidenceVerified(PILOT, 2, evidence("e1", EvidenceLevel.AUTHORITY, null, null), null, "regulator");
        var outcome = outcome(
                verified,
                attached("e1", 1, EvidenceLevel.DECLARED, null, null),
                attached("e2", 1, EvidenceLevel.THIRD_PARTY, null, null),
                attached("e3", 1, EvidenceLevel.DECLARED, null, null),
                attached("e4", 1, EvidenceLevel.DECLARED, null, null));
        assertEquals(new Outcome(List.of(), 2, 1, 1), outcome);
    }

    @Test
    void theOrderAndRepeatsOfEventsLeaveNoTrace() {
        var events = new ArrayList<Event>(List.of(
                filed(1, "authorised-calls", "0", "1000"),
                recorded("authorised-calls", "2022-Q2", 1, "5"),
                recorded("authorised-calls", "2022-05", 2, "2"),
                recorded("authorised-calls", "2022-07", 3, "3"),
                attached("e1", 1, EvidenceLevel.THIRD_PARTY, day("2022-07-01"), day("2022-07-31"))));
        var expected = outcome(events.toArray(Event[]::new));
        assertEquals(EvidenceLevel.THIRD_PARTY, expected.indicators().getFirst().level());
        for (int seed = 0; seed < 20; seed++) {
            var shuffled = new ArrayList<>(events);
            shuffled.addAll(events);
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(expected, outcome(shuffled.toArray(Event[]::new)));
        }
    }

    private static Outcome outcome(Event... events) {
        var report = PilotReport.empty(PILOT);
        for (var event : events) {
            report = PilotReport.fold(report, event, Instant.parse("2022-10-01T01:00:00Z"));
        }
        return OutcomeOf.report(report, PROGRAMME);
    }

    private static TaskBookFiled filed(long revision, String indicator, String baseline, String target) {
        return new TaskBookFiled(PILOT, revision, taskBook(1, indicator, baseline, target), "regulator");
    }

    private static TaskBook taskBook(int version, String indicator, String baseline, String target) {
        return new TaskBook(
                PILOT,
                version,
                FILED,
                List.of(),
                List.of(new IndicatorTarget(indicator, number(baseline), number(target))));
    }

    private static IndicatorRecorded recorded(String indicator, String period, long revision, String value) {
        return new IndicatorRecorded(
                PILOT, revision, new IndicatorValue(indicator, period, number(value), null), "team");
    }

    private static EvidenceAttached attached(
            String id, long revision, EvidenceLevel level, LocalDate from, LocalDate to) {
        return new EvidenceAttached(PILOT, revision, evidence(id, level, from, to), "team");
    }

    private static Evidence evidence(String id, EvidenceLevel level, LocalDate from, LocalDate to) {
        return new Evidence(id, null, "data", level, "00", 1, "text/csv", "values.csv", from, to);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static BigDecimal number(String value) {
        return new BigDecimal(value);
    }
}
