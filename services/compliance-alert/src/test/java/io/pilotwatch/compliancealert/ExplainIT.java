package io.pilotwatch.compliancealert;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.ProgrammeClock;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why there was an alert at an instant, or none; now and in the past. */
@QuarkusTest
class ExplainIT {

    private static final String OVERDUE = "rules.find { it.rule.code == 'MILESTONE_OVERDUE' && it.subject == 'm1' }.";

    @Inject
    ProgrammeClock programmeClock;

    @Inject
    Clock clock;

    @Inject
    Programme programme;

    @Inject
    FactsRows facts;

    private LocalDate today;

    @BeforeEach
    void beginAtTheStartOfADay() {
        today = programme.dayOf(clock.instant()).plusDays(1);
        programmeClock.stepTo(programme.startOf(today));
    }

    @Test
    void every_rule_says_what_it_looked_at_what_held_and_what_was_said_as_of_any_instant() {
        var pilot = Pilots.oneOfTax(today, today.plusDays(10));
        tell(pilot, pilot.approved(), pilot.filed());
        var before = clock.instant();
        programmeClock.stepTo(programme.startOf(pilot.due().plusDays(1)));
        var overdue = clock.instant();
        programmeClock.stepTo(overdue.plusSeconds(3600));
        tell(pilot, pilot.reached(2));
        programmeClock.stepTo(programme.startOf(pilot.due().plusDays(2)));

        explain("regulator-tax", pilot, overdue)
                .statusCode(200)
                .body(OVERDUE + "held", is(true))
                .body(OVERDUE + "level", is(1))
                .body(OVERDUE + "muted", nullValue())
                .body(OVERDUE + "inputs.name", hasItems("due", "thresholds"))
                .body(OVERDUE + "alertId", is(pilot.pilotId() + ".MILESTONE_OVERDUE.m1.1"))
                .body(OVERDUE + "history.what", hasItems("AlertRaised"))
                .body("rules.rule.code.unique().size()", is(Rules.ALL.size()));
        explain("regulator-tax", pilot, before)
                .body(OVERDUE + "held", is(false))
                .body(OVERDUE + "level", nullValue())
                .body(OVERDUE + "history", empty())
                .body(OVERDUE + "nextAt", is(overdue.toString()));
        explain("office", pilot, null)
                .body("rules.findAll { it.rule.code == 'MILESTONE_OVERDUE' && it.held }", empty())
                .body("rules.size()", greaterThanOrEqualTo(Rules.ALL.size()));
    }

    @Test
    void before_its_approval_nobody_knew_of_it_and_the_future_is_not_explained() {
        var pilot = Pilots.oneOfTax(today, today.plusDays(10));
        var before = clock.instant().minusSeconds(1);
        tell(pilot, pilot.approved());
        explain("office", pilot, before).statusCode(404);
        explain("office", pilot, clock.instant().plus(Duration.ofDays(1)))
                .statusCode(400)
                .body("errors.pointer", contains("at"));
        explain("regulator-health", pilot, null).statusCode(403);
    }

    private static ValidatableResponse explain(String user, Pilots pilot, Instant at) {
        var request =
                given().header("Authorization", "Bearer " + Tokens.of(user)).queryParam("pilotId", pilot.pilotId());
        if (at != null) {
            request.queryParam("at", at.toString());
        }
        return request.get("/compliance-alert/api/v1/alerts/explain").then();
    }

    private void tell(Pilots pilot, Event... events) {
        for (var event : events) {
            TestTopics.send(event, clock.instant());
        }
        var last = events[events.length - 1].revision();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> facts.find(pilot.pilotId())
                        .filter(known -> known.pilot() != null)
                        .filter(known ->
                                events.length == 1 && known.milestones().isEmpty()
                                        || known.milestones().containsKey("m1")
                                                && known.milestones()
                                                                .get("m1")
                                                                .milestone()
                                                                .revision()
                                                        >= last)
                        .isPresent());
    }
}
