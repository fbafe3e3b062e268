package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Rows.row;
import static io.pilotwatch.compliancealert.core.Story.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** When the rules hold that look at what a team has to hand in by a day. The pilot was approved on 2022-01-30. */
class ReportRulesTest {

    private static final String FIRST = "2022-Q1";

    /** A pilot that has handed in everything but what a test is about. */
    private static Story approved() {
        return Story.approved();
    }

    @TestFactory
    Stream<DynamicTest> a_report_is_due_soon_from_7_days_before_its_due_day() {
        return Rows.of(
                "REPORT_DUE_SOON",
                row("just before the 7th day before", approved(), "2022-04-07T23:59:59"),
                row("from the start of the 7th day before", approved(), "2022-04-08", "report:2022-Q1.1 1"),
                row("just before the eve", approved(), "2022-04-13T23:59:59", "report:2022-Q1.1 1"),
                row("from the start of the eve", approved(), "2022-04-14", "report:2022-Q1.1 2"),
                row("until the due day ends", approved(), "2022-04-15T23:59:59", "report:2022-Q1.1 2"),
                row("not after it", approved(), "2022-04-16"),
                row("not once it is submitted", approved().submitted("2022-04-09", FIRST), "2022-04-09"),
                row("again once it is returned", returned("2022-04-12"), "2022-04-12", "report:2022-Q1.1 1"),
                row(
                        "the next one is its own",
                        approved().submitted("2022-04-09", FIRST),
                        "2022-07-08",
                        "report:2022-Q2.1 1"),
                row("the last is of the quarter with the deadline", approved(), "2024-01-08", "report:2023-Q4.1 1"),
                row("none comes after it", approved(), "2024-04-10"),
                row("a completed pilot owes none", approved().completed("2022-04-01"), "2022-04-10"));
    }

    @TestFactory
    Stream<DynamicTest> a_report_is_overdue_after_its_due_day_until_it_is_submitted() {
        return Rows.of(
                "REPORT_OVERDUE",
                row("not while the due day lasts", approved(), "2022-04-15T23:59:59"),
                row("from the first day after", approved(), "2022-04-16", "report:2022-Q1.1 1"),
                row("just before the 15th", approved(), "2022-04-29T23:59:59", "report:2022-Q1.1 1"),
                row("from the 15th on", approved(), "2022-04-30", "report:2022-Q1.1 2"),
                row("just before the 30th", approved(), "2022-05-14T23:59:59", "report:2022-Q1.1 2"),
                row("from the 30th on", approved(), "2022-05-15", "report:2022-Q1.1 3"),
                row("a late one ends it", approved().submitted("2022-05-20", FIRST), "2022-05-20"),
                row(
                        "an accepted one too",
                        approved().submitted("2022-05-20", FIRST).reportAccepted("2022-05-21", FIRST),
                        "2022-06-01"),
                row("a returned one is not submitted", returned("2022-05-20"), "2022-05-20", "report:2022-Q1.1 3"),
                row("until it is submitted again", returned("2022-05-20").submitted("2022-05-22", FIRST), "2022-05-22"),
                row(
                        "another quarter's is another's",
                        approved().submitted("2022-04-10", FIRST),
                        "2022-07-16",
                        "report:2022-Q2.1 1"));
    }

    private static Story returned(String on) {
        return approved().submitted("2022-04-10", FIRST).reportReturned(on, FIRST);
    }

    @Test
    void a_returned_report_is_expected_from_its_return_on() {
        var breach = Rules.breaches(
                        returned("2022-05-20T11:00").facts(), Story.only("REPORT_OVERDUE"), at("2022-05-20T11:00"))
                .getFirst();
        assertEquals(at("2022-05-20T11:00"), breach.expectedAt());
    }

    /** All quarterly ones are in, so that the monthly ones stand out. */
    private static Story quarterly() {
        return approved()
                .submitted("2022-04-10", "2022-Q1")
                .submitted("2022-07-10", "2022-Q2")
                .submitted("2022-10-10", "2022-Q3");
    }

    @TestFactory
    Stream<DynamicTest> a_pilot_that_rectifies_owes_a_report_of_each_month() {
        var open = quarterly().ordered("2022-10-20", "x1", "2022-11-30");
        var done = quarterly().ordered("2022-10-20", "x1", "2022-11-30").rectified("2022-11-20", "x1", "2022-11-30");
        return Rows.of(
                "REPORT_OVERDUE",
                row("not before the first is due", open, "2022-11-15T23:59:59"),
                row("the month of the order", open, "2022-11-16", "report:2022-10.1 1"),
                row("the month after it", open, "2022-12-16", "report:2022-10.1 3", "report:2022-11.1 1"),
                row("a month at whose end it was over is not owed", done, "2022-12-16", "report:2022-10.1 3"),
                row(
                        "two rectifications owe one report",
                        open.ordered("2022-10-25", "x2", "2022-11-30"),
                        "2022-11-16",
                        "report:2022-10.1 1"),
                row(
                        "it goes on after the deadline",
                        quarterly().submitted("2023-01-10", "2022-Q4").ordered("2024-02-10", "x3", "2024-03-30"),
                        "2024-03-16",
                        "report:2023-Q1.1 3",
                        "report:2023-Q2.1 3",
                        "report:2023-Q3.1 3",
                        "report:2023-Q4.1 3",
                        "report:2024-02.1 1"));
    }

    @TestFactory
    Stream<DynamicTest> a_rectification_is_overdue_after_its_due_day_until_it_is_answered() {
        var ordered = approved().ordered("2022-06-01", "x1", "2022-06-30");
        return Rows.of(
                "RECTIFICATION_OVERDUE",
                row("not while the due day lasts", ordered, "2022-06-30T23:59:59"),
                row("from the first day after", ordered, "2022-07-01", "rectification:x1.1 1"),
                row("just before the 7th", ordered, "2022-07-06T23:59:59", "rectification:x1.1 1"),
                row("from the 7th on", ordered, "2022-07-07", "rectification:x1.1 2"),
                row("an answer ends it", answered(), "2022-07-08"),
                row(
                        "an answer that is returned is none, and the due day stays",
                        answered().answerReturned("2022-07-09", "x1", "2022-06-30"),
                        "2022-07-09",
                        "rectification:x1.1 2"),
                row("accepted is over", answered().rectified("2022-07-09", "x1", "2022-06-30"), "2022-07-10"));
    }

    private static Story answered() {
        return approved().ordered("2022-06-01", "x1", "2022-06-30").answered("2022-07-08", "x1", "2022-06-30");
    }
}
