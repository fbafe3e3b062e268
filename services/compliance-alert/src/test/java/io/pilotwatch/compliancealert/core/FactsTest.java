package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Story.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.pilotwatch.compliancealert.core.Story.Told;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Facts do not depend on how the events come. */
class FactsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

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
    void whatever_the_story_neither_order_nor_repeats_change_the_facts() {
        for (int seed = 0; seed < 1000; seed++) {
            var random = new Random(seed);
            var events = AnyStory.of(random).told;
            var shuffled = new ArrayList<Told>(events);
            random.ints(10, 0, events.size()).forEach(i -> shuffled.add(events.get(i)));
            Collections.shuffle(shuffled, random);
            assertEquals(Story.fold(events), Story.fold(shuffled), "seed " + seed);
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
    void what_is_stored_is_read_as_it_was() throws JsonProcessingException {
        for (int seed = 0; seed < 100; seed++) {
            var facts = AnyStory.of(new Random(seed)).facts();
            assertEquals(facts, JSON.readValue(JSON.writeValueAsString(facts), Facts.class), "seed " + seed);
        }
    }

    @Test
    void what_was_stored_before_there_was_a_dossier_is_read_as_an_empty_one() throws JsonProcessingException {
        var facts = Story.filed("2022-05-15", "2022-12-31").facts();
        ObjectNode stored = JSON.valueToTree(facts);
        stored.remove(List.of("dossier", "waivers"));
        ((ObjectNode) stored.at("/milestones/m1")).remove("claimedAt");

        var read = JSON.treeToValue(stored, Facts.class);

        assertEquals(Dossier.empty(), read.dossier());
        assertEquals(facts.milestones(), read.milestones());
        assertTrue(read.hasTaskBook());
        assertEquals(
                List.of("MILESTONE_OVERDUE m1.1 1", "PILOT_STALE pilot.20220515 2"),
                Story.holds(read, at("2023-01-01")));
    }

    @Test
    void the_dossier_keeps_what_counts() {
        var dossier = Story.filed("2022-05-15", "2022-12-31")
                .promising("on-chain-records", "100", "800")
                .reported("2022-06-01", "m1", "2022-12-31", 60, "2022-12-01")
                .reported("2022-06-02", "m1", "2022-12-31", 30, null)
                .attachedTo("2022-06-03", "e1", "m1")
                .shared("2022-06-04", "e1", "BP-002")
                .shared("2022-06-05", "e1", "BP-002", "BP-003")
                .value("2022-07-01", "on-chain-records", "2022-Q2", "10")
                .corrected("2022-07-02", "on-chain-records", "2022-Q2", "12")
                .submitted("2022-07-03", "2022-Q2")
                .reportReturned("2022-07-04", "2022-Q2")
                .ordered("2022-07-05", "x1", "2022-08-01")
                .rectified("2022-07-06", "x1", "2022-08-01")
                .facts()
                .dossier();

        assertEquals(60, dossier.progress().get("m1").peak().percent());
        assertEquals(30, dossier.progress().get("m1").last().percent());
        assertEquals(at("2022-06-01"), dossier.progress().get("m1").forecast().at());
        assertEquals(at("2022-06-04"), dossier.shared().get("e1").since());
        assertEquals(List.of("BP-002", "BP-003"), dossier.shared().get("e1").otherPilots());
        assertEquals(
                new BigDecimal(12),
                dossier.indicators().get("on-chain-records").get("2022-Q2").value());
        assertFalse(dossier.reports().get("2022-Q2").isSubmitted());
        assertEquals(at("2022-07-05"), dossier.orders().get("x1").orderedAt());
        assertEquals(at("2022-07-06"), dossier.orders().get("x1").acceptedAt());
        assertEquals(1, dossier.books().get(1).targets().size());
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
                        "PROHIBITED_CONTENT evidence:e1.1 2",
                        "PROHIBITED_CONTENT indicator:on-chain-records.1 2",
                        "PROHIBITED_CONTENT m1.2 2"),
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
        assertEquals(List.of("PROHIBITED_CONTENT pilot:BP-001.1 2"), published.holdsAt("2022-01-30"));
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
