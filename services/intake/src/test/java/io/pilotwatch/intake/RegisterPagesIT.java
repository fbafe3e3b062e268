package io.pilotwatch.intake;

import static io.pilotwatch.platform.testing.PageForm.get;
import static io.pilotwatch.platform.testing.PageForm.open;
import static io.pilotwatch.platform.testing.PageForm.page;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.PilotState;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegisterPagesIT {

    private static final String REGISTER = "/intake/register";

    @Test
    void theRegisterIsFoundByNameIdAndFiltersAndForeignPilotsAreNot() {
        var pilot = TestPilot.listed();
        var found = page("office", REGISTER + "?q=" + pilot.id().toLowerCase() + "&field=tax&synthetic=true");
        assertEquals(1, found.select("tbody tr").size());
        assertTrue(found.select("tbody").text().contains("示例单位-028"));
        assertEquals(
                1, page("office", REGISTER + "?q=no-such-unit").select(".empty").size());
        assertEquals(
                0,
                page("team-029", REGISTER + "?q=" + pilot.id())
                        .select("tbody tr")
                        .size());

        get("team-029", at(pilot), "en").then().statusCode(403);
        get("regulator-energy", at(pilot), "zh-CN").then().statusCode(403);
        get("expert-1", REGISTER, "en").then().statusCode(403);
        get("office", REGISTER + "?synthetic=maybe", "en").then().statusCode(400);
        get("office", REGISTER + "?q=" + "x".repeat(201), "en").then().statusCode(400);
        get("office", REGISTER + "/BP-no", "en").then().statusCode(404);
    }

    @Test
    void aStepNeedsAReasonTellsItsConsequencesAndIsTakenOnce() {
        var pilot = TestPilot.listed();
        var form = page("office", at(pilot) + "/suspension");
        assertTrue(form.select(".notice").text().contains("deadlines stay"));
        open("office", at(pilot) + "/suspension")
                .send()
                .then()
                .statusCode(422)
                .body(containsString("href=\"#reason\""));
        var suspension = open("office", at(pilot) + "/suspension").set("reason", "单位改制");
        suspension.send().then().statusCode(303);
        suspension.send().then().statusCode(303);

        var page = page("office", at(pilot) + "?done=suspension");
        assertTrue(page.select(".done").text().contains("suspended"));
        assertTrue(page.select(".timeline").text().contains("单位改制"));
        assertTrue(page.select(".cards").text().contains("Resume"));
        assertEquals(
                0, page("office", at(pilot) + "/evaluation").select("main form").size());
        get("viewer", at(pilot) + "/resumption", "en").then().statusCode(403);
        open("office", at(pilot) + "/resumption")
                .set("reason", "完成")
                .send()
                .then()
                .statusCode(303);
        pilot.look("office").body("state.code", is("APPROVED"));
    }

    @Test
    void aFinalEvaluationEndsWithAGrade() {
        var pilot = TestPilot.in(PilotState.FINAL_EVALUATION);
        open("office", at(pilot) + "/completion")
                .set("reason", "优秀")
                .send()
                .then()
                .statusCode(422)
                .body(containsString("href=\"#grade\""));
        open("office", at(pilot) + "/completion")
                .set("grade", "excellent")
                .set("reason", "优秀")
                .send()
                .then()
                .statusCode(303);

        var page = page("office", at(pilot), "zh-CN");
        assertTrue(page.select(".facts").text().contains("优秀"));
        assertTrue(page.select(".notice").text().contains("试点已结束"));
    }

    @Test
    void theTeamStatesScenariosAndContactsAndFaultsAreToldWhereTheyAre() {
        var pilot = TestPilot.listed();
        var at = at(pilot) + "/profile";
        open("team-028", at)
                .set("scenarios", "零部件溯源")
                .set("contacts.1.phone", "010")
                .send()
                .then()
                .statusCode(422)
                .body(containsString("href=\"#contacts.1.name\""));
        open("team-028", at).set("scenarios", "").send().then().statusCode(422).body(containsString("#scenarios"));
        var stale = open("team-028", at);
        open("team-028", at)
                .set("scenarios", "零部件溯源\n质量追踪")
                .set("contacts.1.name", "张三")
                .send()
                .then()
                .statusCode(303);

        pilot.look("team-028").body("scenarios", contains("零部件溯源", "质量追踪")).body("contacts.name", contains("张三"));
        stale.set("scenarios", "另一").send().then().statusCode(412);
        assertFalse(page("viewer", at(pilot)).text().contains("张三"));
        get("team-029", at, "en").then().statusCode(403);
        get("office", at, "en").then().statusCode(403);
    }

    @Test
    void aDelegateIsAddedAndRevokedByName() {
        var pilot = TestPilot.listed();
        open("team-028", at(pilot) + "/delegation")
                .set("reason", "联合")
                .send()
                .then()
                .statusCode(422);
        open("team-028", at(pilot) + "/delegation")
                .set("organisation", "示例单位-028")
                .set("reason", "联合")
                .send()
                .then()
                .statusCode(422)
                .body(containsString("href=\"#organisation\""));
        open("team-028", at(pilot) + "/delegation")
                .set("organisation", "示例单位-029")
                .set("reason", "联合")
                .send()
                .then()
                .statusCode(303);
        assertEquals(
                0, page("team-029", at(pilot)).select("a[href*=revocation]").size());

        var revoke = page("office", at(pilot)).select("a[href*=revocation]").attr("href");
        assertTrue(page("office", revoke).select("h1").text().contains("示例单位-029"));
        open("office", revoke).set("reason", "合作结束").send().then().statusCode(303);
        get("team-029", at(pilot), "en").then().statusCode(403);
        get("office", revoke, "en").then().statusCode(404);
    }

    private static String at(TestPilot pilot) {
        return REGISTER + "/" + pilot.id();
    }
}
