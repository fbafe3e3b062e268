package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The two years, undisturbed: the story has all its parts. */
@Order(5)
@ExtendWith(Replayed.Once.class)
class ReplayIT {

    @Test
    void theStoryHasAllItsParts(Replayed undisturbed) throws Exception {
        theStoryHasAllItsParts(undisturbed.platform().figures());
        undisturbed.platform().ledgersAreWhole("COMPLETED");
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
