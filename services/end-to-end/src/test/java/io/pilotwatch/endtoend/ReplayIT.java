package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The two years, with processes killed on the way: the same seed ends in the same figures, told and shown, and the story has
 * all its parts. What an undisturbed run comes to is kept in {@code replay/}: what {@code deploy/local/up --fresh} prints at its
 * end, and its {@code month-ends/2022-12-31.json}.
 */
@Order(5)
@ExtendWith(Replayed.Once.class)
class ReplayIT {

    private static final Path UNDISTURBED = Path.of("src/test/resources/replay");

    @Test
    void aKilledProcessCostsTimeAndNothingElse(Replayed replayed) throws Exception {
        var ending = Files.readString(UNDISTURBED.resolve("ending.txt"));
        var figures = new ObjectMapper()
                .readTree(UNDISTURBED.resolve(Replayed.FIRST_YEAR + ".json").toFile());

        assertEquals(ending.strip(), replayed.platform().ending().strip());
        assertEquals(figures, replayed.platform().monthEnds().get(Replayed.FIRST_YEAR));
    }

    @Test
    void theStoryHasAllItsParts(Replayed replayed) throws Exception {
        theStoryHasAllItsParts(replayed.platform().figures());
        replayed.platform().ledgersAreWhole("COMPLETED");
    }

    private static void theStoryHasAllItsParts(JsonNode figures) {
        assertTrue(figures.at("/finish/byDeadline").asInt() > 0);
        assertTrue(figures.at("/finish/late").asInt() > 0);
        assertTrue(figures.at("/finish/notFinished").asInt() > 0);
        assertEquals(0, figures.at("/finish/undecided").asInt());
        assertEquals(179, figures.at("/pilots/loaded").asInt(), "no application was approved");
        var states = new HashMap<String, Integer>();
        figures.path("byState")
                .forEach(
                        s -> states.put(s.path("code").asText(), s.path("count").asInt()));
        assertTrue(states.get("COMPLETED") > 50, states.toString());
        assertEquals(1, states.get("FAILED"));
        assertEquals(1, states.get("TERMINATED"));
        assertEquals(1, states.get("WITHDRAWN"));
        assertEquals(0, states.get("SUSPENDED"));
        assertEquals(0, states.get("RECTIFYING"));
        var rules = figures.at("/alerts/byRule").toString();
        for (var rule : List.of(
                "MILESTONE_OVERDUE",
                "REPORT_OVERDUE",
                "PILOT_STALE",
                "TASKBOOK_MISSING",
                "DEADLINE_MISSED",
                "PROHIBITED_CONTENT")) {
            assertTrue(rules.contains(rule), rule);
        }
    }
}
