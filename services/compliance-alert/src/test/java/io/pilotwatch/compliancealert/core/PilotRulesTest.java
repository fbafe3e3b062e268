package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Rows.row;
import static io.pilotwatch.compliancealert.core.Story.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** When the rules hold that look at the pilot as a whole: approved on 2022-01-30, deadline 2023-12-31. */
class PilotRulesTest {

    private static final String LAST = "2023-12-31";

    private static Story filed() {
        return Story.filed("2022-05-15", LAST);
    }

    @TestFactory
    Stream<DynamicTest> a_silence_counts_from_the_teams_last_word() {
        return Rows.of(
                "PILOT_STALE",
                row("just before 60 days since the approval", Story.approved(), "2022-03-30T23:59:59"),
                row("60 days since the approval", Story.approved(), "2022-03-31", "pilot.20220130 1"),
                row("just before 120 days", Story.approved(), "2022-05-29T23:59:59", "pilot.20220130 1"),
                row("120 days since the approval", Story.approved(), "2022-05-30", "pilot.20220130 2"),
                row("handing in the task book ends a silence", filed(), "2022-05-30"),
                row("asking for a later day does", filed().extensionAsked("2022-07-01", "m1", LAST, 1), "2022-07-14"),
                row("an indicator's value does", filed().recorded("2022-07-01", 2), "2022-07-14"),
                row("a report does", filed().submitted("2022-07-01", "2022-Q2"), "2022-07-14"),
                row(
                        "a suspended pilot's silence counts on",
                        filed().suspended("2022-06-01"),
                        "2022-07-14",
                        "pilot.20220515 1"),
                row(
                        "just before 60 days since it resumed",
                        filed().suspended("2022-06-01").resumed("2022-09-01"),
                        "2022-10-30T23:59:59"),
                row(
                        "after that from the resumption",
                        filed().suspended("2022-06-01").resumed("2022-09-01"),
                        "2022-10-31",
                        "pilot.20220901 1"),
                row("the next silence counts from the last word", filed(), "2022-07-14", "pilot.20220515 1"),
                row(
                        "an update late in the evening counts for its Shanghai day",
                        filed().updated("2022-06-01T23:30", "m1", LAST, 1, null),
                        "2022-07-31",
                        "pilot.20220601 1"),
                row(
                        "what a regulator does is no sign of life",
                        filed().extended("2022-06-30", "m1", LAST, LAST, 2),
                        "2022-07-14",
                        "pilot.20220515 1"),
                row("who has finished may be silent", filed().reached("2022-06-30", "m1", LAST, 1), "2023-01-01"),
                row("so may who was evaluated", filed().failed("2022-06-01"), "2022-10-01"));
    }

    @TestFactory
    Stream<DynamicTest> a_task_book_is_missing_some_days_after_the_approval() {
        return Rows.of(
                "TASKBOOK_MISSING",
                row("just before the 60th day", Story.approved(), "2022-03-30T23:59:59"),
                row("from the 60th day on", Story.approved(), "2022-03-31", "pilot.1 1"),
                row("just before the 90th day", Story.approved(), "2022-04-29T23:59:59", "pilot.1 1"),
                row("from the 90th day on", Story.approved(), "2022-04-30", "pilot.1 2"),
                row("just before it is filed", filed(), "2022-05-14T23:59:59", "pilot.1 2"),
                row("until it is filed", filed(), "2022-05-15"),
                row("before the approval nothing is missing", new Story(), "2022-05-15"));
    }

    @TestFactory
    Stream<DynamicTest> the_deadline_approaches_while_anything_is_open() {
        return Rows.of(
                "DEADLINE_APPROACHING",
                row("just before the 180th day before", filed(), "2023-07-03T23:59:59"),
                row("from the 180th day before", filed(), "2023-07-04", "pilot.1 1"),
                row("just before the 90th", filed(), "2023-10-01T23:59:59", "pilot.1 1"),
                row("from the 90th on", filed(), "2023-10-02", "pilot.1 2"),
                row("just before the 30th", filed(), "2023-11-30T23:59:59", "pilot.1 2"),
                row("from the 30th on", filed(), "2023-12-01", "pilot.1 3"),
                row("until the deadline", filed(), "2023-12-31T23:59:59", "pilot.1 3"),
                row("not after it", filed(), "2024-01-01"),
                row("a pilot without a plan has all before it", Story.approved(), "2023-07-04", "pilot.1 1"),
                row("who has finished need not care", filed().reached("2023-08-01", "m1", LAST, 1), "2023-08-01"),
                row(
                        "one of two is not all",
                        Story.filed("2022-05-15", LAST, LAST).reached("2023-08-01", "m1", LAST, 1),
                        "2023-08-01",
                        "pilot.1 1"));
    }

    @Test
    void a_plan_that_is_filed_late_does_not_move_the_thresholds_that_were_crossed_without_one() {
        var filed = Story.approved().thenFiled("2023-10-05", LAST);
        assertEquals(at("2023-10-02"), approaching(filed, "2023-10-06").expectedAt());
    }

    @Test
    void an_extension_does_not_move_the_thresholds_before_the_programmes_deadline() {
        var extended = filed().extended("2023-10-05", "m1", "2023-09-01", LAST, 2);
        assertEquals(at("2023-10-02"), approaching(extended, "2023-10-06").expectedAt());
    }

    private static Breach approaching(Story story, String moment) {
        return Rules.breaches(story.facts(), Story.only("DEADLINE_APPROACHING"), at(moment))
                .getFirst();
    }

    @TestFactory
    Stream<DynamicTest> the_deadline_is_missed_when_anything_is_open_then() {
        return Rows.of(
                "DEADLINE_MISSED",
                row("not while the last day lasts", filed(), "2023-12-31T23:59:59"),
                row("from its end on", filed(), "2024-01-01", "pilot.1 1"),
                row(
                        "whatever a milestone was extended to",
                        filed().extended("2023-12-01", "m1", LAST, "2024-06-30", 2),
                        "2024-01-01",
                        "pilot.1 1"),
                row("a claim is not enough", filed().claimed("2023-12-30", "m1", LAST, 1), "2024-01-01", "pilot.1 1"),
                row("a pilot without a task book", Story.approved(), "2024-01-01", "pilot.1 1"),
                row(
                        "who has finished has missed nothing",
                        filed().reached("2023-12-31T23:00", "m1", LAST, 1),
                        "2024-01-01"),
                row("what is done late is done", filed().reached("2024-01-05", "m1", LAST, 1), "2024-01-05"),
                row("under suspension it is missed too", filed().suspended("2023-12-01"), "2024-01-01", "pilot.1 1"),
                row("an evaluated pilot has missed nothing", filed().completed("2023-12-20"), "2024-01-01"));
    }
}
