package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static io.restassured.path.json.JsonPath.from;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Evidence, indicators and reports of a pilot that rests or has ended. */
@QuarkusTest
class RecordStatesIT {

    private static final String VALUE = "{\"period\": \"2022-Q3\", \"value\": 1}";
    private static final String AD_HOC =
            "{\"kind\": \"AD_HOC\", \"title\": \"题\", \"summary\": \"概要\", \"selfRating\": \"GREEN\"}";

    private static Form form() {
        return Form.usual().file("一.txt", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsPostedForAPilotThatRests() {
        var pilot = TestPilot.approved("special-field");
        Register.suspend(pilot);

        nothingIsPosted(pilot, "PILOT_SUSPENDED");
    }

    @Test
    void nothingIsPostedForAPilotThatHasEnded() {
        var pilot = TestPilot.approved("special-field");
        Register.terminate(pilot);

        nothingIsPosted(pilot, "PILOT_ENDED");
    }

    private static void nothingIsPosted(TestPilot pilot, String code) {
        var attached = form().post(TEAM, pilot);
        assertEquals(409, attached.statusCode());
        assertEquals(code, from(attached.body()).getString("code"));
        assertEquals(
                code, pilot.post(TEAM, "/indicators/availability/values", VALUE).path("code"));
        assertEquals(code, pilot.post(TEAM, "/reports", AD_HOC).path("code"));
        pilot.get(LEAD, "/reports").then().statusCode(200).body("items.overdue.sum()", equalTo(0));
    }
}
