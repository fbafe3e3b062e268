package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Story.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.pilotwatch.compliancealert.core.Vocabulary.Role;
import io.pilotwatch.compliancealert.core.Vocabulary.Term;
import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.ConductConfirmed;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import io.pilotwatch.contracts.AlertEvent.OfConduct;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotWithdrawn;
import io.pilotwatch.contracts.PilotState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What becomes of a flag. */
class ConductTest {

    private static final Instant POSTED = at("2022-03-01");
    private static final Instant LATER = at("2022-04-01");
    private static final String MINING = "BP-001.conduct.pilot:BP-001.7.mining";
    private static final String CRYPTO = "BP-001.conduct.pilot:BP-001.7.crypto";

    private static final Screening FIRST = screening("2022-01-01.9", new Term("mining", Role.STRONG, "挖矿"));
    private static final Screening SECOND = screening("2022-01-01.10", new Term("crypto", Role.STRONG, "炒币"));

    private static Screening screening(String version, Term term) {
        return new Screening(new Vocabulary(
                version, List.of(term, new Term("*", Role.NEGATION_CUE, "严禁")), new HandReading(Map.of(), List.of())));
    }

    private static Event posted(String text) {
        var pilot = new Pilot(
                "BP-001",
                1,
                "special-field",
                List.of("tax"),
                "示例单位-001",
                "",
                LocalDate.parse("2022-01-30"),
                true,
                "test",
                PilotState.WITHDRAWN,
                null,
                null,
                List.of(),
                null);
        return new PilotWithdrawn("BP-001", 7, pilot, text, "team-028");
    }

    private static SortedMap<String, Flag> found(String text) {
        return Conduct.posted(new TreeMap<>(), posted(text), POSTED, FIRST);
    }

    private static OfConduct decision(Flag flag, boolean confirmed) {
        var decided = assertInstanceOf(Decided.class, Conduct.decide(flag, confirmed, "已核实", "regulator-tax", LATER));
        return (OfConduct) decided.events().getFirst();
    }

    private static SortedMap<String, Flag> again(SortedMap<String, Flag> flags, String text) {
        return Conduct.again(flags, List.of(new Conduct.Text(posted(text), POSTED)), SECOND, LATER);
    }

    @Test
    void a_flag_names_the_rule_and_the_vocabulary_that_found_it() {
        var flag = found("平台支持挖矿").get(MINING);
        assertEquals("STRONG_TERM", flag.flag().rule());
        assertEquals("2022-01-01.9", flag.flag().vocabulary());
        assertEquals(POSTED, flag.knownSince());
        assertEquals(ConductState.FOUND, flag.state());
    }

    @Test
    void a_person_decides_once_and_the_decision_counts_as_a_change() {
        var flags = found("平台支持挖矿");
        var confirmed = decision(flags.get(MINING), true);
        assertEquals(2, assertInstanceOf(ConductConfirmed.class, confirmed).revision());

        var decided = Conduct.judged(flags, confirmed, LATER).get(MINING);

        assertEquals(ConductState.CONFIRMED, decided.state());
        assertEquals(new Flag.Verdict(true, "已核实", "regulator-tax", LATER), decided.verdict());
        var refused = assertInstanceOf(Refused.class, Conduct.decide(decided, false, "误报", "office", LATER));
        assertEquals(ConductRefusal.CONDUCT_ALREADY_DECIDED, refused.refusal());
    }

    @Test
    void a_decision_that_is_heard_before_the_posting_comes_out_the_same() {
        var flags = found("平台支持挖矿");
        var dismissed = decision(flags.get(MINING), false);

        var early = Conduct.judged(new TreeMap<>(), dismissed, LATER);

        assertEquals(Conduct.judged(flags, dismissed, LATER), Conduct.posted(early, posted("平台支持挖矿"), POSTED, FIRST));
    }

    @Test
    void a_newer_vocabulary_finds_what_the_old_one_did_not_and_knows_since_when() {
        var flag = again(found("平台支持炒币"), "平台支持炒币").get(CRYPTO);
        assertEquals("2022-01-01.10", flag.flag().vocabulary());
        assertEquals(LATER, flag.knownSince());
        assertEquals(POSTED, flag.postedAt());
    }

    @Test
    void what_it_does_not_find_any_more_is_closed_and_told_as_a_mention() {
        var before = found("平台支持挖矿");
        var after = again(before, "平台支持挖矿");

        assertEquals(ConductState.NO_LONGER_FOUND, after.get(MINING).state());
        assertEquals("2022-01-01.10", after.get(MINING).lostWith());
        var told = told(before, after);
        assertEquals(2, told.getFirst().revision());
        assertEquals(
                ConductOutcome.MENTION, ((OfConduct) told.getFirst()).flag().outcome());
        var refused = assertInstanceOf(Refused.class, Conduct.decide(after.get(MINING), true, "属实", "office", LATER));
        assertEquals(ConductRefusal.CONDUCT_NO_LONGER_FOUND, refused.refusal());
        assertEquals(after, again(after, "平台支持挖矿"));
    }

    @Test
    void what_a_person_decided_it_leaves_alone() {
        var flags = found("平台支持挖矿");
        var decided = Conduct.judged(flags, decision(flags.get(MINING), false), LATER);
        assertEquals(decided, again(decided, "平台支持挖矿"));
    }

    @Test
    void a_flag_of_a_text_that_is_not_kept_stays() {
        var flags = found("平台支持挖矿");
        assertEquals(flags, Conduct.again(flags, List.of(), SECOND, LATER));
    }

    @Test
    void a_mention_is_told_to_nobody() {
        var mention = found("平台严禁挖矿");
        assertEquals(ConductOutcome.MENTION, mention.get(MINING).flag().outcome());
        assertEquals(List.of(), told(new TreeMap<>(), mention));
    }

    @Test
    void what_was_kept_before_nobody_decided_is_read_as_found() {
        var flag = found("平台支持挖矿").get(MINING);
        var old = new Flag(flag.flag(), 7, POSTED, flag.subject(), 0, null, null, null);
        assertEquals(flag, old);
        assertNull(old.verdict());
    }

    private static List<AlertEvent> told(SortedMap<String, Flag> before, SortedMap<String, Flag> after) {
        return Conduct.changes(before, after).stream().flatMap(Conduct::told).toList();
    }

    @Test
    void versions_sort_by_their_number() {
        assertEquals(-1, Integer.signum(FIRST.sortableVersion().compareTo(SECOND.sortableVersion())));
    }
}
