package io.pilotwatch.intake;

import static io.pilotwatch.intake.Api.APPLICATIONS;
import static io.pilotwatch.intake.Api.HEADER;
import static io.pilotwatch.intake.Api.PILOTS;
import static io.pilotwatch.intake.Api.application;
import static io.pilotwatch.intake.Api.as;
import static io.pilotwatch.intake.Api.imported;
import static io.pilotwatch.intake.Api.row;
import static io.pilotwatch.intake.Api.submitted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApplicationIT {

    @Test
    void anApplicationBecomesAPilotUnderItsId() {
        var id = submit();
        as("team-028")
                .get(APPLICATIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("state.code", is("SUBMITTED"))
                .body("revision", is(1))
                .body("fields.code", contains("tax"))
                .body("synthetic", is(true))
                .body("approvedOn", nullValue());
        as("office").get(PILOTS + "/" + id).then().statusCode(404);

        approved(id)
                .statusCode(201)
                .header("Location", endsWith(PILOTS + "/" + id))
                .body("number", greaterThan(1000));

        as("office").get(PILOTS + "/" + id).then().statusCode(200).body("leads.code", contains("sta"));
        as("team-028")
                .get(APPLICATIONS + "/" + id)
                .then()
                .body("state.code", is("APPROVED"))
                .body("revision", is(2));
        approved(id).statusCode(409).body("code", is("ALREADY_APPROVED"));
    }

    @Test
    void bothStepsAreToldInOrderUnderOneKey() {
        var id = submit();
        approved(id).statusCode(201);

        var records = TestTopics.read("pilotwatch.pilots.v1", id, found -> found.size() >= 2);

        assertEquals(2, records.size());
        var first = assertInstanceOf(ApplicationSubmitted.class, TestTopics.event(records.getFirst()));
        assertEquals(true, first.application().synthetic());
        assertEquals("team-028", first.by());
        var second = assertInstanceOf(PilotApproved.class, TestTopics.event(records.getLast()));
        assertEquals(2, second.revision());
        assertEquals("2", TestTopics.header(records.getLast(), "ce_sequence"));
        assertEquals(true, second.pilot().synthetic());
    }

    @Test
    void theSameKeyGivesTheSameApplication() {
        var key = UUID.randomUUID().toString();

        var first = submitted(key, "tax").statusCode(201).extract();
        var again = submitted(key, "tax").statusCode(201).extract();

        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
        submitted(key, "energy").statusCode(422).body("code", is("IDEMPOTENCY_KEY_REUSED"));
        as("team-028")
                .contentType(ContentType.JSON)
                .body(application("示例单位-028", "tax"))
                .post(APPLICATIONS)
                .then()
                .statusCode(400)
                .body("code", is("IDEMPOTENCY_KEY_MISSING"));
    }

    @Test
    void whatTheProgrammeDoesNotHaveIsRefusedWithItsPlace() {
        submitted(UUID.randomUUID().toString(), "blockchain")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("FIELD_UNKNOWN"))
                .body("errors.pointer", contains("/fields"));
    }

    @Test
    void anotherOrganisationsApplicationIsNobodysBusiness() {
        as("team-028")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(application("示例单位-029", "tax"))
                .post(APPLICATIONS)
                .then()
                .statusCode(403)
                .body("code", is("FOREIGN_ORGANISATION"));
        var id = submit();
        as("team-029").get(APPLICATIONS + "/" + id).then().statusCode(403).body("code", is("FOREIGN_PILOT"));
        as("regulator-energy").get(APPLICATIONS + "/" + id).then().statusCode(403);
        as("regulator-tax").get(APPLICATIONS + "/" + id).then().statusCode(200);
        as("recommender-beijing").get(APPLICATIONS + "/" + id).then().statusCode(200);
        as("team-028")
                .get(APPLICATIONS + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.organisation", everyItem(is("示例单位-028")));
    }

    @Test
    void aListCannotTakeAnApplicationsNumber() {
        int number = Integer.parseInt(submit().substring("BP-".length()));

        imported(HEADER + row(number))
                .statusCode(207)
                .body("results[0].errors.code", contains("NUMBER_OF_APPLICATION"));
    }

    @Test
    void anApplicationPassesOverNumbersThatAListHasTaken() {
        int number = Integer.parseInt(submit().substring("BP-".length()));
        imported(HEADER + row(number + 1) + row(number + 2));

        var next = Integer.parseInt(submit().substring("BP-".length()));

        assertTrue(next > number + 2, "got " + next);
    }

    @Test
    void missingValuesAreNamed() {
        as("team-028")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("{\"organisation\": \"示例单位-028\"}")
                .post(APPLICATIONS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/fields", "/kind", "/region", "/summary"))
                .body("detail", containsString("values"));
    }

    private static String submit() {
        return submitted(UUID.randomUUID().toString(), "tax")
                .statusCode(201)
                .extract()
                .path("pilotId");
    }

    private static ValidatableResponse approved(String id) {
        return as("office")
                .header("Idempotency-Key", UUID.randomUUID())
                .post(APPLICATIONS + "/" + id + "/approval")
                .then();
    }
}
