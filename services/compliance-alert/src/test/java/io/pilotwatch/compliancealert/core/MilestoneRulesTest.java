package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Rows.row;
import static io.pilotwatch.compliancealert.core.Story.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Programme.Measure;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** When the rules hold that look at each milestone: both sides of each instant, in Shanghai's time. */
class MilestoneRulesTest {

    private static final String DUE = "2022-12-31";

    private static Story filed() {
        return Story.filed("2022-11-15", DUE);
    }

    @TestFactory
    Stream<DynamicTest> due_soon_counts_from_30_days_before_to_the_end_of_the_due_day() {
        return Rows.of(
                "MILESTONE_DUE_SOON",
                row("just before the 30th day before", filed(), "2022-11-30T23:59:59"),
                row("from the start of the 30th day before", filed(), "2022-12-01", "m1.1 1"),
                row("just before the 14th day before", filed(), "2022-12-16T23:59:59", "m1.1 1"),
                row("from the start of the 14th day before", filed(), "2022-12-17", "m1.1 2"),
                row("just before the 7th day before", filed(), "2022-12-23T23:59:59", "m1.1 2"),
                row("from the start of the 7th day before", filed(), "2022-12-24", "m1.1 3"),
                row("just before the eve", filed(), "2022-12-29T23:59:59", "m1.1 3"),
                row("from the start of the eve", filed(), "2022-12-30", "m1.1 4"),
                row("until the due day ends", filed(), "2022-12-31T23:59:59", "m1.1 4"),
                row("not after it", filed(), "2023-01-01"),
                row("a claim does not stop it", claimed("2022-12-10"), "2022-12-20", "m1.1 2"),
                row("the lead's acceptance does", reached("2022-12-10"), "2022-12-20"),
                row(
                        "an extension counts from the new day",
                        extended("2022-12-20", "2023-02-14"),
                        "2023-01-14T23:59:59"),
                row("an extended one is due soon again", extended("2022-12-20", "2023-02-14"), "2023-01-15", "m1.2 1"),
                row("a suspension does not stop the clock", filed().suspended("2022-12-02"), "2022-12-17", "m1.1 2"),
                row("the final evaluation does", filed().completed("2022-12-02"), "2022-12-17"));
    }

    @TestFactory
    Stream<DynamicTest> overdue_counts_from_the_end_of_the_due_day_until_the_lead_accepts() {
        return Rows.of(
                "MILESTONE_OVERDUE",
                row("not while the due day lasts", filed(), "2022-12-31T23:59:59"),
                row("overdue begins when the due day ends", filed(), "2023-01-01", "m1.1 1"),
                row("just before the 7th day after", filed(), "2023-01-06T23:59:59", "m1.1 1"),
                row("from the start of the 7th day after", filed(), "2023-01-07", "m1.1 2"),
                row("just before the 30th day after", filed(), "2023-01-29T23:59:59", "m1.1 2"),
                row("from the start of the 30th day after", filed(), "2023-01-30", "m1.1 3"),
                row("just before the 60th day after", filed(), "2023-02-28T23:59:59", "m1.1 3"),
                row("from the start of the 60th day after", filed(), "2023-03-01", "m1.1 4"),
                row("a claim is not yet reached", claimed("2022-12-30"), "2023-01-01", "m1.1 1"),
                row(
                        "a returned claim is overdue as before",
                        claimed("2022-12-30").returned("2023-01-05", "m1", DUE, 1),
                        "2023-01-08",
                        "m1.1 2"),
                row("a reached milestone is not overdue", reached("2023-01-05"), "2023-01-08"),
                row("an extension takes it away", extended("2023-01-05", "2023-03-31"), "2023-01-08"),
                row("and it comes again for the new day", extended("2023-01-05", "2023-03-31"), "2023-04-01", "m1.2 1"),
                row("a cancelled one is expected no more", filed().cancelled("2022-12-20", "m1", DUE, 1), "2023-01-08"),
                row("a suspension does not stop the clock", filed().suspended("2022-12-20"), "2023-01-08", "m1.1 2"),
                row("nor a termination", filed().terminated("2022-12-20"), "2023-01-08", "m1.1 2"),
                row("a completed pilot owes nothing", filed().completed("2022-12-20"), "2023-01-08"),
                row("nor one that failed", filed().failed("2022-12-20"), "2023-01-08"),
                row("a pilot that is not approved", new Story().thenFiled("2022-11-15", DUE), "2023-05-01"));
    }

    @TestFactory
    Stream<DynamicTest> days_may_be_working_days_with_the_festivals_and_their_make_up_days() {
        var overdue =
                Story.with(Map.of("MILESTONE_OVERDUE", thresholds(Measure.WORKING_DAYS, Severity.WARNING, 1, 2, 3)));
        var soon = Story.with(Map.of("MILESTONE_DUE_SOON", thresholds(Measure.WORKING_DAYS, Severity.INFO, 3, 2, 1)));
        var friday = Story.filed("2022-01-30", "2023-01-20");
        var festival = Story.filed("2022-01-30", "2023-01-30");
        return Stream.concat(
                Rows.of(
                        overdue,
                        row("Spring Festival begins on the Saturday", friday, "2023-01-27T23:59:59"),
                        row("the first working day is the Saturday after it", friday, "2023-01-28", "m1.1 1"),
                        row("the second is its Sunday", friday, "2023-01-29", "m1.1 2"),
                        row("the third a plain Monday", friday, "2023-01-30", "m1.1 3")),
                Rows.of(
                        soon,
                        row("the working day before a Monday is the Sunday", festival, "2023-01-29", "m1.1 3"),
                        row("the second the Saturday", festival, "2023-01-28", "m1.1 2"),
                        row("the third the Friday before the festival", festival, "2023-01-20", "m1.1 1"),
                        row("and not a moment earlier", festival, "2023-01-19T23:59:59")));
    }

    @TestFactory
    Stream<DynamicTest> a_forecast_after_the_deadline_is_spoken_of_when_it_is_said() {
        var late = filed().reported("2022-12-01T10:00", "m1", DUE, 20, "2024-01-01");
        var later = filed().reported("2022-12-01T10:00", "m1", DUE, 20, "2024-01-30");
        var recanted = late.reported("2022-12-05T10:00", "m1", DUE, 20, "2023-12-31")
                .reported("2022-12-08T10:00", "m1", DUE, 20, "2024-02-01");
        return Rows.of(
                "FORECAST_AFTER_DEADLINE",
                row("before it is said", late, "2022-12-01T09:59:59"),
                row("a day after the deadline", late, "2022-12-01T10:00", "m1.1 1"),
                row(
                        "on the deadline's day is in time",
                        filed().reported("2022-12-01T10:00", "m1", DUE, 20, "2023-12-31"),
                        "2022-12-02"),
                row(
                        "29 days after it",
                        filed().reported("2022-12-01T10:00", "m1", DUE, 20, "2024-01-29"),
                        "2022-12-02",
                        "m1.1 1"),
                row("30 days after it", later, "2022-12-02", "m1.1 2"),
                row("until the team expects otherwise", recanted, "2022-12-05T10:00"),
                row("and again once it does", recanted, "2022-12-08T10:00", "m1.1 2"),
                row("an update without a forecast keeps it", keeping(), "2022-12-09", "m1.1 1"),
                row("no forecast is none", filed().reported("2022-12-01", "m1", DUE, 20, null), "2022-12-02"),
                row("reached is reached", later().reached("2022-12-20", "m1", DUE, 1), "2022-12-21"));
    }

    @Test
    void what_is_said_of_an_extended_milestone_could_not_come_before_the_extension() {
        var extended = later().extendedKeeping("2022-12-20T15:00", "m1", DUE, "2023-03-01", 2, "2024-01-30");
        var breach = Rules.breaches(extended.facts(), Story.only("FORECAST_AFTER_DEADLINE"), at("2022-12-21"))
                .getFirst();
        assertEquals(2, breach.deadlineVersion());
        assertEquals(at("2022-12-20T15:00"), breach.expectedAt());
    }

    private static Story later() {
        return filed().reported("2022-12-01T10:00", "m1", DUE, 20, "2024-01-30");
    }

    /** The milestone keeps the forecast, as milestone tells it. */
    private static Story keeping() {
        return filed().reported("2022-12-01", "m1", DUE, 20, "2024-01-01")
                .reportedKeeping("2022-12-08", "m1", DUE, 30, "2024-01-01");
    }

    @TestFactory
    Stream<DynamicTest> progress_fell_when_less_is_reported_than_before() {
        var story = filed().reported("2022-12-01T10:00", "m1", DUE, 50, null)
                .reported("2022-12-02T10:00", "m1", DUE, 49, null)
                .reported("2022-12-03T10:00", "m1", DUE, 31, null)
                .reported("2022-12-04T10:00", "m1", DUE, 30, null)
                .reported("2022-12-05T10:00", "m1", DUE, 50, null)
                .reported("2022-12-06T10:00", "m1", DUE, 20, null)
                .reported("2022-12-07T10:00", "m1", DUE, 60, null)
                .reported("2022-12-08T10:00", "m1", DUE, 40, null);
        return Rows.of(
                "PROGRESS_FELL",
                row("nothing was reported before", story, "2022-12-01T10:00"),
                row("just before it fell", story, "2022-12-02T09:59:59"),
                row("by one point", story, "2022-12-02T10:00", "m1.2 1"),
                row("by 19 points", story, "2022-12-03T10:00", "m1.2 1"),
                row("by 20 points", story, "2022-12-04T10:00", "m1.2 2"),
                row("until it is back", story, "2022-12-05T10:00"),
                row("it falls again from the same height: the same episode", story, "2022-12-06T10:00", "m1.2 2"),
                row("a new height", story, "2022-12-07T10:00"),
                row("from which it falls: the next episode", story, "2022-12-08T10:00", "m1.8 2"),
                row(
                        "a returned claim's 100 percent was not reported",
                        filed().reported("2022-12-01", "m1", DUE, 50, null)
                                .claimed("2022-12-02", "m1", DUE, 1)
                                .returned("2022-12-03", "m1", DUE, 1)
                                .reported("2022-12-04", "m1", DUE, 60, null),
                        "2022-12-05"),
                row("closed is closed", story.cancelled("2022-12-09", "m1", DUE, 1), "2022-12-10"));
    }

    @TestFactory
    Stream<DynamicTest> evidence_is_missing_some_working_days_after_the_claim() {
        var friday = filed().claimed("2022-12-30T15:00", "m1", DUE, 1);
        var beforeFestival = Story.filed("2022-11-15", "2023-03-31").claimed("2023-01-20T09:00", "m1", "2023-03-31", 1);
        return Rows.of(
                "EVIDENCE_MISSING",
                row("not on the day of the claim", friday, "2022-12-30T23:59:59"),
                row("nor over New Year", friday, "2023-01-02T23:59:59"),
                row("the first working day after", friday, "2023-01-03", "m1.1 1"),
                row("just before the third", friday, "2023-01-04T23:59:59", "m1.1 1"),
                row("the third", friday, "2023-01-05", "m1.1 2"),
                row("not in Spring Festival", beforeFestival, "2023-01-27T23:59:59"),
                row("the Saturday after it is worked", beforeFestival, "2023-01-28", "m1.1 1"),
                row("its Sunday too", beforeFestival, "2023-01-29", "m1.1 1"),
                row("the third working day is the Monday", beforeFestival, "2023-01-30", "m1.1 2"),
                row(
                        "a file attached before the claim",
                        filed().attachedTo("2022-12-29", "e1", "m1").claimed("2022-12-30", "m1", DUE, 1),
                        "2023-01-09"),
                row(
                        "or after it",
                        claimed("2022-12-30").attachedTo("2023-01-03T12:00", "e1", "m1"),
                        "2023-01-03T12:00"),
                row(
                        "a file of another milestone is none",
                        claimed("2022-12-30").attachedTo("2023-01-01", "e1", "m2"),
                        "2023-01-03",
                        "m1.1 1"),
                row("a returned claim waits for nothing", returned(), "2023-01-04"),
                row("a new claim counts anew", returned().claimed("2023-01-09", "m1", DUE, 1), "2023-01-09T23:59:59"),
                row("from its own day", returned().claimed("2023-01-09", "m1", DUE, 1), "2023-01-10", "m1.1 1"),
                row("reached is reached", claimed("2022-12-30").reached("2023-01-03", "m1", DUE, 1), "2023-01-09"));
    }

    private static Story returned() {
        return claimed("2022-12-30").returned("2023-01-03T12:00", "m1", DUE, 1);
    }

    private static Story claimed(String on) {
        return filed().claimed(on, "m1", DUE, 1);
    }

    private static Story reached(String on) {
        return filed().reached(on, "m1", DUE, 1);
    }

    private static Story extended(String on, String to) {
        return filed().updated(on, "m1", DUE, 1, null).extended(on, "m1", DUE, to, 2);
    }

    private static List<Threshold> thresholds(Measure in, Severity severity, int... at) {
        return Arrays.stream(at).mapToObj(t -> new Threshold(t, in, severity)).toList();
    }
}
