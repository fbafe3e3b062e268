package io.pilotwatch.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.pilotwatch.reporting.core.Facts;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A fresh pilot of which the other services tell, and callers who ask about it. */
public final class Told {

    private static final Instant BEGIN = Instant.parse("2022-03-01T01:00:00Z");

    private Told() {}

    /** A pilot that no other run knows. */
    public static Facts freshPilot(String... fields) {
        return new Facts((int) (1_000_000 + System.nanoTime() % 1_000_000_000), List.of(fields));
    }

    /** Says events, each an hour after the one before. */
    public static void say(Event... events) {
        for (int i = 0; i < events.length; i++) {
            TestTopics.send(events[i], BEGIN.plus(Duration.ofHours(i)));
        }
    }

    /** Says what happened at nine in the morning of that programme day. */
    public static void on(String day, Event event) {
        TestTopics.send(event, Instant.parse(day + "T01:00:00Z"));
    }

    public static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer " + Tokens.of(user));
    }

    /** The pilot once this many of its events are in; whoever asks first waits for all that other services' tests have said. */
    public static JsonPath once(Facts pilot, int events) {
        var path = "/reporting/api/v1/pilots/" + pilot.pilotId();
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> as("office").get(path),
                        answer ->
                                answer.statusCode() == 200 && answer.jsonPath().getInt("timelineTotal") >= events)
                .jsonPath();
    }
}
