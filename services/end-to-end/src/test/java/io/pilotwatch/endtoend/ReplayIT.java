package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The two years, undisturbed and with processes killed on the way: the same seed ends in the same figures, told and shown. */
@Order(6)
@ExtendWith(Replayed.Once.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayIT {

    /** When, by the programme clock, which process is killed. */
    private record Kill(String day, String component) {}

    private static final List<Kill> KILLS = List.of(
            new Kill("2022-03-01", "milestone"),
            new Kill("2022-04-15", "compliance-alert"),
            new Kill("2022-06-01", "kafka"),
            new Kill("2022-07-15", "reporting"),
            new Kill("2022-09-01", "postgres"),
            new Kill("2022-10-15", "gateway"));

    @Test
    @Order(1)
    void theStoryHasAllItsParts(Replayed undisturbed) throws Exception {
        theStoryHasAllItsParts(undisturbed.platform().figures());
        ledgersAreWhole(undisturbed.platform(), "COMPLETED");
    }

    @Test
    @Order(2)
    void aKilledProcessCostsTimeAndNothingElse(Replayed undisturbed) throws Exception {
        undisturbed.close();
        try (var platform = RunningPlatform.replayed(Replayed.FIRST_YEAR, ReplayIT::killOneAfterTheOther)) {
            assertEquals(undisturbed.endOfFirstYear(), platform.ending());
            assertEquals(undisturbed.firstYear(), platform.figures());
            ledgersAreWhole(platform, "IN_PROGRESS");
            var rebuild = platform.rebuilt();
            assertTrue(rebuild.path("equal").asBoolean(), rebuild.toString());
        }
    }

    private static void ledgersAreWhole(RunningPlatform platform, String state) throws Exception {
        var sample = platform.json("office", "/intake/api/v1/pilots?synthetic=true&limit=5&state=" + state)
                .path("items");
        assertEquals(5, sample.size());
        for (var pilot : sample) {
            var path = "/milestone/api/v1/pilots/" + pilot.path("pilotId").asText() + "/ledger";
            var ledger = platform.json("office", path);
            assertTrue(ledger.path("count").asInt() > 5, path);
            var verdict = platform.verified(ledger);
            assertEquals(0, verdict.code(), verdict.said());
        }
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

    private static void killOneAfterTheOther(Future<?> replay, RunningPlatform platform) throws Exception {
        for (var kill : KILLS) {
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() ->
                            replay.isDone() || platform.clock(9082).isAfter(Instant.parse(kill.day() + "T00:00:00Z")));
            assertFalse(replay.isDone(), "the replay was over before " + kill);
            platform.kill(kill.component());
            platform.startWhatIsMissing();
        }
    }
}
