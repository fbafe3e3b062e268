package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Plans.START;
import static io.pilotwatch.reporting.core.Plans.day;
import static io.pilotwatch.reporting.core.Plans.expectedOn;
import static io.pilotwatch.reporting.core.Plans.open;
import static io.pilotwatch.reporting.core.Plans.plan;
import static io.pilotwatch.reporting.core.Plans.reached;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.pilotwatch.reporting.core.Backtest.Horizon;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BacktestTest {

    @Test
    void forecastsAreMadeAgainAtEachMonthEndAndComparedWithWhatCameOfThem() {
        // A hundred days of work, half done after fifty: the system says 2022-05-10 all along, the team a month later.
        var history = new PlanHistory(
                "BP-101",
                new TreeMap<>(Map.of(
                        day("2022-03-21"),
                        plan(expectedOn(open("m1", "2022-05-10", 100, 50), "2022-06-09")),
                        day("2022-05-20"),
                        plan(reached("m1", "2022-05-10", 100, "2022-05-20")))));
        var backtest = new Backtest();
        backtest.add(START, history, day("2022-05-20"));
        assertEquals(
                List.of(day("2022-03-31"), day("2022-04-30"), day("2022-05-20")), history.monthEnds(day("2022-05-20")));
        // On 03-31, after 60 days with 50 earned: 120 days in all, 05-30, 10 days too late; on 04-30, after 90: 180
        // days,
        // 07-29, 70 too late.
        var near = backtest.results().getFirst();
        assertEquals(Horizon.UP_TO_3_MONTHS, near.horizon());
        assertEquals(2, near.system().forecasts());
        assertEquals("40.0", near.system().meanAbsoluteError().toPlainString());
        assertEquals(10, near.system().bias());
        assertEquals("20.0", near.team().meanAbsoluteError().toPlainString());
        assertEquals("0.500", near.withinRange().toPlainString());
        assertEquals(0, backtest.results().getLast().system().forecasts());
        assertNull(backtest.results().getLast().withinRange());
    }

    @Test
    void aPlanHoldsUntilTheNext() {
        var first = plan(open("m1", "2022-05-10", 100, 10));
        var second = plan(open("m1", "2022-05-10", 100, 20));
        var history =
                new PlanHistory("BP-101", new TreeMap<>(Map.of(day("2022-03-05"), first, day("2022-03-20"), second)));
        assertNull(history.on(day("2022-03-04")));
        assertEquals(first, history.on(day("2022-03-19")));
        assertEquals(second, history.on(day("2022-03-20")));
        assertEquals(List.of(), history.monthEnds(day("2022-03-04")));
    }
}
