package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pilot that rests, goes on, and is ended before its time. */
@Order(3)
@ExtendWith(SharedPlatform.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PilotEndsIT {

    private static final String UPDATES = "/milestones/m6/updates";

    private static RunningPlatform platform;
    private static Journey pilot;

    @BeforeAll
    static void workAsPlanned(RunningPlatform shared) throws Exception {
        platform = shared;
        pilot = Journey.published(platform, "完税证明核验");
        pilot.team("/task-book", Map.of());
        pilot.lead("/task-book/acceptances", Map.of());
        pilot.team(UPDATES, Map.of("percent", 10));
        pilot.becomes("IN_PROGRESS");
    }

    @Test
    @Order(1)
    void whileItRestsItsTeamPostsNothing() throws Exception {
        pilot.decree("/suspensions", Map.of("reason", "主体单位改组"));

        pilot.becomes("SUSPENDED");
        refuses("PILOT_SUSPENDED");
    }

    @Test
    @Order(2)
    void itGoesOnWhereItStood() throws Exception {
        pilot.decree("/resumptions", Map.of("reason", "改组完成"));

        pilot.becomes("IN_PROGRESS");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> platform.post(Journey.TEAM, pilot.ofPlan(UPDATES), Map.of("percent", 20))
                                .statusCode()
                        == 201);
    }

    @Test
    @Order(3)
    void onceEndedItIsNeverTakenUpAgain() throws Exception {
        pilot.decree("/terminations", Map.of("reason", "长期未推进"));

        pilot.becomes("TERMINATED");
        refuses("PILOT_ENDED");
        for (var move : List.of("/resumptions", "/terminations", "/suspensions", "/evaluations")) {
            platform.refused(409, Journey.OFFICE, pilot.ofRegister(move), Map.of("reason", "再议"));
        }
    }

    @Test
    @Order(4)
    void itsHistoryTellsAllOfItAndItsLedgerIsWhole() throws Exception {
        var told = pilot.timeline().stream().map(e -> e.path("type").asText()).collect(Collectors.toSet());
        for (var step : List.of("pilot.suspended", "pilot.resumed", "pilot.terminated")) {
            assertTrue(told.contains("io.pilotwatch." + step + ".v1"), step + " in " + told);
        }
        var whole = platform.verified(platform.json(Journey.OFFICE, pilot.ofPlan("/ledger")));
        assertEquals(0, whole.code(), whole.said());
    }

    private static void refuses(String code) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertEquals(
                        code, platform.refused(409, Journey.TEAM, pilot.ofPlan(UPDATES), Map.of("percent", 30))));
    }
}
