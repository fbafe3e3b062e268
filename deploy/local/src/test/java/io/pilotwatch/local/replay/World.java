package io.pilotwatch.local.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the services would let pass, in a few words, written apart from their own. */
final class World {

    /** After these nothing more is posted for a pilot. */
    static final Set<String> ENDS = Set.of("terminations", "completions", "failures");

    private static final Set<String> TEAMS = Set.of(
            "updates", "claims", "extension-requests", "changes", "evidence", "values", "corrections", "submissions");

    /** By pilot, by pilot and milestone, by pilot and report. */
    private final Map<String, String> states = new HashMap<>();

    void take(Act act) {
        if (act.path().startsWith("/milestone/")) {
            var parts =
                    act.path().substring("/milestone/api/v1/pilots/".length()).split("/");
            plan(act, parts[0], parts);
        } else if (act.path().startsWith("/intake/api/v1/pilots/")) {
            var parts = act.path().substring("/intake/api/v1/pilots/".length()).split("/");
            register(act, parts[0], parts[1]);
        }
    }

    private void register(Act act, String pilot, String what) {
        var state = states.get(pilot);
        assertTrue(state != null && !state.equals("ended"), act.toString());
        switch (what) {
            case "suspensions" -> move(act, pilot, "filed", "resting");
            case "resumptions" -> move(act, pilot, "resting", "filed");
            case "evaluations" -> move(act, pilot, "filed", "evaluated");
            case "completions", "failures" -> move(act, pilot, "evaluated", "ended");
            case "terminations", "withdrawals" -> move(act, pilot, "filed", "ended");
            default -> assertEquals("delegations", what);
        }
    }

    private void plan(Act act, String pilot, String[] parts) {
        var what = parts[parts.length - 1];
        assertFalse("ended".equals(states.get(pilot)), act.toString());
        if (TEAMS.contains(what)) {
            assertTrue(act.user().startsWith("team-"), act.toString());
            assertFalse("resting".equals(states.get(pilot)), act.toString());
        }
        switch (parts[1]) {
            case "task-book" -> taskBook(act, pilot, what, parts.length);
            case "milestones" -> milestone(act, pilot, pilot + "/" + parts[2], what, parts);
            case "reports" -> report(act, pilot + "/" + parts[2], what);
            default -> assertTrue(Set.of("evidence", "indicators").contains(parts[1]), act.toString());
        }
    }

    private void taskBook(Act act, String pilot, String what, int depth) {
        if (depth > 3 || what.equals("changes")) {
            move(
                    act,
                    pilot,
                    what.equals("changes") ? "filed" : "changing",
                    what.equals("changes") ? "changing" : "filed");
            return;
        }
        switch (what) {
            case "task-book" -> move(act, pilot, null, "submitted");
            case "returns" -> move(act, pilot, "submitted", null);
            default -> move(act, pilot, "submitted", "filed");
        }
    }

    private void milestone(Act act, String pilot, String milestone, String what, String[] parts) {
        assertTrue(Set.of("filed", "changing", "evaluated").contains(states.get(pilot)), act.toString());
        if (parts.length > 4) {
            move(act, milestone, "asking", "open");
            return;
        }
        states.putIfAbsent(milestone, "open");
        switch (what) {
            case "updates" -> assertTrue(Set.of("open", "asking").contains(states.get(milestone)), act.toString());
            case "extension-requests" -> move(act, milestone, "open", "asking");
            case "claims" -> move(act, milestone, "open", "claimed");
            case "returns" -> move(act, milestone, "claimed", "open");
            default -> accept(act, milestone, parts[2]);
        }
    }

    private void accept(Act act, String milestone, String id) {
        boolean critical = id.equals("m3") || id.equals("m6");
        boolean second = act.user().endsWith("-2");
        assertEquals(second, critical && states.get(milestone).equals("accepted"), act.toString());
        move(act, milestone, second ? "accepted" : "claimed", critical && !second ? "accepted" : "reached");
    }

    private void report(Act act, String report, String what) {
        switch (what) {
            case "submissions" -> move(act, report, null, "submitted");
            case "returns" -> move(act, report, "submitted", null);
            default -> move(act, report, "submitted", "accepted");
        }
    }

    private void move(Act act, String subject, String from, String to) {
        assertEquals(from, states.get(subject), act.toString());
        states.put(subject, to);
    }
}
