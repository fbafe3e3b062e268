package io.pilotwatch.compliancealert;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.ProgrammeClock;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;

/** Pilots with alerts, for tests of pages. Every day is counted from where the stepped clock stands, which is
 * stepped as little as can be: all tests of the service have two years for themselves. */
abstract class PageScene {

    static final String ALERTS = "/compliance-alert/api/v1/alerts";

    @Inject
    ProgrammeClock programmeClock;

    @Inject
    Clock clock;

    @Inject
    Programme programme;

    LocalDate today;

    @BeforeEach
    void whatDayIsIt() {
        today = programme.dayOf(clock.instant());
    }

    /** One of the tax field that is heard of when its milestone is six days overdue; the next threshold is a day away. */
    Pilots overdue() {
        return overdue(Pilots.oneOfTax(today, today.minusDays(6)));
    }

    Pilots overdue(Pilots pilot) {
        tell(pilot.approved());
        tell(pilot.filed());
        return awaitAlert(pilot, overdueAlert(pilot));
    }

    Pilots awaitAlert(Pilots pilot, String alertId) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> alert(alertId));
        return pilot;
    }

    void stepToTomorrow() {
        today = today.plusDays(1);
        programmeClock.stepTo(programme.startOf(today));
    }

    static String overdueAlert(Pilots pilot) {
        return pilot.pilotId() + ".MILESTONE_OVERDUE.m1.1";
    }

    void tell(Event event) {
        TestTopics.send(event, clock.instant());
    }

    static ValidatableResponse alert(String alertId) {
        return as("office").get(ALERTS + "/" + alertId).then().statusCode(200);
    }

    static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer " + Tokens.of(user));
    }
}
