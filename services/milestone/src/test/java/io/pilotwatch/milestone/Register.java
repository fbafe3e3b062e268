package io.pilotwatch.milestone;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.PilotState;

/** What intake tells of a pilot's life after its approval. */
final class Register {

    private Register() {}

    /** The pilot rests, and milestone knows. */
    static void suspend(TestPilot pilot) {
        pilot.nowIs(PilotState.SUSPENDED, 3);
        await().untilAsserted(() -> assertEquals("PILOT_SUSPENDED", refusal(pilot)));
    }

    /** The pilot has ended, and milestone knows. */
    static void terminate(TestPilot pilot) {
        pilot.nowIs(PilotState.TERMINATED, 3);
        await().untilAsserted(() -> assertEquals("PILOT_ENDED", refusal(pilot)));
    }

    /** An empty report is refused whatever the pilot's state; the pilot's comes first. */
    private static String refusal(TestPilot pilot) {
        return pilot.post(TestPilot.TEAM, "/reports/2022-Q3/submissions", "{}").path("code");
    }
}
