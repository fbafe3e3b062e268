package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Rows.row;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * When the rules hold that look at indicators. The task book was filed on 2022-01-30, 700 days before the deadline; of these
 * 2022-Q3 ends after 243, 2022-Q4 after 335 and 2023-Q1 after 425.
 */
class IndicatorRulesTest {

    private static final String UP = "on-chain-records";
    private static final String DOWN = "handling-hours";

    /** 700 records more in 700 days: one a day. */
    private static Story up() {
        return Story.filed("2022-01-30", "2023-12-31").promising(UP, "100", "800");
    }

    @TestFactory
    Stream<DynamicTest> an_indicator_is_behind_when_it_is_below_a_share_of_its_planned_path() {
        return Rows.of(
                "INDICATOR_BEHIND",
                row("nothing was recorded", up(), "2022-10-10"),
                row("on the path", up().value("2022-10-09", UP, "2022-Q3", "343"), "2022-10-10"),
                row(
                        "70 percent of it, 170.1, to the record above",
                        up().value("2022-10-09", UP, "2022-Q3", "270.1"),
                        "2022-10-10"),
                row(
                        "just below 70 percent",
                        up().value("2022-10-09", UP, "2022-Q3", "270.09"),
                        "2022-10-10",
                        "indicator:on-chain-records.1 1"),
                row(
                        "not before it is recorded",
                        up().value("2022-10-09T10:00", UP, "2022-Q3", "270"),
                        "2022-10-09T09:59:59"),
                row(
                        "40 percent of it is 97.2",
                        up().value("2022-10-09", UP, "2022-Q3", "197.2"),
                        "2022-10-10",
                        "indicator:on-chain-records.1 1"),
                row(
                        "just below 40 percent",
                        up().value("2022-10-09", UP, "2022-Q3", "197.19"),
                        "2022-10-10",
                        "indicator:on-chain-records.1 2"),
                row(
                        "below the baseline",
                        up().value("2022-10-09", UP, "2022-Q3", "0"),
                        "2022-10-10",
                        "indicator:on-chain-records.1 2"),
                row(
                        "the latest period counts",
                        up().value("2022-10-09", UP, "2022-Q3", "100").value("2023-01-09", UP, "2022-Q4", "435"),
                        "2023-01-10"),
                row(
                        "whenever it was recorded",
                        up().value("2023-01-09", UP, "2022-Q4", "435").value("2023-01-10", UP, "2022-Q3", "100"),
                        "2023-01-10"),
                row(
                        "behind again",
                        up().value("2023-01-09", UP, "2022-Q4", "435").value("2023-04-09", UP, "2023-Q1", "300"),
                        "2023-04-10",
                        "indicator:on-chain-records.1 1"),
                row(
                        "a correction counts",
                        up().value("2022-10-09", UP, "2022-Q3", "100").corrected("2022-10-20", UP, "2022-Q3", "343"),
                        "2022-10-20"),
                row(
                        "after the deadline the target stands",
                        up().value("2024-04-09", UP, "2024-Q1", "590"),
                        "2024-04-10"),
                row(
                        "and is not outgrown",
                        up().value("2024-04-09", UP, "2024-Q1", "589"),
                        "2024-04-10",
                        "indicator:on-chain-records.1 1"));
    }

    @TestFactory
    Stream<DynamicTest> fewer_may_be_better() {
        var down = Story.filed("2022-01-30", "2023-12-31").promising(DOWN, "800", "100");
        var falling = Story.filed("2022-01-30", "2023-12-31").promising(DOWN, "800", "100");
        return Rows.of(
                "INDICATOR_BEHIND",
                row("on the way down", falling.value("2022-10-09", DOWN, "2022-Q3", "629.9"), "2022-10-10"),
                row(
                        "too slowly",
                        down.value("2022-10-09", DOWN, "2022-Q3", "629.91"),
                        "2022-10-10",
                        "indicator:handling-hours.1 1"),
                row(
                        "upwards is the wrong way",
                        Story.filed("2022-01-30", "2023-12-31")
                                .promising(DOWN, "800", "100")
                                .value("2022-10-09", DOWN, "2022-Q3", "900"),
                        "2022-10-10",
                        "indicator:handling-hours.1 2"));
    }

    @TestFactory
    Stream<DynamicTest> without_a_promise_there_is_nothing_to_be_behind() {
        var filed = Story.filed("2022-01-30", "2023-12-31");
        return Rows.of(
                "INDICATOR_BEHIND",
                row("no target", filed.value("2022-10-09", UP, "2022-Q3", "0"), "2022-10-10"),
                row(
                        "a target that is the baseline",
                        Story.filed("2022-01-30", "2023-12-31")
                                .promising(UP, "100", "100")
                                .value("2022-10-09", UP, "2022-Q3", "0"),
                        "2022-10-10"),
                row(
                        "a value of no later day than the filing",
                        Story.filed("2022-03-31", "2023-12-31")
                                .promising(UP, "100", "800")
                                .value("2022-04-09", UP, "2022-Q1", "0"),
                        "2022-04-10"),
                row(
                        "a task book filed after the deadline",
                        Story.filed("2024-01-02", "2024-03-31")
                                .promising(UP, "100", "800")
                                .value("2024-04-09", UP, "2024-Q1", "0"),
                        "2024-04-10"));
    }

    @TestFactory
    Stream<DynamicTest> a_changed_target_is_another_promise() {
        var changed = up().value("2022-10-09", UP, "2022-Q3", "100").changed("2022-10-20", 2, UP, "100", "1500");
        return Rows.of(
                "INDICATOR_BEHIND",
                row("before the change", changed, "2022-10-19", "indicator:on-chain-records.1 2"),
                row("after it", changed, "2022-10-20", "indicator:on-chain-records.2 2"),
                row(
                        "a version that keeps the target",
                        changed.changed("2022-10-25", 3, UP, "100.0", "1500"),
                        "2022-10-25",
                        "indicator:on-chain-records.2 2"),
                row("one that drops it", changed.changed("2022-10-30", 4, DOWN, "800", "100"), "2022-10-30"));
    }

    @TestFactory
    Stream<DynamicTest> an_indicator_is_unchanged_when_three_periods_have_one_value() {
        var same = Story.approved()
                .value("2022-04-09", UP, "2022-Q1", "10")
                .value("2022-07-09", UP, "2022-Q2", "10.0")
                .value("2022-10-09T10:00", UP, "2022-Q3", "10")
                .value("2023-01-09", UP, "2022-Q4", "10")
                .value("2023-04-09", UP, "2023-Q1", "11")
                .value("2023-07-09", UP, "2023-Q2", "11")
                .value("2023-10-09", UP, "2023-Q3", "11");
        return Rows.of(
                "INDICATOR_UNCHANGED",
                row("two periods", same, "2022-10-09T09:59:59"),
                row("three periods", same, "2022-10-09T10:00", "indicator:on-chain-records.202201 1"),
                row("a fourth is the same episode", same, "2023-01-09", "indicator:on-chain-records.202201 1"),
                row("until it changes", same, "2023-04-09"),
                row("the next run is the next episode", same, "2023-10-09", "indicator:on-chain-records.202301 1"),
                row("a correction ends it", same.corrected("2023-10-20", UP, "2023-Q2", "10.5"), "2023-10-20"));
    }

    @TestFactory
    Stream<DynamicTest> what_may_well_stay_as_it_is_may_be_unchanged() {
        return Rows.of(
                "INDICATOR_UNCHANGED",
                row("all so far", thrice("cost-saved"), "2022-10-10", "indicator:cost-saved.202201 1"),
                row(
                        "all in the period",
                        thrice("authorised-calls"),
                        "2022-10-10",
                        "indicator:authorised-calls.202201 1"),
                row("how it is at the end", thrice("departments-connected"), "2022-10-10"),
                row("a share", thrice("availability"), "2022-10-10"),
                row("an indicator that the programme no longer has", thrice("dropped"), "2022-10-10"));
    }

    private static Story thrice(String indicator) {
        return Story.approved()
                .value("2022-04-09", indicator, "2022-Q1", "99")
                .value("2022-07-09", indicator, "2022-Q2", "99")
                .value("2022-10-09", indicator, "2022-Q3", "99");
    }
}
