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
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final Script.Programme PROGRAMME = new Script.Programme(
            LocalDate.of(2022, 1, 30),
            LocalDate.of(2024, 1, 5),
            LocalDate.of(2023, 12, 31),
            List.of(
                    planned("m1", LocalDate.of(2022, 6, 30), 10, false),
                    planned("m2", LocalDate.of(2022, 9, 30), 15, false),
                    planned("m3", LocalDate.of(2022, 12, 31), 20, true),
                    planned("m4", LocalDate.of(2023, 3, 31), 15, false),
                    planned("m5", LocalDate.of(2023, 9, 30), 20, false),
                    planned("m6", LocalDate.of(2023, 12, 15), 20, true)));
    private static final List<Pilot> PILOTS = IntStream.rangeClosed(28, 179)
            .mapToObj(n -> new Pilot("BP-%03d".formatted(n), n, "示例单位-%03d".formatted(n), "regulator-tax"))
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
            var world = new World();
            Script.of(seed, PROGRAMME, PILOTS).forEach(world::take);
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
    void theStoryHasEveryKindOfAct() {
        var kinds = new HashMap<String, Set<String>>();
        var prohibited = new HashSet<String>();
        for (var act : Script.of(2022, PROGRAMME, PILOTS)) {
            kinds.computeIfAbsent(act.path().split("/")[1], _ -> new TreeSet<>())
                    .add(what(act));
            if (String.valueOf(act.body().get("note")).contains("挖矿")) {
                prohibited.add(act.team());
            }
        }

        assertEquals(
                Map.of(
                        "intake",
                        words(
                                "applications submissions recommendations review-openings reviews shortlistings objections"
                                        + " settlements returns rejections withdrawals delegations revocations suspensions"
                                        + " resumptions terminations evaluations completions failures"),
                        "milestone",
                        words(
                                "task-book changes acceptances returns refusals updates claims extension-requests evidence"
                                        + " values corrections submissions"),
                        "compliance-alert",
                        words("rectifications answers returns acceptances")),
                kinds);
        assertEquals(1, prohibited.size());
    }

    @Test
    void aPilotThatEndsIsNotHeardOfAgain() {
        var acts = Script.of(2022, PROGRAMME, PILOTS);
        for (var end : acts.stream().filter(a -> World.ENDS.contains(what(a))).toList()) {
            var later = acts.subList(acts.indexOf(end) + 1, acts.size());
            assertEquals(
                    List.of(),
                    later.stream().filter(a -> a.team().equals(end.team())).toList());
        }
    }

    private static Planned planned(String id, LocalDate due, int weight, boolean critical) {
        return new Planned(id, Map.of("zh", "里程碑", "en", "Milestone"), due, weight, critical);
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    private static String what(Act act) {
        return act.path().substring(act.path().lastIndexOf('/') + 1);
    }
}
