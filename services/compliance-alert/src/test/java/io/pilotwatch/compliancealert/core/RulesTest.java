package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Story.SHIPPED;
import static io.pilotwatch.compliancealert.core.Story.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.core.Explanation.Input;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Programme.Measure;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is true of all rules together. When each holds is in the tables of {@code MilestoneRulesTest} and its like. */
class RulesTest {

    private static final String DUE = "2022-12-31";

    private static Story filed() {
        return Story.filed("2022-11-15", DUE);
    }

    @Test
    void every_rule_has_thresholds_in_the_shipped_programme_and_every_threshold_a_rule() {
        assertEquals(
                SHIPPED.rules().keySet(),
                new HashSet<>(Rules.ALL.stream().map(Rule::name).toList()));
        assertEquals(16, Rules.ALL.size());
    }

    @Test
    void a_threshold_that_its_rule_cannot_read_is_found_before_anything_starts() {
        assertEquals(List.of(), Thresholds.problems(SHIPPED));
        assertEquals(
                "/rules/MILESTONE_LATE: names no rule",
                problem("MILESTONE_LATE", new Threshold(1, Measure.DAYS, Severity.INFO)));
        assertEquals(
                "/rules/MILESTONE_OVERDUE: counts no PERCENT",
                problem("MILESTONE_OVERDUE", new Threshold(1, Measure.PERCENT, Severity.INFO)));
        assertEquals(
                "/rules/PROGRESS_FELL: counts no DAYS",
                problem("PROGRESS_FELL", new Threshold(1, Measure.DAYS, Severity.INFO)));
        assertEquals(
                "/rules/MILESTONE_DUE_SOON: begins with what is crossed last",
                problem(
                        "MILESTONE_DUE_SOON",
                        new Threshold(1, Measure.DAYS, Severity.INFO),
                        new Threshold(7, Measure.DAYS, Severity.INFO)));
    }

    private static String problem(String rule, Threshold... thresholds) {
        return String.join(" ", Thresholds.problems(Story.with(Map.of(rule, List.of(thresholds)))));
    }

    @Test
    void the_text_says_the_figures_in_both_languages() {
        var breach = only(filed(), "MILESTONE_OVERDUE", "2023-01-07");
        assertEquals(
                new Text(
                        "里程碑 m1“首个场景上线”应于 2022-12-31 完成，已逾期至少 7 天。",
                        "Milestone m1 “First scenario live” was due on 2022-12-31 and is overdue by at least 7 days."),
                breach.text());
    }

    @Test
    void every_text_has_both_languages_and_its_figures() {
        var random = new Random(19);
        var seen = new HashSet<String>();
        for (int run = 0; run < 300; run++) {
            var now = at("2022-03-01").plus(Duration.ofHours(random.nextInt(24 * 760)));
            for (var breach : Rules.breaches(AnyStory.of(random).factsAt(now), SHIPPED, now)) {
                seen.add(breach.rule());
                var text = breach.text();
                assertTrue(text.zh().endsWith("。") && text.en().endsWith("."), text.toString());
                assertFalse((text.zh() + text.en()).contains("null"), text.toString());
                assertFalse(breach.inputs().isEmpty(), breach.rule());
            }
        }
        assertEquals(SHIPPED.rules().keySet(), seen, "not every rule had its say");
    }

    @Test
    void a_suspension_moves_nothing() {
        var resumed = filed().suspended("2022-12-20").resumed("2023-01-09T15:00");
        var breach = only(resumed, "MILESTONE_OVERDUE", "2023-01-09T15:00");
        assertEquals(2, breach.level());
        assertEquals(at("2023-01-07"), breach.expectedAt());
    }

    @Test
    void nothing_is_expected_before_the_facts_were_there() {
        var breach = only(Story.filed("2022-12-20T15:00", DUE), "MILESTONE_DUE_SOON", "2022-12-20T15:00");
        assertEquals(2, breach.level());
        assertEquals(at("2022-12-20T15:00"), breach.expectedAt());
    }

    private static Breach only(Story story, String rule, String moment) {
        return Rules.breaches(story.factsAt(at(moment)), Story.only(rule), at(moment))
                .getFirst();
    }

    /** What holds is watched at every midnight and between. */
    @Test
    void the_next_check_is_never_later_than_the_first_change() {
        var random = new Random(7);
        for (int run = 0; run < 150; run++) {
            var story = AnyStory.of(random);
            var now = at("2022-02-01").plus(Duration.ofMinutes(random.nextInt(60 * 24 * 800)));
            var facts = story.factsAt(now);
            var held = Story.holds(facts, SHIPPED, now);
            var next = Rules.nextCheck(facts, SHIPPED, now).orElse(at("2026-01-01"));
            assertTrue(next.isAfter(now));
            for (var midnight = midnightAfter(now); midnight.isBefore(next); midnight = midnightAfter(midnight)) {
                assertEquals(held, Story.holds(facts, SHIPPED, midnight), "at " + midnight + " of " + story.told);
                var between = midnight.minus(Duration.ofMinutes(1 + random.nextInt(60 * 24 - 1)));
                assertEquals(held, Story.holds(facts, SHIPPED, Facts.later(between, now)), "before " + midnight);
            }
        }
    }

    @Test
    void walking_from_check_to_check_sees_all_that_walking_day_by_day_sees() {
        var random = new Random(11);
        for (int run = 0; run < 12; run++) {
            var story = AnyStory.of(random);
            var from = at("2022-02-01").plus(Duration.ofDays(random.nextInt(600)));
            var facts = story.factsAt(from);
            assertEquals(byDay(facts, midnightAfter(from)), byCheck(facts, midnightAfter(from)), "of " + story.told);
        }
    }

    private static Instant midnightAfter(Instant moment) {
        return SHIPPED.startOf(SHIPPED.dayOf(moment).plusDays(1));
    }

    private static List<List<String>> byDay(Facts facts, Instant from) {
        var seen = new ArrayList<List<String>>();
        for (var now = from; now.isBefore(at("2024-06-01")); now = now.plus(Duration.ofDays(1))) {
            append(seen, Story.holds(facts, SHIPPED, now));
        }
        return seen;
    }

    private static List<List<String>> byCheck(Facts facts, Instant from) {
        var seen = new ArrayList<List<String>>();
        for (var now = from; now.isBefore(at("2024-06-01")); ) {
            append(seen, Story.holds(facts, SHIPPED, now));
            now = Rules.nextCheck(facts, SHIPPED, now).orElse(at("2024-06-01"));
        }
        return seen;
    }

    private static void append(List<List<String>> seen, List<String> held) {
        if (seen.isEmpty() || !seen.getLast().equals(held)) {
            seen.add(held);
        }
    }

    @Test
    void each_rule_explains_itself_whether_it_holds_or_not() {
        var random = new Random(13);
        for (int run = 0; run < 100; run++) {
            var now = at("2022-02-01").plus(Duration.ofHours(random.nextInt(24 * 800)));
            var facts = AnyStory.of(random).factsAt(now);
            var explained = Rules.explain(facts, SHIPPED, now);

            assertEquals(
                    Rules.ALL.stream().map(Rule::name).toList(),
                    explained.stream().map(Explanation::rule).distinct().toList());
            assertEquals(
                    Rules.breaches(facts, SHIPPED, now),
                    explained.stream()
                            .filter(Explanation::held)
                            .map(Explanation::breach)
                            .toList());
            assertTrue(explained.stream().noneMatch(e -> e.inputs().isEmpty()));
        }
    }

    @Test
    void what_does_not_hold_shows_its_day_and_when_it_is_looked_at_again() {
        var now = at("2022-11-20");
        var explained = Rules.explain(filed().factsAt(now), SHIPPED, now).stream()
                .filter(e -> e.rule().equals("MILESTONE_DUE_SOON"))
                .toList();
        assertEquals(
                List.of(new Explanation(
                        "MILESTONE_DUE_SOON",
                        "m1",
                        1,
                        null,
                        List.of(
                                new Input("due", DUE),
                                new Input("state", "PLANNED"),
                                new Input("thresholds", "30 DAYS, 14 DAYS, 7 DAYS, 1 DAYS")),
                        at("2022-12-01"))),
                explained);
    }

    @Test
    void every_alert_that_ended_has_a_reason_that_is_true_of_the_facts() {
        assertEquals(
                "The milestone was reached on 2022-12-31, 0 days late.",
                over(filed().reached("2023-01-05", "m1", DUE, 1), "MILESTONE_OVERDUE", "m1", 1));
        assertEquals("The due day 2022-12-31 is over.", over(filed(), "MILESTONE_DUE_SOON", "m1", 1));
        assertEquals(
                "The milestone was cancelled.",
                over(filed().cancelled("2023-01-05", "m1", DUE, 1), "EVIDENCE_MISSING", "m1", 1));
        assertEquals(
                "The claim was returned.",
                over(
                        filed().claimed("2023-01-04", "m1", DUE, 1).returned("2023-01-05", "m1", DUE, 1),
                        "EVIDENCE_MISSING",
                        "m1",
                        1));
        assertEquals(
                "Evidence was attached.",
                over(
                        filed().claimed("2023-01-04", "m1", DUE, 1).attachedTo("2023-01-05", "e1", "m1"),
                        "EVIDENCE_MISSING",
                        "m1",
                        1));
        assertEquals(
                "The team now expects to reach it on 2023-06-30, within the deadline.",
                over(filed().reported("2023-01-05", "m1", DUE, 50, "2023-06-30"), "FORECAST_AFTER_DEADLINE", "m1", 1));
        assertEquals(
                "Progress is back at 50 %.",
                over(filed().reported("2023-01-05", "m1", DUE, 50, null), "PROGRESS_FELL", "m1", 2));
        assertEquals(
                "The report was submitted on 2022-05-01.",
                over(filed().submitted("2022-05-01", "2022-Q1"), "REPORT_OVERDUE", "report:2022-Q1", 1));
        assertEquals("The due day 2022-04-15 is over.", over(filed(), "REPORT_DUE_SOON", "report:2022-Q1", 1));
        assertEquals(
                "The rectification was accepted; no report of that period is owed.",
                over(
                        filed().ordered("2022-12-01", "x1", DUE).rectified("2022-12-09", "x1", DUE),
                        "REPORT_OVERDUE",
                        "report:2022-12",
                        1));
        assertEquals(
                "The rectification was answered on 2022-12-09.",
                over(
                        filed().ordered("2022-11-20", "x1", DUE).answered("2022-12-09", "x1", DUE),
                        "RECTIFICATION_OVERDUE",
                        "rectification:x1",
                        1));
        assertEquals("The task book was filed on 2022-11-15.", over(filed(), "TASKBOOK_MISSING", "pilot", 1));
        assertEquals("The deadline 2023-12-31 has passed.", over(filed(), "DEADLINE_APPROACHING", "pilot", 1));
        assertEquals(
                "All milestones are closed.",
                over(filed().reached("2024-01-05", "m1", DUE, 1), "DEADLINE_MISSED", "pilot", 1));
        assertEquals(
                "The value of Q4 2022 is 500, which keeps to the plan.",
                over(
                        filed().promising("on-chain-records", "0", "600")
                                .value("2023-01-05", "on-chain-records", "2022-Q4", "500"),
                        "INDICATOR_BEHIND",
                        "indicator:on-chain-records",
                        1));
        assertEquals(
                "The value changed: it is 500 for Q4 2022.",
                over(
                        filed().value("2023-01-05", "on-chain-records", "2022-Q4", "500"),
                        "INDICATOR_UNCHANGED",
                        "indicator:on-chain-records",
                        202201));
        assertEquals(
                "The pilot's final evaluation is over (Failed); nothing more is expected of it.",
                over(filed().failed("2024-03-01"), "MILESTONE_OVERDUE", "m1", 1));
    }

    private static String over(Story story, String rule, String subject, long version) {
        var none = new Text("", "");
        var then = at("2022-01-01");
        var alert = new Alert(
                "",
                "BP-001",
                rule,
                subject,
                version,
                Severity.INFO,
                1,
                1,
                AlertState.OPEN,
                none,
                then,
                then,
                false,
                List.of(),
                null);
        return Rules.clearingReason(story.facts(), SHIPPED, alert).en();
    }
}
