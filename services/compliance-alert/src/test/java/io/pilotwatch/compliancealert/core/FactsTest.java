package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Story.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.compliancealert.core.Story.Told;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Facts do not depend on how the events come. */
class FactsTest {

    private static Story eventful() {
        return Story.filed("2022-05-15", "2022-12-31", "2023-06-30")
                .updated("2022-06-01", "m1", "2022-12-31", 1, "本周组织挖矿和炒币。")
                .claimed("2022-12-20", "m1", "2022-12-31", 1)
                .returned("2022-12-25", "m1", "2022-12-31", 1)
                .extended("2022-12-28", "m1", "2022-12-31", "2023-03-31", 2)
                .updated("2023-02-01", "m1", "2023-03-31", 2, "严禁炒币。")
                .claimed("2023-03-20", "m1", "2023-03-31", 2)
                .suspended("2023-03-21")
                .resumed("2023-03-24")
                .reached("2023-03-25", "m1", "2023-03-31", 2)
                .suspended("2023-04-01")
                .resumed("2023-04-05")
                .cancelled("2023-04-10", "m2", "2023-06-30", 1)
                .completed("2023-05-01");
    }

    @Test
    void any_order_gives_the_same_facts() {
        var random = new Random(3);
        var expected = eventful().facts();
        for (int run = 0; run < 500; run++) {
            var shuffled = new ArrayList<>(eventful().told);
            Collections.shuffle(shuffled, random);
            assertEquals(expected, Story.fold(shuffled));
        }
    }

    @Test
    void repeats_change_nothing() {
        var random = new Random(5);
        var expected = eventful().facts();
        var events = eventful().told;
        for (int run = 0; run < 200; run++) {
            var repeated = new ArrayList<Told>(events);
            random.ints(10, 0, events.size()).forEach(i -> repeated.add(events.get(i)));
            Collections.shuffle(repeated, random);
            assertEquals(expected, Story.fold(repeated));
        }
    }

    @Test
    void the_highest_revision_of_a_milestone_stays() {
        var facts = eventful().facts();
        assertEquals(
                MilestoneState.REACHED, facts.milestones().get("m1").milestone().state());
        assertEquals(
                MilestoneState.CANCELLED,
                facts.milestones().get("m2").milestone().state());
    }

    @Test
    void a_due_day_was_promised_when_it_was_granted_not_when_it_was_last_mentioned() {
        assertEquals(at("2022-12-28"), eventful().facts().milestones().get("m1").since());
    }

    @Test
    void the_pilot_is_known_as_its_last_event_left_it_and_since_its_approval() {
        var pilot = eventful().facts().pilot();
        assertEquals(PilotState.COMPLETED, pilot.state());
        assertEquals(at("2022-01-30"), pilot.since());
        assertEquals(at("2023-04-05"), pilot.resumedAt());
    }

    @Test
    void the_last_activity_is_the_teams() {
        assertEquals(at("2023-03-20"), eventful().facts().lastActivity());
    }

    @Test
    void postings_of_one_revision_keep_flags_of_their_own_and_raise_an_alert_each() {
        var story = Story.filed("2022-05-15", "2023-06-30")
                .recorded("2022-06-01", 1, "矿机挖矿所得。")
                .attached("2022-06-02", "e1", "挖矿收益.pdf")
                .updated("2022-06-03", "m1", "2023-06-30", 1, "本周组织挖矿。");
        assertEquals(
                List.of(
                        "BP-001.conduct.evidence:e1.1.mining",
                        "BP-001.conduct.indicator:on-chain-records.1.mining",
                        "BP-001.conduct.m1.2.mining"),
                List.copyOf(story.facts().flags().keySet()));
        assertEquals(
                List.of(
                        "PROHIBITED_CONTENT evidence:e1.1 1",
                        "PROHIBITED_CONTENT indicator:on-chain-records.1 1",
                        "PROHIBITED_CONTENT m1.2 1"),
                story.holdsAt("2022-06-04").stream().sorted().toList());
    }

    @Test
    void what_an_applicant_wrote_becomes_an_alert_once_there_is_a_pilot() {
        var applied = new Story().applied("2021-11-01", "拟建设挖矿平台。");
        assertEquals(
                List.of("BP-001.conduct.pilot:BP-001.1.mining"),
                List.copyOf(applied.facts().flags().keySet()));
        assertEquals(List.of(), applied.holdsAt("2022-01-29"));

        var published = applied.thenApproved("2022-01-30");
        assertEquals(List.of("PROHIBITED_CONTENT pilot:BP-001.1 1"), published.holdsAt("2022-01-30"));
        var breach = Rules.breaches(published.facts(), Story.PROGRAMME, at("2022-01-30"))
                .getFirst();
        assertEquals(at("2022-01-30"), breach.expectedAt());
    }

    @Test
    void each_posted_text_keeps_what_was_found_in_it_one_flag_per_category() {
        assertEquals(
                List.of(
                        "BP-001.conduct.m1.2.crypto_speculation ALERT",
                        "BP-001.conduct.m1.2.mining ALERT",
                        "BP-001.conduct.m1.6.crypto_speculation MENTION"),
                eventful().facts().flags().values().stream()
                        .map(f -> f.flag().flagId() + " " + f.flag().outcome())
                        .toList());
    }
}
