package io.pilotwatch.compliancealert;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

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

/** Pilots with alerts, for tests of pages. Every day is counted from where the stepped clock stands. */
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
    void beginAtTheStartOfADay() {
        today = programme.dayOf(clock.instant()).plusDays(1);
        stepTo(today);
    }

    /** One of the tax field whose milestone is a day overdue. */
    Pilots overdue() {
        return overdue(Pilots.oneOfTax(today, today.plusDays(3)));
    }

    Pilots overdue(Pilots pilot) {
        tell(pilot.approved());
        tell(pilot.filed());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as("office")
                        .get(ALERTS + "?pilotId=" + pilot.pilotId())
                        .then()
                        .body("items.rule.code", hasItem("MILESTONE_DUE_SOON")));
        stepTo(pilot.due().plusDays(1));
        today = programme.dayOf(clock.instant());
        return pilot;
    }

    static String overdueAlert(Pilots pilot) {
        return pilot.pilotId() + ".MILESTONE_OVERDUE.m1.1";
    }

    void tell(Event event) {
        TestTopics.send(event, clock.instant());
    }

    void stepTo(LocalDate day) {
        programmeClock.stepTo(programme.startOf(day));
    }

    static ValidatableResponse alert(String alertId) {
        return as("office").get(ALERTS + "/" + alertId).then().statusCode(200);
    }

    static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer " + Tokens.of(user));
    }
}
