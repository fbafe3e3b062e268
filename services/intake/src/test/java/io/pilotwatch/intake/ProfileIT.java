package io.pilotwatch.intake;

import static io.pilotwatch.intake.Api.PILOTS;
import static io.pilotwatch.intake.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What a pilot's people state of it, and who may act for it. */
@QuarkusTest
class ProfileIT {

    private static final String PROFILE = """
            {"scenarios": ["电子发票", "出口退税"],
             "contacts": [{"name": "张三", "role": "联络员", "phone": "010-12345678"}, {"name": "李四"}]}""";
    private static final String TO_029 = "{\"organisation\": \"示例单位-029\", \"reason\": \"联合申报\"}";

    @Test
    void contactsAreForTheTeamItsLeadsAndTheOffice() {
        var pilot = TestPilot.listed();
        put(pilot, "team-028", "\"1\"", PROFILE)
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("scenarios", contains("电子发票", "出口退税"))
                .body("contacts.name", contains("张三", "李四"));

        pilot.look("office").body("contacts.phone", contains("010-12345678", null));
        pilot.look("regulator-tax").body("contacts.name", contains("张三", "李四"));
        pilot.look("viewer").body("contacts", nullValue()).body("scenarios", contains("电子发票", "出口退税"));
        pilot.look("recommender-beijing").body("contacts", nullValue());
    }

    @Test
    void whatIsNotToldIsAVersionButNoRevision() {
        var pilot = TestPilot.listed();
        put(pilot, "team-028", "*", PROFILE)
                .statusCode(200)
                .body("revision", is(2))
                .body("version", is(2));
        put(pilot, "team-028", "*", PROFILE.replace("李四", "王五"))
                .statusCode(200)
                .body("revision", is(2))
                .body("version", is(3));
        put(pilot, "team-028", "*", PROFILE.replace("李四", "王五")).statusCode(200).body("version", is(3));

        put(pilot, "team-028", null, PROFILE).statusCode(428);
        put(pilot, "team-028", "\"2\"", PROFILE).statusCode(412);
        put(pilot, "team-029", "*", PROFILE).statusCode(403);
        put(pilot, "team-028", "*", "{\"scenarios\": [], \"contacts\": []}")
                .statusCode(422)
                .body("errors.pointer", contains("/scenarios"));
    }

    @Test
    void aDelegateActsForThePilotUntilItIsRevoked() {
        var pilot = TestPilot.listed();
        pilot.look("team-029").statusCode(403);
        pilot.post("team-028", "/delegations", TO_029).statusCode(201).body("delegates", contains("示例单位-029"));

        pilot.look("team-029").statusCode(200);
        as("team-029").get(list(pilot)).then().body("items.pilotId", contains(pilot.id()));
        put(pilot, "team-029", "*", PROFILE).statusCode(200);
        pilot.post("team-029", "/delegations", TO_029.replace("029", "030")).statusCode(403);
        pilot.post("team-029", "/withdrawals", TestPilot.REASON).statusCode(403);
        pilot.post("office", "/delegations", TO_029).statusCode(409).body("code", is("ALREADY_DELEGATED"));

        pilot.post("office", "/delegations/示例单位-029/revocations", TestPilot.REASON)
                .statusCode(201)
                .body("delegates", empty());
        pilot.look("team-029").statusCode(403);
        as("team-029").get(list(pilot)).then().body("items.pilotId", not(hasItem(pilot.id())));
        pilot.post("office", "/delegations/示例单位-029/revocations", TestPilot.REASON)
                .statusCode(409)
                .body("code", is("NOT_DELEGATED"));
    }

    private static String list(TestPilot pilot) {
        int number = Integer.parseInt(pilot.id().substring("BP-".length()));
        var cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(number - 1).getBytes());
        return PILOTS + "?limit=1&cursor=" + cursor;
    }

    private static ValidatableResponse put(TestPilot pilot, String user, String ifMatch, String body) {
        var request = as(user).contentType("application/json").body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put(pilot.path() + "/profile").then();
    }
}
