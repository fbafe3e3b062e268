package io.pilotwatch.milestone.indicator.core;

import static io.pilotwatch.milestone.Shipped.PILOT;
import static io.pilotwatch.milestone.Shipped.PROGRAMME;
import static io.pilotwatch.milestone.Shipped.act;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.RecordEvent.IndicatorCorrected;
import io.pilotwatch.contracts.RecordEvent.IndicatorRecorded;
import io.pilotwatch.contracts.RecordEvent.IndicatorValue;
import io.pilotwatch.milestone.indicator.core.Series.Input;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTest {

    private static final String COUNT = "on-chain-records";
    private static final String SNAPSHOT = "departments-connected";
    private static final String TODAY = "2023-02-14";

    private static Series series(String indicator, Map<String, String> values) {
        var decimals = values.entrySet().stream().collect(toMap(Map.Entry::getKey, e -> new BigDecimal(e.getValue())));
        return Series.of(
                PROGRAMME.indicator(indicator).orElseThrow(),
                3,
                LocalDate.parse("2022-01-30"),
                values.size(),
                decimals);
    }

    private static String outcome(Series series, Input in) {
        return switch (series.decide(in, act(TODAY))) {
            case Refused(var refusal) -> refusal.name();
            case Decided(var next, var events) -> next.value(in.period()).toPlainString();
        };
    }

    /** A period has a value or it has none. */
    @ParameterizedTest(name = "{0} where the value is {1}: {2}")
    @CsvSource(textBlock = """
            record,   none, 70
            record,   60,   VALUE_ALREADY_RECORDED
            record,   70,   VALUE_ALREADY_RECORDED
            correct,  none, VALUE_NOT_RECORDED
            correct,  60,   70
            correct,  70,   VALUE_UNCHANGED
            correct,  70.0, VALUE_UNCHANGED
            """)
    void everyInputInEveryState(String input, String recorded, String outcome) {
        var series = series(SNAPSHOT, recorded.equals("none") ? Map.of() : Map.of("2022-Q3", recorded));

        assertEquals(
                outcome, outcome(series, input.equals("record") ? record("2022-Q3", "70") : correct("2022-Q3", "70")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            2021-Q4, PERIOD_BEFORE_PILOT
            2022-Q1, 1
            2022-Q4, 1
            2023-Q1, 1
            2023-Q2, PERIOD_NOT_BEGUN
            9999-Q4, PERIOD_NOT_BEGUN
            2022-07, PERIOD_UNKNOWN
            2022-H1, PERIOD_UNKNOWN
            2022-Y,  PERIOD_UNKNOWN
            2022-Q5, PERIOD_UNKNOWN
            22-Q1,   PERIOD_UNKNOWN
            '',      PERIOD_UNKNOWN
            """)
    void aPeriodIsOneOfTheCadenceThatHasBegun(String period, String outcome) {
        assertEquals(outcome, outcome(series(SNAPSHOT, Map.of()), record(period, "1")));
    }

    @ParameterizedTest(name = "{1} of {0}: {2}")
    @CsvSource(textBlock = """
            availability,          0,                      0
            availability,          100,                    100
            availability,          99.999999,              99.999999
            availability,          100.000001,             RATIO_OUT_OF_RANGE
            departments-connected, 100.000001,             100.000001
            departments-connected, -1,                     VALUE_NEGATIVE
            departments-connected, -0.0,                   0
            departments-connected, 1.500,                  1.5
            departments-connected, 1E+3,                   1000
            departments-connected, 999999999999999,        999999999999999
            departments-connected, 1000000000000000,       VALUE_TOO_LONG
            departments-connected, 123456789.123456,       123456789.123456
            departments-connected, 1234567890.123456,      VALUE_TOO_LONG
            departments-connected, 0.1234567,              VALUE_TOO_LONG
            departments-connected, 1E+400,                 VALUE_TOO_LONG
            departments-connected, 1E-400,                 VALUE_TOO_LONG
            departments-connected, 1E+2147483647,          VALUE_TOO_LONG
            departments-connected, 1E-2147483647,          VALUE_TOO_LONG
            """)
    void aValueIsAsLongAsEverybodyCanCarryIt(String indicator, String value, String outcome) {
        assertEquals(outcome, outcome(series(indicator, Map.of()), record("2022-Q3", value)));
    }

    @ParameterizedTest(name = "{0} {1} as {2} between 100 in the second quarter and 300 in the fourth: {3}")
    @CsvSource(textBlock = """
            record,  2022-Q3, 100, 100
            record,  2022-Q3, 300, 300
            record,  2022-Q3, 99,  CUMULATIVE_FELL
            record,  2022-Q3, 301, CUMULATIVE_FELL
            record,  2022-Q1, 101, CUMULATIVE_FELL
            record,  2023-Q1, 299, CUMULATIVE_FELL
            record,  2023-Q1, 300, 300
            correct, 2022-Q2, 50,  50
            correct, 2022-Q2, 300, 300
            correct, 2022-Q2, 301, CUMULATIVE_FELL
            correct, 2022-Q4, 99,  CUMULATIVE_FELL
            correct, 2022-Q4, 100, 100
            """)
    void whatCountsAllSoFarNeverFalls(String input, String period, String value, String outcome) {
        var series = series(COUNT, Map.of("2022-Q2", "100", "2022-Q4", "300"));

        assertEquals(outcome, outcome(series, input.equals("record") ? record(period, value) : correct(period, value)));
    }

    @Test
    void aRefusedFallNamesTheFigureInTheWay() {
        var refused =
                (Refused<Series>) series(COUNT, Map.of("2022-Q2", "100")).decide(record("2022-Q3", "99"), act(TODAY));

        assertEquals("/value", refused.refusal().pointer());
        assertEquals(
                "累计值不能低于2022年第2季度的 100；若该值有误，请先更正该值。", refused.refusal().text().zh());
        assertTrue(refused.refusal().text().en().contains("below the 100 of Q2 2022"));
    }

    /** Whatever was recorded, and whatever is right: downwards from the earliest on, upwards from the latest on. */
    @Test
    void aChainOfCorrectionsSetsAnySeriesRight() {
        var tooMuch = corrected(
                Map.of("2022-Q2", "1000", "2022-Q3", "1100", "2022-Q4", "1200"),
                List.of(correct("2022-Q2", "10"), correct("2022-Q3", "20"), correct("2022-Q4", "30")));
        var tooLittle = corrected(
                Map.of("2022-Q2", "10", "2022-Q3", "20", "2022-Q4", "30"),
                List.of(correct("2022-Q4", "1200"), correct("2022-Q3", "1100"), correct("2022-Q2", "1000")));

        assertEquals("[10, 20, 30]", tooMuch.values().values().toString());
        assertEquals("[1000, 1100, 1200]", tooLittle.values().values().toString());
        assertEquals(6, tooLittle.revision());
    }

    private static Series corrected(Map<String, String> recorded, List<Input> corrections) {
        var series = series(COUNT, recorded);
        for (var correction : corrections) {
            series = ((Decided<Series>) series.decide(correction, act(TODAY))).state();
        }
        return series;
    }

    @Test
    void aRecordAndACorrectionAreToldWithWhatWasBefore() {
        var recorded = (Decided<Series>) series(COUNT, Map.of()).decide(record("2022-Q3", "1250000"), act(TODAY));
        var corrected = (Decided<Series>) recorded.state().decide(correct("2022-Q3", "1205000"), act(TODAY));

        assertEquals(
                List.of(new IndicatorRecorded(
                        PILOT,
                        1,
                        new IndicatorValue(COUNT, "2022-Q3", new BigDecimal("1250000"), "按区块浏览器统计"),
                        "team-028")),
                recorded.events());
        assertEquals(
                List.of(new IndicatorCorrected(
                        PILOT,
                        2,
                        new IndicatorValue(COUNT, "2022-Q3", new BigDecimal("1205000"), null),
                        new BigDecimal("1250000"),
                        "重复计入",
                        "team-028")),
                corrected.events());
    }

    private static Input record(String period, String value) {
        return new Input.Record(period, new BigDecimal(value), "按区块浏览器统计");
    }

    private static Input correct(String period, String value) {
        return new Input.Correct(period, new BigDecimal(value), "重复计入");
    }
}
