package io.pilotwatch.local.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.local.replay.Script.Pilot;
import io.pilotwatch.local.replay.Script.Planned;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final Script.Programme PROGRAMME = new Script.Programme(
            LocalDate.of(2022, 1, 30),
            LocalDate.of(2024, 1, 5),
            LocalDate.of(2023, 12, 31),
            List.of(
                    new Planned("m1", LocalDate.of(2022, 6, 30), false),
                    new Planned("m2", LocalDate.of(2022, 12, 31), true),
                    new Planned("m3", LocalDate.of(2023, 12, 15), true)));
    private static final List<Pilot> PILOTS = IntStream.rangeClosed(28, 179)
            .mapToObj(n -> new Pilot("BP-%03d".formatted(n), n, "regulator-tax"))
            .toList();

    @Test
    void theSameSeedTellsTheSameStory() {
        assertEquals(Script.of(7, PROGRAMME, PILOTS), Script.of(7, PROGRAMME, PILOTS));
    }

    @Test
    void anotherSeedTellsAnother() {
        assertNotEquals(Script.of(7, PROGRAMME, PILOTS), Script.of(8, PROGRAMME, PILOTS));
    }

    @Test
    void everyActIsLegalWhereItStands() {
        for (long seed = 0; seed < 50; seed++) {
            var states = new HashMap<String, String>();
            for (var act : Script.of(seed, PROGRAMME, PILOTS)) {
                perform(act, states);
            }
        }
    }

    @Test
    void keysNameEachActOnce() {
        var acts = Script.of(7, PROGRAMME, PILOTS);

        assertEquals(acts.size(), acts.stream().map(Act::key).distinct().count());
    }

    @Test
    void peopleActOnTuesdaysAndFridaysWithinTheReplay() {
        for (var act : Script.of(7, PROGRAMME, PILOTS)) {
            assertTrue(
                    Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY)
                            .contains(act.day().getDayOfWeek()),
                    act.toString());
            assertFalse(act.day().isAfter(PROGRAMME.end()), act.toString());
        }
    }

    @Test
    void theStoryHasEveryKindOfEvent() {
        var paths = new HashSet<String>();
        var prohibited = new HashSet<String>();
        for (var act : Script.of(2022, PROGRAMME, PILOTS)) {
            paths.add(act.path().substring(act.path().lastIndexOf('/') + 1));
            if (String.valueOf(act.body().get("note")).contains("挖矿")) {
                prohibited.add(act.pilotId());
            }
        }

        assertEquals(Set.of("task-book", "updates", "claims", "acceptances", "returns", "extensions"), paths);
        assertEquals(1, prohibited.size());
    }

    /** A milestone's life in a few words, written apart from the service's own. */
    private static void perform(Act act, Map<String, String> states) {
        var what = act.path().substring(act.path().lastIndexOf('/') + 1);
        if (what.equals("task-book")) {
            assertEquals(null, states.put(act.pilotId(), "filed"), act.toString());
            return;
        }
        assertEquals("filed", states.get(act.pilotId()), act.toString());
        var milestone = act.pilotId() + act.path().split("/")[2];
        var state = states.getOrDefault(milestone, "open");
        boolean decides = what.equals("acceptances") || what.equals("returns");
        assertEquals(decides ? "claimed" : "open", state, act.toString());
        assertEquals(decides || what.equals("extensions"), act.user().startsWith("regulator-"), act.toString());
        switch (what) {
            case "claims" -> states.put(milestone, "claimed");
            case "acceptances" -> states.put(milestone, "reached");
            case "returns" -> states.put(milestone, "open");
            default -> {}
        }
    }
}
