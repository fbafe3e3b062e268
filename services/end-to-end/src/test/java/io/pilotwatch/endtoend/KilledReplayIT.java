package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first year with processes killed on the way: the same seed ends in the same figures, told and shown. */
@Order(8)
@ExtendWith(Replayed.Once.class)
class KilledReplayIT {

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
    void aKilledProcessCostsTimeAndNothingElse(Replayed undisturbed) throws Exception {
        undisturbed.close();
        try (var platform = RunningPlatform.replayed(Replayed.FIRST_YEAR, KilledReplayIT::killOneAfterTheOther)) {
            assertEquals(undisturbed.endOfFirstYear(), platform.ending());
            assertEquals(undisturbed.firstYear(), platform.figures());
            platform.ledgersAreWhole("IN_PROGRESS");
            var rebuild = platform.rebuilt();
            assertTrue(rebuild.path("equal").asBoolean(), rebuild.toString());
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
