package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Story.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which rule holds when: both sides of each instant, in Shanghai's time. */
class RulesTest {

    private record Row(String sentence, Story story, String moment, String... holding) {}

    private static final String DUE = "2022-12-31";

    private static Story filed() {
        return Story.filed("2022-11-15", DUE);
    }

    private static final List<Row> DUE_SOON = List.of(
            row("just before the 30th day before", filed(), "2022-11-30T23:59:59"),
            row("from the start of the 30th day before", filed(), "2022-12-01", "MILESTONE_DUE_SOON m1.1 1"),
            row("just before the 14th day before", filed(), "2022-12-16T23:59:59", "MILESTONE_DUE_SOON m1.1 1"),
            row("from the start of the 14th day before", filed(), "2022-12-17", "MILESTONE_DUE_SOON m1.1 2"),
            row("just before the 7th day before", filed(), "2022-12-23T23:59:59", "MILESTONE_DUE_SOON m1.1 2"),
            row("from the start of the 7th day before", filed(), "2022-12-24", "MILESTONE_DUE_SOON m1.1 3"),
            row("just before the eve", filed(), "2022-12-29T23:59:59", "MILESTONE_DUE_SOON m1.1 3"),
            row("from the start of the eve", filed(), "2022-12-30", "MILESTONE_DUE_SOON m1.1 4"),
            row("until the due day ends", filed(), "2022-12-31T23:59:59", "MILESTONE_DUE_SOON m1.1 4"),
            row("a claim does not stop it", claimed("2022-12-10"), "2022-12-20", "MILESTONE_DUE_SOON m1.1 2"),
            row("the lead's acceptance does", reached("2022-12-10"), "2022-12-20"),
            row("an extension counts from the new day", extended("2022-12-20", "2023-02-14"), "2023-01-14T23:59:59"),
            row(
                    "an extended milestone is due soon again",
                    extended("2022-12-20", "2023-02-14"),
                    "2023-01-15",
                    "MILESTONE_DUE_SOON m1.2 1"));

    private static final List<Row> OVERDUE = List.of(
            row("overdue begins when the due day ends", filed(), "2023-01-01", "MILESTONE_OVERDUE m1.1 1"),
            row("just before the 7th day after", filed(), "2023-01-06T23:59:59", "MILESTONE_OVERDUE m1.1 1"),
            row("from the start of the 7th day after", filed(), "2023-01-07", "MILESTONE_OVERDUE m1.1 2"),
            row("just before the 30th day after", active(), "2023-01-29T23:59:59", "MILESTONE_OVERDUE m1.1 2"),
            row("from the start of the 30th day after", active(), "2023-01-30", "MILESTONE_OVERDUE m1.1 3"),
            row("just before the 60th day after", active(), "2023-02-28T23:59:59", "MILESTONE_OVERDUE m1.1 3"),
            row("from the start of the 60th day after", active(), "2023-03-01", "MILESTONE_OVERDUE m1.1 4"),
            row("a claim is not yet reached", claimed("2022-12-30"), "2023-01-01", "MILESTONE_OVERDUE m1.1 1"),
            row(
                    "a returned claim is overdue as before",
                    claimed("2022-12-30").returned("2023-01-05", "m1", DUE, 1),
                    "2023-01-08",
                    "MILESTONE_OVERDUE m1.1 2"),
            row("a reached milestone is not overdue", reached("2023-01-05"), "2023-01-08"),
            row("an extension takes it away", extended("2023-01-05", "2023-03-31"), "2023-01-08"),
            row(
                    "a cancelled milestone is expected no more",
                    filed().cancelled("2022-12-20", "m1", DUE, 1),
                    "2023-01-08"),
            row("no deadline speaks of a suspended pilot", filed().suspended("2022-12-20"), "2023-01-08"),
            row(
                    "after it resumed deadlines speak again",
                    filed().suspended("2022-12-20").resumed("2023-01-03"),
                    "2023-01-08",
                    "MILESTONE_OVERDUE m1.1 2"),
            row("nor of one that was terminated", filed().terminated("2022-12-20"), "2023-01-08"),
            row("nor of one that is completed", filed().completed("2022-12-20"), "2023-01-08"));

    private static final List<Row> STALE = List.of(
            row("just before 60 days since the approval", Story.approved(), "2022-03-30T23:59:59"),
            row("60 days since the approval", Story.approved(), "2022-03-31", "PILOT_STALE pilot.20220130 1"),
            row(
                    "just before 120 days since the approval",
                    Story.approved(),
                    "2022-05-29T23:59:59",
                    "PILOT_STALE pilot.20220130 1"),
            row("120 days since the approval", Story.approved(), "2022-05-30", "PILOT_STALE pilot.20220130 2"),
            row("handing in the task book ends a silence", filed2023(), "2022-05-30"),
            row(
                    "asking for a later day does",
                    filed2023().extensionAsked("2022-07-01", "m1", "2023-12-31", 1),
                    "2022-07-14"),
            row("an indicator's value does", filed2023().recorded("2022-07-01", 2), "2022-07-14"),
            row("a suspended pilot may be silent", filed2023().suspended("2022-06-01"), "2022-10-01"),
            row(
                    "just before 60 days since it resumed",
                    filed2023().suspended("2022-06-01").resumed("2022-09-01"),
                    "2022-10-30T23:59:59"),
            row(
                    "silence counts from the resumption",
                    filed2023().suspended("2022-06-01").resumed("2022-09-01"),
                    "2022-10-31",
                    "PILOT_STALE pilot.20220901 1"),
            row("a pilot that has ended may be silent", filed2023().terminated("2022-06-01"), "2022-10-01"),
            row(
                    "the next silence counts from the last word",
                    filed2023(),
                    "2022-07-14",
                    "PILOT_STALE pilot.20220515 1"),
            row(
                    "an update late in the evening counts for its Shanghai day",
                    filed2023().updated("2022-06-01T23:30", "m1", "2023-12-31", 1, null),
                    "2022-07-31",
                    "PILOT_STALE pilot.20220601 1"),
            row(
                    "what a regulator does is no sign of life",
                    filed2023().extended("2022-06-30", "m1", "2023-12-31", "2023-12-31", 2),
                    "2022-07-14",
                    "PILOT_STALE pilot.20220515 1"),
            row(
                    "a team that has finished everything may be silent",
                    filed2023().reached("2022-06-30", "m1", "2023-12-31", 1),
                    "2023-01-01"));

    private static final List<Row> PROHIBITED = List.of(
            row("just before it was posted", posted("本周组织挖矿。"), "2022-12-01T09:59:59", "MILESTONE_DUE_SOON m1.1 1"),
            row(
                    "from the moment it was posted",
                    posted("本周组织挖矿。"),
                    "2022-12-01T10:00",
                    "MILESTONE_DUE_SOON m1.1 1",
                    "PROHIBITED_CONTENT m1.2 1"),
            row(
                    "two categories in one text are one alert",
                    posted("本周组织挖矿和炒币。"),
                    "2022-12-02",
                    "MILESTONE_DUE_SOON m1.1 1",
                    "PROHIBITED_CONTENT m1.2 1"),
            row("a mention holds nothing", posted("严禁挖矿。"), "2022-12-02", "MILESTONE_DUE_SOON m1.1 1"),
            row(
                    "a suspension does not make it undone",
                    posted("本周组织挖矿。").suspended("2022-12-02"),
                    "2022-12-03",
                    "PROHIBITED_CONTENT m1.2 1"),
            row(
                    "nor does the pilot's end: a person has yet to judge it",
                    posted("本周组织挖矿。").terminated("2022-12-02"),
                    "2022-12-03",
                    "PROHIBITED_CONTENT m1.2 1"));

    private static final List<Row> ANY = List.of(row(
            "no rule speaks of a pilot that is not approved", new Story().thenFiled("2022-11-15", DUE), "2023-05-01"));

    @TestFactory
    Stream<DynamicTest> each_rule_holds_when_its_sentence_says() {
        return Stream.of(DUE_SOON, OVERDUE, STALE, PROHIBITED, ANY)
                .flatMap(List::stream)
                .map(row -> DynamicTest.dynamicTest(
                        row.sentence(),
                        () -> assertEquals(List.of(row.holding()), row.story().holdsAt(row.moment()))));
    }

    @Test
    void the_text_says_the_figures_in_both_languages() {
        var breach = Rules.breaches(filed().facts(), Story.PROGRAMME, at("2023-01-07"))
                .getFirst();
        assertEquals("里程碑 m1“首个场景上线”应于 2022-12-31 完成，已逾期至少 7 天。", breach.text().zh());
        assertEquals(
                "Milestone m1 “First scenario live” was due on 2022-12-31 and is overdue by at least 7 days.",
                breach.text().en());
    }

    @Test
    void what_comes_after_a_resumption_is_expected_from_then_on() {
        var resumed = filed().suspended("2022-12-20").resumed("2023-01-09T15:00");
        var breach = Rules.breaches(resumed.facts(), Story.PROGRAMME, at("2023-01-09T15:00"))
                .getFirst();
        assertEquals(2, breach.level());
        assertEquals(at("2023-01-09T15:00"), breach.expectedAt());
    }

    @Test
    void nothing_is_expected_before_the_facts_were_there() {
        var filedLate = Story.filed("2022-12-20T15:00", DUE);
        var breach = Rules.breaches(filedLate.facts(), Story.PROGRAMME, at("2022-12-20T15:00"))
                .getFirst();
        assertEquals(2, breach.level());
        assertEquals(at("2022-12-20T15:00"), breach.expectedAt());
    }

    @Test
    void between_now_and_the_next_check_no_midnight_changes_the_outcome() {
        var random = new Random(7);
        for (int run = 0; run < 300; run++) {
            var story = any(random);
            var facts = story.facts();
            var now = at("2022-02-01").plus(Duration.ofHours(random.nextInt(24 * 800)));
            var held = Story.holds(facts, now);
            var next = Rules.nextCheck(facts, Story.PROGRAMME, now).orElse(at("2026-01-01"));
            for (var midnight =
                            Story.PROGRAMME.startOf(Story.PROGRAMME.dayOf(now).plusDays(1));
                    midnight.isBefore(next);
                    midnight = midnight.plus(Duration.ofDays(1))) {
                assertEquals(held, Story.holds(facts, midnight), "at " + midnight + " of " + story.told);
            }
        }
    }

    @Test
    void walking_from_check_to_check_sees_every_threshold_that_walking_day_by_day_sees() {
        var random = new Random(11);
        for (int run = 0; run < 50; run++) {
            var story = any(random);
            assertEquals(byDay(story), byCheck(story), "of " + story.told);
        }
    }

    private static List<List<String>> byDay(Story story) {
        var facts = story.facts();
        var seen = new ArrayList<List<String>>();
        for (var now = at("2022-02-01"); now.isBefore(at("2024-06-01")); now = now.plus(Duration.ofDays(1))) {
            append(seen, Story.holds(facts, now));
        }
        return seen;
    }

    private static List<List<String>> byCheck(Story story) {
        var facts = story.facts();
        var seen = new ArrayList<List<String>>();
        var now = at("2022-02-01");
        while (now.isBefore(at("2024-06-01"))) {
            append(seen, Story.holds(facts, now));
            now = Rules.nextCheck(facts, Story.PROGRAMME, now).orElse(at("2024-06-01"));
        }
        return seen;
    }

    private static void append(List<List<String>> seen, List<String> held) {
        if (seen.isEmpty() || !seen.getLast().equals(held)) {
            seen.add(held);
        }
    }

    private static Story any(Random random) {
        var dues = random.ints(1 + random.nextInt(4), 0, 700)
                .mapToObj(day -> LocalDate.parse("2022-02-01").plusDays(day).toString())
                .toArray(String[]::new);
        var story = Story.filed("2022-02-01", dues);
        for (int i = 0; i < dues.length; i++) {
            switch (random.nextInt(4)) {
                case 0 -> story.reached("2022-02-01", "m" + (i + 1), dues[i], 1);
                case 1 -> story.claimed("2022-02-01", "m" + (i + 1), dues[i], 1);
                case 2 -> story.updated("2022-02-01", "m" + (i + 1), dues[i], 1, null);
                default -> {}
            }
        }
        return story;
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

    private static Story active() {
        return filed().updated("2023-01-20", "m1", DUE, 1, null);
    }

    private static Story filed2023() {
        return Story.filed("2022-05-15", "2023-12-31");
    }

    private static Story posted(String note) {
        return filed().updated("2022-12-01T10:00", "m1", DUE, 1, note);
    }

    private static Row row(String sentence, Story story, String moment, String... holding) {
        return new Row(sentence, story, moment, holding);
    }
}
